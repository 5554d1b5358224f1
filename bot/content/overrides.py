"""A folder that says some of the content otherwise: words, small steps, numbers to call. What it leaves out stays.

It mirrors this package: `words/<language>/*.ftl`, `nudges.yaml`, `help_lines.yaml`. What code reads by its name, such
as the steps of a script, can't be changed there. docs/words.md is its guide.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.content import messages, own_files, own_numbers
from bot.content.messages import Message, nearest
from bot.content.own_files import HELP_LINES, NUDGES, BrokenFile
from bot.content.own_numbers import NEW_COUNTRY
from bot.content.remarks import Remark
from bot.conversation.help_lines import HelpLines
from bot.conversation.nudges import nudges_from_data
from bot.conversation.walk import message_of
from bot.conversation.words import FALLBACK, entries
from bot.programme import questionnaires

PUBLISHED = frozenset(message_of(script, step) for script, steps in questionnaires.PUBLISHED.items() for step in steps)
NOT_OURS = "the words of a published questionnaire stay as they were published"
PROMISED = frozenset({"consent-program", "consent-storage", "consent-rights", "in-danger"})
VITAL = "this is what everybody is told before they agree, or in danger"
SIZES = ("small", "medium", "large")
Texts = Mapping[str, list[str]]  # by language, the files' texts


@dataclass(frozen=True, slots=True)
class Overrides:
    """What such a folder holds. `broken` is what could not be read of it, `unread` what nothing reads."""

    words: Mapping[str, tuple[Message, ...]] = field(default_factory=dict)
    nudges: tuple[Mapping[str, Any], ...] = ()
    help_lines: Mapping[str, Any] = field(default_factory=dict)
    broken: tuple[Remark, ...] = ()
    unread: tuple[Remark, ...] = ()

    def __str__(self) -> str:
        """How much it holds, as whoever wrote it counts."""
        counted = {
            "sentence": sum(len(message.parts) for written in self.words.values() for message in written),
            "country": len(self.help_lines.get("countries", ())),
            "small step": len(self.nudges),
        }
        return ", ".join(
            f"{count} {PLURALS.get(name, name) if count != 1 else name}" for name, count in counted.items()
        )

    def holds(self, where: str, folder: Path) -> bool:
        """Whether a remark on that place is about what stands in the folder, not about Steady's own."""
        if ":" not in where:
            return (folder / where).exists()
        return any(message.where == where for written in self.words.values() for message in written)

    def over_words(self, texts: Texts) -> Texts:
        """The texts of all languages, each with these messages behind its own, so that they count."""
        if not self.words:
            return texts
        merged = {language: [*own, *self._merged(language, own)] for language, own in texts.items()}
        return merged | {new: list(self._merged(new, [])) for new in self.words if new not in texts}

    def _merged(self, language: str, texts: list[str]) -> Iterator[str]:
        own = Originals.of(texts)
        for message in self.words.get(language, ()):
            original = own.message(message.id)
            yield str(original.with_parts(message.parts) if original else message)

    def over_nudges(self, entries_: list[Any]) -> list[Any]:
        """The list of small steps, with those changed, left out and added that the folder names by id."""
        changes = {entry["id"]: entry for entry in self.nudges}
        known = {entry["id"] for entry in entries_}
        kept = [entry | changes.get(entry["id"], {}) for entry in entries_]
        added = [entry for id_, entry in changes.items() if id_ not in known]
        return [_without_remove(entry) for entry in (*kept, *added) if not entry.get("remove")]

    def over_help_lines(self, data: Any) -> Any:
        """Whom to call, with the folder's own rows; what a row leaves out stays as it is for that country."""
        own = {row["code"]: row for row in self.help_lines.get("countries", ())}
        known = {row["code"]: row for row in data["countries"]}
        rows = [{**known.get(code, NEW_COUNTRY), **_with_defaults(own.get(code, {}))} for code in {**known, **own}]
        return data | {"countries": rows}


NONE = Overrides()
PLURALS = {"sentence": "sentences", "country": "countries", "small step": "small steps"}


def _without_remove(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != "remove"}


def _with_defaults(row: Mapping[str, Any]) -> dict[str, Any]:
    """A number of one's own needs no list of sources: whoever writes it is the source."""
    lines = [{"confidence": "one", "sources": [], "hours": "unknown"} | line for line in row.get("crisis_lines", ())]
    return {**row, "crisis_lines": lines} if lines else dict(row)


# Reading the folder


def read(folder: Path) -> Overrides:
    """Whatever can be read of the folder, and what can't."""
    words: dict[str, tuple[Message, ...]] = {}
    broken: list[Remark] = []
    unread: list[Remark] = []
    steps: list[Any] = []
    numbers: dict[str, Any] = {}
    for name, file in own_files.files(folder):
        try:
            if in_words := own_files.WORDS.fullmatch(name):
                found, flaws = messages.read(name, own_files.text(file, name))
                words[in_words[1]] = (*words.get(in_words[1], ()), *found)
                broken += flaws
            elif name == NUDGES:
                steps = own_files.steps(name, own_files.text(file, name))
            elif name == HELP_LINES:
                numbers = own_files.numbers(name, own_files.text(file, name))
            else:
                (broken if own_files.is_meant(name) else unread).append(own_files.not_read(name))
        except BrokenFile as error:
            broken.append(error.remark)
    return Overrides(words, tuple(steps), numbers, tuple(broken), tuple(unread))


