"""An experiment at a glance: a dot for each evening with and without, and a line at each average."""

import io
from collections import Counter
from collections.abc import Sequence
from statistics import fmean

from PIL import Image, ImageDraw

from bot.conversation.effects import TrialPicture
from bot.progress.ink import CARD, DUSK, FINENESS, INK, LINE, PAPER, fitting, lines, ramp, stamp, write, write_centred

WIDTH, HEIGHT, MARGIN = 1080, 1080, 48
TOP, BOTTOM = 190, 900  # of the scale
SIDES = (110, 590)  # the left edge of each half
SIDE, DOT, PITCH, ACROSS = 442, 44, 50, 8
CARD_SHADE, LINE_SHADE, DUSK_SHADE, INK_SHADE = 20, 60, 160, 255
PALETTE = ramp((0, PAPER), (CARD_SHADE, CARD), (LINE_SHADE, LINE), (DUSK_SHADE, DUSK), (INK_SHADE, INK))


def draw(picture: TrialPicture) -> bytes:
    """The picture as a PNG of 1080 by 1080 pixels."""
    sheet = Image.new("L", (WIDTH, HEIGHT))
    room = WIDTH - 2 * MARGIN
    write(sheet, lines(picture.title, 54, room, most=1)[0], (MARGIN, 92), 54, INK_SHADE)
    write(sheet, lines(picture.scale_word, 32, room, most=1)[0], (MARGIN, 148), 32, INK_SHADE)
    _draw_side(sheet, SIDES[0], picture.with_word, picture.middle_word, picture.with_days)
    _draw_side(sheet, SIDES[1], picture.without_word, picture.middle_word, picture.without_days)
    for score in (0, 5, 10):
        write_centred(sheet, str(score), (72, _height(score) + 10), 30, INK_SHADE)
    sheet.putpalette(PALETTE)
    png = io.BytesIO()
    sheet.save(png, "PNG")
    return png.getvalue()


def _draw_side(sheet: Image.Image, left: int, word: str, middle_word: str, values: Sequence[float]) -> None:
    sheet.paste(CARD_SHADE, (left, TOP - 30), stamp(SIDE, BOTTOM - TOP + 60, _card))
    for score in (0, 5, 10):
        sheet.paste(LINE_SHADE, (left, _height(score) - 1, left + SIDE, _height(score) + 1))
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
            corner = (start + place * pitch - DOT // 2, _height(score) - DOT // 2)
            sheet.paste(DUSK_SHADE, corner, stamp(DOT, DOT, _disc))


def _height(score: float) -> int:
    return round(BOTTOM - (BOTTOM - TOP) * score / 10)


def _card(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.rounded_rectangle((0, 0, right, bottom), 20 * FINENESS, fill=255)


def _disc(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), fill=255)
