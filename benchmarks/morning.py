"""A simulated morning of a million people: `make scale`, or `python -m benchmarks.morning`.

Who lives where follows the population of the cities Steady knows; most keep the hour they are offered. Messages leave
one after the other at the platform's rate. Spreading moves each check-in by a share of a window around its hour,
always the same for a person. How late one is counts from its own moved hour.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.content import cities_text
from bot.conversation.calendar import moment_of
from bot.programme import check_in_hours
from bot.progress.ink import breadth, write, write_centred
from bot.progress.sheet import BAND_SHADE, DUSK_SHADE, INK_SHADE, LEFT, LINE_SHADE, MARGIN, WIDTH, draw_title, png

DAY, MIDNIGHT = date(2026, 3, 16), datetime(2026, 3, 16, tzinfo=UTC)
HOURS = {time(7): 0.1, time(8): 0.2, time(9): 0.5, time(10): 0.1, time(19): 0.05, time(20): 0.05}  # ours, a guess
ON_TIME, SHARE, WIDEST = 5 * 60, 0.95, 12 * 3600  # seconds, of their own moved hour
GONE = check_in_hours.GONE.total_seconds()
PICTURE = Path(__file__).parents[1] / "docs" / "images" / "morning.png"
Seconds = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    people: int
    is_worldwide: bool
    a_second: int

    def __str__(self) -> str:
        where = "over the world" if self.is_worldwide else "in one zone"
        return f"{self.people:,} {where}, {self.a_second:,}/s"


CASES = [
    Case(people, is_worldwide, a_second)
    for people in (100_000, 1_000_000)
    for is_worldwide in (True, False)
    for a_second in (30, 1_000)
]


def zones() -> dict[str, int]:
    """How many people the cities of each zone have."""
    found: Counter[str] = Counter()
    for line in cities_text().decode().splitlines():
        if line.count("\t") == 5:
            _, _, _, zone, population, _ = line.split("\t")
            found[zone] += int(population)
    return found


def slots(case: Case) -> Seconds:
    """When each person's check-in is due, in seconds from midnight UTC."""
    lived_in = zones() if case.is_worldwide else {"Europe/Berlin": 1}
    shares = [(zone, at, count * share) for zone, count in lived_in.items() for at, share in HOURS.items()]
    whole = sum(share for *_, share in shares)
    seconds = [(moment_of(DAY, at, zone) - MIDNIGHT).total_seconds() for zone, at, _ in shares]
    counts = np.diff(np.round(np.cumsum([0, *(share for *_, share in shares)]) / whole * case.people)).astype(int)
    return np.repeat(seconds, counts)


def waits(due: Seconds, window: int, a_second: float) -> tuple[Seconds, Seconds]:
    """When each is due after spreading, in order, and how long it then waits for its turn; for ever (`inf`) where it is
    out of date by then."""
    moved = np.sort(due + window * (np.random.default_rng(1).random(len(due)) - 0.5))
    turn = np.arange(len(moved)) / a_second
    late = np.maximum.accumulate(moved - turn) + turn - moved
    return moved, late if late.max() <= GONE else _waits_of_those_asked(moved, a_second)


def _waits_of_those_asked(moved: Seconds, a_second: float) -> Seconds:
    late, free = np.full(len(moved), np.inf), -np.inf
    for number, moment in enumerate(moved.tolist()):
        turn = max(free, moment)
        if turn - moment <= GONE:
            late[number] = turn - moment
            free = turn + 1 / a_second
    return late


def window_for(due: Seconds, a_second: float) -> int | None:
    """The narrowest window, in seconds, in which nearly all come in time; `None` where there is none. Of so many people
    every tenth is looked at, at a tenth of the rate."""
    windows: list[int] = [*range(0, 1_800, 60), *range(1_800, WIDEST + 1, 300)]
    for window in windows:
        late = waits(due[::10], window, a_second / 10)[1]
        if np.count_nonzero(late <= ON_TIME) >= SHARE * len(late):
            return window
    return None


def row(case: Case) -> str:
    due = slots(case)
    late = waits(due, 0, case.a_second)[1]
    asked = late[np.isfinite(late)] / 60
    half, nearly, whole = (np.quantile(asked, share) for share in (0.5, SHARE, 1))
    window = window_for(due, case.a_second)
    told = "none helps" if window is None else "none needed" if window == 0 else f"{window // 60} min"
    never = f"{1 - len(asked) / len(late):.0%}"
    return f"| {case} | {half:.1f} / {nearly:.1f} / {whole:.1f} min | {never} | {told} |"


# The picture

HEIGHT, BOTTOM, TOP = 620, 520, 150
MOST, LINES = 90, (0, 30, 60, 90)  # minutes


def picture(case: Case) -> bytes:
    """How late check-ins come in the course of a day, as they are due and spread."""
    due = slots(case)
    sheet = Image.new("P", (WIDTH, HEIGHT))
    draw_title(sheet, "How many minutes late a check-in comes")
    for minutes in LINES:
        sheet.paste(LINE_SHADE, (LEFT, _height(minutes) - 1, WIDTH - MARGIN, _height(minutes) + 1))
        write(sheet, str(minutes), (LEFT - 16 - breadth(str(minutes), 28), _height(minutes) + 10), 28, INK_SHADE)
    for window, shade in ((0, BAND_SHADE), (window_for(due, case.a_second) or 0, DUSK_SHADE)):
        for left, late in _latest(*waits(due, window, case.a_second)):
            sheet.paste(shade, (left, _height(late), left + 3, BOTTOM))
    for hour in range(0, 25, 3):
        write_centred(sheet, f"{hour}", (_place(hour * 3600), BOTTOM + 40), 28, INK_SHADE)
    words = f"hour in UTC, {case}: pale as due, dark when spread"
    write_centred(sheet, words, (WIDTH // 2, BOTTOM + 84), 28, INK_SHADE)
    return png(sheet, dark=False)


def _height(minutes: float) -> int:
    return round(BOTTOM - min(minutes, MOST) / MOST * (BOTTOM - TOP))


def _place(second: float) -> int:
    return round(LEFT + second / 86_400 * (WIDTH - MARGIN - LEFT - 4))


def _latest(moved: Seconds, late: Seconds) -> list[tuple[int, float]]:
    """For each column of the picture, the longest wait of those whose turn came then, in minutes."""
    moved, late = moved[np.isfinite(late)], late[np.isfinite(late)]
    columns = ((moved + late) % 86_400 / 86_400 * (WIDTH - MARGIN - LEFT - 4)).astype(int) // 3 * 3
    longest = np.zeros(WIDTH)
    np.maximum.at(longest, columns, late / 60)
    return [(LEFT + column, longest[column]) for column in np.flatnonzero(longest).tolist()]


def main() -> None:
    print("| people | of those asked, half / 95 % / all come so late | never asked | window that keeps 95 % in 5 min |")
    print("|---|---|---|---|")
    for case in CASES:
        print(row(case), flush=True)
    PICTURE.write_bytes(picture(Case(1_000_000, is_worldwide=True, a_second=30)))


if __name__ == "__main__":
    main()
