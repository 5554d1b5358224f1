"""A week at a glance: what each day's check-in said and what the person did. It shows; it never judges."""

import io
import math
from dataclasses import dataclass

from PIL import Image, ImageDraw

from bot.conversation.effects import PictureDay, WeekPicture
from bot.progress.ink import (
    CARD,
    DUSK,
    FINENESS,
    INK,
    LINE,
    PAPER,
    Shape,
    breadth,
    fitting,
    lines,
    ramp,
    stamp,
    write,
    write_centred,
)

WIDTH, LEAST_HEIGHT, LEAST_PAIN_HEIGHT = 1080, 1080, 320
MARGIN = 48
DAYS_LEFT, DAYS_TOP, COLUMN, GAP = 104, 204, 123, 12
SMALLEST_LETTERS = 26
SCALE = (0, 5, 10)

DOT, MARK, PITCH, ACROSS = 64, 28, 36, 3
MOST_MARKS = 9
LEGEND_PITCH = 52

# One palette, light to dark, so that every soft edge between two neighbours has its colour in it.
CARD_SHADE, LINE_SHADE, FRAME_SHADE, DUSK_SHADE, INK_SHADE = 20, 60, 80, 160, 255
PALETTE = ramp((0, PAPER), (CARD_SHADE, CARD), (LINE_SHADE, LINE), (DUSK_SHADE, DUSK), (INK_SHADE, INK))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand on the sheet, in pixels from its top."""

    pain_bottom: int
    breaths: int
    steps: int
    rest: int
    deeds_bottom: int

    @property
    def deeds_top(self) -> int:
        return self.pain_bottom + GAP

    def height_of(self, pain: float) -> int:
        """Where the middle of a dot for this pain (0 to 10) stands."""
        lowest, highest = self.pain_bottom - DOT // 2 - 10, DAYS_TOP + DOT // 2 + 10
        return round(lowest + (highest - lowest) * pain / 10)


def draw(picture: WeekPicture) -> bytes:
    """The picture as a PNG of 1080 by 1080 pixels; higher only if long words and many marks both need the room."""
    legend = _legend(picture)
    layout = _layout(picture.days, LEAST_HEIGHT - _legend_height(legend))
    sheet = Image.new("L", (WIDTH, layout.deeds_bottom + _legend_height(legend)))
    _draw_title(sheet, picture.title)
    _draw_labels(sheet, [day.label for day in picture.days])
    _draw_scale(sheet, layout)
    for column, day in enumerate(picture.days):
        _draw_pain(sheet, layout, column, day.pain)
        _draw_deeds(sheet, layout, column, day)
    _draw_legend(sheet, legend, layout.deeds_bottom)
    sheet.putpalette(PALETTE)
    png = io.BytesIO()
    sheet.save(png, "PNG")
    return png.getvalue()


def _layout(days: tuple[PictureDay, ...], bottom: int) -> Layout:
    """Marks take the room that the week's fullest day needs; the rest, down to `bottom`, is for the pain."""
    breath_lane, step_lane = _lane(max(day.breaths for day in days)), _lane(max(day.steps for day in days))
    deeds = 20 + breath_lane + 18 + step_lane + 18 + MARK + 20
    pain_bottom = max(bottom - deeds - GAP, DAYS_TOP + LEAST_PAIN_HEIGHT)
    breaths = pain_bottom + GAP + 20
    steps = breaths + breath_lane + 18
    return Layout(pain_bottom, breaths, steps, steps + step_lane + 18, pain_bottom + GAP + deeds)


def _lane(most: int) -> int:
    """How high the marks of a day with this many stand, their number below them included."""
    return max(1, math.ceil(min(most, MOST_MARKS) / ACROSS)) * PITCH + 30


def _draw_title(sheet: Image.Image, title: str) -> None:
    room = WIDTH - 2 * MARGIN
    size = fitting(title, (54, 50, 46, 42), room)
    broken = lines(title, size, room, most=2)
    lowest = 108 if len(broken) == 1 else 116
    for row, line in enumerate(reversed(broken)):
        write(sheet, line, (MARGIN, lowest - 50 * row), size, INK_SHADE)


def _draw_labels(sheet: Image.Image, labels: list[str]) -> None:
    room = COLUMN - 4
    size = min(fitting(label, (34, 32, 30, 28, SMALLEST_LETTERS), room) for label in labels)
    for column, label in enumerate(labels):
        for row, line in enumerate(reversed(lines(label, size, room, most=2))):
            write_centred(sheet, line, (_middle(column), DAYS_TOP - 18 - 30 * row), size, INK_SHADE)


def _draw_scale(sheet: Image.Image, layout: Layout) -> None:
    for pain in SCALE:
        words = str(pain)
        left = DAYS_LEFT - 20 - breadth(words, 28)
        write(sheet, words, (left, layout.height_of(pain) + 10), 28, INK_SHADE)


