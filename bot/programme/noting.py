"""What a person wants kept in their own words: a medicine, a trigger, a question for the doctor, anything.

Law: their words come back as they were typed, and nothing is advised on medicines. Danger was heard before; a count of
a medicine that may be too much, which no phrase can tell from its strength, comes with the number to call.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.conversation import walk
from bot.conversation.effects import Forget, Recall, Record
from bot.conversation.person import Place
from bot.conversation.records import Matter, Noted, Records
from bot.conversation.turn import Turn
from bot.programme import safety, spoken
from bot.programme.names import as_typed
from bot.programme.parts import Part

KIND = "note"
LONGEST = 200  # characters of a note
LONGEST_HEAD = 60  # characters before the colon
SHOWN = 8
LOOKING_BACK = timedelta(days=3650)
TO_DELETE = "note_to_delete"  # why the records are recalled
MATTERS: Mapping[str, Matter] = {
    "note_medicine": "medicine",
    "note_trigger": "trigger",
    "note_question": "question",
    "note_other": "other",
}


def told(turn: Turn, text: str) -> Turn | None:
    """ "Note: took ibuprofen", "question for my doctor: can I swim?"; `None` when it begins with no such word."""
    found = _read(turn, text)
    if found is None:
        return None
    matter, words = found
    return _kept_by_its_words(turn, words) if matter == "other" else keep(turn, matter, words)


def _read(turn: Turn, text: str) -> tuple[Matter, str] | None:
    """What a note is about that begins so, whatever stands behind the colon, and that."""
    head, _, words = text.strip().partition(":")
    if not words.strip() or len(head) > LONGEST_HEAD:
        return None
    wishes = turn.reader.wishes(f"{head}: x")
    return next(((MATTERS[wish.name], words.strip()) for wish in wishes if wish.name in MATTERS), None)


def _kept_by_its_words(turn: Turn, words: str) -> Turn:
    """A plain note may say itself what it is about: "note: took ibuprofen", "note: trigger: long drive"."""
    inner = _read(turn, words)
    if inner is not None and inner[0] != "other":
        return keep(turn, *inner)
    is_medicine = any(turn.reader.says(words, name) for name in ("took", "names_medicine"))
    return keep(turn, "medicine" if is_medicine else "other", words)


def took(turn: Turn, text: str, rest: str) -> Turn:
    """ "Took ibuprofen", without another word before it."""
    return keep(turn, "medicine", text.strip())


def that(turn: Turn, text: str, rest: str) -> Turn:
    """ "Note that I took ibuprofen", "took ibuprofen, note that", "stopped the tramadol"."""
    return keep(turn, "medicine", as_typed(text, rest))


def keep(turn: Turn, matter: Matter, words: str) -> Turn:
    if len(words) > LONGEST:
        return turn.say(KIND, "note-too-long", limit=str(LONGEST))
    turn = turn.doing(Record(Noted(turn.person.turn, turn.acted_on, matter, words)))
    turn = turn.say(KIND, f"note-kept-{matter}", words=words)
    if turn.reader.says(turn.reader.with_digits(words), "took_many"):
        return turn.say(KIND, "note-many", **safety.numbers(turn))
    return turn


def note(turn: Turn, words: str) -> Turn:
    """Keep these words, or, without any, show what is kept."""
    if not words.strip():
        return _recall(turn, "notes")
    return told(turn, words) or _kept_by_its_words(turn, words.strip())


def _recall(turn: Turn, purpose: str) -> Turn:
    return turn.doing(Recall(purpose, turn.today - LOOKING_BACK))


def show(purpose: str) -> Callable[[Turn, str], Turn]:
    """Ask for the notes, all of them or those about one matter."""

    def shown(turn: Turn, words: str = "") -> Turn:
        return _recall(turn, purpose)

    return shown


def _list(matter: Matter | None) -> Callable[[Turn, Records], Turn]:
    def listed(turn: Turn, records: Records) -> Turn:
        """The newest, each with its number among all, which more notes do not change."""
        numbered = [(str(at), each) for at, each in enumerate(records.noted, 1) if matter in (None, each.about)]
        if not numbered:
            return turn.say(KIND, "note-none")
        lines = "\n".join(_line(turn, number, each) for number, each in numbered[-SHOWN:])
        older = "yes" if len(numbered) > SHOWN else "no"
        return turn.say(KIND, "note-list", lines=lines, number=numbered[-1][0], older=older)

    return listed


def _line(turn: Turn, number: str, noted: Noted) -> str:
    matter = turn.label("note-matters", noted.about)
    day, words = spoken.day(turn, noted.local_date), " ".join(noted.words.split())
    return turn.words("note-line", number=number, day=day, matter=matter, words=words)


def delete(turn: Turn, number: str) -> Turn:
    """ "Delete note 2": shown first. Without a number, the newest."""
    place = Place("note_delete", "sure", turn.person.turn, turn.now, {"number": number})
    return _recall(turn.pushed(place), TO_DELETE)


def ask_whether_to_delete(turn: Turn, records: Records) -> Turn:
    """Ask, with its words, so that no other note goes by mistake."""
    place = turn.person.agenda[0]
    number = place.answers["number"] or str(len(records.noted))
    at = int(number)
    if not records.noted:
        return walk.close(turn, "note_delete").say(KIND, "note-none")
    if not 0 < at <= len(records.noted):
        return walk.close(turn, "note_delete").say(KIND, "note-not-found", number=number)
    found = records.noted[at - 1]
    return walk.open_script(turn, "note_delete", entry=found.entry, number=number, words=found.words)


def _delete_answered(turn: Turn, place: Place) -> Turn:
    if place.answers["sure"] != "yes":
        return turn.say(KIND, "note-stays")
    return turn.doing(Forget(Noted, place.answers["entry"])).say(KIND, "note-deleted")


RECALLED: Mapping[str, Callable[[Turn, Records], Turn]] = {
    "notes": _list(None),
    "medicines": _list("medicine"),
    "triggers": _list("trigger"),
    "questions": _list("question"),
    TO_DELETE: ask_whether_to_delete,
}
PARTS = {"note_delete": Part(_delete_answered)}
