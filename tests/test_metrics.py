"""Whoever watches Steady reads how it is from its counts, and nothing of anybody."""

import itertools
import json
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot import __version__
from bot.content import load_library
from bot.conversation.effects import Urgency
from bot.conversation.events import Text
from bot.ports import Refused, TryLater, Uncertain
from bot.serving.platform_service import Platform, PlatformService
from bot.watching.checkup import Checkup
from bot.watching.health import answering
from bot.watching.metrics import Metrics
from tests import databases
from tests.fakes import CANARY, MORNING, PLATFORM, Live, World
from tests.programme.test_unsure import UNSURE, Feeling
from tests.servers.places import free_place

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
DOCUMENTATION = ROOT / "docs" / "watching.md"
ALLOWED = {
    "platform": {PLATFORM},
    "urgency": {"safety", "reply", "scheduled"},
    "outcome": {"sent", "uncertain", "failed", "expired"},
    "tier": {"crisis", "red_flag_emergency", "red_flag_urgent", "unsure"},
    "began_by": {"person", "timer"},
    "state": {"pending", "sending"},
    "version": {__version__},
}
HERE = {"platform": PLATFORM}
Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


class Watched(World):
    """A world that is counted, and a place to ask for the counts."""

    def __init__(self) -> None:
        self.metrics = Metrics([PLATFORM])
        store = databases.empty_store().counted_by(self.metrics)
        self.live = Live(MORNING)
        super().__init__(store=store, platform=self.live)
        self.service = PlatformService(store, Platform(self.live, self.live.lead), self.delivery)
        self.service.served_since = MORNING
        self.companion.ticked_at = MORNING
        looked = itertools.count(0, 60)
        self.checkup = Checkup(self.companion, [self.service], timer=lambda: next(looked))
        self.place = free_place()

    async def settle(self) -> None:
        for said in ("hello", "i agree", "usual"):
            await self.happens("anna", Text(said))

    async def read(self) -> str:
        async with ClientSession() as session, session.get(f"http://{self.place}/metrics") as answer:
            assert answer.status == 200
            assert answer.content_type == "text/plain"
            return await answer.text()

    async def samples(self) -> Samples:
        families = text_string_to_metric_families(await self.read())
        return {
            (sample.name, frozenset(sample.labels.items())): sample.value
            for family in families
            for sample in family.samples
        }

    async def value(self, name: str, **labels: str) -> float:
        return (await self.samples())[name, frozenset(labels.items())]

    async def helped(self) -> dict[str, float]:
        """How many answers to danger there were, by tier."""
        samples = await self.samples()
        return {
            dict(labels)["tier"]: value
            for (name, labels), value in samples.items()
            if name == "steady_safety_answers_total"
        }


@pytest.fixture
async def world() -> AsyncIterator[Watched]:
    world = Watched()
    async with answering(world.place, world.checkup, world.metrics):
        yield world
    world.close()


async def test_a_turn_and_the_answer_to_it_are_counted_once_each(world: Watched) -> None:
    await world.happens("anna", Text("hello"), "update 1")

    samples = await world.samples()

    def value(name: str, **labels: str) -> float:
        return samples[name, frozenset(labels.items())]

    assert value("steady_turns_total", **HERE) == 1
    assert value("steady_turn_seconds_count") == 1
    assert value("steady_messages_total", **HERE, outcome="sent") == len(world.platform.sent)
    assert value("steady_due_to_sent_seconds_count", **HERE, urgency="reply") == len(world.platform.sent)
    assert value("steady_due_to_sent_seconds_sum", **HERE, urgency="reply") == 0


async def test_what_a_timer_brings_is_due_at_its_moment_and_not_when_its_turn_came(world: Watched) -> None:
    await world.settle()
    due_at = datetime.fromisoformat(world.timers("anna")["check_in"])
    world.clock.now = due_at

    (said,) = await world.later(minutes=20)

    assert said.due_at == due_at
    assert await world.value("steady_due_to_sent_seconds_sum", **HERE, urgency="scheduled") == 20 * 60


