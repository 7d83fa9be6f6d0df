import os
import re
import wave
from pathlib import Path

import pytest

from bed import ask, recording, serving, wav
from transcriber import weights, whisper
from transcriber.form import Wish
from transcriber.settings import Settings
from transcriber.work import Patience

CACHE = Path(os.environ.get("TRANSCRIBER_CACHE", "/nowhere: these tests are started by `run test`"))


@pytest.fixture(scope="module")
def base():
    """Whisper base as the demo runs it, out of the pinned packages."""
    return whisper.load(weights.locate("base", CACHE), Settings(threads=1), gpus=0)


def seconds(path, begin, end):
    """A stretch of a recording of one channel and 16 bits, as a file."""
    with wave.open(str(path)) as file:
        rate = file.getframerate()
        file.setpos(int(begin * rate))
        frames = file.readframes(int((end - begin) * rate))
    return wav(memoryview(frames).cast("h"), rate)


GREETING = "Hello and welcome to Callytics! My name is Emily. How may I assist you?"


def words_of(text):
    return re.findall(r"[a-z]+", text.lower())


def test_a_real_recording_by_telephone_is_understood(base):
    greeting = seconds(recording("calls/callytics_01_mono.wav"), 3.2, 9.4)
    with serving(base) as client:
        heard = ask(client, greeting, response_format="verbose_json").json()
    said, words = words_of(GREETING), words_of(heard["text"])
    assert len(words) == len(said)
    assert sum(word == right for word, right in zip(words, said, strict=True)) >= 0.8 * len(said)
    assert "my name is emily" in " ".join(words)
    assert heard["language"] == "en"
    assert heard["duration"] == pytest.approx(6.2)
    assert all(segment["no_speech_prob"] < 0.6 and segment["avg_logprob"] > -1 for segment in heard["segments"])


def test_words_lie_in_order_within_the_recording_where_they_were_said(base):
    greeting = seconds(recording("calls/callytics_01_mono.wav"), 3.2, 9.4)
    with serving(base) as client:
        wish = {"response_format": "verbose_json", "timestamp_granularities[]": "word", "language": "en"}
        heard = ask(client, greeting, **wish).json()
    words = heard["words"]
    assert "".join(word["word"] for word in words).strip() == heard["text"]
    times = [time for word in words for time in (word["start"], word["end"])]
    assert times == sorted(times)
    assert 0 <= times[0] < 0.8
    assert 4.5 < times[-1] <= 6.2


def test_finding_the_language_encodes_nothing_twice_and_changes_no_word(base):
    speech = seconds(recording("calls/callytics_01_mono.wav"), 3.2, 9.4)
    before = base._model.encoded
    told = base.transcribe(speech, Wish(language="en"), Patience(60))
    assert base._model.encoded == before + 1
    found = base.transcribe(speech, Wish(), Patience(60))
    assert base._model.encoded == before + 2
    assert (found.language, found.segments) == ("en", told.segments)
    assert 0.5 < found.language_probability < told.language_probability == 1.0


def test_a_language_that_the_model_does_not_know_is_refused(base):
    with serving(base) as client:
        answer = ask(client, language="tlh")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "unknown_language")


def test_what_is_no_audio_is_refused(base):
    with serving(base, max_audio_s=900) as client:
        answer = ask(client, b"no audio")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "audio_unreadable")


@pytest.mark.parametrize(
    ("device", "compute_type", "gpus", "tried"),
    [
        ("auto", "auto", 0, [("cpu", "int8")]),
        ("auto", "auto", 1, [("cuda", "float16"), ("cpu", "int8")]),
        ("cuda", "int8_float16", 2, [("cuda", "int8_float16")]),
        ("cpu", "float32", 1, [("cpu", "float32")]),
    ],
)
def test_a_gpu_comes_first_where_there_is_one(device, compute_type, gpus, tried):
    assert list(whisper.candidates(Settings(device=device, compute_type=compute_type), gpus)) == tried


def test_a_gpu_that_was_asked_for_by_name_is_not_replaced():
    with pytest.raises(RuntimeError, match="no GPU"):
        list(whisper.candidates(Settings(device="cuda"), 0))


def build(weights, settings, device, compute_type):
    """Stands where a GPU's libraries are missing."""
    if device == "cuda":
        raise RuntimeError("Library libcublas.so.12 is not found or cannot be loaded")
    return device, compute_type


def test_a_gpu_that_does_not_work_is_replaced_by_the_cpu_and_said(caplog):
    assert whisper.load("base", Settings(), 1, build) == ("cpu", "int8")
    assert "libcublas" in caplog.text


def test_a_gpu_that_does_not_work_ends_a_service_that_insists_on_it():
    with pytest.raises(RuntimeError, match="libcublas"):
        whisper.load("base", Settings(device="cuda"), 1, build)
