"""Keys in a file of their own that nobody else on the machine may read, one a line, the one that seals first."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from storage.files import put_new, write_whole
from storage.keyring import BadKey, Keyring, new_key, read_keys, written

HEAD = """\
# The keys of Steady's database, the one in use first. Whoever has this file and the database can read it; without this
# file nobody can. Keep a copy of it in another place than the copies of the database.
"""


def beside(database: Path) -> Path:
    """Where the keys of a SQLite file are."""
    return database.with_name(f"{database.name}.keys")


def read(file: Path) -> Keyring:
    """Raises `BadKey`, and `OSError` where the file can't be read."""
    try:
        return read_keys(line for line in file.read_text(encoding="ascii").splitlines() if not line.startswith("#"))
    except UnicodeDecodeError:
        raise BadKey("it holds more than keys") from None


def make(file: Path) -> Keyring:
    """A file with a new key; where another process made one meanwhile, that one."""
    with suppress(FileExistsError):
        write_whole(file, _with(Keyring([new_key()])), put_new)
    return read(file)


def save(file: Path, keys: Keyring) -> None:
    """The file with these keys in place of those that were in it: wholly or not at all, also at a power cut."""
    write_whole(file, _with(keys))


def _with(keys: Keyring) -> Callable[[BinaryIO], object]:
    """What writes a file with those keys."""
    text = HEAD + "".join(f"{written(key)}\n" for key in keys)
    return lambda file: file.write(text.encode("ascii"))
