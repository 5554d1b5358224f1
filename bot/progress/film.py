"""What every moving picture of a breath is made with: the word of each phase, the dots of a hold, and a GIF that loops
at the breath's true pace."""

import io
import math
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from PIL import Image, ImageDraw

from bot.conversation.breath import Pace, Phase
from bot.conversation.effects import BreathingAnimation
from bot.progress.ink import fitting, lines, stamp, write_centred

FRAMES_A_SECOND = 20
DOT, DOT_PITCH = 8, 18
Scene = TypeVar("Scene")


def moments(pace: Pace) -> Iterator[float]:
    """The second of each frame of one breath."""
    return (frame / FRAMES_A_SECOND for frame in range(pace.seconds * FRAMES_A_SECOND))


def shots(scenes: Iterable[Scene]) -> list[tuple[Scene, int]]:
    """Each scene with how many milliseconds it stays: frames that show the same are one frame that stays longer."""
    return [(scene, len(list(same)) * 1000 // FRAMES_A_SECOND) for scene, same in groupby(scenes)]


def as_gif(frames: Iterator[Image.Image], durations: list[int], palette: bytes) -> bytes:
    """The frames as a GIF that loops without end; `durations` are in milliseconds."""
    gif = io.BytesIO()
    next(frames).save(
        gif,
        "GIF",
        save_all=True,
        append_images=frames,
        duration=durations,
        loop=0,
        palette=palette,
        optimize=False,
    )
    return gif.getvalue()


def captioned(animation: BreathingAnimation, sheet: Image.Image, baseline: int, shade: int) -> dict[Phase, Image.Image]:
    """A copy of the sheet for each phase, with its word written in the palette's colour `shade`."""
    hold = _with_word(sheet, animation.hold_word, baseline, shade)
    return {
        "in": _with_word(sheet, animation.in_word, baseline, shade),
        "full": hold,
        "out": _with_word(sheet, animation.out_word, baseline, shade),
        "empty": hold,
    }


def dots_at(pace: Pace, second: float) -> int:
    """In a hold nothing moves, so dots count down its seconds."""
    return math.ceil(pace.seconds_left(second)) if pace.phase(second) in {"full", "empty"} else 0


def put_dots(frame: Image.Image, count: int, top: int, shade: int) -> None:
    left = frame.width // 2 - DOT_PITCH * count // 2
    for dot in range(count):
        frame.paste(shade, (left + DOT_PITCH * dot + 5, top), stamp(DOT, DOT, _dot))


def _with_word(sheet: Image.Image, word: str, baseline: int, shade: int) -> Image.Image:
    copy, room = sheet.copy(), sheet.width - 24
    size = fitting(word, (36, 32, 28, 24), room)
    line = lines(word, size, room, most=1)[0]
    write_centred(copy, line, (sheet.width / 2, baseline), size, shade)
    return copy


def _dot(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), fill=255)
