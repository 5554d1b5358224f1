"""What keeps Steady from doing what it was asked, told to whoever runs it.

CannotDo
  WrongSetting    a variable can't be used
  BrokenContent   a content file can't be read
  Taken           another process serves that platform
  CannotOpen      the database can't be used
  MissingKey      words are sealed with a key that is not at hand
  CannotBackUp    no backup was made
  BadArchive      a backup can't be used
"""


class CannotDo(Exception):
    """`what` is the case, and `to_do` is what mends it, each in whole sentences."""

    def __init__(self, what: str, to_do: str) -> None:
        super().__init__(what, to_do)
        self.what = what
        self.to_do = to_do

    def __str__(self) -> str:
        return f"{self.what} {self.to_do}"


def because(what: str, error: BaseException | None) -> str:
    """A sentence with its cause, as the system, the database or another library put it."""
    told = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    cause = " ".join(told.split())
    return f"{what}: {cause}" if cause.endswith((".", "?", "!")) else f"{what}: {cause}."
