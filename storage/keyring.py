"""The keys of a database, and words sealed with them: AES-256-GCM, bound to the place where they stand.

A sealed text is `<key>:<nonce and ciphertext in Base64>`. What names its key and its place (table, row and column) is
authenticated with it, so that no text can be moved to another person's row.
"""

import base64
import binascii
import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import CannotDo

KEY_BYTES = 32
NONCE_BYTES = 12  # as NIST SP 800-38D has it; at random, good for four billion texts a key

Position = tuple[str, ...]  # table, row, column


class BadKey(ValueError):
    """A key can't be used; the message says why, and never holds the key."""


class CannotUnseal(Exception):
    """A text can't be opened: its key is not at hand, or it is not as it was sealed. The message names its table."""


class MissingKey(CannotDo):
    """Something is sealed with keys of these `names`, which are not at hand."""

    def __init__(self, sealed: str, names: Iterable[str]) -> None:
        self.names = sorted(names)
        told = f"{sealed} are sealed with the key {', '.join(self.names)}, which is not at hand."
        super().__init__(told, "Give that key beside any newer one; without it nobody can read them.")


class NoKey(CannotDo):
    """There is no key for a database, nor the file that it would be in; `file` is `None` for one on a server."""

    def __init__(self, database: str, file: Path | None) -> None:
        told = f"There is no key for the database {database}"
        super().__init__(f"{told}: {file} is not there." if file else f"{told}.", "Give the key.")
        self.file = file


class Keyring:
    """The keys at hand: the first one seals, each one opens."""

    def __init__(self, keys: Iterable[bytes]) -> None:
        self._keys = {name_of(key): key for key in keys}
        if not self._keys:
            raise BadKey("there is no key")
        self._ciphers = {name: AESGCM(key) for name, key in self._keys.items()}
        self.current = next(iter(self._keys))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._keys)

    def __iter__(self) -> Iterator[bytes]:
        """The keys themselves, the one that seals first."""
        return iter(self._keys.values())

    def __len__(self) -> int:
        return len(self._keys)

    def derived(self, name: str, purpose: bytes, salt: bytes) -> bytes:
        """A key for one purpose, made of the one of that name, about which it tells nothing. Raises `KeyError`."""
        return HKDF(SHA256(), KEY_BYTES, salt, purpose).derive(self._keys[name])

    def seal(self, words: str, position: Position) -> str:
        nonce = os.urandom(NONCE_BYTES)
        hidden = self._ciphers[self.current].encrypt(nonce, words.encode(), _bound(position, self.current))
        return f"{self.current}:{base64.b64encode(nonce + hidden).decode()}"

    def open(self, sealed: str, position: Position) -> str:
        """Raises `CannotUnseal`."""
        name, _, text = sealed.partition(":")
        if name not in self._ciphers:
            raise CannotUnseal(f"A text in {position[0]} is sealed with a key that is not at hand.")
        try:
            raw = base64.b64decode(text, validate=True)
            return self._ciphers[name].decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound(position, name)).decode()
        except (InvalidTag, ValueError):
            raise CannotUnseal(f"A text in {position[0]} is not as it was sealed.") from None


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)


def name_of(key: bytes) -> str:
    """What tells a key from others, and nothing about it. Raises `BadKey`."""
    if len(key) != KEY_BYTES:
        raise BadKey(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    return hashlib.sha256(b"steady: the name of a key\n" + key).hexdigest()[:12]


def written(key: bytes) -> str:
    """A key as it is kept in a setting or a file."""
    return base64.b64encode(key).decode()


def read_keys(texts: Iterable[str]) -> Keyring:
    """The keys that are written so, the one that seals first. Raises `BadKey`."""
    try:
        return Keyring(base64.b64decode(text.strip().encode("ascii"), validate=True) for text in texts if text.strip())
    except (binascii.Error, UnicodeEncodeError):
        raise BadKey("a key is written in Base64, as `steady keys new` prints it") from None


def _bound(position: Position, key: str) -> bytes:
    return "\x1f".join((*position, key)).encode()
