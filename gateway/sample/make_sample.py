#!/usr/bin/env python3
"""Renders billing_complaint.dialogue with Debian's flite and sox as a telephone call: stereo, left the customer.

Needed only to change the sample; nothing in the build or at run time calls it.
    apt-get install flite sox && ./make_sample.py
"""

import array
import dataclasses
import math
import pathlib
import random
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent / "src/main/resources/io/undertone/gateway/sample"
RATE = 8_000
VOICE = {"customer": "slt", "agent": "rms"}
# Loud speech stands 11 dB higher and peaks about 16 dB over its mean: -31 leaves it room below full scale.
USUAL_DBFS = {"customer": -31.0, "agent": -27.0}
LINE_NOISE_DBFS = -66.0
# What the agent says to be enrolled: none of it is in the call.
ENROLMENT = "My voice is my badge. I help people with orders and returns, from Monday to Friday."
TAIL_SECONDS = 1.0


@dataclasses.dataclass(frozen=True)
class Turn:
    """What one person says, and how."""

    who: str
    pause_s: float
    level_db: float
    stretch: float
    words: str


def dialogue(path: pathlib.Path) -> list[Turn]:
    """The turns in order; a hold is a turn without words whose stretch is unused."""
    turns = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split(maxsplit=4)
        if not fields or fields[0].startswith("#"):
            continue
        if fields[0] == "hold":
            turns.append(Turn("hold", float(fields[1]), 0.0, 1.0, ""))
        else:
            turns.append(Turn(fields[0], float(fields[1]), float(fields[2]), float(fields[3]), fields[4]))
    return turns


def spoken(turn: Turn, scratch: pathlib.Path) -> array.array:
    """The turn's samples, in the band of a telephone and at its level, without flite's silence around it."""
    wide, raw = scratch / "wide.wav", scratch / "turn.raw"
    stretch = f"duration_stretch={turn.stretch}"
    subprocess.run(["flite", "-voice", VOICE[turn.who], "--setf", stretch, "-t", turn.words, "-o", wide], check=True)
    band = ["sinc", "200-3400", "silence", "1", "0.01", "0.1%", "reverse", "silence", "1", "0.01", "0.1%", "reverse"]
    linear = ["-r", str(RATE), "-e", "signed", "-b", "16", "-c", "1", "-t", "raw"]
    # 12 dB down first, so that the filter cannot clip.
    subprocess.run(["sox", "-D", "-v", "0.25", wide, *linear, raw, *band], check=True)
    samples = array.array("h", raw.read_bytes())
    gain = 10 ** ((USUAL_DBFS[turn.who] + turn.level_db - speech_dbfs(samples)) / 20)
    return array.array("h", (clipless(round(sample * gain)) for sample in samples))


def clipless(sample: int) -> int:
    """The sample itself; a sample beyond full scale is an error of the dialogue's levels."""
    if abs(sample) > 32_000:
        raise ValueError(f"a turn would clip at {sample}: lower its level")
    return sample


def mean_square(samples: array.array) -> float:
    """Mean square, full scale = 1."""
    return sum((sample / 32_768) ** 2 for sample in samples) / max(1, len(samples))


def speech_dbfs(samples: array.array) -> float:
    """RMS of what is speech: frames of 32 ms within 30 dB of the loudest."""
    frames = [mean_square(samples[at : at + 256]) for at in range(0, len(samples), 256)]
    heard = [frame for frame in frames if frame > max(frames) / 1_000]
    return 10 * math.log10(sum(heard) / len(heard))


def line_noise(samples: int, seed: int) -> array.array:
    """The hiss of an open line."""
    source = random.Random(seed)
    sigma = 32_768 * 10 ** (LINE_NOISE_DBFS / 20)
    return array.array("h", (round(source.gauss(0, sigma)) for _ in range(samples)))