async def test_the_time_that_a_platform_asks_for_belongs_to_how_late_a_message_is(world: Watched) -> None:
    world.put("later", to="nobody known")
    world.platform.failing["later"] = [TryLater(30)]
    await world.deliver()
    del world.platform.failing["later"]

    await world.later(seconds=31)

    assert await world.value("steady_due_to_sent_seconds_sum", **HERE, urgency="reply") == 31


async def test_what_became_of_each_message_is_counted(world: Watched) -> None:
    await world.settle()
    already = await world.value("steady_messages_total", **HERE, outcome="sent")
    world.put("uncertain", Urgency.SCHEDULED)
    world.put("refused")
    world.put("sent")
    world.put("expired", Urgency.SCHEDULED, expires_at=world.clock() - timedelta(minutes=1))
    world.put("unreadable")
    world.execute("UPDATE outbox SET urgency = -1 WHERE id = (SELECT max(id) FROM outbox)")
    world.platform.failing = {"uncertain": [Uncertain()], "refused": [Refused("too long")]}
    await world.deliver()

    samples = await world.samples()

    counted = {
        outcome: samples["steady_messages_total", frozenset({**HERE, "outcome": outcome}.items())]
        for outcome in ALLOWED["outcome"]
    }
    assert counted == {"sent": already + 1, "uncertain": 1, "failed": 2, "expired": 1}
    assert samples["steady_uncertain_total", frozenset(HERE.items())] == 1


async def test_a_prompt_that_was_in_flight_when_the_process_ended_is_counted_as_uncertain(world: Watched) -> None:
    await world.settle()
    world.put("good morning", Urgency.SCHEDULED)
    world.store.claim(frozenset({PLATFORM}), world.clock(), 10)  # and here the process ends

    await world.delivery.recover()

    assert await world.value("steady_messages_total", **HERE, outcome="uncertain") == 1


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("i want to kill myself", "crisis"),
        ("my sister wants to kill herself", "crisis"),
        ("i have crushing chest pain and my left arm is numb", "red_flag_emergency"),
        ("Back pain and a temperature of 38.6 since last night", "red_flag_urgent"),
    ],
)
async def test_each_answer_to_danger_is_counted_by_its_tier(world: Watched, text: str, tier: str) -> None:
    await world.settle()

    await world.happens("anna", Text(text))

    assert await world.helped() == {**dict.fromkeys(ALLOWED["tier"], 0), tier: 1}
    assert await world.value("steady_due_to_sent_seconds_count", **HERE, urgency="safety") >= 1


async def test_that_somebody_was_asked_whether_they_are_in_danger_is_counted(world: Watched) -> None:
    world.companion.turns._library = load_library(Feeling())
    await world.settle()

    await world.happens("anna", Text(UNSURE))

    assert (await world.helped())["unsure"] == 1


async def test_help_for_a_stranger_and_help_in_a_turn_that_failed_are_counted(world: Watched) -> None:
    await world.happens("ben", Text("i want to kill myself"))
    await world.settle()
    world.execute("UPDATE people SET document = '{}'")
    await world.happens("anna", Text("i want to kill myself"))

    assert await world.value("steady_safety_answers_total", **HERE, tier="crisis") == 2
    assert await world.value("steady_turns_failed_total", began_by="person") == 1


async def test_a_timer_that_is_put_aside_is_counted(world: Watched) -> None:
    await world.settle()
    world.break_database("INSERT ON outbox")

    await world.later(hours=1)

    assert await world.value("steady_turns_failed_total", began_by="timer") == 1


async def test_how_it_is_at_this_moment_is_told(world: Watched) -> None:
    await world.settle()
    world.put("not sent yet")
    world.clock.now += timedelta(minutes=5)

    samples = await world.samples()

    def value(name: str, **labels: str) -> float:
        return samples[name, frozenset(labels.items())]

    assert value("steady_people") == 1
    assert value("steady_outbox_messages", state="pending", urgency="reply") == 1
    assert value("steady_outbox_messages", state="sending", urgency="reply") == 0
    assert value("steady_oldest_overdue_seconds", urgency="reply") == 300
    assert value("steady_oldest_overdue_seconds", urgency="safety") == 0
    assert value("steady_tick_age_seconds") == 300
    assert value("steady_platform_silence_seconds", **HERE) == 300
    assert value("steady_ready") == 0
    assert value("steady_build_info", version=__version__) == 1


