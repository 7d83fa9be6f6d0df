"""The service: OpenAI's transcription API over one Whisper model."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from transcriber.answers import Answers, fingerprint
from transcriber.form import read_form
from transcriber.formats import render
from transcriber.meters import Meters
from transcriber.refusal import Refusal
from transcriber.settings import Settings
from transcriber.transcript import Transcript
from transcriber.whisper import Recognizer
from transcriber.work import Work, WorkQueue

TRANSCRIPTIONS = "/v1/audio/transcriptions"
_ANY_MODEL = "whisper-1"  # what OpenAI's clients ask for unless told otherwise
_LONGEST_KEY = 255


class Service:
    """What the routes do."""

    def __init__(self, settings: Settings, recognizer: Recognizer) -> None:
        self.meters = Meters()
        self.queue = WorkQueue(settings.workers, settings.waiting, settings.max_work_s, self.meters)
        self.model = Path(settings.model).name if Path(settings.model).is_dir() else settings.model
        self._settings = settings
        self._recognizer = recognizer
        self._answers = Answers(settings.answers, settings.answers_s)
        self.meters.serves(self.model, recognizer.device, recognizer.compute_type)

    async def require_key(self, request: Request) -> None:
        """Turns away who does not know the API key, before the request's body is read."""
        expected = self._settings.api_key
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if expected and not (scheme.lower() == "bearer" and hmac.compare_digest(given.encode(), expected.encode())):
            raise Refusal(401, "invalid_api_key", "expected the API key as bearer token")

    async def transcribe(self, request: Request) -> Response:
        """The words of a recording."""
        key = _repeat_key(request)
        if key not in self._answers:
            self.queue.require_room()  # before the recording is read
        wish, recording = await read_form(request, self._settings.max_bytes)
        if wish.model not in (None, _ANY_MODEL, self.model):
            raise Refusal(404, "model_not_found", f"the model here is {self.model}", param="model")
        print_ = fingerprint(wish.serialized(), recording)
        work = self._answers.find(key, print_)
        if repeated := work is not None:
            self.meters.repeats.inc()
        else:
            work = self.queue.submit(lambda patience: self._recognizer.transcribe(recording, wish, patience))
            work.result.add_done_callback(self._count)
            self._answers.keep(key, print_, work)
        response = render(await _outcome(request, work, abandon=key is None), wish)
        if repeated:
            response.headers["Idempotent-Replayed"] = "true"
        return response

    def _count(self, done: asyncio.Future[Transcript]) -> None:
        if done.exception() is None:
            self.meters.audio.inc(done.result().duration_s)

    async def models(self) -> dict[str, Any]:
        """The one model."""
        model = {"id": self.model, "object": "model", "created": 0, "owned_by": "undertone"}
        return {"object": "list", "data": [model]}

    async def health(self) -> JSONResponse:
        """Whether a request would be worked on: the model is loaded before anything is answered."""
        status = {
            "status": "stopping" if self.queue.closing else "ok",
            "model": self.model,
            "device": self._recognizer.device,
            "compute_type": self._recognizer.compute_type,
            "running": self.queue.running,
            "waiting": self.queue.waiting,
        }
        return JSONResponse(status, 503 if self.queue.closing else 200)

    async def metrics(self) -> Response:
        """For Prometheus."""
        return Response(self.meters.page(), media_type=CONTENT_TYPE_LATEST)


def create_app(settings: Settings, recognizer: Recognizer) -> FastAPI:
    """The service with its routes."""
    service = Service(settings, recognizer)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await service.queue.drain()

    app = FastAPI(title="transcriber", lifespan=lifespan, openapi_url=None)
    app.state.service = service
    openai = APIRouter(dependencies=[Depends(service.require_key)])
    openai.add_api_route(TRANSCRIPTIONS, service.transcribe, methods=["POST"], response_model=None)
    openai.add_api_route("/v1/models", service.models)
    app.include_router(openai)
    app.add_api_route("/health", service.health, response_model=None)
    app.add_api_route("/metrics", service.metrics, response_model=None)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(HTTPException, _not_found)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(_AnswerCount, meters=service.meters)
    return app


class _AnswerCount:
    """Counts answers by status. Not FastAPI's kind of middleware, which hides from a route that its client has gone."""

    def __init__(self, app: ASGIApp, meters: Meters) -> None:
        self._app = app
        self._meters = meters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def counting(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._meters.answers.labels(message["status"]).inc()
            await send(message)

        try:
            await self._app(scope, receive, counting if scope.get("path") == TRANSCRIPTIONS else send)
        except Exception:
            self._meters.answers.labels(500).inc()
            raise


async def _outcome(request: Request, work: Work, abandon: bool) -> Transcript:
    """What comes of the work. When the client goes, so does the work, unless a repeat may ask for it by its key."""
    gone = asyncio.create_task(_departure(request))
    try:
        await asyncio.wait({work.result, gone}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        gone.cancel()
        if abandon and not work.result.done():
            work.give_up()
    if not work.result.done():
        raise Refusal(499, "client_gone", "the client has gone")  # nobody reads this but the meters
    return work.result.result()


async def _departure(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _repeat_key(request: Request) -> str | None:
    key = request.headers.get("idempotency-key")
    if key is not None and not 0 < len(key) <= _LONGEST_KEY:
        raise Refusal(400, "invalid_idempotency_key", f"expected an Idempotency-Key of 1 to {_LONGEST_KEY} characters")
    return key


async def _refused(_: Request, refusal: Refusal) -> Response:
    return refusal.response()


async def _not_found(_: Request, error: HTTPException) -> Response:
    return Refusal(error.status_code, "unknown_url", f"{error.detail}: see {TRANSCRIPTIONS}").response()


async def _broken(_: Request, error: Exception) -> Response:
    logging.getLogger("transcriber").error("a request failed by %s", type(error).__name__)
    return Refusal(500, "internal_error", "the service failed on this request").response()
