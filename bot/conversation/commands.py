"""Commands by name, and what to say when nothing was understood."""

from collections.abc import Callable, Mapping

from bot.conversation import danger
from bot.conversation.turn import Turn
from bot.programme import (
    ally,
    breathing,
    check_in,
    comfort_zone,
    flare,
    goals,
    insights,
    ladder,
    linking,
    noting,
    pacing,
    pausing,
    pictures,
    privacy,
    questionnaires,
    report,
    safety,
    settings,
    silence,
    trials,
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
    "pace": pacing.show,
    "flare": flare.begin,
    "flare_over": flare.over,
    "flare_plan": flare.plan,
    "week": weekly.show,
    "progress": weekly.show,
    "goal": goals.goal,
    "goals": goals.goals,
    "ladder": ladder.show,
    "month": pictures.month,
    "months": pictures.three_months,
    "report": report.ask,
    "settings": settings.show,
    "pause": pausing.pause,
    "resume": pausing.resume,
    "stop": pausing.stop,
    "privacy": privacy.show,
    "export": privacy.export,
    "delete": privacy.delete,
    "help": welcome.help_,
    "insights": insights.show,
    "experiment": trials.ask_now,
    "peg": questionnaires.ask_now,
    "note": noting.note,
    "ally": ally.write,
    "why": why.tell,
    "link": linking.link,
    "unlink": linking.unlink,
    "day": check_in.add_to_today,
    "every_other_day": silence.every_other_day,
    "weekly": silence.once_a_week,
    "gentler": settings.breathe_gently,
}
# While help is on the screen, no scores and no praise.
NOT_IN_DANGER = frozenset(
    {
        *("checkin", "day", "nudge", "did_it", "week", "progress", "month", "months", "report", "insights"),
        *("experiment", "pace", "why", "flare", "flare_over", "flare_plan", "goal", "goals", "ladder", "peg"),
        *("note", "ally", "link", "unlink"),
    }
)
# Not in a platform's list of commands: another name for one that is, or only a button.
NOT_LISTED = frozenset(
    {"progress", "did_it", "months", "flare_over", "flare_plan", "every_other_day", "weekly", "day", "gentler"}
)


def commanded(turn: Turn, name: str, argument: str) -> Turn:
    heard = safety.hears(turn, f"{name} {argument}")
    if safety.is_danger(heard):
        return danger.help_for(turn, heard)
    if not turn.person.has_consented:
        return linking.by_a_stranger(turn, name, argument) or welcome.before_consent(turn, name)
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
    return safety.is_shown(turn) or turn.person.hold is not None