async def test_a_flood_of_questions_counts_the_rows_once(world: Watched) -> None:
    world.checkup._timer = lambda: 0.0
    await world.read()
    await world.settle()

    assert await world.value("steady_people") == 0


async def test_no_label_tells_of_anybody(world: Watched) -> None:
    await world.settle()
    for text in (CANARY, "i want to kill myself", "6"):
        await world.happens("anna", Text(text))
    world.put(CANARY)
    text = await world.read()

    labels = [labels for _, labels in await world.samples()]
    told: dict[str, set[str]] = {}
    for name, value in itertools.chain.from_iterable(labels):
        told.setdefault(name, set()).add(value)

    buckets = told.pop("le")
    assert all(bucket == "+Inf" or float(bucket) >= 0 for bucket in buckets)
    assert told == ALLOWED
    assert not [word for word in (CANARY, "anna", "id of") if word in text]


# What is made of it


def asked_by_dashboard() -> list[str]:
    dashboard = json.loads((DEPLOY / "grafana" / "steady.json").read_text("utf-8"))
    return [target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", ())]


def asked_by_alerts() -> list[str]:
    alerts = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text("utf-8"))
    return [rule["expr"] for group in alerts["groups"] for rule in group["rules"]]


def without_ending(name: str) -> str:
    """A histogram by its own name."""
    return re.sub(r"_(bucket|sum|count)$", "", name)


def metrics_in(expressions: list[str]) -> set[str]:
    return {name for expression in expressions for name in re.findall(r"\bsteady_\w+", expression)}


@pytest.mark.parametrize("asked", [asked_by_dashboard(), asked_by_alerts()], ids=["dashboard", "alerts"])
async def test_whatever_is_asked_for_is_told(world: Watched, asked: list[str]) -> None:
    assert len(asked) > 4
    assert metrics_in(asked) <= {name for name, _ in await world.samples()}


async def test_whatever_is_told_is_on_the_dashboard(world: Watched) -> None:
    shown = {without_ending(name) for name in metrics_in(asked_by_dashboard())}

    assert shown == {without_ending(name) for name, _ in await world.samples()}


async def test_whatever_is_told_is_explained_in_the_documentation(world: Watched) -> None:
    explained = re.findall(r"^\| `(steady_\w+)` \|", DOCUMENTATION.read_text("utf-8"), re.MULTILINE)

    assert sorted(explained) == sorted({without_ending(name) for name, _ in await world.samples()})


def test_the_labels_that_are_asked_for_are_there() -> None:
    asked = [*asked_by_dashboard(), *asked_by_alerts()]
    matched = [found for expression in asked for found in re.findall(r'(\w+)="(\w+)"', expression)]
    summed = [
        name
        for expression in asked
        for names in re.findall(r"by \(([\w, ]+)\)", expression)
        for name in names.split(", ")
    ]

    assert matched
    assert all(value in ALLOWED[name] for name, value in matched)
    assert set(summed) <= {*ALLOWED, "le"}


def test_the_dashboard_asks_whatever_source_is_chosen() -> None:
    dashboard: dict[str, Any] = json.loads((DEPLOY / "grafana" / "steady.json").read_text("utf-8"))

    assert [(one["name"], one["type"]) for one in dashboard["templating"]["list"]] == [("DS_PROMETHEUS", "datasource")]
    sources = [panel["datasource"]["uid"] for panel in dashboard["panels"] if panel["type"] != "row"]
    assert set(sources) == {"${DS_PROMETHEUS}"}
    assert len({panel["id"] for panel in dashboard["panels"]}) == len(dashboard["panels"])
