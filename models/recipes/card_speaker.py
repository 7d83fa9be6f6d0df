"""Prints the speaker model's card from what was measured: ``python card_speaker.py evaluation.json MODEL.onnx``."""

import hashlib
import json
import sys
from pathlib import Path

from embed_speaker import CHECK_SECONDS
from evaluate_speaker import onnx_embedder
from telephony import RATE, check_signal

SELF_CHECK_VALUES = 8
CARD = """\
id: undertone-speaker
version: "1"
task: speaker
source: {{repository: weights/{file}}}
sha256: {sha256}
licence: Apache-2.0
origin: >-
  GE2E's LSTM as published in resemblyzer 0.1.4 (Apache-2.0; trained on LibriSpeech-other, VoxCeleb 1 and 2), adapted to
  8 kHz telephone speech on LibriSpeech train-clean-100 (211 speakers, one utterance each; CC BY 4.0) and on six of the
  ten actors of EmoDB (cite Burkhardt et al., Interspeech 2005).
input:
  name: samples
  front_end: waveform
  sample_rate: 8000
  min_seconds: 1.5
  max_seconds: 30
  level_dbfs: null                  # folded into the graph, as framing, mel bands, slices and their mean are
output: {{name: embedding, dimensions: 256, activation: none}}
thresholds: {{high: {high}, low: {low}}}
calibrated_on: >-
  {different} different pairs of 3 s pieces of the 40 LibriSpeech speakers held out, through the telephone channel:
  high at 0.1 % false accepts, low at 1 %; of same pairs they refuse {refused_high} and {refused_low} (a fraction).
  Read English speech, one session each; calibrate anew on your own calls.
self_check:
  samples: {samples}
  expected: [{expected}]
  tolerance: 0.002
quality:
  metric: equal error rate
  data: >-
    40 LibriSpeech and 4 EmoDB speakers that no training heard. LibriSpeech: non-overlapping 3 s pieces, or halves, of
    one recording per speaker: same session, so optimistic; speakers with several recordings will show more. EmoDB: all
    pairs of recordings of acted German by four people, and those of different emotions alone.
  channels: >-
    telephone: 300-3,400 Hz at 8 kHz, mu-law. random lines: noise at 8-35 dB, band limits, tilt, clipping, loss; a line
    of its own for every piece, drawn like those of the training.
  rows:
{rows}
  not_measured: several sessions of one speaker, children, lines of real calls, languages but English and German
recipe: recipes/train_speaker.py, recipes/export_speaker.py (see recipes/README.md)
"""


def rows(evaluation: dict) -> str:
    """A line per model and channel."""
    lines = []
    for channel, models in evaluation.items():
        for name, figures in models.items():
            rates = ", ".join(f"{k}: {v}" for k, v in figures.items() if k.startswith("eer"))
            lines.append(f'    - {{model: {name}, channel: "{channel}", {rates}}}')
    return "\n".join(lines)


def main(evaluation: str, model: str) -> None:
    """Prints the card."""
    measured, path = json.loads(Path(evaluation).read_text()), Path(model)
    adapted, samples = measured["telephone"]["adapted"], CHECK_SECONDS * RATE
    embedding = onnx_embedder(path)(check_signal(samples))
    print(
        CARD.format(
            file=path.name,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            different=f"{adapted['different_pairs_3s']:,}",
            samples=samples,
            expected=", ".join(f"{value:.6f}" for value in embedding[:SELF_CHECK_VALUES]),
            rows=rows(measured),
            **adapted["thresholds_3s"],
            **{f"refused_{key}": refused for key, refused in adapted["false_rejects_3s"].items()},
        ),
        end="",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
