"""Makes models that never heard those whom they judge: ``python fold_emotion.py --help``.

Alerts are measured by them: ``undertone models evaluate alerts``. Only the head differs from the model that ships.
"""

import argparse
import json
from pathlib import Path

import numpy as np

import ctranslate2
from emotion_card import write_fold_card
from emotion_corpus import Corpus
from emotion_data import calm
from emotion_folds import Fold, folds, manifest, without
from emotion_lessons import final_head, leave_one_speaker_out
from emotion_model import emotion_model
from emotion_report import prior, thresholds
from onnx_graphs import save
from train_emotion import check_vector, corpus, sources

SEED = 4


def main() -> None:
    """Writes a model and a card for each fold, and who has heard whom."""
    options = arguments()
    weights = ctranslate2.read_wheel(options.package)
    heard = corpus(options, weights)
    held_back = {clip.speaker for clip in calm(options.audio / "librispeech", held_back=True)}
    made = folds(set(heard.calm_of.tolist()), held_back, SEED)
    levels = thresholds(leave_one_speaker_out(heard))
    options.folds.mkdir(parents=True, exist_ok=True)
    for fold in made:
        write(fold, without(heard, fold), weights, levels, options.folds)
    (options.folds / "folds.json").write_text(json.dumps(manifest(made), indent=1) + "\n")


def write(fold: Fold, heard: Corpus, whisper: dict[str, np.ndarray], levels: dict[str, float], folder: Path) -> None:
    """The fold's model and card: thresholds of the model that ships, a prior by its rule, from what the fold heard."""
    model = emotion_model(whisper, final_head(heard))
    weights = folder / f"{fold.id}.onnx"
    save(model, weights)
    calm_output = prior(leave_one_speaker_out(heard))
    write_fold_card(folder / f"{fold.id}.yaml", weights, levels, calm_output, check_vector(model))
    print(f"{fold.id}: has not heard {', '.join(fold.actors)} and {len(fold.readers)} readers; prior {calm_output}")


def arguments() -> argparse.Namespace:
    """The same sources as the model that ships, and a directory outside of the project."""
    parser = sources(__doc__)
    parser.add_argument("--folds", type=Path, required=True, help="directory for models, cards and folds.json")
    return parser.parse_args()


if __name__ == "__main__":
    main()
