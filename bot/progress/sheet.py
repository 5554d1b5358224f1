"""What the pictures of days share: a light and a dark sheet, the shapes on it, and what each of them means.

Law: pain is never red or green. Shapes, patterns and lightness alone tell things apart, so that no eye needs colours.
"""

import io
import math
from collections.abc import Callable, Sequence
from functools import lru_cache

from PIL import Image, ImageDraw

from bot.conversation.effects import PictureDay
from bot.progress.ink import (
    CARD,
    DUSK,
    FINENESS,
    INK,
    LINE,
    PAPER,
    Colour,
    Shape,
    breadth,
    fitting,
    lines,
    ramp,
    stamp,
    write,
    write_centred,
)

WIDTH, MARGIN, LEFT, TOP, GAP = 1080, 48, 104, 204, 12
SCALE = (0, 5, 10)
MARK = 28
LEGEND_PITCH = 52
LABELS = (34, 32, 30, 28, 26)
LEGEND_LETTERS = 30

BAND: Colour = (184, 200, 212)
NIGHT: Colour = (24, 26, 31)
NIGHT_CARD: Colour = (37, 40, 47)
NIGHT_LINE: Colour = (70, 75, 86)
NIGHT_BAND: Colour = (70, 96, 120)
NIGHT_DUSK: Colour = (158, 196, 228)
NIGHT_INK: Colour = (240, 235, 226)

# One palette from paper to ink, so that every soft edge between two neighbours has its colour in it.
CARD_SHADE, FLARE_SHADE, LINE_SHADE, FRAME_SHADE, BAND_SHADE = 20, 45, 60, 80, 95
STRIPE_SHADE, DUSK_SHADE, INK_SHADE = 130, 160, 255
DAY = ramp((0, PAPER), (CARD_SHADE, CARD), (LINE_SHADE, LINE), (BAND_SHADE, BAND), (DUSK_SHADE, DUSK), (INK_SHADE, INK))
NIGHT_PALETTE = ramp(
    (0, NIGHT),
    (CARD_SHADE, NIGHT_CARD),
    (LINE_SHADE, NIGHT_LINE),
    (BAND_SHADE, NIGHT_BAND),
    (DUSK_SHADE, NIGHT_DUSK),
    (INK_SHADE, NIGHT_INK),
)

Legend = list[list[tuple[Shape, int, str]]]
Box = tuple[int, int, int, int]
Heights = Callable[[float], int]  # where a number from 0 to 10 stands


def png(sheet: Image.Image, *, dark: bool) -> bytes:
    """The sheet as a PNG in the colours of day or night."""
    sheet.putpalette(NIGHT_PALETTE if dark else DAY)
    file = io.BytesIO()
    sheet.save(file, "PNG")
    return file.getvalue()


def band_of(days: Sequence[PictureDay]) -> tuple[float, float] | None:
    """The lowest and the highest number of these days; `None` where there is no room between them."""
    told = [day.pain for day in days if day.pain is not None]
    return (min(told), max(told)) if told and min(told) < max(told) else None


def draw_title(sheet: Image.Image, title: str) -> None:
    room = WIDTH - 2 * MARGIN
    size = fitting(title, (54, 50, 46, 42), room)
    broken = lines(title, size, room, most=2)
    lowest = 108 if len(broken) == 1 else 116
    for row, line in enumerate(reversed(broken)):
        write(sheet, line, (MARGIN, lowest - 50 * row), size, INK_SHADE)


def write_labels(sheet: Image.Image, labels: Sequence[str], room: int, middles: Sequence[int]) -> None:
    """A label above each column, all in the size at which the longest fits, in two lines at most."""
    size = min((fitting(label, LABELS, room) for label in labels), default=LABELS[0])
    for label, middle in zip(labels, middles, strict=True):
        for row, line in enumerate(reversed(lines(label, size, room, most=2))):
            write_centred(sheet, line, (middle, TOP - 18 - 30 * row), size, INK_SHADE)


def write_scale(sheet: Image.Image, height_of: Heights) -> None:
    """The numbers at the left of their lines."""
    for pain in SCALE:
        words = str(pain)
        write(sheet, words, (LEFT - 20 - breadth(words, 28), height_of(pain) + 10), 28, INK_SHADE)


