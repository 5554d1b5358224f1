"""Keys in a file of their own that nobody else on the machine may read, one a line, the one that seals first."""

import os
from contextlib import suppress
from pathlib import Path

from storage.files import sync_folder
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
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = _draft(file, Keyring([new_key()]))
    with suppress(FileExistsError):
        os.link(draft, file)
        sync_folder(file.parent)
    draft.unlink()
    return read(file)


def save(file: Path, keys: Keyring) -> None:
    """The file with these keys in place of those that were in it: wholly or not at all, also at a power cut."""
    _draft(file, keys).replace(file)
    sync_folder(file.parent)


def _draft(file: Path, keys: Keyring) -> Path:
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="ascii") as text:  # noqa: PTH123 - by its handle
        text.write(HEAD + "".join(f"{written(key)}\n" for key in keys))
        text.flush()
        os.fsync(text.fileno())
    return draft
