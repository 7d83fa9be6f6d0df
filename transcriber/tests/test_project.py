import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
DOCKERFILE = (PROJECT / "Dockerfile").read_text()


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]])
def test_ruff_has_nothing_to_say(command):
    checked = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--no-cache", ".", "run"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("requirements", ["requirements.txt", "requirements-test.txt"])
def test_every_requirement_is_pinned_by_hash(requirements):
    joined = (PROJECT / requirements).read_text().replace("\\\n", " ")
    pinned = [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]
    assert pinned
    assert all(re.match(r"[\w.-]+(\[\w+\])?==[\w.]+ ", line) and "--hash=sha256:" in line for line in pinned)


def test_the_tests_run_on_what_the_service_runs_on():
    """The tests' own requirements come first on the path."""

    def pins(requirements):
        pinned = {}
        for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", (PROJECT / requirements).read_text(), re.MULTILINE):
            pinned.setdefault(name, set()).add(version)
        return pinned

    service, tests = pins("requirements.txt"), pins("requirements-test.txt")
    assert {name: tests[name] for name in tests.keys() & service.keys()} == {
        name: service[name] for name in tests.keys() & service.keys()
    }


def test_the_image_copies_what_is_there():
    copied = [name for line in re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.MULTILINE) for name in line.split()]
    assert copied
    assert all((PROJECT / name).exists() for name in copied)


def test_the_image_runs_as_nobody_in_particular_and_knows_its_health():
    assert re.search(r"^USER [1-9]\d+", DOCKERFILE, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK .*", DOCKERFILE, re.MULTILINE)
    assert "/health" in DOCKERFILE
