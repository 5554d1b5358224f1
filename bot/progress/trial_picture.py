"""An experiment at a glance: a dot for each evening with and without, and a line at each average."""

from collections import Counter
from collections.abc import Sequence
from statistics import fmean

from PIL import Image

from bot.conversation.effects import TrialPicture
from bot.progress.ink import fitting, lines, stamp, write, write_centred
from bot.progress.sheet import (
    CARD_SHADE,
    INK_SHADE,
    MARGIN,
    SCALE,
    WIDTH,
    card,
    disc,
    draw_lines,
    png,
    put_mark,
)

HEIGHT = 1080
TOP, BOTTOM = 206, 900  # of the scale
SIDES = (110, 590)  # the left edge of each half
SIDE, DOT, PITCH, ACROSS = 442, 32, 40, 10  # two halves of a point apart, dots do not touch


def draw(picture: TrialPicture) -> bytes:
    """The picture as a PNG of 1080 by 1080 pixels."""
    sheet = Image.new("L", (WIDTH, HEIGHT))
    room = WIDTH - 2 * MARGIN
    write(sheet, lines(picture.title, 54, room, most=1)[0], (MARGIN, 92), 54, INK_SHADE)
    write(sheet, lines(picture.scale_word, 32, room, most=1)[0], (MARGIN, 148), 32, INK_SHADE)
    _draw_side(sheet, SIDES[0], picture.with_word, picture.middle_word, picture.with_days)
    _draw_side(sheet, SIDES[1], picture.without_word, picture.middle_word, picture.without_days)
    for score in SCALE:
        write_centred(sheet, str(score), (72, _height(score) + 10), 30, INK_SHADE)
    return png(sheet, dark=picture.dark)


def _draw_side(sheet: Image.Image, left: int, word: str, middle_word: str, values: Sequence[float]) -> None:
    sheet.paste(CARD_SHADE, (left, TOP - 30), stamp(SIDE, BOTTOM - TOP + 60, card))
    draw_lines(sheet, left, SIDE, _height)
    _draw_dots(sheet, left + SIDE // 2, values)
    mean = fmean(values)
    sheet.paste(INK_SHADE, (left + 12, _height(mean) - 2, left + SIDE - 12, _height(mean) + 2))
    middle = left + SIDE // 2
    write_centred(sheet, lines(word, 40, SIDE, most=1)[0], (middle, BOTTOM + 84), 40, INK_SHADE)
    below = f"{middle_word} {mean:.1f}"
    write_centred(sheet, below, (middle, BOTTOM + 134), fitting(below, (34, 30, 26), SIDE), INK_SHADE)


def _draw_dots(sheet: Image.Image, middle: int, values: Sequence[float]) -> None:
    """Evenings with the same number stand beside each other."""
    for score, count in Counter(values).items():
        pitch = PITCH if count <= ACROSS else PITCH * (ACROSS - 1) // (count - 1)
        start = middle - pitch * (count - 1) // 2
        for place in range(count):
            put_mark(sheet, disc, DOT, (start + place * pitch, _height(score)))


def _height(score: float) -> int:
    return round(BOTTOM - (BOTTOM - TOP) * score / 10)
