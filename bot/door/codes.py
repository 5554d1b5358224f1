"""The codes of an invitation, kept as digests alone."""

import hashlib
import hmac
import re
from collections.abc import Iterable

CODE = re.compile(r"[\w-]{8,64}", re.ASCII)  # what Telegram passes on behind /start, and no word that people begin with


def can_be_code(text: str) -> bool:
    return CODE.fullmatch(text) is not None


class Codes:
    """The codes that let in."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._digests = tuple(_digest(code) for code in codes)

    def __contains__(self, given: str) -> bool:
        """Compared with all of them, in the same time whichever it is."""
        digest = _digest(given)
        return sum(hmac.compare_digest(digest, each) for each in self._digests) > 0


def _digest(code: str) -> bytes:
    """Whatever its letters are, large or small: a phone begins a message with a large one."""
    return hashlib.sha256(code.casefold().encode()).digest()
