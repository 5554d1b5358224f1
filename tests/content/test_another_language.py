"""A language whose words are complete is spoken: nobody who uses it is answered in English any more.

German is made up for that: the English words, each in brackets.
"""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from fluent.syntax import ast

from bot.content import FOLDER, messages, open_library, platform_words
from bot.content.messages import Message
from bot.conversation.events import Choice, Command, Text
from bot.conversation.library import Library
from bot.ports import OutboxMessage
from tests.fakes import World, home_of

OPEN, CLOSE = "⟦", "⟧"
INSIDE = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


def bracketed(message: Message) -> str:
    parts = {
        name: pattern if name.endswith("-said") else _in_brackets(pattern) for name, pattern in message.parts.items()
    }
    return str(message.with_parts(parts))


def _in_brackets(pattern: Any) -> ast.Pattern:
    return ast.Pattern([ast.TextElement(OPEN), *pattern.elements, ast.TextElement(CLOSE)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    (folder / "words" / "de").mkdir(parents=True)
    for file in sorted((FOLDER / "words" / "en").glob("*.ftl")):
        found, _ = messages.read(file.name, file.read_text("utf-8"))
        (folder / "words" / "de" / file.name).write_text("\n".join(map(bracketed, found)), "utf-8")
    return folder


@pytest.fixture(scope="module")
def library(folder: Path) -> Library:
    return open_library(folder=folder)


@pytest_asyncio.fixture
async def world(library: Library) -> AsyncIterator[World]:
    world = World(library=library)
    yield world
    world.close()


def in_english(said: OutboxMessage) -> str:
    """What stands outside all brackets of a message and its buttons."""
    told = "\n".join((said.text, *(option.label for option in said.options)))
    while INSIDE.search(told):
        told = INSIDE.sub("", told)
    return "".join(re.findall("[A-Za-z]+", told))


async def says(world: World, *texts: str) -> None:
    for text in texts:
        await world.happens("anna", Text(text), language="de-AT")


async def taps(world: World, *labels: str) -> None:
    for label in labels:
        wanted = f"{OPEN}{label}{CLOSE}"
        await world.happens("anna", Choice(world.platform.options[wanted].id), language="de-AT")


async def asks_for(world: World, *commands: str) -> None:
    for command in commands:
        await world.happens("anna", Command(command, ""), language="de-AT")


async def settle(world: World) -> None:
    await says(world, "hallo")
    await taps(world, "Yes, I agree", "Use the usual settings")


def test_a_language_that_lacks_nothing_is_spoken(library: Library) -> None:
    assert library.spoken == ("de", "en")
    assert (library.spoken_to("de-AT"), library.spoken_to("es"), library.spoken_to(None)) == ("de", "en", "en")
    assert platform_words(library)["de"].about.startswith(OPEN)


def test_a_language_that_lacks_one_label_is_not(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "words" / "de").mkdir(parents=True)
    for file in sorted((folder / "words" / "de").glob("*.ftl")):
        text = file.read_text("utf-8").replace(f"    .in = {OPEN}in{CLOSE}\n", "")
        (tmp_path / "words" / "de" / file.name).write_text(text, "utf-8")

    assert open_library(folder=tmp_path).spoken == ("en",)


async def test_a_check_in_and_a_breath_are_held_in_it(world: World) -> None:
    await settle(world)
    await asks_for(world, "checkin")
    await says(world, "6,5")
    await taps(world, "Done for today")
    await asks_for(world, "breathe")
    await taps(world, "1 minute", "Stop", "A bit easier")
    await world.later(days=1)

    assert len(world.platform.sent) > 8
    assert [said.text for said in world.platform.sent if in_english(said)] == []
    assert any(f"6{OPEN}.{CLOSE}5" in said.text for said in world.platform.sent)
    with world.store.begin() as unit:
        person = unit.person_at(home_of("anna"))
    assert person is not None
    assert person.language == "de"


@pytest.mark.parametrize("is_known", [True, False])
async def test_danger_is_answered_in_it(world: World, is_known: bool) -> None:
    if is_known:
        await settle(world)
    await says(world, "ich will sterben")
    answered = world.platform.sent[-1]
    await taps(world, "I am not safe")

    assert "112" in answered.text
    assert {option.label for option in answered.options} >= {f"{OPEN}I am not safe{CLOSE}"}
    assert [said.text for said in world.platform.sent if in_english(said)] == []


async def test_the_rest_of_the_programme_speaks_it_too(world: World) -> None:
    await settle(world)
    for command in (
        "help",
        "nudge",
        "week",
        "goal",
        "pace",
        "settings",
        "why",
        "privacy",
        "pause",
        "experiment",
        "peg",
    ):
        await asks_for(world, command)

    assert [(said.text, in_english(said)) for said in world.platform.sent if in_english(said)] == []
