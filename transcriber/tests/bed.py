"""Services to ask: in this process without a network, and on a port of their own."""

import contextlib
import dataclasses
import io
import threading
import wave
from pathlib import Path

import numpy as np
import pytest
import uvicorn
from fastapi.testclient import TestClient

from fakes import Parrot
from transcriber.api import TRANSCRIPTIONS, create_app
from transcriber.settings import Settings

AUDIO = Path(__file__).parents[2].parent / "shared" / "audio"


def wav(samples, rate=8_000):
    """A file of 16-bit samples of one channel."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(np.asarray(samples, np.int16).tobytes())
    return file.getvalue()


def recording(name):
    """A recording of a third party, which lies beside the project."""
    path = AUDIO / name
    if not path.is_file():
        pytest.fail(f"this test listens to {path}, which is missing: it belongs beside the project, in shared/audio")
    return path


TONE = wav(8_000 * np.sin(np.arange(8_000) / 3))


def ask(client, file=TONE, headers=None, **fields):
    """Asks for the words of a recording."""
    return client.post(TRANSCRIPTIONS, files={"file": ("call.wav", file)}, data=fields, headers=headers)


@contextlib.contextmanager
def serving(recognizer=None, **settings):
    """A client of a service with these settings."""
    app = create_app(dataclasses.replace(Settings(), **settings), recognizer or Parrot())
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@contextlib.contextmanager
def listening(recognizer, **settings):
    """The address of a service on a port."""
    app = create_app(dataclasses.replace(Settings(), **settings), recognizer)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            thread.join(0.01)
            assert thread.is_alive(), "the service did not start"
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
