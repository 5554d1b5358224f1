"""What is said when someone may be in danger. Nothing else comes first, and nothing scheduled comes after, until they
say to carry on.

Resources beside a plain question and honesty about what a program can do; no score of risk is made or kept
(NICE NG225: tools and scales must not be used to predict suicide or to decide who is helped).
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.effects import Amend, CancelScheduled, DropTimer, Record, Urgency
from bot.conversation.help_lines import CountryHelp
from bot.conversation.person import Hold, Place
from bot.conversation.records import Alarm
from bot.conversation.turn import Turn
from bot.programme.parts import Part
from bot.programme.plan import BREATH_END, plan
from bot.understanding.safety import Heard, Tier

QUIET_AFTER = timedelta(hours=72)  # no challenges after someone carries on
RED_FLAG_QUIET = timedelta(hours=24)
SCRIPTS = {"crisis": "crisis", "red_flag_emergency": "red_flag", "red_flag_urgent": "red_flag"}


def hears(turn: Turn, text: str) -> Heard:
    """The danger in a text, in whatever language, and whose it is."""
    return turn.library.listening.hear(text, turn.person.language)


def heard_in(turn: Turn, text: str) -> Tier:
    """The tier of danger in a text, whoever is in it."""
    return hears(turn, text).tier


def answer_for_another(turn: Turn, tier: Tier) -> Turn:
    """Help for someone they worry about; their own days go on."""
    kind = "crisis" if tier == "crisis" else "red_flag"
    turn = replace(turn, urgency=Urgency.SAFETY)
    return turn.say(kind, f"safety-someone-else-{kind}".replace("_", "-"), **numbers(turn))


def answer(turn: Turn, tier: Tier) -> Turn:
    """Help first, whatever was going on; everything scheduled is called off and held."""
    turn = replace(turn, urgency=Urgency.SAFETY)
    if not turn.person.has_consented:
        return _help_shown(turn, tier)
    entry = turn.person.turn
    earlier = turn.person.hold
    hold = earlier if earlier and earlier.tier == "crisis" else Hold(tier, entry, turn.now)  # the graver one stays
    held = turn.knowing(hold=hold, agenda=(), trying=None)
    alarm = Alarm(entry, turn.now, tier, turn.person.language)
    held = plan(held).doing(CancelScheduled(), DropTimer(BREATH_END), Record(alarm))
    return _help_shown(held, tier)


def _help_shown(turn: Turn, tier: Tier) -> Turn:
    """The words of the tier with its buttons; the script stays open so that any answer to it is heard as one."""
    script = SCRIPTS[tier]
    place = Place(script, "next", turn.person.turn, turn.now, {"tier": tier} | numbers(turn))
    return walk.ask(turn.pushed(place), f"safety-{tier}".replace("_", "-"))


def numbers(turn: Turn) -> dict[str, Any]:
    """The emergency number and the first crisis line of the person's country, or what works in most places."""
    help_: CountryHelp = turn.library.help_lines.for_country(turn.person.settings.country)
    line = help_.crisis_lines[0] if help_.crisis_lines else None
    return {
        "emergency": help_.emergency[0],
        "line": line.name if line else "",
        "number": line.number if line else "",
        "note": line.note if line else "",
        "known": "yes" if line else "no",
        "country_known": "yes" if turn.person.settings.country else "no",
    }


def soft(turn: Turn) -> Turn:
    """A past, a quotation, a dark joke: one light line, no hold, and the conversation goes on."""
    return turn.say("crisis", "safety-soft", **numbers(turn))


def _crisis_answered(turn: Turn, place: Place) -> Turn:
    choice = place.answers["next"]
    turn = _chosen(replace(turn, urgency=Urgency.SAFETY), choice)
    if choice == "carry_on":
        return carry_on(turn)
    if choice == "misheard":
        return plan(turn.knowing(hold=None)).say("crisis", "crisis-misheard", **numbers(turn))
    return _stay(turn, place, f"crisis-{choice}".replace("_", "-"))


def carry_on(turn: Turn) -> Turn:
    """The person says to go on: check-ins come again, challenges after three days."""
    turn = turn.knowing(hold=None, stopped=False, paused_until=None, no_challenges_until=turn.now + QUIET_AFTER)
    return plan(turn.knowing(agenda=())).say("crisis", "crisis-carried-on")


def still_here(turn: Turn) -> Turn:
    """While everything is held, a hello shows the help again."""
    hold = turn.person.hold
    script = SCRIPTS[hold.tier] if hold else "crisis"
    place = Place(script, "next", turn.person.turn, turn.now, numbers(turn))
    message = "crisis-still-here" if script == "crisis" else "red-flag-still-here"
    return _stay(replace(turn, urgency=Urgency.SAFETY), place, message)


def what_is_kept(turn: Turn) -> Turn | None:
    """Did you write that down? `None` when no danger was heard."""
    place, hold = turn.person.place, turn.person.hold
    if hold is None or place is None or place.script not in PARTS:
        return None
    return _stay(replace(turn, urgency=Urgency.SAFETY), place, "safety-kept")


def asked_again(turn: Turn, script: str) -> Turn | None:
    """A button under the help for a danger that still holds, though the question is gone: it counts all the same."""
    hold = turn.person.hold
    if hold is None or SCRIPTS[hold.tier] != script:
        return None
    return turn.pushed(Place(script, "next", turn.person.turn, turn.now, {"tier": hold.tier} | numbers(turn)))


def _red_flag_answered(turn: Turn, place: Place) -> Turn:
    choice = place.answers["next"]
    turn = _chosen(replace(turn, urgency=Urgency.SAFETY), choice)
    if choice == "getting_help":
        return _stay(turn, place, "red-flag-getting-help")
    if choice == "carry_on":
        return carry_on(turn)
    if turn.person.hold and turn.person.hold.tier == "crisis":
        return still_here(turn)
    turn = turn.knowing(hold=None, no_challenges_until=turn.now + RED_FLAG_QUIET)
    return plan(turn).say("red_flag", f"red-flag-{choice}".replace("_", "-"), **numbers(turn))


def _chosen(turn: Turn, choice: str) -> Turn:
    hold = turn.person.hold
    return turn.doing(Amend(Alarm, hold.entry, {"choice": choice})) if hold else turn


def _stay(turn: Turn, place: Place, message: str) -> Turn:
    """Say it with the same buttons; the hold stays."""
    return walk.ask(turn.pushed(replace(place, step="next")), message)


def _kept_open(turn: Turn, text: str) -> Turn | None:
    """Any other words while the help is on the screen: never a misunderstanding, always the number again."""
    place = turn.person.place
    if place is None:
        return None
    kind = "crisis" if place.script == "crisis" else "red-flag"
    again = "-again" if place.unclear else ""
    place = replace(place, unclear=place.unclear + 1)
    return _stay(replace(turn, urgency=Urgency.SAFETY), place, f"{kind}-still-here{again}")


def before_consent(turn: Turn, script: str, choice: str) -> Turn:
    """A safety button pressed by someone of whom nothing is stored."""
    tier: Tier = "crisis" if script == "crisis" else "red_flag_emergency"
    place = Place(script, "next", turn.person.turn, turn.now, {"tier": tier, "next": choice} | numbers(turn))
    turn = turn.pushed(place)
    if choice not in turn.library.scripts[script].steps[0].options:
        return _kept_open(turn, "") or turn
    ended = _crisis_answered if script == "crisis" else _red_flag_answered
    return ended(turn, place)


PARTS = {
    "crisis": Part(_crisis_answered, unclear=_kept_open),
    "red_flag": Part(_red_flag_answered, unclear=_kept_open),
}
