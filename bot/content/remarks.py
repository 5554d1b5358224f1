"""Remarks on the content: what is wrong with it, or could be better, as whoever edits it reads them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """`where` is the file with its line, `id` the message, step or number it is about, `to_do` what mends it.

    An error keeps Steady from saying it rightly; the rest is advice.
    """

    where: str
    id: str
    what: str
    to_do: str
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.id}: {self.what}; {self.to_do}"
