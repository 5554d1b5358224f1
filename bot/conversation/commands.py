"""Commands by name, and what to say when nothing was understood."""

from collections.abc import Callable, Mapping

from bot.conversation import danger
from bot.conversation.turn import Turn
from bot.programme import (
    breathing,
    check_in,
    comfort_zone,
    pausing,
    privacy,
    safety,
    settings,
    silence,
    weekly,
    welcome,
    why,
)

COMMANDS: Mapping[str, Callable[[Turn, str], Turn]] = {
    "start": pausing.start,
    "breathe": breathing.offer,
    "checkin": check_in.ask_now,
    "nudge": comfort_zone.ask_now,
    "did_it": comfort_zone.did_it,
    "week": weekly.show,
    "settings": settings.show,
    "pause": pausing.pause,
    "resume": pausing.resume,
    "stop": pausing.stop,
    "privacy": privacy.show,
    "export": privacy.export,
    "delete": privacy.delete,
    "help": welcome.help_,
    "why": why.tell,
    "every_other_day": silence.every_other_day,
    "weekly": silence.once_a_week,
}
NOT_IN_DANGER = frozenset(
    {"checkin", "nudge", "did_it", "week", "why"}
)  # while help is on the screen, no scores and no praise
ONLY_BUTTONS = frozenset({"did_it", "every_other_day", "weekly"})  # not in a platform's list of commands


def commanded(turn: Turn, name: str, argument: str) -> Turn:
    heard = safety.hears(turn, f"{name} {argument}")
    if safety.is_danger(heard):
        return danger.help_for(turn, heard)
    if not turn.person.has_consented:
        return welcome.before_consent(turn, name)
    if name in NOT_IN_DANGER and is_in_danger(turn):
        return safety.still_here(turn)
    command = COMMANDS.get(name)
    return command(turn, argument) if command else nothing_understood(turn, "command")


def nothing_understood(turn: Turn, what: str) -> Turn:
    if is_in_danger(turn):
        return safety.still_here(turn)
    return turn.say("help", f"unclear-{what}", options=turn.commands("breathe", "checkin", "help"))


def is_in_danger(turn: Turn) -> bool:
    """Whether help for a danger is on the screen, or anything is held for one."""
    is_shown = turn.person.place is not None and turn.person.place.script in safety.PARTS
    return is_shown or (turn.person.hold is not None and not turn.waiting)
