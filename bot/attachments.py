"""Attachments made real when they are sent: pictures drawn from what a message says, exports read from the store."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, assert_never

from bot.conversation.effects import (
    BreathingAnimation,
    BreathingSound,
    ExportFile,
    ReportFile,
    TrialPicture,
    WeekPicture,
    WeeksPicture,
)
from bot.ports import File, OutboxMessage, Store
from bot.progress import fhir
from bot.progress.report import Report, report_of

# How a cell begins that a spreadsheet may run, wide letters too: https://owasp.org/www-community/attacks/CSV_Injection
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class Attachments:
    """Draws what a message carries. The drawing library is loaded with the first picture."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, message: OutboxMessage) -> File | None:
        match message.attachment:
            case None:
                return None
            case BreathingAnimation() as animation:
                return breathing(animation)
            case BreathingSound() as tone:
                return sound(tone)
            case WeekPicture() as picture:
                return week(picture)
            case TrialPicture() as picture:
                return trial(picture)
            case WeeksPicture() as picture:
                return weeks(picture)
            case ReportFile() as report:
                return self._report(message.person_id, report)
            case ExportFile(format_):
                return export(self._store, message.person_id, format_)
            case _:
                assert_never(message.attachment)

    def _report(self, person_id: str | None, asked: ReportFile) -> File | None:
        """`None` for somebody who is gone meanwhile."""
        found = self._store.known(person_id) if person_id else None
        if found is None:
            return None
        person, records = found
        made = report_of(person, records, asked.parts, asked.first, asked.last)
        if asked.format == "pdf":
            return report_page(made, asked.words)
        bundle = fhir.bundle(made, records, person.id, asked.words)
        fhir.check(bundle)
        content = fhir.as_file(bundle)
        return File(_key(content), "steady-fhir.json", "application/fhir+json", content)


def export(store: Store, person_id: str | None, format_: Literal["json", "csv"]) -> File:
    """Everything stored about them, as it is now."""
    tables = store.everything_about(person_id) if person_id else {}
    if format_ == "json":
        content = json.dumps(tables, indent=2, ensure_ascii=False).encode()
        return File(_key(content), "steady.json", "application/json", content)
    content = as_csv(tables).encode("utf-8-sig")
    return File(_key(content), "steady.csv", "text/csv", content)


@lru_cache(maxsize=32)
def breathing(animation: BreathingAnimation) -> File:
    """The same for everyone who breathes that way, so a platform's own copy serves the next."""
    from bot.progress import breathing_animation, breathing_figure  # noqa: PLC0415 - loaded when it is needed

    content = (breathing_figure if animation.places else breathing_animation).draw(animation)
    return File(_key(content), "breathing.gif", "image/gif", content, reusable=True)


@lru_cache(maxsize=16)
def sound(tone: BreathingSound) -> File:
    """The same for everyone, as above."""
    from bot.progress import breathing_sound  # noqa: PLC0415 - the sound library is loaded when it is needed

    content, seconds = breathing_sound.draw(tone), breathing_sound.length(tone)
    return File(_key(content), "breathing.ogg", "audio/ogg", content, reusable=True, seconds=seconds)


def week(picture: WeekPicture) -> File:
    from bot.progress import week_picture  # noqa: PLC0415 - the drawing library is loaded when it is needed

    content = week_picture.draw(picture)
    return File(_key(content), "week.png", "image/png", content)


def trial(picture: TrialPicture) -> File:
    from bot.progress import trial_picture  # noqa: PLC0415 - the drawing library is loaded when it is needed

    content = trial_picture.draw(picture)
    return File(_key(content), "experiment.png", "image/png", content)


def weeks(picture: WeeksPicture) -> File:
    from bot.progress import weeks_picture  # noqa: PLC0415 - the drawing library is loaded when it is needed

    content = weeks_picture.draw(picture)
    name = "month.png" if picture.detail == "days" else "three-months.png"
    return File(_key(content), name, "image/png", content)


def report_page(report: Report, words: Mapping[str, str]) -> File:
    from bot.progress import report_page as page  # noqa: PLC0415 - the library for PDF is loaded when it is needed

    content = page.draw(report, words)
    return File(_key(content), "for-the-doctor.pdf", "application/pdf", content)


def as_csv(tables: dict[str, list[dict[str, Any]]]) -> str:
    """All rows of all tables under one head line; the first column names the table."""
    columns = list(dict.fromkeys(column for rows in tables.values() for row in rows for column in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, ["table", *columns])
    writer.writeheader()
    for table, rows in tables.items():
        writer.writerows({"table": table} | {key: _cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    """A value for a spreadsheet; words that a spreadsheet would run as a formula are made plain text."""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULAS) else text


def _key(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
