"""Requests for transcription, as they come in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

from fastapi import Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from transcriber.refusal import Refusal

_GRANULARITIES = "timestamp_granularities[]"
_MOST_FIELDS = 32
_LONGEST_FIELD = 64 << 10


def _primary(tag: object) -> object:
    """Whisper knows languages, not countries: en of en-US."""
    return tag.replace("_", "-").split("-")[0].lower() if isinstance(tag, str) else tag


class Wish(BaseModel):
    """What is asked for: OpenAI's fields, of which those that Whisper has no use for are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    model: str | None = None
    language: Annotated[str | None, BeforeValidator(_primary)] = None
    prompt: str | None = None
    temperature: float = Field(0.0, ge=0, le=1)
    response_format: Literal["json", "text", "verbose_json"] = "json"
    granularities: frozenset[Literal["word", "segment"]] = Field(frozenset({"segment"}), alias=_GRANULARITIES)

    @property
    def words(self) -> bool:
        """Whether each word needs its times."""
        return self.response_format == "verbose_json" and "word" in self.granularities

    def serialized(self) -> bytes:
        """The same bytes for the same wish."""
        listed = self.model_dump() | {"granularities": sorted(self.granularities)}
        return repr(sorted(listed.items())).encode()


async def read_form(request: Request, max_bytes: int) -> tuple[Wish, bytes]:
    """The wish and the recording. Both stay in memory: what people say is written to no disk."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Refusal(400, "not_a_form", "expected a form: Content-Type multipart/form-data")
    if int(request.headers.get("content-length", 0)) > max_bytes:
        raise _too_large(max_bytes)
    parser = MultiPartParser(
        request.headers,
        _bounded(request, max_bytes),
        max_files=1,
        max_fields=_MOST_FIELDS,
        max_part_size=_LONGEST_FIELD,
    )
    parser.spool_max_size = max_bytes + 1
    try:
        form = await parser.parse()
    except MultiPartException as e:
        raise Refusal(400, "broken_form", "the form could not be read") from e
    try:
        return _wish(form), await _recording(form)
    finally:
        await form.close()


async def _bounded(request: Request, max_bytes: int) -> AsyncIterator[bytes]:
    seen = 0
    async for piece in request.stream():
        seen += len(piece)
        if seen > max_bytes:
            raise _too_large(max_bytes)
        yield piece


def _too_large(max_bytes: int) -> Refusal:
    return Refusal(413, "request_too_large", f"the request is larger than {max_bytes} bytes", param="file")


def _wish(form: FormData) -> Wish:
    fields: dict[str, Any] = {name: value for name, value in form.items() if isinstance(value, str) and value}
    if granularities := [value for value in form.getlist(_GRANULARITIES) if value]:
        fields[_GRANULARITIES] = granularities
    try:
        return Wish.model_validate(fields)
    except ValidationError as e:
        first = e.errors(include_input=False, include_url=False)[0]
        raise Refusal(400, "invalid_value", first["msg"], param=str(first["loc"][0])) from None


async def _recording(form: FormData) -> bytes:
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise Refusal(400, "missing_file", "expected the recording as a file in the field 'file'", param="file")
    return await file.read()
