"""A soft tone, without any voice, that rises as the breath goes in and falls as it goes out: for closed eyes.

It begins with a moment of quiet and three short breaths. What follows is the same breath again and again. Every breath
begins and ends in silence, so each kind is encoded once and its packets are repeated: that takes half a second where
five minutes of sound would take ten.
"""

import io
from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt
import soundfile

from bot.conversation.breath import PACES, QUIET_START, SOUND_AT_MOST, Pace, begins_gently, breaths_of
from bot.conversation.effects import BreathingSound
from bot.progress import ogg

RATE = 8000  # samples a second; the tone has nothing above 1000 Hz
CONTROLS = 100  # a second; so often pitch and loudness change
LOWEST, HIGHEST = 110.0, 165.0  # Hz; a fifth
OVERTONES = (0.5, 0.7, 0.5, 0.35, 0.2, 0.1)  # how loud each is; small speakers play only the upper ones
LOUDNESS = 0.2
SOFTEST = 0.35  # of the loudness, with empty lungs
FADE_IN, FADE_OUT, REST = 0.4, 0.8, 1.0  # seconds; the tone is gone that long before the breath out ends
SMALLEST_FILE = 1.0  # libsndfile's scale from the best sound, 0, to the lowest rate

Floats = npt.NDArray[np.float64]


def draw(sound: BreathingSound) -> bytes:
    """The sound as Ogg Opus, less than 60 kB a minute, of whole breaths and `SOUND_AT_MOST` seconds at most."""
    paces = _paces(sound)
    head, quiet, breaths = _encoded(list(dict.fromkeys(paces)))
    return ogg.opus_file(head, [*quiet, *(packet for pace in paces for packet in breaths[pace])])


def length(sound: BreathingSound) -> int:
    """How many seconds it plays."""
    return QUIET_START + sum(pace.seconds for pace in _paces(sound))


def _paces(sound: BreathingSound) -> list[Pace]:
    """Every breath of it, in order."""
    count = breaths_of(sound.pattern, min(sound.seconds, SOUND_AT_MOST))
    return [*begins_gently(sound.pattern), *[PACES[sound.pattern]] * count]


def _encoded(paces: Sequence[Pace]) -> tuple[bytes, list[bytes], dict[Pace, list[bytes]]]:
    """The head packet, the packets of the quiet before, and those of one breath at each of the paces."""
    file = io.BytesIO()
    soundfile.write(file, _tone(paces), RATE, format="OGG", subtype="OPUS", compression_level=SMALLEST_FILE)
    head, _, *packets = ogg.packets(file.getvalue())
    begin = QUIET_START * ogg.PACKETS_A_SECOND
    ends = accumulate((pace.seconds * ogg.PACKETS_A_SECOND for pace in paces), initial=begin)
    breaths = zip(paces, pairwise(ends), strict=True)
    return head, packets[:begin], {pace: packets[start:end] for pace, (start, end) in breaths}


def _tone(paces: Sequence[Pace]) -> Floats:
    """A moment of quiet, then one breath at each pace; without a jump in between."""
    fullness = np.concatenate([_fullness(pace) for pace in paces])
    loudness = np.concatenate([_loudness(pace) for pace in paces])
    times = np.arange(len(fullness) * RATE // CONTROLS) / RATE
    controls = np.arange(len(fullness)) / CONTROLS
    pitch = LOWEST * (HIGHEST / LOWEST) ** np.interp(times, controls, fullness)
    turns = 2 * np.pi * np.cumsum(pitch) / RATE
    hum = sum(part * np.sin(number * turns) for number, part in enumerate(OVERTONES, start=1))
    sounding = LOUDNESS * np.interp(times, controls, loudness) * hum
    return np.concatenate([np.zeros(QUIET_START * RATE), sounding])


def _fullness(pace: Pace) -> Floats:
    return np.array([pace.fullness(control / CONTROLS) for control in range(pace.seconds * CONTROLS)])


def _loudness(pace: Pace) -> Floats:
    """From 0 to 1: louder with full lungs, silent between two breaths."""
    seconds = np.arange(pace.seconds * CONTROLS) / CONTROLS
    end = pace.seconds - pace.hold_empty - REST
    edges = np.clip(np.minimum(seconds / FADE_IN, (end - seconds) / FADE_OUT), 0, 1)
    loudness: Floats = edges * (SOFTEST + (1 - SOFTEST) * _fullness(pace))
    return loudness
