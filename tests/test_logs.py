"""What is logged may be read by anyone who runs Steady: never a person's words, never a token."""

import asyncio
import errno
import io
import json
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import structlog

from bot import logs

CANARY = "canary-7f3a"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Standard error, with the logs set up as `steady run` does."""
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()
    logs.configure()
    yield stream
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture
def written_json(written: io.StringIO) -> io.StringIO:
    logging.getLogger().handlers.clear()
    logs.configure(form="json")
    return written


def words_in_an_error() -> None:
    raise ValueError(f"could not store {CANARY}")


def test_a_field_that_is_not_on_the_list_is_left_out(written: io.StringIO) -> None:
    structlog.get_logger().info("turn", platform="telegram", text=CANARY, count=3)

    line = written.getvalue()
    assert CANARY not in line
    assert "event='turn'" in line
    assert "platform='telegram'" in line
    assert "count=3" in line


def test_nothing_that_is_logged_can_pass_for_a_line_of_its_own(written: io.StringIO) -> None:
    forged = "Bad Request\r\n2026-03-16T08:00:00Z level='error' event='all is lost'"

    structlog.get_logger().warning("webhook not set", reason=forged)
    logging.getLogger("sqlalchemy").error(forged)

    first, second = written.getvalue().splitlines()
    assert "event='webhook not set'" in first
    assert second.endswith("ERROR sqlalchemy Bad Request")


def test_a_log_that_can_not_be_written_stops_nothing(monkeypatch: pytest.MonkeyPatch, written: io.StringIO) -> None:
    def is_full(_text: str) -> int:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(written, "write", is_full)
    structlog.get_logger().warning("turn failed")
    logging.getLogger("sqlalchemy").error("broken")

    assert written.getvalue() == ""


def test_of_an_error_its_type_and_place_are_written_and_not_its_message(written: io.StringIO) -> None:
    try:
        words_in_an_error()
    except ValueError:
        structlog.get_logger().exception("turn failed")

    line = written.getvalue()
    assert CANARY not in line
    assert "error='ValueError'" in line
    assert "where='words_in_an_error:" in line


def test_an_error_that_was_handed_over_is_written_by_its_type_and_place_too(written: io.StringIO) -> None:
    with pytest.raises(ValueError, match=CANARY) as raised:
        words_in_an_error()

    structlog.get_logger().error("sending ended in an error", exc_info=raised.value)

    line = written.getvalue()
    assert CANARY not in line
    assert "error='ValueError' where='words_in_an_error:" in line


def test_a_library_that_logs_an_error_shows_its_type_and_not_its_message(written: io.StringIO) -> None:
    try:
        try:
            words_in_an_error()
        except ValueError:
            raise RuntimeError(CANARY)  # noqa: B904 - the first error comes along, as it does in real life
    except RuntimeError:
        logging.getLogger("discord.client").exception("Ignoring exception in %s", CANARY)

    line = written.getvalue()
    assert CANARY not in line
    assert "discord.client" in line
    assert "Ignoring exception in" in line
    assert "RuntimeError" in line


def test_a_task_that_nobody_waited_for_is_reported_without_its_words(written: io.StringIO) -> None:
    async def forgotten() -> None:
        words_in_an_error()

    async def main() -> None:
        task = asyncio.ensure_future(forgotten())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        del task

    asyncio.run(main())

    line = written.getvalue()
    assert CANARY not in line
    assert "Task exception was never retrieved" in line
    assert "ValueError" in line


@pytest.mark.parametrize("name", ["httpx", "httpcore", "telegram", "discord.gateway", "sqlalchemy.engine", "aiohttp"])
def test_what_libraries_tell_in_passing_is_not_written(name: str, written: io.StringIO) -> None:
    logging.getLogger(name).info("POST https://api.telegram.org/bot123456:%s/getUpdates", CANARY)
    logging.getLogger(name).warning("retrying %s", CANARY)

    assert written.getvalue() == ""


def test_as_json_each_line_is_an_object_with_only_fields_of_the_list(written_json: io.StringIO) -> None:
    try:
        words_in_an_error()
    except ValueError:
        structlog.get_logger().exception("turn failed", platform="telegram", text=CANARY, reason="one\ntwo")
        logging.getLogger("discord.client").exception("Ignoring exception in %s\nand more", CANARY)

    own, library = map(json.loads, written_json.getvalue().splitlines())
    assert CANARY not in written_json.getvalue()
    assert {*own, *library} <= logs.ALLOWED
    assert (own["level"], own["event"], own["platform"], own["reason"]) == (
        "error",
        "turn failed",
        "telegram",
        "one\ntwo",
    )
    assert (library["level"], library["event"], library["part"]) == (
        "error",
        "Ignoring exception in %s",
        "discord.client",
    )
    for line in (own, library):
        assert line["error"] == "ValueError"
        assert line["where"].startswith("words_in_an_error:")
        assert datetime.fromisoformat(line["timestamp"]).utcoffset() == timedelta(0)
