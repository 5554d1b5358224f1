"""Clocks that change, and people who change their clock: one check-in a local date, whatever happens."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.conversation.calendar import is_quiet, local
from bot.conversation.effects import Urgency
from bot.conversation.events import Choice
from bot.conversation.person import Person, Settings, to_json
from bot.conversation.turn import Turn
from bot.programme.home_clock import offer_cities
from bot.programme.plan import plan
from tests.clocks import Tally, all_changes, one_of_each_kind, walk
from tests.conversation.test_engine import LIBRARY, Life, spoken

AUCKLAND, HONOLULU = "Pacific/Auckland", "Pacific/Honolulu"
CAME = datetime(2026, 3, 1, tzinfo=UTC)
SETS_OUT = datetime(2026, 3, 17, tzinfo=UTC)
TWO_YEARS = datetime(2028, 1, 1, tzinfo=UTC)


def test_no_date_is_skipped_and_none_doubled_around_any_change_of_any_clock() -> None:
    tally = Tally()
    for change in all_changes(one_of_each_kind(), TWO_YEARS):
        walk(change, tally)
    assert tally.moments > 100_000
    assert tally.is_clean, tally


class Traveller(Life):
    """Someone with a check-in alone, who answers none."""

    def __init__(self, zone: str, at: time) -> None:
        super().__init__()
        theirs = Settings(
            zone=zone, zone_is_known=True, check_in_time=at, nudge_days=(), letter_day=None, ask_peg=False
        )
        person = Person("someone", consented_at=CAME, settings=theirs, goal_asked_on=CAME.date())
        self.now = SETS_OUT - timedelta(days=2)
        self.document = to_json(person)
        for effect in plan(Turn(person, self.now, LIBRARY)).effects:
            self.notes.carry_out(effect)

    def moves(self, zone: str) -> None:
        """They named the city and confirm its time; finding it in the list is tested elsewhere, and slower."""
        asked = offer_cities(Turn(self.person, self.now, LIBRARY), [[zone, zone, ""]], {})
        self.document = to_json(asked.person)
        self.act(Choice(spoken(asked)[0].options[0].id))
        assert self.person.settings.zone == zone

    def asked(self, until: datetime) -> list[tuple[date, datetime]]:
        """On which local date, and when, each check-in came until then."""
        turns = self.pass_time(until - self.now)
        zone = self.person.settings.zone
        came = [turn for turn in turns if any(said.urgency is Urgency.SCHEDULED for said in spoken(turn))]
        return [(local(turn.now, zone).date(), turn.now) for turn in came]


@pytest.mark.parametrize("at", [time(7, 0), time(9, 0), time(21, 30), time(23, 30)])
@pytest.mark.parametrize(("here", "there"), [(AUCKLAND, HONOLULU), (HONOLULU, AUCKLAND)])
def test_a_move_across_the_world_and_back_at_any_hour_brings_one_check_in_a_date_and_none_at_night(
    here: str, there: str, at: time
) -> None:
    for hour in range(24):
        traveller = Traveller(here, at)
        came = traveller.asked(SETS_OUT + timedelta(hours=hour))
        for zone, until in ((there, 3), (here, 6)):
            traveller.moves(zone)
            some = traveller.asked(SETS_OUT + timedelta(days=until, hours=hour))
            assert not [when for _, when in some if is_quiet(when, zone)] or is_quiet_hour(at)
            assert {local(when, zone).time() for _, when in some} <= {at}, (hour, some)
            came += some
        assert max(Counter(day for day, _ in came).values()) == 1
        assert len(came) >= 6


def is_quiet_hour(at: time) -> bool:
    return is_quiet(datetime.combine(CAME, at, UTC), "UTC")
