"""The tone for closed eyes, heard again as a messenger would decode it."""

import io
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from bot.conversation.breath import PACES, QUIET_START, SOUND_AT_MOST, Pattern, begins_gently
from bot.conversation.effects import BreathingSound
from bot.progress import breathing_sound, ogg
from tests.progress.test_pictures import PATTERNS

HEARD = breathing_sound.RATE


@cache
def drawn(pattern: Pattern = "long_out", seconds: int = 60) -> bytes:
    return breathing_sound.draw(BreathingSound(pattern, seconds))


@cache
def heard(pattern: Pattern = "long_out", seconds: int = 60) -> npt.NDArray[np.float64]:
    samples, rate = soundfile.read(io.BytesIO(drawn(pattern, seconds)))
    assert rate == HEARD
    return np.asarray(samples)


def part(start: float, length: float, pattern: Pattern = "long_out", seconds: int = 60) -> npt.NDArray[np.float64]:
    return heard(pattern, seconds)[round(start * HEARD) : round((start + length) * HEARD)]


def loudness(start: float, length: float = 0.2, pattern: Pattern = "long_out") -> float:
    return float(np.sqrt(np.mean(part(start, length, pattern) ** 2)))


def pitch(start: float, pattern: Pattern = "long_out") -> float:
    """The lowest tone there, in Hz."""
    piece = part(start, 0.25, pattern)
    strength = np.abs(np.fft.rfft(piece * np.hanning(len(piece)), 1 << 17))
    tones = np.fft.rfftfreq(1 << 17, 1 / HEARD)
    low = (tones > 90) & (tones < 200)
    return float(tones[low][strength[low].argmax()])


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_longest_stays_small(pattern: Pattern) -> None:
    assert len(drawn(pattern, 600)) < 300_000


@pytest.mark.parametrize(("pattern", "seconds"), [("long_out", 60), ("long_out", 600), ("box", 60), ("gentle", 60)])
def test_plays_about_as_long_as_asked(pattern: Pattern, seconds: int) -> None:
    plays = breathing_sound.length(BreathingSound(pattern, seconds))
    assert abs(plays - min(seconds, SOUND_AT_MOST)) <= PACES[pattern].seconds / 2
    assert len(heard(pattern, seconds)) / HEARD == pytest.approx(plays, abs=0.01)


def test_is_opus_in_ogg_with_a_checksum_that_holds_on_every_page() -> None:
    content, at, pages = drawn(), 0, 0
    assert content.startswith(b"OggS")
    assert b"OpusHead" in content[:64]
    while at < len(content):
        table = ogg.HEAD.unpack_from(content, at)[-1]
        end = at + ogg.HEAD.size + table
        end += sum(content[at + ogg.HEAD.size : end])
        page = content[at : at + 22] + bytes(4) + content[at + 26 : end]
        assert ogg._checksum(page) == int.from_bytes(content[at + 22 : at + 26], "little")
        at, pages = end, pages + 1
    assert at == len(content)
    assert pages > 20


def test_begins_with_quiet_and_three_short_breaths() -> None:
    assert loudness(0.5, QUIET_START - 1) < 0.002
    for breath in range(3):
        assert loudness(QUIET_START + 7 * breath + 3) > 0.1
        assert loudness(QUIET_START + 7 * breath + 6.5) < 0.01
    assert not begins_gently("gentle")


@pytest.mark.parametrize("begin", [24, 34, 54])
def test_rises_for_four_seconds_and_falls_for_six_every_time(begin: int) -> None:
    rising = [pitch(begin + second) for second in (0.5, 1.5, 2.5, 3.5)]
    falling = [pitch(begin + second) for second in (4.5, 5.5, 6.5, 7.5)]
    assert rising == sorted(rising)
    assert falling == sorted(falling, reverse=True)
    assert max(rising) / min(rising) > 1.3
    assert loudness(begin + 9.5) < 0.01


def test_stays_level_in_a_hold_and_is_silent_in_the_other() -> None:
    assert pitch(24 + 4.5, "box") == pytest.approx(pitch(24 + 7.5, "box"), abs=2)
    assert loudness(24 + 6, pattern="box") > 0.1
    assert loudness(24 + 13, 2, pattern="box") < 0.01


def test_never_clicks_between_two_breaths() -> None:
    for start in (QUIET_START, 10, 17, 24, 34, 44):
        assert np.abs(part(start - 0.1, 0.12)).max() < 0.03
    assert np.abs(heard()).max() < 0.9


def test_a_breath_that_is_repeated_sounds_like_the_first() -> None:
    first, last = part(24, 10), part(44, 10)
    assert np.sqrt(np.mean((first - last) ** 2)) < 0.02 * np.sqrt(np.mean(first**2))


def test_refuses_packets_that_would_not_fit_its_pages() -> None:
    with pytest.raises(ValueError, match="lower rate"):
        ogg.opus_file(b"OpusHead", [bytes(255)])
