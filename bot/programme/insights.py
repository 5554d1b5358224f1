"""What goes together in a person's own days: counts first, and a finding only where it is more than chance.

Fewer than 14 days: counts and a dot plot. Up to 28: the middle and the range. Then a fixed list of eight questions
(`bot.progress.insights`), worded "tended to go with", never as a cause and never as advice. More looks find more by
chance alone, so that 28 days lie between two, each is stricter than the one before, and what was told is told again
only when it holds on later days.
"""

from dataclasses import replace
from datetime import timedelta
from statistics import median
from typing import Any

from bot.conversation import walk
from bot.conversation.effects import Recall
from bot.conversation.person import Fits, Insight, Place
from bot.conversation.records import Records
from bot.conversation.turn import Turn
from bot.programme import spoken
from bot.programme.parts import Part
from bot.progress.insights import FEWEST_DAYS, Finding, Look, dot_plot, look, signals_of

KIND = "insights"
ASKED_FOR = "insights"  # why the records are recalled
WINDOW = timedelta(days=120)
FEW = 14  # days
APART = timedelta(days=28)  # between two looks
MOST_TOLD = 3


def show(turn: Turn, words: str) -> Turn:
    """The person asks what goes with what."""
    return turn.doing(Recall(ASKED_FOR, turn.today - WINDOW))


def answer(turn: Turn, records: Records) -> Turn:
    """Counts of what they did; then, by the number of days, a picture in dots, the middle, or a look."""
    pains = list(signals_of(records)["pain"].values())
    if not pains:
        return turn.say(KIND, "insights-none", options=turn.commands("checkin"))
    turn = turn.say_text(KIND, _counts(turn, records))
    if len(pains) < FEW:
        return turn.say(KIND, "insights-few", plot=dot_plot(pains), count=len(pains))
    if len(pains) < FEWEST_DAYS:
        return turn.say(KIND, "insights-early", plot=dot_plot(pains), **_middle(turn, pains))
    return _looked(turn, records)


def _counts(turn: Turn, records: Records) -> str:
    """What they did, a line each, and only what the records hold."""
    signals = signals_of(records)
    counts = {
        "check-ins": len(signals["pain"]),
        "breaths": sum(one.seconds > 0 for one in records.breathings),
        "steps": sum(step.outcome in {"done", "some"} for step in records.steps)
        + sum(go.was_told for go in records.goes),
        "rests": sum(map(bool, signals["rested"].values())),
        "paced": sum(map(bool, signals["paced"].values())),
    }
    done = [turn.words(f"weekly-{name}", count=count) for name, count in counts.items() if count]
    return "\n".join([turn.words("insights-so-far"), *done])


def _middle(turn: Turn, values: list[float]) -> dict[str, Any]:
    named = {"middle": median(values), "low": min(values), "high": max(values)}
    return {name: spoken.score(turn, value) for name, value in named.items()}


def _looked(turn: Turn, records: Records) -> Turn:
    person = turn.person
    if person.looks and turn.today - person.looks[-1] < APART:
        again = spoken.day(turn, person.looks[-1] + APART)
        return turn.say(KIND, "insights-looked-already", day=spoken.day(turn, person.looks[-1]), again=again)
    found = look(records, {told.question: told.told_on for told in person.insights}, len(person.looks))
    if not found.asked:
        return _without_pairs(turn, records)
    turn = turn.knowing(looks=(*person.looks, turn.today))
    refused = {told.question for told in person.insights if told.fits == "no"}
    told = tuple(each for each in found.findings if each.question not in refused)[:MOST_TOLD]
    if not told:
        return turn.say(KIND, "insights-nothing", count=found.asked)
    return _told(turn, Look(told, found.asked))


def _without_pairs(turn: Turn, records: Records) -> Turn:
    """Days enough, but nothing to lay beside their pain: what there is, and what is missing."""
    signals = signals_of(records)
    pains = list(signals["pain"].values())
    return turn.say(
        KIND, "insights-no-pairs", plot=dot_plot(pains), count=len(signals["sleep"]), **_middle(turn, pains)
    )


def _told(turn: Turn, found: Look) -> Turn:
    """What stood out, with its days, how many questions were looked at, and the question whether it fits."""
    lines = [turn.words("insights-found", count=found.asked), *(_finding(turn, each) for each in found.findings)]
    names = [each.question for each in found.findings]
    kept = tuple(told for told in turn.person.insights if told.question not in names)
    turn = turn.knowing(insights=kept + tuple(Insight(name, turn.today) for name in names))
    turn = turn.say_text(KIND, "\n\n".join([*lines, turn.words("insights-caution")]))
    return walk.open_script(turn, "insight", told=names)


def _finding(turn: Turn, found: Finding) -> str:
    return turn.words(
        f"insight-{found.question}".replace("_", "-"),
        direction="more" if found.difference > 0 else "less",
        more=f"{found.more.mean:.1f}",
        less=f"{found.less.mean:.1f}",
        more_days=found.more.days,
        less_days=found.less.days,
    )


def _fits(turn: Turn, place: Place) -> Turn:
    return _noted(turn, place.answers["fits"], tuple(place.answers["told"]))


def it_fits(turn: Turn, words: str) -> Turn | None:
    """ "It fits", of what was told last; `None` when nothing was."""
    return _noted(walk.close(turn, "insight"), "yes", _newest(turn))


def it_does_not_fit(turn: Turn, words: str) -> Turn | None:
    return _noted(walk.close(turn, "insight"), "no", _newest(turn))


def _newest(turn: Turn) -> tuple[str, ...]:
    newest = max((told.told_on for told in turn.person.insights), default=None)
    return tuple(told.question for told in turn.person.insights if told.told_on == newest)


def _noted(turn: Turn, fits: Fits, questions: tuple[str, ...]) -> Turn:
    """Keep what they say of it; what does not fit them is not told again."""
    if not questions:
        return turn.say(KIND, "insights-none-told", options=turn.commands("insights"))
    insights = tuple(replace(told, fits=fits) if told.question in questions else told for told in turn.person.insights)
    return turn.knowing(insights=insights).say(KIND, f"insights-fit-{fits}")


PARTS = {"insight": Part(_fits)}
