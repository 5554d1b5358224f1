"""Where the keys of a database are."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from storage import key_file
from storage.keyring import Keyring


@dataclass(frozen=True, slots=True)
class KeySource:
    """Given, or in a `file`: one that somebody keeps, or the one beside a SQLite file, which is made with it."""

    given: Keyring | None = None
    file: Path | None = None
    is_beside: bool = False

    @classmethod
    def beside(cls, database: Path) -> Self:
        """For a SQLite file whose keys nobody else keeps."""
        return cls(file=key_file.beside(database), is_beside=True)

    def read(self) -> Keyring | None:
        """`None` while there are none. Raises `BadKey`, and `OSError` where the file can't be read."""
        if self.file is None or (self.is_beside and not self.file.exists()):
            return self.given
        return key_file.read(self.file)