# Whether it may be said


def remarks(own: Overrides, texts: Texts, nudges: list[Any], help_lines: Any) -> list[Remark]:
    """Everything for which Steady would not start with this folder over that content."""
    return [
        *own.broken,
        *_in_words(own, texts),
        *_in_nudges(own, texts, nudges),
        *_in_help_lines(own, help_lines),
    ]


@dataclass(frozen=True, slots=True)
class Originals:
    """The messages of some texts by their ids, each parsed when it is asked for."""

    ids: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Originals":
        return cls({name: entry for text in texts for name, entry in entries(text)})

    def message(self, id_: str) -> Message | None:
        found = messages.read("", self.ids[id_])[0] if id_ in self.ids else []
        return found[0] if found else None


def _in_words(own: Overrides, texts: Texts) -> Iterator[Remark]:
    english = Originals.of(texts[FALLBACK])
    added = {f"nudge-{entry['id']}" for entry in own.nudges}
    for language, written in own.words.items():
        kept = Originals.of(texts.get(language, ()))
        seen = dict[str, Message]()
        for message in written:
            if message.id in seen:
                what = f"it stands in {seen[message.id].where} too"
                yield Remark(message.where, message.id, what, "keep one of the two")
            seen[message.id] = message
            yield from _in_message(message, english, added)
            yield from _in_kept(message, kept)


def _in_kept(message: Message, originals: Originals) -> Iterator[Remark]:
    """In a language that has no words for these yet, they are translated; then they stay as they are."""
    why = NOT_OURS if message.id in PUBLISHED else VITAL if message.id in PROMISED else None
    original = originals.message(message.id) if why else None
    if why is None or original is None:
        return
    theirs = original.parts
    for part, pattern in message.parts.items():
        if not part.startswith("skip") and part in theirs and not pattern.equals(theirs[part]):
            named = f"{message.id}.{part}" if part else message.id
            yield Remark(message.where, named, why, "take it out; what is said around it can change")


def _in_message(message: Message, english: Originals, added: set[str]) -> Iterator[Remark]:
    original = english.message(message.id)
    if original is not None:
        yield from messages.amiss(message, original)
    elif message.id in added:
        yield from _in_step(message)
    else:
        what = f"Steady has no message of this id{nearest(message.id, english.ids)}"
        yield Remark(message.where, message.id, what, "write the id as it stands in Steady's own words, or take it out")


def _in_step(message: Message) -> Iterator[Remark]:
    """A step of one's own is told in its three sizes, as it stands."""
    if tuple(message.parts) != SIZES:
        to_do = "write .small, .medium and .large, in this order, and nothing else"
        yield Remark(message.where, message.id, "a step is told in three sizes", to_do)
    for placeholder in sorted(messages.uses(message.entry)):
        yield Remark(message.where, message.id, f"nothing is known here of {{ {placeholder} }}", "take it out")


def _in_nudges(own: Overrides, texts: Texts, shipped: list[Any]) -> Iterator[Remark]:
    known = {entry["id"] for entry in shipped}
    told = {message.id for message in own.words.get(FALLBACK, ())} | Originals.of(texts[FALLBACK]).ids.keys()
    ids = [entry["id"] for entry in own.nudges]
    for entry in own.nudges:
        id_ = entry["id"]
        if ids.count(id_) > 1:
            yield Remark(NUDGES, str(id_), "it is there twice", "keep one of the two")
        elif entry.get("remove", True) is not True:
            yield Remark(NUDGES, str(id_), "remove takes true alone", "write `remove: true`, or leave it out")
        elif "remove" in entry and id_ not in known:
            what = f"there is no such step to leave out{nearest(str(id_), known)}"
            yield Remark(NUDGES, str(id_), what, "write its id as it stands in Steady's own list")
        elif id_ not in known and f"nudge-{id_}" not in told:
            to_do = f"write nudge-{id_} with .small, .medium and .large into words/{FALLBACK}/nudges.ftl"
            yield Remark(NUDGES, str(id_), "this step has no words", to_do)
    yield from _broken_list(own, shipped)


def _broken_list(own: Overrides, shipped: list[Any]) -> Iterator[Remark]:
    try:
        if not nudges_from_data(own.over_nudges(shipped)):
            yield Remark(NUDGES, "file", "no step is left", "leave some, or let people choose Never in /settings")
    except (ValueError, TypeError) as error:
        yield Remark(NUDGES, "file", f"{error}".rstrip("."), "mend that step")


def _in_help_lines(own: Overrides, shipped: Any) -> Iterator[Remark]:
    flaws = list(own_numbers.remarks(own.help_lines, shipped))
    yield from flaws or _unreadable(own, shipped)


def _unreadable(own: Overrides, shipped: Any) -> Iterator[Remark]:
    try:
        HelpLines.from_data(own.over_help_lines(shipped))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        yield Remark(HELP_LINES, "file", f"it can't be read ({error})", "write it like Steady's own")
