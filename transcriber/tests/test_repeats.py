import httpx
import pytest

from bed import ask, listening, serving, wav
from fakes import Parrot, Sleeper
from test_queue import PATIENCE_S, asking

KEY = {"Idempotency-Key": "call-1/pack-7"}


def test_a_repeat_gets_the_same_answer_without_new_work():
    parrot = Parrot()
    with serving(parrot) as client:
        first, second = ask(client, headers=KEY), ask(client, headers=KEY)
        page = client.get("/metrics").text
    assert second.content == first.content
    assert len(parrot.wishes) == 1
    assert "idempotent-replayed" not in first.headers
    assert second.headers["idempotent-replayed"] == "true"
    assert "transcriber_repeats_total 1.0" in page
    assert "transcriber_audio_seconds_total 2.5" in page


def test_a_repeat_waits_for_the_first_that_still_runs():
    sleeper = Sleeper()
    with serving(sleeper, waiting=0) as client, asking(client) as later:
        first = later(headers=KEY)
        assert sleeper.began.acquire(timeout=PATIENCE_S)
        second = later(headers=KEY)
        assert ask(client).status_code == 429
        sleeper.go.set()
        assert first.result(PATIENCE_S).content == second.result(PATIENCE_S).content
    assert len(sleeper.wishes) == 1


def test_work_with_a_key_goes_on_when_its_client_has_gone():
    sleeper = Sleeper()
    with listening(sleeper) as address, httpx.Client(base_url=address) as client:
        with httpx.Client(base_url=address, timeout=0.2) as hasty, pytest.raises(httpx.ReadTimeout):
            ask(hasty, headers=KEY)
        sleeper.go.set()
        again = ask(client, headers=KEY)
    assert again.headers["idempotent-replayed"] == "true"
    assert len(sleeper.wishes) == 1


@pytest.mark.parametrize("change", [{"file": wav([1, 2, 3])}, {"language": "de"}, {"response_format": "text"}])
def test_a_key_that_comes_with_another_request_is_refused(change):
    with serving() as client:
        ask(client, headers=KEY)
        answer = ask(client, headers=KEY, **change)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "idempotency_key_reused")


def test_a_failure_is_not_kept():
    sleeper = Sleeper()
    with serving(sleeper, max_work_s=0.05) as client:
        assert ask(client, headers=KEY).status_code == 503
        sleeper.go.set()
        assert ask(client, headers=KEY).status_code == 200


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_has_a_length(key):
    with serving() as client:
        assert ask(client, headers={"Idempotency-Key": key}).status_code == 400


def test_other_keys_are_other_requests():
    parrot = Parrot()
    with serving(parrot) as client:
        for key in ("1", "2"):
            ask(client, headers={"Idempotency-Key": key})
    assert len(parrot.wishes) == 2


def test_the_oldest_answer_makes_room():
    parrot = Parrot()
    with serving(parrot, answers=2) as client:
        for key in ("1", "2", "3", "3", "2", "1"):
            ask(client, headers={"Idempotency-Key": key})
    assert len(parrot.wishes) == 4


def test_answers_grow_old():
    parrot = Parrot()
    with serving(parrot, answers_s=0.0) as client:
        ask(client, headers=KEY)
        ask(client, headers=KEY)
    assert len(parrot.wishes) == 2


def test_no_answers_are_kept_where_none_may_be():
    parrot = Parrot()
    with serving(parrot, answers=0) as client:
        assert [ask(client, headers=KEY).status_code for _ in range(2)] == [200, 200]
    assert len(parrot.wishes) == 2
