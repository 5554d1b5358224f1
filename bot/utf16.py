"""Lengths as Telegram counts them: in units of UTF-16, of which a sign beyond the first 65,536 has two."""


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2


def fitting(text: str, room: int) -> int:
    """How many characters of the text, from its beginning, fit in `room` units."""
    return len(text.encode("utf-16-le", "replace")[: room * 2].decode("utf-16-le", "ignore"))
