"""What was counted and how each part is, as Prometheus reads it; the only module that knows its library.

Law: a label's value is from a closed set, such as the platforms, urgencies or tiers. None tells of a person, a chat, a
word or a file.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, get_args

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from bot import __version__
from bot.conversation.effects import Urgency
from bot.meters import Beginning, Ending
from bot.ports import Stock
from bot.programme import unsure
from bot.understanding.safety import DANGERS
from bot.watching.readiness import Readiness

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
MINUTE, HOUR = 60, 3600
LATE = (0.1, 0.25, 0.5, 1, 2, 5, 10, 30, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR)
QUICK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10)
URGENCIES = tuple(urgency.name.lower() for urgency in Urgency)
ENDINGS: tuple[Ending, ...] = get_args(Ending)
BEGINNINGS: tuple[Beginning, ...] = get_args(Beginning)
STATES = ("pending", "sending")
TIERS = (*DANGERS, unsure.KIND)


class Metrics:
    """`bot.meters.Meters` of these platforms. Whatever may be counted is there with 0, so that the first is a rise."""

    def __init__(self, platforms: Collection[str]) -> None:
        self._registry = registry = CollectorRegistry()
        self._late = Histogram(
            "steady_due_to_sent_seconds",
            "From when a message was due until the platform took it, retries included. What a timer brings is due at "
            "the timer's moment, all else when it was said.",
            ("platform", "urgency"),
            registry=registry,
            buckets=LATE,
        )
        self._messages = Counter(
            "steady_messages_total", "Messages done with.", ("platform", "outcome"), registry=registry
        )
        self._doubted = Counter(
            "steady_uncertain_total",
            "Times a message was sent and nobody knows whether it arrived; it may have been sent again.",
            ("platform",),
            registry=registry,
        )
        self._turns = Counter(
            "steady_turns_total", "Acts of people that had their turn.", ("platform",), registry=registry
        )
        self._turn_seconds = Histogram(
            "steady_turn_seconds",
            "From when an act of a person came in until its turn was stored, waiting for others included.",
            registry=registry,
            buckets=QUICK,
        )
        self._failed = Counter(
            "steady_turns_failed_total",
            "Turns that ended in an error: the person was told, or the timer is tried again.",
            ("began_by",),
            registry=registry,
        )
        self._helped = Counter(
            "steady_safety_answers_total",
            "Answers to danger, by the tier that was heard; with unsure they were asked whether it is one.",
            ("platform", "tier"),
            registry=registry,
        )
        self._begin(platforms)

    def _begin(self, platforms: Collection[str]) -> None:
        for began_by in BEGINNINGS:
            self._failed.labels(began_by)
        for platform in platforms:
            self._turns.labels(platform)
            self._doubted.labels(platform)
        for counted, kinds in ((self._late, URGENCIES), (self._messages, ENDINGS), (self._helped, TIERS)):
            for platform, kind in product(platforms, kinds):
                counted.labels(platform, kind)

    def turned(self, platform: str, seconds: float) -> None:
        self._turns.labels(platform).inc()
        self._turn_seconds.observe(seconds)

    def turns_failed(self, began_by: Beginning, count: int) -> None:
        self._failed.labels(began_by).inc(count)

    def helped(self, platform: str, tier: str) -> None:
        self._helped.labels(platform, tier).inc()

    def took(self, platform: str, urgency: Urgency, seconds: float) -> None:
        self._late.labels(platform, _name(urgency)).observe(seconds)

    def doubted(self, platform: str) -> None:
        self._doubted.labels(platform).inc()

    def ended(self, platform: str, ending: Ending, count: int = 1) -> None:
        self._messages.labels(platform, ending).inc(count)

    def shown(self, readiness: Readiness, stock: Stock | None) -> bytes:
        """All of it, as Prometheus reads it. What is not known, since the database is away, is left out."""
        return generate_latest(Shown(self._registry, readiness, stock))


@dataclass(frozen=True, slots=True)
class Shown(Collector):
    """What was counted, and how everything is at this moment."""

    counted: CollectorRegistry
    readiness: Readiness
    stock: Stock | None

    def collect(self) -> Iterator[Metric]:
        yield from map(_without_moments, self.counted.collect())
        yield from _how_it_is(self.readiness)
        if self.stock:
            yield from _how_much(self.stock)
        yield InfoMetricFamily("steady_build", "The version of Steady that runs.", {"version": __version__})


def _how_it_is(readiness: Readiness) -> Iterator[Metric]:
    seen = readiness.seen
    yield _gauge("steady_ready", "1 when every part works, as at /readyz.", {(): readiness.is_ready})
    yield _gauge("steady_tick_age_seconds", "Since it was last seen which timers are due.", {(): seen.tick})
    silences = {(name,): found.silence for name, found in seen.platforms.items() if found.silence is not None}
    heard = "Since the last sign of life of a platform that this process serves."
    yield _gauge("steady_platform_silence_seconds", heard, silences, "platform")
    if seen.failure is None:
        overdue = {(_name(urgency),): seen.overdue.get(urgency, 0.0) for urgency in Urgency}
        late = "How long the first message that goes next might have gone; 0 when none waits."
        yield _gauge("steady_oldest_overdue_seconds", late, overdue, "urgency")


def _how_much(stock: Stock) -> Iterator[Metric]:
    kinds = product(STATES, Urgency)
    waiting = {(state, _name(urgency)): stock.messages.get((state, urgency), 0) for state, urgency in kinds}
    yield _gauge("steady_outbox_messages", "Messages not done with, in the database.", waiting, "state", "urgency")
    yield _gauge("steady_people", "People who are known, in the database.", {(): stock.people})


def _gauge(name: str, told: str, values: Mapping[Any, float], *labels: str) -> Metric:
    gauge = GaugeMetricFamily(name, told, labels=labels)
    for named, value in values.items():
        gauge.add_metric(named, value)
    return gauge


def _without_moments(metric: Metric) -> Metric:
    """Without the moments at which counting began, which double the rows and which nobody reads."""
    metric.samples = [sample for sample in metric.samples if not sample.name.endswith("_created")]
    return metric


def _name(urgency: Urgency) -> str:
    return URGENCIES[urgency]
