"""Whether the numbers to call that a folder names can be told to somebody in danger."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from bot.content.own_files import HELP_LINES
from bot.content.remarks import Remark
from bot.conversation.help_lines import HelpLine

NEW_COUNTRY: Mapping[str, Any] = {"crisis_lines": [], "checked": "list", "verified_on": None}
WAYS = {"call", "text", "chat"}
MAY_LACK = {"hours", "confidence", "sources", "free", "text", "chat", "note"}
OF_A_LINE = {each.name for each in fields(HelpLine)}
OF_A_COUNTRY = {"code", "name", "verified_on", "checked", "emergency", "crisis_lines"}
Flaw = tuple[str, str]  # what is wrong, and what to do about it


def remarks(written: Mapping[str, Any], shipped: Any) -> Iterator[Remark]:
    known = {row["code"]: row for row in shipped["countries"]}
    for key in sorted(map(str, written.keys() - {"countries"})):
        yield Remark(HELP_LINES, key, "only countries can be changed here", "take it out")
    seen = set[str]()
    for row in written.get("countries", ()):
        where, code = f"{HELP_LINES}:{row.line}", row["code"]
        if code in seen:
            yield Remark(where, code, "this country is there twice", "put both into one")
        seen.add(code)
        for what, cure in _in_country(row, known.get(code, NEW_COUNTRY)):
            yield Remark(where, code, what, cure)


def _in_country(row: Mapping[str, Any], before: Mapping[str, Any]) -> Iterator[Flaw]:
    if not re.fullmatch("[A-Z]{2}", row["code"]):
        yield "this is no code of a country", 'write two capital letters, such as "GB"'
    for key in sorted(map(str, row.keys() - OF_A_COUNTRY)):
        yield f"nothing is known of {key!r} here", f"known are {', '.join(sorted(OF_A_COUNTRY))}"
    for key in ("name", "verified_on", "emergency", "checked"):
        if not {**before, **row}.get(key):
            yield f"it has no {key}", f"add `{key}:`"
    for key, (is_right, cure) in IN_A_COUNTRY.items():
        if row.get(key) and not is_right(row[key]):
            yield f"its {key} can't be {_told(row[key])}", cure
    if row.get("emergency") and not (_is_list(row["emergency"]) and all(map(_is_dialled, row["emergency"]))):
        yield "nobody can call its emergency number", 'write `emergency: [{number: "112"}]`, the number in quotes'
    if "crisis_lines" in row:
        yield from _in_lines(row["crisis_lines"], before["crisis_lines"])


def _in_lines(lines: Any, before: list[dict[str, Any]]) -> Iterator[Flaw]:
    if not _is_list(lines):
        yield "its crisis_lines are no list", "begin each line with `- name:`"
        return
    flaws = [flaw for line in lines for flaw in _in_line(line)]
    yield from flaws or _lost(lines, before)


def _in_line(line: Mapping[str, Any]) -> Iterator[Flaw]:
    named = repr(str(line.get("name", "a line without a name")))
    if missing := OF_A_LINE - MAY_LACK - line.keys():
        yield f"{named} lacks {', '.join(sorted(missing))}", "add it"
    elif not _is_dialled(line):
        yield f"the number of {named} can't be dialled", 'write it in quotes, such as "0800 111 0 111"'
    if unknown := sorted(map(str, line.keys() - OF_A_LINE)):
        yield f"{named} has the unknown {', '.join(unknown)}", f"known are {', '.join(sorted(OF_A_LINE))}"
    for key, (is_right, cure) in IN_A_LINE.items():
        if key in line and not is_right(line[key]):
            yield f"{key} of {named} can't be {_told(line[key])}", cure


def _lost(lines: list[dict[str, Any]], before: list[dict[str, Any]]) -> Iterator[Flaw]:
    """What people of the country had, and would have no more."""
    for what, cure, has in KEPT:
        if any(map(has, before)) and not any(map(has, lines)):
            lost = ", ".join(f"{line['name']} {line['number']}" for line in filter(has, before))
            yield f"no crisis line is left {what}", f"{cure} (before: {lost})"


KEPT: tuple[tuple[str, str, Callable[[Mapping[str, Any]], bool]], ...] = (
    ("to call", "keep one line whose `how` holds call", lambda line: "call" in line["how"]),
    (
        "to call day and night",
        "keep one with `hours: always`",
        lambda line: "call" in line["how"] and line.get("hours") == "always",
    ),
    (
        "to write to, for who can't speak aloud",
        "keep one whose `how` holds text or chat",
        lambda line: bool({"text", "chat"} & set(line["how"])),
    ),
)


# What a field takes


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _are_ways(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(way, str) and way in WAYS for way in value)


def _are_sources(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(source, str) for source in value)


def _is_note(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_words, (*value.keys(), *value.values())))


def _is_list(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _is_dialled(row: Mapping[str, Any]) -> bool:
    """A number without quotes may have lost its zeros."""
    return isinstance(row.get("number"), str) and bool(re.fullmatch(r"[*#\d][\d ()*#-]*", row["number"]))


def _told(value: object) -> str:
    return "empty" if value is None else f"{value!r}"


Field = tuple[Callable[[object], bool], str]
WORDS: Field = (_is_words, 'write words in quotes, such as "Night desk"')
IN_A_COUNTRY: dict[str, Field] = {
    "name": WORDS,
    "verified_on": (_is_day, "write it as 2026-11-30, without quotes"),
    "checked": (lambda value: value in ("list", "provider"), "write list or provider"),
}
IN_A_LINE: dict[str, Field] = {
    "name": WORDS,
    "how": (_are_ways, "write `how: [call]`, or text, or chat"),
    "hours": (_is_words, 'write always, limited, or the hours in quotes, such as "8:00 to 20:00"'),
    "free": (lambda value: isinstance(value, bool), "write true or false"),
    "text": WORDS,
    "chat": WORDS,
    "note": (_is_note, "write it by language, such as `note: {en: ask for the pain nurse}`"),
    "confidence": (lambda value: value in ("one", "two_or_more"), "write one or two_or_more"),
    "sources": (_are_sources, "write a list of words, or leave it out"),
}
