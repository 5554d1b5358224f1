"""The command line as people meet it: its own process, typed or piped into, in an empty folder."""

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import create_server
from typing import Any

import pytest

from bot import __version__
from bot.content import load_library
from bot.conversation.events import Text
from bot.ports import Address, Inbound
from bot.serving.companion import Companion
from tests import databases
from tests.databases import open_store

Steady = Callable[..., "subprocess.CompletedProcess[bytes]"]


def zone_where_it_is_noon() -> str:
    """So that today's check-in was this morning, and tomorrow's is less than a day and a half away."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


@pytest.fixture
def steady(tmp_path: Path) -> Steady:
    """Runs the command in an empty folder, with an empty home, on a clock that shows noon.

    It keeps people where it does by itself, unless that is not where tests keep them.
    """
    on_a_server = {"STEADY_DATABASE_URL": databases.empty(tmp_path).url} if databases.kind != "sqlite" else {}
    kept = on_a_server and on_a_server | databases.SET_KEYS

    def run(*arguments: str, said: str | bytes = "", **settings: str) -> "subprocess.CompletedProcess[bytes]":
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("STEADY_")}
        home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "TMPDIR": str(tmp_path)}
        here = {"TZ": zone_where_it_is_noon(), "PYTHONPATH": str(Path(__file__).parent.parent)}
        given = said.encode() if isinstance(said, str) else said
        return subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "bot", *arguments],
            input=given,
            capture_output=True,
            check=False,
            timeout=120,
            cwd=tmp_path,
            env=inherited | home | here | kept | settings,
        )

    return run


def typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def refusal(done: "subprocess.CompletedProcess[bytes]") -> str:
    """The one sentence on standard error of a command that ended with 2."""
    assert (done.returncode, done.stdout) == (2, b"")
    (sentence,) = done.stderr.decode().splitlines()
    return sentence


SCORES = "  0  1  2  3  4  5  6  7  8  9  10"
SETTLED = ("1", "1")  # I agree; use the usual settings


def test_the_version_is_told(steady: Steady) -> None:
    done = steady("--version")

    assert (done.returncode, done.stdout.decode()) == (0, f"steady {__version__}\n")


def test_with_nothing_set_run_says_what_to_set_and_offers_the_terminal(steady: Steady) -> None:
    done = steady("run")

    first, second = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert "STEADY_TELEGRAM_TOKEN" in first
    assert "STEADY_DISCORD_TOKEN" in first
    assert "steady chat" in second


def test_a_wrong_setting_is_one_sentence(steady: Steady) -> None:
    sentence = refusal(steady("run", STEADY_TELEGRAM_TOKEN="canary 7f3a"))

    assert "STEADY_TELEGRAM_TOKEN" in sentence
    assert "canary" not in sentence


def test_an_unknown_setting_is_one_sentence_in_the_terminal_too(steady: Steady) -> None:
    assert "STEADY_TOKEN" in refusal(steady("chat", STEADY_TOKEN="canary"))


KEPT_OF_CONSENT = "{ consent-program } { consent-storage } { consent-rights } May I store it?"


def test_words_of_ones_own_are_read_by_each_command(steady: Steady, tmp_path: Path) -> None:
    words = tmp_path / "own" / "words" / "en"
    words.mkdir(parents=True)
    (words / "ours.ftl").write_text(f"consent-agree = Hello from the clinic. {KEPT_OF_CONSENT}\n")
    own, line = {"STEADY_CONTENT": "own"}, json.dumps({"at": "2026-03-16T09:00:00Z", "person": "a", "text": "hi"})

    assert "Hello from the clinic." in steady("chat", said=typed("hello"), **own).stdout.decode()
    assert "Hello from the clinic." in steady("simulate", said=typed(line), **own).stdout.decode()

    (words / "ours.ftl").write_text("consent-agre = Hello.\n")
    told = "words/en/ours.ftl:1: consent-agre: Steady has no message of this id (did you mean consent-agree?)"
    assert told in refusal(steady("simulate", said=typed(line), **own))
    assert told in refusal(steady("understand", "--phrases-only", said=typed(line), **own))
    assert "STEADY_CONTENT" in refusal(steady("simulate", STEADY_CONTENT="elsewhere"))


def test_a_database_that_can_not_be_written_is_one_sentence(steady: Steady, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("I am a file")
    url = f"sqlite:///{tmp_path}/taken/steady.db"

    for done in (
        steady("chat", STEADY_DATABASE_URL=url),
        steady("simulate", "--database-url", url),
        steady("chat", STEADY_DATABASE_URL="", XDG_DATA_HOME=str(tmp_path / "taken")),
    ):
        assert "may be written to" in refusal(done)


def test_a_database_that_can_not_be_opened_is_named_by_where_it_was_chosen(steady: Steady, tmp_path: Path) -> None:
    for wrong in ("steady.db", "oracel://host/steady", f"sqlite:///{tmp_path}"):
        assert refusal(steady("chat", STEADY_DATABASE_URL=wrong)).startswith("STEADY_DATABASE_URL: ")
        assert refusal(steady("simulate", "--database-url", wrong)).startswith("--database-url: ")


def test_a_place_for_its_health_that_is_taken_is_one_sentence(steady: Steady) -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        place = f"127.0.0.1:{taken.getsockname()[1]}"
        done = steady("run", STEADY_TELEGRAM_TOKEN="1:a", STEADY_HEALTH_LISTEN=place)

    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1].startswith(f"STEADY_HEALTH_LISTEN is {place}, which can't be listened")


def test_the_address_of_the_database_is_printed_without_its_password(steady: Steady, tmp_path: Path) -> None:
    done = steady("chat", STEADY_DATABASE_URL="")

    assert done.stderr.decode() == f"Database: sqlite:///{tmp_path}/data/steady/chat.db\n"


def test_a_chat_goes_from_the_welcome_to_tomorrows_check_in(steady: Steady) -> None:
    done = steady("chat", said=typed("hello", *SETTLED, "/checkin", "6", "done", "/skip 1d", "7", "leave me be"))

    today, _, tomorrow = done.stdout.decode().partition("[it is now ")
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    in_order = ["Hello, I am Steady.", "1) Yes, I agree", "1) Use the usual settings", "every day at 9:00", SCORES]
    places = [today.index(said) for said in in_order]
    assert places == sorted(places)
    assert "a) Done for today" in today
    assert SCORES in tomorrow
    assert "1) Breathe with me" in tomorrow  # what is offered after a seven
    assert tomorrow.rstrip().endswith(load_library().words.text("en", "terminal-bye"))


def test_pictures_and_exports_are_saved_and_their_paths_are_shown(steady: Steady) -> None:
    done = steady("chat", said=typed("hello", *SETTLED, "/breathe 1", "stop", "skip", "/week", "/export"))

    breath, week, table, programs = saved_files(done.stdout.decode())
    assert breath.read_bytes().startswith(b"GIF")
    assert week.read_bytes().startswith(b"\x89PNG")
    assert table.suffix == ".csv"
    assert b'"person"' in programs.read_bytes()


def saved_files(chat: str) -> list[Path]:
    return [Path(path) for path in re.findall(r"\[(?:picture|file) saved: (.+)\]", chat)]


def test_a_translation_is_seen_before_all_of_it_is_there(steady: Steady, tmp_path: Path) -> None:
    words = tmp_path / "ours" / "words" / "de"
    words.mkdir(parents=True)
    (words / "common.ftl").write_text("talk-bye-day = Bis morgen.\n", "utf-8")
    said = typed("hello", *SETTLED, "good night")

    seen = steady("chat", "--language", "de", said=said, STEADY_CONTENT="ours").stdout.decode()
    usual = steady("chat", said=typed("good night"), STEADY_CONTENT="ours").stdout.decode()
    unknown = steady("chat", "--language", "xx")

    assert "Hello, I am Steady." in seen
    assert "Bis morgen." in seen
    assert "Bis morgen." not in usual
    assert unknown.returncode == 2
    told = unknown.stderr.decode().splitlines()[-1]
    assert told.startswith("--language: there are no words in 'xx' yet. Choose one of de, ")


@pytest.mark.parametrize(
    ("days", "stopped"),
    [
        ("", "stays stored until you write /delete. If"),
        ("90", "stays stored until you write /delete, or have written nothing for 90 days. If"),
    ],
)
def test_people_are_told_how_long_they_are_kept(steady: Steady, days: str, stopped: str) -> None:
    settings = {"STEADY_FORGET_AFTER_DAYS": days} if days else {}

    chat = steady("chat", said=typed("hello", *SETTLED, "/privacy", "/stop"), **settings).stdout.decode()

    told = " ".join(chat.split())
    assert stopped in told
    assert ("When you have written nothing for 90 days, I delete all of it." in told) is bool(days)


def test_a_skip_that_can_not_be_is_answered_with_how_to_write_one(steady: Steady) -> None:
    bad = ("/skip", "/skip banana", "/skip 0h", "/skip -1h", "/skip 400d", "/skip 8")

    chat = steady("chat", said=typed(*bad)).stdout.decode()

    assert chat.count(load_library().words.text("en", "terminal-skip-help")) == len(bad)
    assert moments(chat) == []


def test_letters_that_can_not_be_read_end_no_conversation(steady: Steady) -> None:
    done = steady("chat", said=b"caf\xe9\n1\n", PYTHONIOENCODING="utf-8:strict")

    assert done.returncode == 0
    assert "Use the usual settings" in done.stdout.decode()


def test_a_second_start_remembers_also_how_far_the_clock_was_moved(steady: Steady) -> None:
    steady("chat", said=typed("hello", *SETTLED, "call me Sam", "/skip 2d", "6", "done"))

    chat = steady("chat", said=typed("/skip 1m")).stdout.decode()

    assert "Good to see you, Sam" in chat
    assert "Yes, I agree" not in chat
    in_two_days = datetime.now(UTC) + timedelta(days=2)
    assert moments(chat)
    assert all(f"{in_two_days:%A}, {in_two_days.day} {in_two_days:%B}" in moment for moment in moments(chat))


def test_a_skip_moves_nobody_but_the_person_at_the_keyboard(steady: Steady, tmp_path: Path) -> None:
    url = databases.empty(tmp_path).url
    asyncio.run(settled(url, Address("telegram", "1", "1")))
    before = timers(url)

    done = steady("chat", said=typed("hello", *SETTLED, "/skip 2d"), STEADY_DATABASE_URL=url, **databases.SET_KEYS)

    assert SCORES in done.stdout.decode()
    assert timers(url) == before


async def settled(url: str, address: Address) -> None:
    """Somebody who is met there has agreed and taken the usual settings."""
    store = open_store(url)
    companion = Companion(store, load_library(), new_id=lambda _: "someone")
    for text in ("hello", "i agree", "usual", "berlin", "yes"):
        await companion.receive(Inbound(None, address, Text(text)))
    companion.close()
    store.close()


def timers(url: str) -> list[dict[str, Any]]:
    store = open_store(url)
    found = store.everything_about("someone")["timers"]
    store.close()
    assert found
    return found


def moments(chat: str) -> list[str]:
    return re.findall(r"\[it is now (.+)\]", chat)
