"""The sense is read once, when it is first needed, and heard as if it had been there all along."""

import threading
import time
from collections.abc import Sequence

import pytest

from bot.sense.later import SenseLater
from bot.understanding.sense import Lines, Meaning, SenseFailed

ME = Meaning({"none": 1.0}, {"other": 1.0}, {"en": 1.0}, 0.0)


class Sensing:
    lines = Lines(0.5, 0.6, 0.7, 0.8)

    def of(self, pieces: Sequence[str]) -> list[Meaning]:
        return [ME for _ in pieces]


def test_it_is_read_once_when_it_is_first_needed() -> None:
    read: list[str] = []

    def sensing() -> Sensing:
        read.append("read")
        return Sensing()

    sense = SenseLater(sensing)
    assert read == []

    assert sense.of(["my back"]) == [ME]
    assert sense.lines == Sensing.lines
    assert read == ["read"]


def test_a_text_that_comes_meanwhile_waits_until_it_is_read() -> None:
    begun, told = threading.Event(), []

    def slow() -> Sensing:
        begun.set()
        time.sleep(0.1)
        return Sensing()

    sense = SenseLater(slow)
    reading = threading.Thread(target=sense.of, args=([],))
    reading.start()
    begun.wait()
    told += sense.of(["my back"])
    reading.join()

    assert told == [ME]


def test_where_there_is_none_nothing_is_told_of_meaning() -> None:
    sense = SenseLater(lambda: None)

    with pytest.raises(SenseFailed):
        sense.of(["my back"])
    assert sense.lines.danger > 1
