import pytest

from bed import ask, serving
from fakes import Parrot


def test_words_come_as_json_unless_asked_otherwise():
    with serving() as client:
        answer = ask(client)
    assert answer.status_code == 200
    assert answer.json() == {"text": "Hello there.", "usage": {"type": "duration", "seconds": 3}}


def test_text_is_text():
    with serving() as client:
        answer = ask(client, response_format="text")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text == "Hello there.\n"


def test_verbose_json_tells_segments_as_openai_does():
    with serving() as client:
        answer = ask(client, response_format="verbose_json").json()
    (segment,) = answer.pop("segments")
    assert answer == {
        "task": "transcribe",
        "language": "en",
        "language_probability": 0.98,
        "duration": 2.5,
        "text": "Hello there.",
        "usage": {"type": "duration", "seconds": 3},
    }
    assert segment == {
        "id": 0,
        "seek": 0,
        "start": 0.0,
        "end": 1.0,
        "text": " Hello there.",
        "tokens": [50364, 2425],
        "temperature": 0.0,
        "avg_logprob": -0.3,
        "compression_ratio": 0.9,
        "no_speech_prob": 0.02,
    }


def test_words_have_times_and_probabilities_where_asked_for():
    both = {"response_format": "verbose_json", "timestamp_granularities[]": ["word", "segment"]}
    with serving() as client:
        answer = ask(client, **both).json()
    assert answer["words"] == [
        {"word": " Hello", "start": 0.0, "end": 0.4, "probability": 0.9},
        {"word": " there.", "start": 0.5, "end": 0.9, "probability": 0.9},
    ]
    assert len(answer["segments"]) == 1


def test_words_alone_come_without_segments():
    alone = {"response_format": "verbose_json", "timestamp_granularities[]": "word"}
    with serving() as client:
        answer = ask(client, **alone).json()
    assert "words" in answer
    assert "segments" not in answer


def test_word_times_cost_time_and_are_only_made_where_they_are_told():
    parrot = Parrot()
    with serving(parrot) as client:
        ask(client, **{"timestamp_granularities[]": "word"})
        ask(client, response_format="verbose_json")
        ask(client, **{"response_format": "verbose_json", "timestamp_granularities[]": "word"})
    assert [wish.words for wish in parrot.wishes] == [False, False, True]


def test_the_model_is_told_language_prompt_and_temperature():
    parrot = Parrot()
    with serving(parrot) as client:
        ask(client, language="de", prompt="Undertone, Callytics", temperature="0.4")
        ask(client, language="", prompt="")
    told, untold = parrot.wishes
    assert (told.language, told.prompt, told.temperature) == ("de", "Undertone, Callytics", 0.4)
    assert (untold.language, untold.prompt, untold.temperature) == (None, None, 0.0)


@pytest.mark.parametrize("tag", ["en-US", "en_GB", "EN"])
def test_a_language_may_be_told_with_its_country(tag):
    parrot = Parrot()
    with serving(parrot) as client:
        ask(client, language=tag)
    assert parrot.wishes[0].language == "en"


@pytest.mark.parametrize("model", ["base", "whisper-1", None])
def test_the_model_goes_by_its_name_and_by_openais(model):
    with serving() as client:
        assert ask(client, **({"model": model} if model else {})).status_code == 200


def test_the_model_is_listed():
    with serving() as client:
        listed = client.get("/v1/models").json()
    assert listed["object"] == "list"
    assert [model["id"] for model in listed["data"]] == ["base"]


def test_a_model_by_path_goes_by_its_directorys_name(tmp_path):
    (tmp_path / "our-own").mkdir()
    with serving(model=str(tmp_path / "our-own")) as client:
        assert client.get("/v1/models").json()["data"][0]["id"] == "our-own"


def test_health_names_the_model_and_how_it_computes():
    with serving() as client:
        answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "model": "base",
        "device": "cpu",
        "compute_type": "int8",
        "running": 0,
        "waiting": 0,
    }


def test_prometheus_is_told_what_was_answered_and_how_long_it_was():
    with serving() as client:
        ask(client)
        ask(client, response_format="srt")
        page = client.get("/metrics").text
    assert 'transcriber_answers_total{status="200"} 1.0' in page
    assert 'transcriber_answers_total{status="400"} 1.0' in page
    assert "transcriber_audio_seconds_total 2.5" in page
    assert "transcriber_work_seconds_count 1.0" in page
    assert 'transcriber_model_info{compute_type="int8",device="cpu",model="base"} 1.0' in page
    assert "Hello" not in page