def _draw_pain(sheet: Image.Image, layout: Layout, column: int, pain: float | None) -> None:
    height = layout.pain_bottom - DAYS_TOP
    if pain is None:
        sheet.paste(FRAME_SHADE, (_left(column), DAYS_TOP), stamp(COLUMN, height, _frame))
        # above the scale, where it cannot be read as a number
        _put_mark(sheet, _missing, MARK, (_middle(column), DAYS_TOP + 25))
        return
    sheet.paste(CARD_SHADE, (_left(column), DAYS_TOP), stamp(COLUMN, height, _card))
    for mark in SCALE:
        line = layout.height_of(mark)
        sheet.paste(LINE_SHADE, (_left(column), line - 1, _left(column) + COLUMN, line + 1))
    middle = layout.height_of(pain)
    _put_mark(sheet, _disc, DOT, (_middle(column), middle))
    write_centred(sheet, f"{pain:g}", (_middle(column), middle + 11), 32, CARD_SHADE)


def _draw_deeds(sheet: Image.Image, layout: Layout, column: int, day: PictureDay) -> None:
    """What the person did that day: each deed a mark to count, with the number below."""
    height = layout.deeds_bottom - layout.deeds_top
    sheet.paste(CARD_SHADE, (_left(column), layout.deeds_top), stamp(COLUMN, height, _card))
    _draw_marks(sheet, _ring, day.breaths, _middle(column), layout.breaths)
    _draw_marks(sheet, _stair, day.steps, _middle(column), layout.steps)
    if day.rested:
        _put_mark(sheet, _crescent, MARK + 8, (_middle(column), layout.rest + MARK // 2))


def _draw_marks(sheet: Image.Image, shape: Shape, count: int, middle: int, top: int) -> None:
    shapes = [shape] * count if count <= MOST_MARKS else [shape] * (MOST_MARKS - 1) + [_and_more]
    for row, start in enumerate(range(0, len(shapes), ACROSS)):
        beside = shapes[start : start + ACROSS]
        left = middle - PITCH * (len(beside) - 1) // 2
        for place, mark in enumerate(beside):
            _put_mark(sheet, mark, MARK, (left + PITCH * place, top + row * PITCH + MARK // 2))
    if shapes:
        below = top + math.ceil(len(shapes) / ACROSS) * PITCH + 21
        write_centred(sheet, str(count), (middle, below), SMALLEST_LETTERS, INK_SHADE)


def _legend(picture: WeekPicture) -> list[list[tuple[Shape, str]]]:
    """What each shape means, in as many rows as the words need."""
    entries: list[tuple[Shape, str]] = [
        (_disc, picture.pain_word),
        (_ring, picture.breath_word),
        (_stair, picture.step_word),
        (_crescent, picture.rest_word),
        (_missing, picture.missing_word),
    ]
    across = next((n for n in (3, 2) if all(breadth(word, 30) <= _legend_room(n) for _, word in entries)), 1)
    return [entries[start : start + across] for start in range(0, len(entries), across)]


def _legend_height(legend: list[list[tuple[Shape, str]]]) -> int:
    return MARGIN + LEGEND_PITCH * len(legend)


def _legend_room(across: int) -> int:
    """How many pixels the words of one entry have, with so many entries beside each other."""
    return (WIDTH - 2 * MARGIN) // across - 60


def _draw_legend(sheet: Image.Image, legend: list[list[tuple[Shape, str]]], top: int) -> None:
    across = len(legend[0])
    for row, entries in enumerate(legend):
        for place, (shape, word) in enumerate(entries):
            left = MARGIN + place * (WIDTH - 2 * MARGIN) // across
            middle = top + 46 + LEGEND_PITCH * row
            _put_mark(sheet, shape, MARK, (left + MARK // 2, middle))
            write(sheet, lines(word, 30, _legend_room(across), most=1)[0], (left + 44, middle + 10), 30, INK_SHADE)


def _left(column: int) -> int:
    return DAYS_LEFT + column * (COLUMN + GAP)


def _middle(column: int) -> int:
    return _left(column) + COLUMN // 2


def _put_mark(sheet: Image.Image, shape: Shape, side: int, middle: tuple[int, int]) -> None:
    sheet.paste(DUSK_SHADE, (middle[0] - side // 2, middle[1] - side // 2), stamp(side, side, shape))


def _card(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.rounded_rectangle((0, 0, right, bottom), 20 * FINENESS, fill=255)


def _frame(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    """A day without a check-in."""
    pen.rounded_rectangle((0, 0, right, bottom), 20 * FINENESS, outline=255, width=2 * FINENESS)


def _disc(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), fill=255)


def _ring(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), outline=255, width=right // 7)


def _stair(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    one, two = right / 3, right * 2 / 3
    top, upper, lower = bottom * 0.06, bottom * 0.36, bottom * 0.66
    corners = [(0, lower), (one, lower), (one, upper), (two, upper), (two, top), (right, top), (right, bottom)]
    pen.polygon([*corners, (0, bottom)], fill=255)


def _crescent(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), fill=255)
    pen.ellipse((right * 0.34, -bottom * 0.1, right * 1.2, bottom * 0.76), fill=0)


def _missing(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.rounded_rectangle((0, bottom * 0.42, right, bottom * 0.58), bottom * 0.08, fill=255)


def _and_more(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    for x in (0.15, 0.5, 0.85):
        pen.ellipse((right * (x - 0.09), bottom * 0.41, right * (x + 0.09), bottom * 0.59), fill=255)
