"""A file that holds a stream of lines, packed and sealed chunk by chunk, so that neither end needs it all at once.

It begins with a head in plain: what it is, the name of the key that opens it, and a salt. From key and salt a key for
this file alone is made. Each chunk is sealed with its number as the nonce, and with it are authenticated the head and
whether the chunk is the last, so that chunks can't be changed, swapped, left out or added unseen.
"""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import CannotDo
from storage.keyring import NONCE_BYTES, Keyring, MissingKey

KIND = b"steady backup "
FORMAT = 1
MAGIC = KIND + b"%d\n" % FORMAT
NAME_BYTES, SALT_BYTES, TAG_BYTES = 12, 32, 16
HEAD_BYTES = len(MAGIC) + NAME_BYTES + SALT_BYTES
LONGEST_LINE = 2**26  # bytes: no row of Steady's comes near it
CHUNK_BYTES = 2**20
PURPOSE = b"steady: the key of a backup"
QUICK = 1  # of zlib's levels; a higher one takes far longer and wins little, as most is sealed


class BadArchive(CannotDo):
    """A backup can't be used."""


class NotAsWritten(BadArchive):
    def __init__(self) -> None:
        super().__init__("It was cut short or changed since it was written.", "Take another one.")


class OfNewerSteady(BadArchive):
    def __init__(self) -> None:
        super().__init__("A newer Steady wrote it.", "Update this one.")


@dataclass(frozen=True, slots=True)
class _Seal:
    head: bytes
    cipher: AESGCM

    def context(self, number: int, *, is_last: bool) -> tuple[bytes, bytes]:
        """The nonce of a chunk, and what is authenticated with it."""
        return number.to_bytes(NONCE_BYTES, "big"), self.head + bytes([is_last])


class Packing:
    """Packs and seals what is written. Nothing is whole until `finish`."""

    def __init__(self, file: BinaryIO, keys: Keyring) -> None:
        salt = os.urandom(SALT_BYTES)
        self._seal = _Seal(MAGIC + keys.current.encode() + salt, AESGCM(keys.derived(keys.current, PURPOSE, salt)))
        self._file = file
        self._packer = zlib.compressobj(QUICK)
        self._waiting = bytearray()
        self._number = 0
        file.write(self._seal.head)

    def write(self, lines: bytes) -> None:
        self._waiting += self._packer.compress(lines)
        while len(self._waiting) > CHUNK_BYTES:
            self._write_chunk(is_last=False)

    def finish(self) -> None:
        self._waiting += self._packer.flush()
        while len(self._waiting) > CHUNK_BYTES:
            self._write_chunk(is_last=False)
        self._write_chunk(is_last=True)

    def _write_chunk(self, *, is_last: bool) -> None:
        nonce, context = self._seal.context(self._number, is_last=is_last)
        self._file.write(self._seal.cipher.encrypt(nonce, bytes(self._waiting[:CHUNK_BYTES]), context))
        del self._waiting[:CHUNK_BYTES]
        self._number += 1


def lines_of(file: BinaryIO, keys: Keyring) -> Iterator[bytes]:
    """The lines that were written, each without its end; the last one comes only from a whole file. Raises
    `BadArchive` and `MissingKey`."""
    rest = b""
    for piece in _unpacked(_chunks(file, _seal_of(file, keys))):
        *lines, rest = (rest + piece).split(b"\n")
        if len(rest) > LONGEST_LINE:
            raise NotAsWritten
        yield from lines


def _unpacked(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """In pieces of a chunk's size, however much they were packed."""
    unpacker = zlib.decompressobj()
    for chunk in chunks:
        packed, is_full = chunk, True
        while packed or is_full:
            try:
                piece = unpacker.decompress(packed, CHUNK_BYTES)
            except zlib.error:
                raise NotAsWritten from None
            yield piece
            packed, is_full = unpacker.unconsumed_tail, len(piece) == CHUNK_BYTES


def _seal_of(file: BinaryIO, keys: Keyring) -> _Seal:
    head = file.read(HEAD_BYTES)
    if not head.startswith(MAGIC):
        raise _not_of_this_format(head)
    name, salt = head[len(MAGIC) :][:NAME_BYTES], head[-SALT_BYTES:]
    if len(head) < HEAD_BYTES or not name.isalnum():
        raise NotAsWritten
    try:
        return _Seal(head, AESGCM(keys.derived(name.decode("ascii"), PURPOSE, salt)))
    except KeyError:
        raise MissingKey("The words in this backup", [name.decode("ascii")]) from None


def _not_of_this_format(head: bytes) -> BadArchive:
    """Why, where the head is another than that of today."""
    if _is_begun(head):
        return OfNewerSteady()
    return BadArchive("It is no backup of Steady's.", "Name one that `steady backup` wrote.")


def _is_begun(head: bytes) -> bool:
    """Whether an archive begins so, of whatever format."""
    return head.startswith(KIND) and head[len(KIND) :].split(b"\n")[0].isdigit()


def is_archive(file: Path) -> bool:
    """Whether the file begins as an archive does. Raises `OSError` where it can't be read."""
    with file.open("rb") as opened:
        return _is_begun(opened.read(len(MAGIC)))


def _chunks(file: BinaryIO, seal: _Seal) -> Iterator[bytes]:
    number, chunk = 0, file.read(CHUNK_BYTES + TAG_BYTES)
    while True:
        following = file.read(CHUNK_BYTES + TAG_BYTES)
        nonce, context = seal.context(number, is_last=not following)
        try:
            plain = seal.cipher.decrypt(nonce, chunk, context)
        except (InvalidTag, ValueError):
            raise NotAsWritten from None
        yield plain
        if not following:
            return
        number, chunk = number + 1, following
