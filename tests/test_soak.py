"""A month with forty people, each with a clock and habits of their own: all comes as the oracle says."""

from tests import databases
from tests.soak import FIRST, Calendar, Someone, soak


def test_everything_comes_when_the_oracle_says() -> None:
    outcome = soak(databases.empty_store(), people=40, days=30)

    assert outcome.wrong == {}
    assert outcome.came > 500


def test_the_oracle_knows_every_rule_by_then() -> None:
    """The people of the small soak do all there is to do, or it would prove little."""
    everyone = [Someone(number) for number in range(40)]
    deeds = {deed for who in everyone for deed in who.deeds(30).values()}
    lives = [Calendar(who, 30) for who in everyone]
    came = {kind for life in lives for _, _, kind in life.lived()}

    assert deeds == {"pause", "stop", "resume", "flare", "flare_over", "move"}
    assert came >= {"check_in", "nudge", "weekly"}
    assert any(life.quiet for life in lives)
    assert any(told > FIRST for life in lives for told in life.told)
