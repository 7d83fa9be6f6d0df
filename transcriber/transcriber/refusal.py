"""Requests that are not answered with words."""

from __future__ import annotations

from fastapi.responses import JSONResponse


class Refusal(Exception):
    """Why a request is not answered with words. Never quotes what was sent, which may be what somebody said."""

    def __init__(
        self, status: int, code: str, message: str, *, param: str | None = None, retry_after_s: int | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.param = param
        self.retry_after_s = retry_after_s

    def response(self) -> JSONResponse:
        """The answer in OpenAI's shape of an error."""
        headers = {} if self.retry_after_s is None else {"Retry-After": str(self.retry_after_s)}
        if self.status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        error = {"message": str(self), "type": self._kind(), "param": self.param, "code": self.code}
        return JSONResponse({"error": error}, self.status, headers)

    def _kind(self) -> str:
        if self.status == 429:
            return "rate_limit_error"
        return "server_error" if self.status >= 500 else "invalid_request_error"
