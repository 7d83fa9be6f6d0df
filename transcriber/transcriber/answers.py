"""Answers to requests that may come again."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from transcriber.refusal import Refusal
from transcriber.work import Work


@dataclass(frozen=True)
class _Answer:
    fingerprint: str
    work: Work
    born: float


def fingerprint(*parts: bytes) -> str:
    """Tells two requests apart that bear the same key."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


class Answers:
    """Work by Idempotency-Key, finished or not, so that a request that comes again is answered by the first one's work.

    Bounded in number and age, in memory alone: an answer is what somebody said. Failures are forgotten at once; a
    repeat tries again. Work that has not finished is never evicted: the queue bounds it.
    """

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._by_key: OrderedDict[str, _Answer] = OrderedDict()

    def __contains__(self, key: str | None) -> bool:
        self._forget_old()
        return key in self._by_key

    def find(self, key: str | None, print_: str) -> Work | None:
        """The work that answers this request too, if it is known."""
        self._forget_old()
        if key is None or (answer := self._by_key.get(key)) is None:
            return None
        if answer.fingerprint != print_:
            raise Refusal(422, "idempotency_key_reused", "this Idempotency-Key came with another request before")
        return answer.work

    def keep(self, key: str | None, print_: str, work: Work) -> None:
        """Remembers work for whoever asks again."""
        if key is None or self._most == 0:
            return
        self._by_key[key] = _Answer(print_, work, self._clock())
        work.result.add_done_callback(lambda done: self._forget_failed(key) if done.exception() else None)

    def _forget_failed(self, key: str) -> None:
        self._by_key.pop(key, None)

    def _forget_old(self) -> None:
        finished = [key for key, answer in self._by_key.items() if answer.work.result.done()]
        surplus = max(len(self._by_key) - self._most, 0)
        for at, key in enumerate(finished):
            if at < surplus or self._clock() - self._by_key[key].born > self._seconds:
                del self._by_key[key]
