"""What the service counts."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256)


class Meters:
    """Prometheus's view of one service, in a registry of its own: two services in one process do not mix."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.answers = self._counter("answers", "Answers to transcription requests", "status")
        self.repeats = self._counter("repeats", "Requests that an earlier one's Idempotency-Key answered")
        self.audio = self._counter("audio_seconds", "Seconds of audio transcribed")
        self.running = self._gauge("running", "Transcriptions at work")
        self.waiting = self._gauge("waiting", "Requests that wait for a worker")
        self.wait = self._histogram("wait_seconds", "Time of a request in the queue")
        self.work = self._histogram("work_seconds", "Time of a request at work")
        self._model = self._gauge("model_info", "The model that answers", "model", "device", "compute_type")

    def serves(self, model: str, device: str, compute_type: str) -> None:
        """Names the model."""
        self._model.labels(model, device, compute_type).set(1)

    def page(self) -> bytes:
        """All of it in Prometheus's text format."""
        return generate_latest(self._registry)

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(f"transcriber_{name}", about, labels, registry=self._registry)

    def _gauge(self, name: str, about: str, *labels: str) -> Gauge:
        return Gauge(f"transcriber_{name}", about, labels, registry=self._registry)

    def _histogram(self, name: str, about: str) -> Histogram:
        return Histogram(f"transcriber_{name}", about, buckets=_SECONDS, registry=self._registry)
