"""A folder that says some of the content otherwise: words, small steps, numbers to call. What it leaves out stays.

It mirrors this package: `words/<language>/*.ftl`, `nudges.yaml`, `help_lines.yaml`. What code reads by its name, such
as the steps of a script, can't be changed there. docs/words.md is its guide.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import yaml

from bot.content import messages
from bot.content.messages import Message, nearest
from bot.content.remarks import Remark
from bot.conversation.help_lines import HelpLine, HelpLines
from bot.conversation.nudges import nudges_from_data
from bot.conversation.words import FALLBACK, entries

NUDGES, HELP_LINES = "nudges.yaml", "help_lines.yaml"
WORDS = re.compile(r"words/([a-z]{2,3})/[\w-]+\.ftl")
SIZES = ("small", "medium", "large")
Texts = Mapping[str, list[str]]  # by language, the files' texts


class BrokenFile(Exception):
    """A file of the folder can't be read; `remark` says why."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(str(remark))
        self.remark = remark


@dataclass(frozen=True, slots=True)
class Overrides:
    """What such a folder holds. `broken` is what could not be read of it."""

    words: Mapping[str, tuple[Message, ...]] = field(default_factory=dict)
    nudges: tuple[Mapping[str, Any], ...] = ()
    help_lines: Mapping[str, Any] = field(default_factory=dict)
    broken: tuple[Remark, ...] = ()

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
        rows = [known.get(code, NEW_COUNTRY) | _with_defaults(own.get(code, {})) for code in {**known, **own}]
        return data | {"countries": rows}


NONE = Overrides()
NEW_COUNTRY: dict[str, Any] = {"crisis_lines": [], "checked": "list", "verified_on": None}


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
    data: dict[str, Any] = {NUDGES: [], HELP_LINES: {}}
    for file in sorted(path for path in folder.rglob("*") if path.suffix in (".ftl", ".yaml", ".yml")):
        name = file.relative_to(folder).as_posix()
        try:
            if in_words := WORDS.fullmatch(name):
                found, unread = messages.read(name, _text(file, name))
                words[in_words[1]] = (*words.get(in_words[1], ()), *found)
                broken += unread
            elif name in data:
                data[name] = _checked(name, _loaded(name, _text(file, name)))
            else:
                broken.append(_in_the_wrong_place(name))
        except BrokenFile as error:
            broken.append(error.remark)
    return Overrides(words, tuple(data[NUDGES]), data[HELP_LINES], tuple(broken))


def _in_the_wrong_place(name: str) -> Remark:
    if name.startswith(("scripts/", "safety/", "intents/", "phrases/")):
        return Remark(name, "file", "code reads this by its names", "take it out; words, steps and numbers can change")
    cure = f"move it to words/<language>/<name>.ftl, {NUDGES} or {HELP_LINES}"
    return Remark(name, "file", "nothing is read from here", cure)


def _text(file: Path, name: str) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BrokenFile(Remark(name, "file", "it is not written in UTF-8", "save it as UTF-8")) from None
    except OSError as error:
        raise BrokenFile(Remark(name, "file", f"it can't be read ({error.strerror})", "let Steady read it")) from None


