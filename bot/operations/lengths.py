"""Lengths of time as whoever runs Steady writes and reads them: `30m`, `8h`, `2d`."""

from datetime import timedelta

from bot.operations.opening import CannotDo

UNITS = {"d": timedelta(days=1), "h": timedelta(hours=1), "min": timedelta(minutes=1)}


def length(said: str) -> timedelta:
    """A month at most. Raises `CannotDo`."""
    from adapters.terminal import length_of  # noqa: PLC0415 - one channel never loads what another needs

    found = length_of(said)
    if found is None:
        raise CannotDo(f"{said!r} is no length of time here. Write one such as 30m, 8h or 2d, 31d at most.")
    return found


def told(length: timedelta) -> str:
    """In the largest unit that it fills, rounded down."""
    name = next((name for name, unit in UNITS.items() if length >= unit), None)
    return f"{length // UNITS[name]} {name}" if name else f"{max(length // timedelta(seconds=1), 0)} s"
