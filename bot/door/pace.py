"""How much at a time: so many at once and then so many a second, of each person and of all strangers together.

By the platform's own moments, so that a day of words that come all at once, when Steady is back, is no flood. All of it
is known in memory alone.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from bot.door.remembered import Remembered
from bot.ports import Address

LATE = timedelta(minutes=1)  # what is that much older than what was heard before it, was held up on its way
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Allowance:
    """`most` at once; `spent` of them at the moment `at`, and `per_second` come back."""

    most: float
    per_second: float
    spent: float = 0
    at: datetime = LONG_AGO

    @property
    def has_one(self) -> bool:
        return self.spent + 1 <= self.most

    @property
    def is_whole(self) -> bool:
        return self.spent == 0

    def by(self, moment: datetime) -> "Allowance":
        """What is left at a moment; at one before those already seen, no more than was left then."""
        back = max((moment - self.at).total_seconds(), 0) * self.per_second
        return replace(self, spent=max(self.spent - back, 0), at=max(self.at, moment))

    def without_one(self) -> "Allowance":
        return replace(self, spent=self.spent + 1)


ENDLESS = Allowance(float("inf"), 0)


@dataclass(frozen=True, slots=True)
class Moments:
    """Three allowances, so that no kind of moment gives back what another spent: `told` by the platform, `late` for
    what was held up on its way, as history is while others write on, and `ours` for what the platform tells no moment
    of, such as a press."""

    told: Allowance
    late: Allowance
    ours: Allowance

    @classmethod
    def all(cls, allowance: Allowance) -> "Moments":
        return cls(allowance, allowance, allowance)

    def by(self, moment: datetime | None, now: datetime) -> Allowance:
        allowance: Allowance = getattr(self, self._kind(moment))
        return allowance.by(moment or now)

    def with_one_more(self, moment: datetime | None, now: datetime) -> "Moments":
        return replace(self, **{self._kind(moment): self.by(moment, now).without_one()})

    def _kind(self, moment: datetime | None) -> str:
        if moment is None:
            return "ours"
        return "late" if self.told.at - moment > LATE else "told"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one person may do, how much all strangers together, and how many of those are told of it."""

    each: Allowance
    strangers: Allowance
    told: Allowance


# Nobody means thirty things within a minute. Strangers get half of what Discord lets a bot say in a second, so that the
# answers of people who are known never wait long for theirs.
USUAL = Limits(each=Allowance(30, 0.5), strangers=Allowance(100, 10), told=Allowance(10, 2))
NO_LIMITS = Limits(ENDLESS, ENDLESS, ENDLESS)

Haste = Literal["too_fast", "rush"]


@dataclass(frozen=True, slots=True)
class Walker:
    """How fast somebody is; `is_slowed` once they were told that it was too fast, until they were slow again."""

    moments: Moments
    is_slowed: bool = False


class Pace:
    """Counts what people do, and holds up who is too fast."""

    def __init__(self, limits: Limits) -> None:
        self._each = Moments.all(limits.each)
        self._strangers = Moments.all(limits.strangers)
        self._told = limits.told
        self._walkers: Remembered[Walker] = Remembered()

    def take(self, address: Address, moment: datetime | None, now: datetime) -> Haste | None:
        """Count one more thing that somebody did, unless it is too much; `moment` is the platform's, if any."""
        walker = self._walker(address)
        left = walker.moments.by(moment, now)
        if not left.has_one:
            return "too_fast"
        is_slowed = walker.is_slowed and not left.is_whole
        self._walkers.note(address, Walker(walker.moments.with_one_more(moment, now), is_slowed))
        return None

    def take_of_strangers(self, moment: datetime | None, now: datetime) -> Haste | None:
        """Count one more thing that some stranger did, unless all together do too much."""
        if not self._strangers.by(moment, now).has_one:
            return "rush"
        self._strangers = self._strangers.with_one_more(moment, now)
        return None

    def may_tell(self, haste: Haste, address: Address, now: datetime) -> bool:
        """Once, until they were slow again; of the strangers in a rush not all, or telling it would be one."""
        return not self._walker(address).is_slowed and (haste != "rush" or self._told.by(now).has_one)

    def note_told(self, haste: Haste, address: Address, now: datetime) -> None:
        if haste == "rush":
            self._told = self._told.by(now).without_one()
        self._walkers.note(address, replace(self._walker(address), is_slowed=True))

    @contextmanager
    def undoing(self, addresses: Iterable[Address]) -> Iterator[None]:
        """Where what happens within fails, it was not counted."""
        strangers, told = self._strangers, self._told
        try:
            with self._walkers.undoing(addresses):
                yield
        except Exception:
            self._strangers, self._told = strangers, told
            raise

    def _walker(self, address: Address) -> Walker:
        return self._walkers.get(address) or Walker(self._each)
