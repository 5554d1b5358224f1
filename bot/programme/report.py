"""One page for the doctor, with only what the person agrees to.

Each part is named before the page is made, and each can be left out; nothing of it is stored. A page to hand over is
among what people with pain ask for most, and it must be read in a minute (docs/clinical.md).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from bot.conversation import walk
from bot.conversation.effects import Recall, ReportFile
from bot.conversation.person import Place
from bot.conversation.records import Records
from bot.conversation.turn import Turn
from bot.programme import spoken
from bot.programme.names import plain_words
from bot.programme.parts import Part
from bot.progress.report import PARTS as PARTS_OF_PAGE
from bot.progress.report import report_of

KIND = "report"
SCRIPT = "report"
ASKED_FOR = "report"  # why the records are recalled
DAYS = 91
EVER = date(2000, 1, 1)
SCORES = frozenset({"pain", "peg"})  # what a computer can take
ON_THE_PAGE = (
    "title", "period", "told-by", "questions", "pain", "days-told", "whole", "lately", "middle", "hard", "sleep",
    "days", "peg", "date", "peg-pain", "peg-enjoyment", "peg-activity", "peg-score", "function", "goal", "open",
    "parked", "finished", "paced", "paced-goal", "minutes", "steps", "metres", "ladder", "rungs", "goes", "feared",
    "small-steps", "helps", "breaths", "felt", "own-words", "flares", "still-on", "medicines", "more", "sleep-item",
)  # fmt: skip
NOTES = ("note-source", "note-pain", "note-cut", "note-unknown")


def ask(turn: Turn, words: str) -> Turn:
    """The person wants a page for their doctor."""
    return turn.doing(Recall(ASKED_FOR, EVER))


def offer(turn: Turn, records: Records) -> Turn:
    """Name what the page would hold, of what there is."""
    last = turn.today
    whole = report_of(turn.person, records, PARTS_OF_PAGE, last - timedelta(days=DAYS - 1), last)
    held = [part for part in whole.parts if part != "name"]
    if not held:
        return turn.say(KIND, "report-empty", options=turn.commands("checkin"))
    return _choose(turn, list(whole.parts), [])


def _choose(turn: Turn, held: Sequence[str], left_out: Sequence[str]) -> Turn:
    """Ask which parts go on the page: each can be left out, and put back."""
    on_it = [part for part in held if part not in left_out]
    lines = "\n".join(turn.label("report-part", part) for part in on_it)
    out = spoken.in_a_row(turn, [turn.label("report-part", part) for part in left_out])
    choices = [[part, _button(turn, part, left_out)] for part in held]
    return walk.open_script(
        turn,
        SCRIPT,
        **{walk.CHOICES: choices},
        held=list(held),
        left_out=list(left_out),
        taken=_not_yet(on_it),
        told=lines,
        first=out,
        empty="no" if on_it else "yes",
        count=len(left_out),
    )


def _not_yet(on_it: Sequence[str]) -> list[str]:
    """What can't be made of these parts: nothing of none, nothing for a computer without scores."""
    if not on_it:
        return ["make", "both"]
    return [] if SCORES & set(on_it) else ["both"]


def _button(turn: Turn, part: str, left_out: Sequence[str]) -> str:
    return turn.label("report-button", "back" if part in left_out else "out", told=turn.label("report-part", part))


def _chosen(turn: Turn, place: Place) -> Turn:
    wanted, held, left_out = place.answers["parts"], *_parts_in(place)
    if wanted == "not_now":
        return turn.say(KIND, "report-not-now")
    if wanted in held:
        return _choose(turn, held, _ordered(held, set(left_out) ^ {wanted}))
    on_it = tuple(part for part in held if part not in left_out)
    return _made(turn, on_it, is_for_computer=wanted == "both") if on_it else _choose(turn, held, left_out)


def _parts_in(place: Place) -> tuple[list[str], list[str]]:
    """What the page may hold, and what of it is left out."""
    return place.answers.get("held", []), place.answers.get("left_out", [])


def _ordered(held: Sequence[str], out: set[str]) -> list[str]:
    return [part for part in held if part in out]


def _made(turn: Turn, parts: tuple[str, ...], *, is_for_computer: bool) -> Turn:
    told = spoken.in_a_phrase(turn, [turn.label("report-part", part) for part in parts])
    turn = turn.say(KIND, "report-made", attachment=file_of(turn, "pdf", parts), told=told)
    if not is_for_computer:
        return turn
    return turn.say(KIND, "report-for-computer", attachment=file_of(turn, "fhir", parts))


def file_of(turn: Turn, format_: Literal["pdf", "fhir"], parts: tuple[str, ...]) -> ReportFile:
    words = {name: turn.label("report-page", name) for name in ON_THE_PAGE}
    words |= {name: turn.words(f"report-{name}") for name in NOTES}
    words["language"] = turn.language
    return ReportFile(format_, parts, turn.today - timedelta(days=DAYS - 1), turn.today, words)


def _named(turn: Turn, text: str) -> Turn | None:
    """ "No medicines please", "put flares back": what is named, left out or put back; `None` when nothing is."""
    place = turn.person.agenda[0]
    held, out = _parts_in(place)
    left_out = set(out)
    named = {part for part in held if _says(turn, text, "report-part", f"{part}-said")}
    if not named:
        return None
    if _says(turn, text, "report-button", "back-said"):
        return _choose(turn, held, _ordered(held, left_out - named))
    if _says(turn, text, "report-button", "out-said"):
        return _choose(turn, held, _ordered(held, left_out | named))
    return _choose(turn, held, _ordered(held, left_out ^ named))


def _says(turn: Turn, text: str, message: str, names: str) -> bool:
    """Whether one of the names stands somewhere in the text."""
    plain = f" {plain_words(text)} "
    return any(f" {plain_words(name)} " in plain for name in turn.label(message, names).split("|"))


PARTS: dict[str, Part] = {SCRIPT: Part(_chosen, unclear=_named)}
