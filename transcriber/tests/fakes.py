"""Recognizers that do as they are told."""

import threading

from faster_whisper.transcribe import Segment, Word

from transcriber.transcript import Transcript


def segment(text, start=0.0, end=1.0, words=None):
    return Segment(
        id=1,
        seek=0,
        start=start,
        end=end,
        text=text,
        tokens=[50364, 2425],
        avg_logprob=-0.3,
        compression_ratio=0.9,
        words=words,
        no_speech_prob=0.02,
        temperature=0.0,
    )


def words(text):
    return [Word(at * 0.5, at * 0.5 + 0.4, " " + word, probability=0.9) for at, word in enumerate(text.split())]


class Parrot:
    """Hears what it was told to hear, and remembers what it was asked."""

    device = "cpu"
    compute_type = "int8"
    languages = frozenset({"en", "de"})

    def __init__(self, text="Hello there."):
        self.text = text
        self.wishes = []

    def transcribe(self, recording, wish, patience):
        patience.check()
        self.wishes.append(wish)
        heard = segment(" " + self.text, words=words(self.text) if wish.words else None)
        return Transcript(wish.language or "en", 0.98, 2.5, (heard,))


class Sleeper(Parrot):
    """Works on a recording until it is let go, or told that nobody waits."""

    def __init__(self):
        super().__init__()
        self.began = threading.Semaphore(0)
        self.go = threading.Event()
        self.gave_up = threading.Event()

    def transcribe(self, recording, wish, patience):
        self.began.release()
        try:
            while not self.go.wait(0.01):
                patience.check()
        except Exception:
            self.gave_up.set()
            raise
        return super().transcribe(recording, wish, patience)
