import logging

import httpx
import pytest

from bed import ask, listening, serving
from fakes import Parrot
from transcriber.api import TRANSCRIPTIONS

SECRET = "sk-of-this-test"
SAID = "Rosebud"


def error_of(answer):
    return answer.json()["error"]


def test_an_error_has_openais_shape():
    with serving() as client:
        answer = ask(client, model="large-v3")
    assert answer.status_code == 404
    assert answer.json() == {
        "error": {
            "message": "the model here is base",
            "type": "invalid_request_error",
            "param": "model",
            "code": "model_not_found",
        }
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("response_format", "srt"),
        ("temperature", "1.5"),
        ("temperature", "nan"),
        ("temperature", "warm"),
        ("timestamp_granularities[]", "phoneme"),
    ],
)
def test_a_wish_that_cannot_be_met_is_named(field, value):
    with serving() as client:
        answer = ask(client, **{field: value})
    assert answer.status_code == 400
    assert error_of(answer)["param"] == field
    assert value not in error_of(answer)["message"]


def test_a_form_without_a_file_is_refused():
    with serving() as client:
        answer = client.post(TRANSCRIPTIONS, data={"model": "base"}, files={"other": b"RIFF"})
    assert (answer.status_code, error_of(answer)["code"]) == (400, "missing_file")


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data", "multipart/form-data; boundary=x"])
def test_what_is_no_form_is_refused(kind):
    with serving() as client:
        answer = client.post(TRANSCRIPTIONS, content=b"{}", headers={"Content-Type": kind})
    assert answer.status_code == 400


def test_a_request_over_the_limit_is_refused_by_its_announced_length():
    with serving(max_bytes=1_000) as client:
        answer = ask(client, bytes(2_000))
    assert (answer.status_code, error_of(answer)["code"]) == (413, "request_too_large")


def test_a_request_over_the_limit_that_announces_no_length_is_refused_while_it_comes():
    def endless():
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\n'
        for _ in range(64):
            yield bytes(1 << 16)
        yield b"\r\n--x--\r\n"

    with listening(Parrot(), max_bytes=1 << 20) as address:
        answer = httpx.post(
            address + TRANSCRIPTIONS, content=endless(), headers={"Content-Type": "multipart/form-data; boundary=x"}
        )
    assert (answer.status_code, error_of(answer)["code"]) == (413, "request_too_large")


def test_without_the_api_key_nothing_is_answered_but_health_and_metrics():
    with serving(api_key=SECRET) as client:
        for headers in ({}, {"Authorization": "Bearer another"}, {"Authorization": f"Basic {SECRET}"}):
            answer = ask(client, headers=headers)
            assert (answer.status_code, error_of(answer)["code"]) == (401, "invalid_api_key")
            assert answer.headers["www-authenticate"] == "Bearer"
            assert client.get("/v1/models", headers=headers).status_code == 401
        assert client.get("/health").status_code == 200
        assert client.get("/metrics").status_code == 200


def test_the_api_key_opens():
    with serving(api_key=SECRET) as client:
        assert ask(client, headers={"Authorization": f"Bearer {SECRET}"}).status_code == 200


def test_an_unknown_address_is_answered_in_the_same_shape():
    with serving() as client:
        assert error_of(client.get("/v1/audio/translations"))["code"] == "unknown_url"
        assert client.get(TRANSCRIPTIONS).status_code == 405


class Broken(Parrot):
    def transcribe(self, recording, wish, patience):
        raise RuntimeError(f"out of memory while somebody said {SAID}")


def test_a_model_that_fails_is_a_server_error_that_quotes_nothing(caplog):
    caplog.set_level(logging.DEBUG)
    with listening(Broken()) as address, httpx.Client(base_url=address) as client:
        answer = ask(client)
        page = client.get("/metrics").text
    assert (answer.status_code, error_of(answer)["type"]) == (500, "server_error")
    assert SAID not in answer.text
    assert "RuntimeError" in caplog.text
    assert SAID not in caplog.text
    assert 'transcriber_answers_total{status="500"} 1.0' in page


def test_prompts_and_words_are_never_logged(caplog):
    caplog.set_level(logging.DEBUG)
    with listening(Parrot(f"the secret is {SAID}")) as address, httpx.Client(base_url=address) as client:
        ask(client, prompt=SAID)
    assert SAID not in caplog.text
