import concurrent.futures
import contextlib

import httpx
import pytest

from bed import ask, listening, serving
from fakes import Parrot, Sleeper
from transcriber.api import TRANSCRIPTIONS

PATIENCE_S = 10


@contextlib.contextmanager
def asking(client):
    """Asks beside the test, and lets nobody hang when it fails."""
    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        yield lambda **how: threads.submit(ask, client, **how)


def until(client, **expected):
    """Health, when it has come to this."""
    for _ in range(2_000):
        health = client.get("/health").json()
        if expected.items() <= health.items():
            return
    pytest.fail(f"health never came to {expected}: {health}")


def test_one_request_more_than_may_wait_is_told_when_to_come_back():
    sleeper = Sleeper()
    with serving(sleeper, waiting=2) as client, asking(client) as later:
        admitted = [later(), later(), later()]
        until(client, running=1, waiting=2)
        refused = ask(client)
        assert (refused.status_code, refused.json()["error"]["code"]) == (429, "busy")
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        sleeper.go.set()
        assert [answer.result(PATIENCE_S).status_code for answer in admitted] == [200, 200, 200]
        assert ask(client).status_code == 200
        until(client, running=0, waiting=0)


def test_two_workers_work_at_a_time():
    sleeper = Sleeper()
    with serving(sleeper, workers=2, waiting=0) as client, asking(client) as later:
        admitted = [later(), later()]
        assert all(sleeper.began.acquire(timeout=PATIENCE_S) for _ in admitted)
        assert ask(client).status_code == 429
        sleeper.go.set()
        assert [answer.result(PATIENCE_S).status_code for answer in admitted] == [200, 200]


def test_a_full_queue_refuses_before_the_recording_is_read():
    sleeper = Sleeper()

    with serving(sleeper, waiting=0) as client, asking(client) as later:
        admitted = later()
        assert sleeper.began.acquire(timeout=PATIENCE_S)
        assert client.post(TRANSCRIPTIONS, content=b"no form at all").status_code == 429
        sleeper.go.set()
        assert admitted.result(PATIENCE_S).status_code == 200


def test_work_that_takes_too_long_is_ended():
    sleeper = Sleeper()
    with serving(sleeper, max_work_s=0.05) as client:
        answer = ask(client)
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "took_too_long")
        until(client, running=0)


def test_work_ends_when_its_client_has_gone():
    sleeper = Sleeper()
    with listening(sleeper) as address, httpx.Client(base_url=address, timeout=0.2) as client:
        with pytest.raises(httpx.ReadTimeout):
            ask(client)
        assert sleeper.gave_up.wait(PATIENCE_S)


def test_a_request_that_waits_leaves_the_queue_when_its_client_has_gone():
    sleeper = Sleeper()
    with listening(sleeper) as address, httpx.Client(base_url=address) as client, asking(client) as later:
        first = later()
        assert sleeper.began.acquire(timeout=PATIENCE_S)
        with httpx.Client(base_url=address, timeout=0.2) as hasty, pytest.raises(httpx.ReadTimeout):
            ask(hasty)
        until(client, running=1, waiting=0)
        sleeper.go.set()
        assert first.result(PATIENCE_S).status_code == 200
    assert len(sleeper.wishes) == 1


def test_a_failure_frees_its_place():
    class Failing(Parrot):
        def transcribe(self, recording, wish, patience):
            raise MemoryError

    with serving(Failing(), waiting=0) as client:
        assert [ask(client).status_code for _ in range(3)] == [500, 500, 500]
