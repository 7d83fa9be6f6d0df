"""A bounded queue before a few threads."""

from __future__ import annotations

import asyncio
import logging
import math
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from transcriber.meters import Meters
from transcriber.refusal import Refusal
from transcriber.transcript import Transcript

Job = Callable[["Patience"], Transcript]
_LOG = logging.getLogger("transcriber")


class Patience:
    """How long somebody waits for a job. The job asks between two segments: Whisper cannot be stopped within one."""

    def __init__(self, work_s: float) -> None:
        self._work_s = work_s
        self._ends = math.inf
        self._gone = threading.Event()

    def begin(self) -> None:
        """The work begins now; time in the queue does not count."""
        self._ends = time.monotonic() + self._work_s

    def give_up(self) -> None:
        """Nobody waits any more."""
        self._gone.set()

    def check(self) -> None:
        """Raises if the work is in vain."""
        if self._gone.is_set():
            raise Refusal(503, "given_up", "the work was given up")
        if time.monotonic() > self._ends:
            raise Refusal(503, "took_too_long", f"the work took longer than {self._work_s:g} s")


@dataclass(frozen=True)
class Work:
    """A job in the queue or past it."""

    result: asyncio.Future[Transcript]
    patience: Patience
    _running: Future[Transcript]

    def give_up(self) -> None:
        """Leaves the queue, or ends at the next segment."""
        self.patience.give_up()
        self._running.cancel()


class WorkQueue:
    """Takes jobs in order, and refuses more than may wait. Belongs to the event loop's thread."""

    _USUAL_S = 3.0  # of a job, until one has been seen: a pack of 28 s at ten times real time

    def __init__(self, workers: int, waiting: int, work_s: float, meters: Meters) -> None:
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="transcribe")
        self._workers = workers
        self._room = workers + waiting
        self._work_s = work_s
        self._meters = meters
        self._admitted: dict[Future[Transcript], Work] = {}
        self._usual_s = self._USUAL_S
        self.closing = False

    @property
    def running(self) -> int:
        """Jobs that a thread has taken."""
        return min(len(self._admitted), self._workers)

    @property
    def waiting(self) -> int:
        """Jobs that no thread has taken."""
        return len(self._admitted) - self.running

    def require_room(self) -> None:
        """Refuses if a job would be refused now."""
        if self.closing:
            raise _stopping()
        if len(self._admitted) >= self._room:
            wait_s = math.ceil(self._usual_s * (self.waiting + 1) / self._workers)
            raise Refusal(429, "busy", f"{self.waiting} requests wait already", retry_after_s=min(max(wait_s, 1), 60))

    def submit(self, job: Job) -> Work:
        """Puts a job at the end of the queue."""
        self.require_room()
        loop = asyncio.get_running_loop()
        result: asyncio.Future[Transcript] = loop.create_future()
        result.add_done_callback(lambda done: done.exception())  # or asyncio logs what nobody awaits
        patience = Patience(self._work_s)
        running = self._threads.submit(self._timed, job, patience, time.monotonic())
        work = Work(result, patience, running)
        self._admitted[running] = work
        self._show()
        running.add_done_callback(lambda done: loop.call_soon_threadsafe(self._leave, done))
        return work

    def close(self) -> None:
        """Admits nothing more and refuses what waits; what runs may finish."""
        self.closing = True
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def drain(self) -> None:
        """Gives up what still runs and waits for its threads."""
        self.close()
        for work in self._admitted.values():
            work.patience.give_up()
        await asyncio.to_thread(self._threads.shutdown, wait=True)

    def _timed(self, job: Job, patience: Patience, queued: float) -> Transcript:
        began = time.monotonic()
        self._meters.wait.observe(began - queued)
        patience.begin()
        try:
            return job(patience)
        except Refusal:
            raise
        except Exception as e:
            # Told without its message, which may quote what was said.
            where = "".join(traceback.format_tb(e.__traceback__))
            _LOG.error("a transcription failed by %s\n%s", type(e).__name__, where)
            raise Refusal(500, "internal_error", "the transcription failed") from None
        finally:
            took = time.monotonic() - began
            self._meters.work.observe(took)
            self._usual_s += 0.2 * (took - self._usual_s)  # a race of two workers costs one observation

    def _leave(self, done: Future[Transcript]) -> None:
        result = self._admitted.pop(done).result
        self._show()
        if done.cancelled():
            result.set_exception(_stopping())
        elif error := done.exception():
            result.set_exception(error)
        else:
            result.set_result(done.result())

    def _show(self) -> None:
        self._meters.running.set(self.running)
        self._meters.waiting.set(self.waiting)


def _stopping() -> Refusal:
    return Refusal(503, "stopping", "the service is stopping", retry_after_s=5)
