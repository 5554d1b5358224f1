"""A week at a glance: what each day's check-in said and what the person did. It shows; it never judges."""

import math
from dataclasses import dataclass

from PIL import Image

from bot.conversation.effects import PictureDay, WeekPicture
from bot.progress.ink import Shape, stamp, write_centred
from bot.progress.sheet import (
    BAND_SHADE,
    CARD_SHADE,
    DUSK_SHADE,
    FRAME_SHADE,
    GAP,
    INK_SHADE,
    LEFT,
    MARK,
    STRIPE_SHADE,
    TOP,
    WIDTH,
    Legend,
    and_more,
    arranged,
    band_of,
    card,
    crescent,
    disc,
    draw_legend,
    draw_lines,
    draw_title,
    frame,
    hatching,
    legend_height,
    missing,
    png,
    put_mark,
    ring,
    shade_flare,
    stair,
    swatch,
    write_labels,
    write_scale,
)

LEAST_HEIGHT, LEAST_PAIN_HEIGHT = 1080, 320
COLUMN = 123
SMALLEST_LETTERS = 26

DOT, PITCH, ACROSS = 64, 36, 3
MOST_MARKS = 9

Band = tuple[float, float]


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
        lowest, highest = self.pain_bottom - DOT // 2 - 10, TOP + DOT // 2 + 10
        return round(lowest + (highest - lowest) * pain / 10)


def draw(picture: WeekPicture) -> bytes:
    """The picture as a PNG of 1080 by 1080 pixels; higher only if long words and many marks both need the room.

    The band runs from the lowest to the highest number of the week.
    """
    band = band_of(picture.days) if picture.band_word else None
    legend = _legend(picture, band)
    layout = _layout(picture.days, LEAST_HEIGHT - legend_height(legend))
    sheet = Image.new("L", (WIDTH, layout.deeds_bottom + legend_height(legend)))
    draw_title(sheet, picture.title)
    write_labels(sheet, [day.label for day in picture.days], COLUMN - 4, [_middle(column) for column in range(7)])
    write_scale(sheet, layout.height_of)
    for column, day in enumerate(picture.days):
        _draw_ground(sheet, layout, column, day, band)
        _draw_pain(sheet, layout, column, day.pain)
        _draw_deeds(sheet, layout, column, day)
    draw_legend(sheet, legend, layout.deeds_bottom)
    return png(sheet, dark=picture.dark)


def _layout(days: tuple[PictureDay, ...], bottom: int) -> Layout:
    """Marks take the room that the week's fullest day needs; the rest, down to `bottom`, is for the pain."""
    breath_lane, step_lane = _lane(max(day.breaths for day in days)), _lane(max(day.steps for day in days))
    deeds = 20 + breath_lane + 18 + step_lane + 18 + MARK + 20
    pain_bottom = max(bottom - deeds - GAP, TOP + LEAST_PAIN_HEIGHT)
    breaths = pain_bottom + GAP + 20
    steps = breaths + breath_lane + 18
    return Layout(pain_bottom, breaths, steps, steps + step_lane + 18, pain_bottom + GAP + deeds)


def _lane(most: int) -> int:
    """How high the marks of a day with this many stand, their number below them included."""
    return max(1, math.ceil(min(most, MOST_MARKS) / ACROSS)) * PITCH + 30


def _draw_ground(sheet: Image.Image, layout: Layout, column: int, day: PictureDay, band: Band | None) -> None:
    """What lies behind the number of a day: a card, the stripes of a flare, the band of the week."""
    left, height = _left(column), layout.pain_bottom - TOP
    shade, shape = (FRAME_SHADE, frame) if day.pain is None else (CARD_SHADE, card)
    sheet.paste(shade, (left, TOP), stamp(COLUMN, height, shape))
    if day.flare:
        shade_flare(sheet, (left, TOP + 40, left + COLUMN, layout.pain_bottom - 20))
    if day.pain is not None and band:
        sheet.paste(BAND_SHADE, (left, layout.height_of(band[1]), left + COLUMN, layout.height_of(band[0])))


def _draw_pain(sheet: Image.Image, layout: Layout, column: int, pain: float | None) -> None:
    if pain is None:
        # above the scale, where it cannot be read as a number
        put_mark(sheet, missing, MARK, (_middle(column), TOP + 25))
        return
    draw_lines(sheet, _left(column), COLUMN, layout.height_of)
    middle = layout.height_of(pain)
    put_mark(sheet, disc, DOT, (_middle(column), middle))
    write_centred(sheet, f"{pain:g}", (_middle(column), middle + 11), 32, CARD_SHADE)


def _draw_deeds(sheet: Image.Image, layout: Layout, column: int, day: PictureDay) -> None:
    """What the person did that day: each deed a mark to count, with the number below."""
    height = layout.deeds_bottom - layout.deeds_top
    sheet.paste(CARD_SHADE, (_left(column), layout.deeds_top), stamp(COLUMN, height, card))
    _draw_marks(sheet, ring, day.breaths, _middle(column), layout.breaths)
    _draw_marks(sheet, stair, day.steps, _middle(column), layout.steps)
    if day.rested:
        put_mark(sheet, crescent, MARK + 8, (_middle(column), layout.rest + MARK // 2))


def _draw_marks(sheet: Image.Image, shape: Shape, count: int, middle: int, top: int) -> None:
    shapes = [shape] * count if count <= MOST_MARKS else [shape] * (MOST_MARKS - 1) + [and_more]
    for row, start in enumerate(range(0, len(shapes), ACROSS)):
        beside = shapes[start : start + ACROSS]
        left = middle - PITCH * (len(beside) - 1) // 2
        for place, mark in enumerate(beside):
            put_mark(sheet, mark, MARK, (left + PITCH * place, top + row * PITCH + MARK // 2))
    if shapes:
        below = top + math.ceil(len(shapes) / ACROSS) * PITCH + 21
        write_centred(sheet, str(count), (middle, below), SMALLEST_LETTERS, INK_SHADE)


def _legend(picture: WeekPicture, band: Band | None) -> Legend:
    """What each shape means; of what only some weeks have, only where it is."""
    has_flare = any(day.flare for day in picture.days)
    banded = [(swatch, BAND_SHADE, picture.band_word)] if band else []
    hatched = [(hatching, STRIPE_SHADE, picture.flare_word)] if has_flare else []
    return arranged(
        [
            (disc, DUSK_SHADE, picture.pain_word),
            *banded,
            (ring, DUSK_SHADE, picture.breath_word),
            (stair, DUSK_SHADE, picture.step_word),
            (crescent, DUSK_SHADE, picture.rest_word),
            *hatched,
            (missing, DUSK_SHADE, picture.missing_word),
        ]
    )


def _left(column: int) -> int:
    return LEFT + column * (COLUMN + GAP)


def _middle(column: int) -> int:
    return _left(column) + COLUMN // 2