def draw_lines(sheet: Image.Image, left: int, width: int, height_of: Heights) -> None:
    """The lines of the scale across one column."""
    for pain in SCALE:
        sheet.paste(LINE_SHADE, (left, height_of(pain) - 1, left + width, height_of(pain) + 1))


def shade_flare(sheet: Image.Image, box: Box) -> None:
    """Stripes, which run on from one day to the next."""
    left, top, right, bottom = box
    sheet.paste(FLARE_SHADE, box)
    stripes = _stripes(WIDTH, 40).crop((left, 0, right, 40))
    for high in range(top, bottom, 40):
        low = min(high + 40, bottom)
        sheet.paste(STRIPE_SHADE, (left, high, right, low), stripes.crop((0, 0, right - left, low - high)))


@lru_cache(maxsize=2)
def _stripes(width: int, height: int) -> Image.Image:
    """A strip of slanted lines that goes on above and below itself."""
    large = Image.new("L", (width * 2, height * 2))
    pen = ImageDraw.Draw(large)
    for start in range(-2 * height, 2 * width, 40):
        pen.line((start - 40, 2 * height + 40, start + 2 * height + 40, -40), fill=255, width=6)
    return large.reduce(2)


def arranged(entries: Sequence[tuple[Shape, int, str]]) -> Legend:
    """What each shape means, in as many rows as the words need."""
    across = next((n for n in (3, 2) if all(breadth(word, LEGEND_LETTERS) <= _room(n) for *_, word in entries)), 1)
    return [list(entries[start : start + across]) for start in range(0, len(entries), across)]


def legend_height(legend: Legend) -> int:
    return MARGIN + LEGEND_PITCH * len(legend)


def draw_legend(sheet: Image.Image, legend: Legend, top: int) -> None:
    across = max((len(entries) for entries in legend), default=1)
    for row, entries in enumerate(legend):
        for place, (shape, shade, word) in enumerate(entries):
            left = MARGIN + place * (WIDTH - 2 * MARGIN) // across
            middle = top + 46 + LEGEND_PITCH * row
            put_mark(sheet, shape, MARK, (left + MARK // 2, middle), shade)
            said = lines(word, LEGEND_LETTERS, _room(across), most=1)[0]
            write(sheet, said, (left + 44, middle + 10), LEGEND_LETTERS, INK_SHADE)


def _room(across: int) -> int:
    """How many pixels the words of one entry have, with so many entries beside each other."""
    return (WIDTH - 2 * MARGIN) // across - 60


def put_mark(sheet: Image.Image, shape: Shape, side: int, middle: tuple[int, int], shade: int = DUSK_SHADE) -> None:
    sheet.paste(shade, (middle[0] - side // 2, middle[1] - side // 2), stamp(side, side, shape))


def card(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.rounded_rectangle((0, 0, right, bottom), 20 * FINENESS, fill=255)


def frame(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    """Where there was no check-in."""
    pen.rounded_rectangle((0, 0, right, bottom), 20 * FINENESS, outline=255, width=2 * FINENESS)


def disc(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), fill=255)


def ring(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), outline=255, width=right // 7)


def stair(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    one, two = right / 3, right * 2 / 3
    top, upper, lower = bottom * 0.06, bottom * 0.36, bottom * 0.66
    corners = [(0, lower), (one, lower), (one, upper), (two, upper), (two, top), (right, top), (right, bottom)]
    pen.polygon([*corners, (0, bottom)], fill=255)


def crescent(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), fill=255)
    pen.ellipse((right * 0.34, -bottom * 0.1, right * 1.2, bottom * 0.76), fill=0)


def missing(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.rounded_rectangle((0, bottom * 0.42, right, bottom * 0.58), bottom * 0.08, fill=255)


def and_more(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    for x in (0.15, 0.5, 0.85):
        pen.ellipse((right * (x - 0.09), bottom * 0.41, right * (x + 0.09), bottom * 0.59), fill=255)


def swatch(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    """A piece of a band."""
    pen.rounded_rectangle((0, bottom * 0.1, right, bottom * 0.9), bottom * 0.15, fill=255)


def hatching(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    """A piece of the stripes of a flare."""
    for start in (-0.9, -0.45, 0.0, 0.45, 0.9):
        pen.line((right * start, bottom, right * (start + 1), 0), fill=255, width=math.ceil(right / 6))