def _loaded(name: str, text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BrokenFile(Remark(f"{name}:{line}", "file", f"{error.problem}", "mend the line")) from None
    except yaml.YAMLError:
        raise BrokenFile(Remark(name, "file", "it is no YAML", "write it like Steady's own")) from None


def _checked(name: str, data: Any) -> Any:
    """The data of a file, in the shape in which the rest can be asked about it."""
    if name == NUDGES:
        entries_ = data or []
        if not isinstance(entries_, list) or not all(isinstance(one, dict) and "id" in one for one in entries_):
            raise BrokenFile(Remark(name, "file", "this is no list of steps", "begin each step with `- id:`"))
        return entries_
    rows = (data or {}).get("countries", []) if isinstance(data or {}, dict) else None
    if not isinstance(rows, list) or not all(
        isinstance(row, dict) and isinstance(row.get("code"), str) for row in rows
    ):
        cure = 'write `countries:`, and begin each one with `- code: "GB"`, in quotes'
        raise BrokenFile(Remark(name, "file", "this is no list of countries", cure))
    return data or {}


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
    for written in own.words.values():
        seen = dict[str, Message]()
        for message in written:
            if message.id in seen:
                what = f"it stands in {seen[message.id].where} too"
                yield Remark(message.where, message.id, what, "keep one of the two")
            seen[message.id] = message
            yield from _in_message(message, english, added)


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
        cure = "write .small, .medium and .large, in this order, and nothing else"
        yield Remark(message.where, message.id, "a step is told in three sizes", cure)
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
            cure = f"write nudge-{id_} with .small, .medium and .large into words/{FALLBACK}/nudges.ftl"
            yield Remark(NUDGES, str(id_), "this step has no words", cure)
    yield from _broken_list(own, shipped)


def _broken_list(own: Overrides, shipped: list[Any]) -> Iterator[Remark]:
    try:
        if not nudges_from_data(own.over_nudges(shipped)):
            yield Remark(NUDGES, "file", "no step is left", "leave some, or let people choose Never in /settings")
    except (ValueError, TypeError) as error:
        yield Remark(NUDGES, "file", f"{error}".rstrip("."), "mend that step")


# A line is read by its fields; these may be left out.
MAY_LACK = {"hours", "confidence", "sources", "free", "text", "chat", "note"}
OF_A_LINE = {each.name for each in fields(HelpLine)}
OF_A_COUNTRY = {"code", "name", "verified_on", "checked", "emergency", "crisis_lines"}


def _in_help_lines(own: Overrides, shipped: Any) -> Iterator[Remark]:
    known = {row["code"]: row for row in shipped["countries"]}
    for key in sorted(own.help_lines.keys() - {"countries"}):
        yield Remark(HELP_LINES, str(key), "only countries can be changed here", "take it out")
    flaws = [
        Remark(HELP_LINES, row["code"], what, cure)
        for row in own.help_lines.get("countries", ())
        for what, cure in _in_country(row, known.get(row["code"], NEW_COUNTRY))
    ]
    yield from flaws or _unreadable(own, shipped)


def _in_country(row: dict[str, Any], before: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not re.fullmatch("[A-Z]{2}", row["code"]):
        yield "this is no code of a country", 'write two capital letters, such as "GB"'
    for key in sorted(row.keys() - OF_A_COUNTRY):
        yield f"nothing is known of {key!r} here", f"known are {', '.join(sorted(OF_A_COUNTRY))}"
    for key in ("name", "verified_on", "emergency", "checked"):
        if not {**before, **row}.get(key):
            yield f"it has no {key}", f"add `{key}:`"
    if "emergency" in row and not (_is_list(row["emergency"]) and all(map(_is_dialled, row["emergency"]))):
        yield "nobody can call its emergency number", 'write `emergency: [{number: "112"}]`, the number in quotes'
    lines = row.get("crisis_lines", [])
    if not _is_list(lines):
        yield "its crisis_lines are no list", "begin each line with `- name:`"
    elif "crisis_lines" in row and before["crisis_lines"] and not any("call" in line.get("how", ()) for line in lines):
        yield "no crisis line is left to call", "keep one line whose `how` holds call"
    for line in lines if _is_list(lines) else ():
        yield from _in_line(line)


def _in_line(line: dict[str, Any]) -> Iterator[tuple[str, str]]:
    named = repr(str(line.get("name", "a line without a name")))
    if missing := OF_A_LINE - MAY_LACK - line.keys():
        yield f"{named} lacks {', '.join(sorted(missing))}", "add it"
    elif not _is_dialled(line):
        yield f"the number of {named} can't be dialled", 'write it in quotes, such as "0800 111 0 111"'
    if unknown := line.keys() - OF_A_LINE:
        yield f"{named} has the unknown {', '.join(sorted(unknown))}", f"known are {', '.join(sorted(OF_A_LINE))}"
    if not set(line.get("how", ())) <= {"call", "text", "chat"}:
        yield f"{named} is reached in an unknown way", "write `how: [call]`, or text, or chat"


def _is_list(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _is_dialled(row: Mapping[str, Any]) -> bool:
    """A number without quotes may have lost its zeros."""
    return isinstance(row.get("number"), str) and bool(re.fullmatch(r"[*#\d][\d ()*#-]*", row["number"]))


def _unreadable(own: Overrides, shipped: Any) -> Iterator[Remark]:
    try:
        HelpLines.from_data(own.over_help_lines(shipped))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        yield Remark(HELP_LINES, "file", f"it can't be read ({error})", "write it like Steady's own")
