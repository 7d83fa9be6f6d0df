import contextlib
import signal
import subprocess
import sys
import time

import httpx
import pytest

from bed import recording
from test_queue import asking, until
from test_whisper import CACHE, seconds

START_S = 120  # a machine that builds beside


@contextlib.contextmanager
def started(tmp_path, *options):
    """The service as a process of its own, and a client of it."""
    announced = tmp_path / "address"
    command = [sys.executable, "-m", "transcriber", "--cache", str(CACHE), "--threads", "1", "--port", "0"]
    process = subprocess.Popen([*command, "--announce", str(announced), *options], stdin=subprocess.PIPE)
    try:
        deadline = time.monotonic() + START_S
        while not announced.exists():
            assert process.poll() is None, "the service did not start"
            assert time.monotonic() < deadline, "the service took too long to start"
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.02)
        with httpx.Client(base_url=announced.read_text().strip(), timeout=START_S) as client:
            yield process, client
    finally:
        process.kill()
        process.communicate()


def test_told_to_stop_it_finishes_what_runs_and_turns_away_what_waits(tmp_path):
    speech = seconds(recording("calls/callytics_01_mono.wav"), 3, 28)
    with started(tmp_path) as (process, client), asking(client) as later:
        running = later(file=speech)
        until(client, running=1)
        waiting = later(file=speech)
        until(client, waiting=1)
        process.send_signal(signal.SIGTERM)
        turned_away = waiting.result(START_S)
        assert (turned_away.status_code, turned_away.json()["error"]["code"]) == (503, "stopping")
        assert int(turned_away.headers["retry-after"]) > 0
        assert "Emily" in running.result(START_S).json()["text"]
        assert process.wait(START_S) == -signal.SIGTERM


def test_it_ends_when_whoever_started_it_is_gone(tmp_path):
    with started(tmp_path, "--until-stdin-closes") as (process, client):
        assert client.get("/health").json()["status"] == "ok"
        process.stdin.close()
        assert process.wait(START_S) == -signal.SIGTERM


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--cache", "/nowhere"], "/nowhere/weights/base/model.bin is missing: `run install` fetches it"),
        (["--model", "no-such-model"], "Invalid model size 'no-such-model'"),
        (["--workers", "0"], "workers must be positive, got 0"),
    ],
)
def test_it_does_not_start_without_what_it_needs_and_says_so(options, complaint):
    ended = subprocess.run(
        [sys.executable, "-m", "transcriber", *options], capture_output=True, text=True, timeout=START_S, check=False
    )
    assert ended.returncode != 0
    assert complaint in ended.stderr
    assert "Traceback" not in ended.stderr
