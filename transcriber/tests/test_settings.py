import pytest

from transcriber.settings import settings_of


def test_options_come_before_environment_before_defaults():
    settings = settings_of(["--waiting", "3"], {"TRANSCRIBER_WAITING": "5", "TRANSCRIBER_WORKERS": "2"})
    assert (settings.waiting, settings.workers, settings.beam_size) == (3, 2, 5)


def test_the_api_key_is_no_option_and_is_never_shown(capsys):
    settings = settings_of([], {"TRANSCRIBER_API_KEY": "sk-secret"})
    assert settings.api_key == "sk-secret"
    assert "sk-secret" not in repr(settings)
    with pytest.raises(SystemExit):
        settings_of(["--api-key", "sk-secret"], {})
    assert "unrecognized arguments: --api-key" in capsys.readouterr().err


def test_an_empty_api_key_is_none():
    assert settings_of([], {"TRANSCRIBER_API_KEY": ""}).api_key is None


@pytest.mark.parametrize(
    ("option", "value", "complaint"),
    [
        ("--workers", "0", "workers must be positive, got 0"),
        ("--waiting", "-1", "waiting must not be negative, got -1"),
        ("--max-audio-s", "nan", "max_audio_s must be positive, got nan"),
        ("--device", "tpu", "device must be auto, cpu or cuda, got tpu"),
        ("--port", "http", "invalid int value: 'http'"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(capsys, option, value, complaint):
    with pytest.raises(SystemExit):
        settings_of([option, value], {})
    assert complaint in capsys.readouterr().err
