"""Loads the model, answers until told to stop."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
from pathlib import Path

import ctranslate2
import uvicorn

from transcriber import weights, whisper
from transcriber.api import Service, create_app
from transcriber.settings import Settings, settings_of

_LOG = logging.getLogger("transcriber")


class Server(uvicorn.Server):
    """Says where it listens; when told to stop it turns away what waits and finishes what runs."""

    def __init__(self, config: uvicorn.Config, service: Service, announce: Path | None) -> None:
        super().__init__(config)
        self._service = service
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listens, then says so."""
        await super().startup(sockets)
        host, port = self.servers[0].sockets[0].getsockname()[:2]
        address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        _LOG.info("listening on %s", address)
        if self._announce is not None:
            draft = self._announce.with_suffix(".part")
            draft.write_text(address + "\n")
            draft.replace(self._announce)  # whoever waits for the file reads all of it

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Refuses what waits, or it would be worked off first."""
        _LOG.info("stopping")
        self._service.queue.close()
        await super().shutdown(sockets)


def main() -> None:
    """The command."""
    settings = settings_of(sys.argv[1:], os.environ)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for chatty in ("faster_whisper", "httpx", "libav"):
        logging.getLogger(chatty).setLevel(logging.WARNING)  # faster-whisper's DEBUG quotes what was said
    if settings.until_stdin_closes:
        threading.Thread(target=_stop_with_stdin, daemon=True).start()
    try:
        model = weights.locate(settings.model, settings.cache)
        recognizer = whisper.load(model, settings, ctranslate2.get_cuda_device_count())
    except (weights.WeightsError, RuntimeError, ValueError) as e:
        sys.exit(f"transcriber: {e}")
    _LOG.info("%s loaded, on %s by %s", settings.model, recognizer.device, recognizer.compute_type)
    app = create_app(settings, recognizer)
    Server(_config(app, settings), app.state.service, settings.announce).run()


def _config(app: object, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        host=settings.host,
        port=settings.port,
        log_config=None,
        log_level="error",  # Java's client offers HTTP/2 with each connection, which is a warning each
        access_log=False,
        timeout_graceful_shutdown=max(int(settings.grace_s), 1),
    )


def _stop_with_stdin() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
