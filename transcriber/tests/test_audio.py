import io

import av
import numpy as np
import pytest

from bed import wav
from transcriber.audio import RATE, decode
from transcriber.refusal import Refusal

TONE = 8_000 * np.sin(2 * np.pi * 440 * np.arange(8_000) / 8_000)


def encoded(kind, codec, samples, rate=8_000):
    file = io.BytesIO()
    with av.open(file, "w", format=kind) as container:
        stream = container.add_stream(codec, rate=rate, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.asarray(samples, np.int16)[None], format="s16", layout="mono")
        frame.rate = rate
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    return file.getvalue()


def test_telephone_audio_is_heard_at_whispers_rate():
    samples = decode(wav(TONE), 10)
    assert samples.dtype == np.float32
    assert len(samples) == RATE
    spectrum = np.abs(np.fft.rfft(samples))
    assert np.argmax(spectrum) == 440
    assert np.sqrt(np.mean(samples**2)) == pytest.approx(8_000 / 32_768 / np.sqrt(2), rel=0.01)


@pytest.mark.parametrize(("kind", "codec"), [("wav", "pcm_mulaw"), ("wav", "pcm_alaw"), ("flac", "flac")])
def test_common_formats_are_read(kind, codec):
    assert len(decode(encoded(kind, codec, TONE), 10)) == pytest.approx(RATE, abs=RATE // 50)


def test_a_recording_of_exactly_the_limit_passes_and_one_sample_more_does_not():
    assert len(decode(wav(TONE), 1.0)) == RATE
    with pytest.raises(Refusal) as refused:
        decode(wav([*TONE, 0]), 1.0)
    assert (refused.value.status, refused.value.code) == (413, "audio_too_long")


def test_a_small_file_that_unpacks_to_hours_is_refused_at_the_limit():
    hours = encoded("flac", "flac", np.zeros(8_000 * 3_600, np.int16))
    assert len(hours) < 1 << 20
    with pytest.raises(Refusal) as refused:
        decode(hours, 60)
    assert refused.value.status == 413


@pytest.mark.parametrize("garbage", [b"", b"RIFF", b"\0" * 4_096, b"not audio at all" * 100, wav(TONE)[:40]])
def test_garbage_is_refused(garbage):
    with pytest.raises(Refusal) as refused:
        decode(garbage, 10)
    assert refused.value.status == 400


def test_a_file_without_samples_is_refused():
    with pytest.raises(Refusal) as refused:
        decode(wav([]), 10)
    assert refused.value.status == 400


def test_a_script_opens_no_file_of_the_servers(tmp_path, monkeypatch):
    """FFmpeg would follow it, in the directory where the service runs: a way to hear what it may read."""
    (tmp_path / "inner.wav").write_bytes(wav(TONE))
    monkeypatch.chdir(tmp_path)
    script = b"ffconcat version 1.0\nfile inner.wav\n"
    with av.open(io.BytesIO(script)) as followed:
        assert followed.streams.audio
    with pytest.raises(Refusal) as refused:
        decode(script, 10)
    assert refused.value.code == "audio_unreadable"