def place(turns: list[Turn], scratch: pathlib.Path) -> tuple[list[tuple[Turn, int, array.array]], tuple[int, int], int]:
    """Every turn with its first sample and its samples; begin and end of the hold; the length of the call."""
    placed, hold, now = [], (0, 0), 0
    for turn in turns:
        if turn.who == "hold":
            # Half a second to put the receiver down; the hold lies on whole tenths of a second, as frames do.
            begin = -(-(now + RATE // 2) // 800) * 800
            now = begin + round(turn.pause_s * RATE)
            hold = (begin, now)
        else:
            samples = spoken(turn, scratch)
            begin = now + round(turn.pause_s * RATE)
            placed.append((turn, begin, samples))
            now = max(now, begin + len(samples))
    return placed, hold, now + round(TAIL_SECONDS * RATE)


def legs(placed: list[tuple[Turn, int, array.array]], hold: tuple[int, int], length: int) -> dict[str, array.array]:
    """A whole leg of samples for each person; the hold is dead silence."""
    result = {who: line_noise(length, seed) for seed, who in enumerate(VOICE)}
    for turn, begin, samples in placed:
        leg = result[turn.who]
        for at, sample in enumerate(samples, begin):
            leg[at] += sample
    for leg in result.values():
        leg[hold[0] : hold[1]] = array.array("h", bytes(2 * (hold[1] - hold[0])))
    return result


def write(heard: dict[str, array.array], hold: tuple[int, int], scratch: pathlib.Path) -> None:
    """The recording in mu-law, left the customer, and what it cannot say itself."""
    stereo = array.array("h", bytes(4 * len(heard["customer"])))
    stereo[0::2], stereo[1::2] = heard["customer"], heard["agent"]
    raw = scratch / "stereo.raw"
    raw.write_bytes(stereo.tobytes())
    linear = ["-r", str(RATE), "-e", "signed", "-b", "16", "-c", "2", "-t", "raw", raw]
    TARGET.mkdir(parents=True, exist_ok=True)
    subprocess.run(["sox", "-D", *linear, "-e", "u-law", "-b", "8", TARGET / "billing_complaint.wav"], check=True)
    place_of_hold = f"# Written by make_sample.py.\nhold={hold[0] / RATE:.1f}-{hold[1] / RATE:.1f}\n"
    (TARGET / "billing_complaint.properties").write_text(place_of_hold, encoding="utf-8")


def write_enrolment(scratch: pathlib.Path) -> float:
    """The agent's voice on its own, in mu-law; returns its seconds."""
    said = spoken(Turn("agent", 0.0, 0.0, 1.0, ENROLMENT), scratch)
    samples = line_noise(len(said) + RATE // 2, len(VOICE))
    for at, sample in enumerate(said, RATE // 4):
        samples[at] += sample
    raw = scratch / "enrolment.raw"
    raw.write_bytes(samples.tobytes())
    linear = ["-r", str(RATE), "-e", "signed", "-b", "16", "-c", "1", "-t", "raw", raw]
    subprocess.run(["sox", "-D", *linear, "-e", "u-law", "-b", "8", TARGET / "agent_voice.wav"], check=True)
    return len(samples) / RATE


def main() -> None:
    """Writes the sample and prints where and how loud each turn is."""
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        placed, hold, length = place(dialogue(HERE / "billing_complaint.dialogue"), scratch)
        write(legs(placed, hold, length), hold, scratch)
        enrolment = write_enrolment(scratch)
    print(f"{length / RATE:.1f} s, hold {hold[0] / RATE:.1f}-{hold[1] / RATE:.1f} s; enrolment {enrolment:.1f} s")
    for turn, begin, samples in placed:
        peak = 20 * math.log10(max(map(abs, samples)) / 32_768)
        wpm = 60 * len(turn.words.split()) * RATE / len(samples)
        span = f"{begin / RATE:5.1f}-{(begin + len(samples)) / RATE:5.1f} s"
        levels = f"{speech_dbfs(samples):6.1f} dBFS, peak {peak:5.1f}"
        print(f"{turn.who:8} {span} {levels}, {wpm:3.0f} words/min: {turn.words}")


if __name__ == "__main__":
    main()
