"""Logs for whoever runs Steady: only fields from a list, never a person's words, never a token.

An error's own message may quote what a person wrote (a database error quotes its parameters), so only its type and
where it happened are written.
"""

import json
import logging
import sys
import traceback
from collections.abc import MutableMapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal, TextIO

import structlog
from structlog.processors import JSONRenderer, KeyValueRenderer
from structlog.typing import Processor

ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "platform",
        "part",
        "kind",
        "event_kind",
        "timer",
        "count",
        "seconds",
        "whole_bot",
        "attempts",
        "reason",
        "error",
        "where",
        "signal",
        "address",
        "method",
        "status",
    }
)


Format = Literal["text", "json"]
ORDER = ["timestamp", "level", "event"]


def configure(level: int = logging.INFO, form: Format = "text") -> None:
    """Write to standard error, as `json` one object a line. Of the libraries' own logs only errors: the rest hold
    tokens and messages."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            place_of_error,
            only_allowed,
            _rendered(form),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=partial(Patient, sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(DiscreetJson() if form == "json" else Discreet())
    logging.basicConfig(level=logging.ERROR, handlers=[handler])
    for name in ("httpx", "httpcore", "telegram", "discord", "apscheduler", "sqlalchemy", "aiohttp", "alembic"):
        logging.getLogger(name).setLevel(logging.ERROR)


def _rendered(form: Format) -> Processor:
    return JSONRenderer(ensure_ascii=False) if form == "json" else KeyValueRenderer(key_order=ORDER)


class Patient(structlog.PrintLogger):
    """A log that can't be written, for the disk is full or nobody reads it any more, is no reason to stop working."""

    def __init__(self, file: TextIO, *_: object) -> None:
        super().__init__(file)

    def msg(self, message: str) -> None:
        with suppress(OSError):
            super().msg(message)

    log = debug = info = warn = warning = fatal = failure = err = error = critical = exception = msg


class Discreet(logging.Formatter):
    """A library's line without what may quote a person: its arguments, further lines, and the message of an error."""

    def format(self, record: logging.LogRecord) -> str:
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {said_by(record)}"
        error = record.exc_info[1] if record.exc_info else None
        return f"{line} error={type(error).__name__} where={place_of(error)!r}" if error else line


class DiscreetJson(logging.Formatter):
    """The same as one JSON object, in the fields of Steady's own lines."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat().replace("+00:00", "Z")
        line = {"timestamp": moment, "level": record.levelname.lower(), "event": said_by(record), "part": record.name}
        if record.exc_info and (error := record.exc_info[1]):
            line |= {"error": type(error).__name__, "where": place_of(error)}
        return json.dumps(line, ensure_ascii=False)


def said_by(record: logging.LogRecord) -> str:
    """The first line of what a library logged, without its arguments."""
    return record.msg.partition("\n")[0] if isinstance(record.msg, str) else type(record.msg).__name__


def only_allowed(logger: object, name: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Leave out every field that is not on the list."""
    return {key: value for key, value in fields.items() if key in ALLOWED}


def place_of_error(logger: object, name: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Say of an error its type and the last calls that led to it, not its message."""
    given = fields.pop("exc_info", None)
    error = given if isinstance(given, BaseException) else sys.exc_info()[1] if given else None
    if error is not None:
        fields["error"] = type(error).__name__
        fields["where"] = place_of(error)
    return fields


def place_of(error: BaseException) -> str:
    """The last calls that led to an error, the innermost first."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
