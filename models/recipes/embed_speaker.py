"""Prints the speaker embedding of a recording, or of the check signal, as JSON: what a test elsewhere compares with.

``python embed_speaker.py MODEL.onnx FILE`` or ``python embed_speaker.py MODEL.onnx check``
"""

import json
import sys
from pathlib import Path

from evaluate_speaker import onnx_embedder
from telephony import RATE, check_signal, load, to_8k

CHECK_SECONDS = 3


def main(model: str, recording: str) -> None:
    """Nine digits keep a float32 as it is."""
    x = check_signal(CHECK_SECONDS * RATE) if recording == "check" else to_8k(*load(Path(recording)))
    embedding = onnx_embedder(Path(model))(x)
    print(json.dumps({"samples": len(x), "embedding": [float(f"{value:.9g}") for value in embedding]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
