"""So many at once, and then so many a second."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

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
        """What is left at a moment. One long before those already seen was held up on its way: it is judged anew."""
        passed = moment - self.at
        if passed < -LATE:
            return replace(self, spent=0, at=moment)
        back = max(passed.total_seconds(), 0) * self.per_second
        return replace(self, spent=max(self.spent - back, 0), at=max(self.at, moment))

    def without_one(self) -> "Allowance":
        return replace(self, spent=self.spent + 1)


ENDLESS = Allowance(float("inf"), 0)
