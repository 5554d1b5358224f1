"""Four weeks or thirteen at a glance: a band for each week, from its lowest to its highest number, and what was done.

It shows; it never judges: no line is drawn through the bands, as a slope over so few noisy numbers is mostly luck.
"""

from PIL import Image

from bot.conversation.effects import PictureDay, PictureWeek, WeeksPicture
from bot.progress.ink import Shape, breadth, stamp, write_centred
from bot.progress.sheet import (
    BAND_SHADE,
    CARD_SHADE,
    DUSK_SHADE,
    FRAME_SHADE,
    GAP,
    INK_SHADE,
    LEFT,
    LINE_SHADE,
    MARK,
    STRIPE_SHADE,
    TOP,
    WIDTH,
    Legend,
    and_more,
    arranged,
    band_of,
    card,
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

HEIGHT = 1080
ROOM = WIDTH - LEFT - 40
PAPER_SHADE = 0
DOT, CAP = 22, 8
SMALL, PITCH, MOST = 22, 27, 3
LANE = MOST * PITCH + 40
NUMBER, SMALLEST_LETTERS = 30, 26


class Layout:
    """Where things stand, in pixels: `weeks` columns side by side, pain above, what was done below."""

    def __init__(self, weeks: int, lanes: int, lane: int, legend: int) -> None:
        self.column = (ROOM - (weeks - 1) * GAP) // weeks
        self.deeds_bottom = HEIGHT - legend
        self.deeds_top = self.deeds_bottom - lanes * lane - 24
        self.pain_bottom = self.deeds_top - GAP

    def left(self, week: int) -> int:
        return LEFT + week * (self.column + GAP)

    def day(self, week: int, day: int) -> tuple[int, int]:
        """The left and right edge of a day's part of its week."""
        left = self.left(week)
        return left + day * self.column // 7, left + (day + 1) * self.column // 7

    def middle(self, week: int) -> int:
        return self.left(week) + self.column // 2

    def height_of(self, pain: float) -> int:
        lowest, highest = self.pain_bottom - 44, TOP + 44
        return round(lowest + (highest - lowest) * pain / 10)


def draw(picture: WeeksPicture) -> bytes:
    """The picture as a PNG of 1080 by 1080 pixels."""
    legend = _legend(picture)
    by_day = picture.detail == "days"
    layout = Layout(len(picture.weeks), 2 if by_day else 3, LANE if by_day else MARK + 44, legend_height(legend))
    sheet = Image.new("L", (WIDTH, HEIGHT))
    draw_title(sheet, picture.title)
    middles = [layout.middle(week) for week in range(len(picture.weeks))]
    write_labels(sheet, [week.label for week in picture.weeks], layout.column + GAP - 4, middles)
    write_scale(sheet, layout.height_of)
    for number, week in enumerate(picture.weeks):
        _draw_ground(sheet, layout, number, week)
        (_draw_days if by_day else _draw_band)(sheet, layout, number, week)
        (_draw_marks_of_days if by_day else _draw_counts)(sheet, layout, number, week)
    draw_legend(sheet, legend, layout.deeds_bottom)
    return png(sheet, dark=picture.dark)


def _legend(picture: WeeksPicture) -> Legend:
    has_flare = any(day.flare for week in picture.weeks for day in week.days)
    hatched = [(hatching, STRIPE_SHADE, picture.flare_word)] if has_flare else []
    return arranged(
        [
            (swatch, BAND_SHADE, picture.band_word),
            (disc, DUSK_SHADE, picture.pain_word),
            (ring, DUSK_SHADE, picture.breath_word),
            (stair, DUSK_SHADE, picture.step_word),
            *hatched,
            (missing, DUSK_SHADE, picture.missing_word),
        ]
    )


def _draw_ground(sheet: Image.Image, layout: Layout, number: int, week: PictureWeek) -> None:
    """A card where something was told, stripes where a flare was, and nothing but a frame where neither."""
    left, column = layout.left(number), layout.column
    is_empty = all(day.pain is None for day in week.days)
    shade, shape = (FRAME_SHADE, frame) if is_empty else (CARD_SHADE, card)
    sheet.paste(shade, (left, TOP), stamp(column, layout.pain_bottom - TOP, shape))
    sheet.paste(CARD_SHADE, (left, layout.deeds_top), stamp(column, layout.deeds_bottom - layout.deeds_top, card))
    for place, day in enumerate(week.days):
        if day.flare:
            begins, ends = layout.day(number, place)
            shade_flare(sheet, (begins, TOP + 40, ends, layout.pain_bottom - 20))
    if is_empty:
        put_mark(sheet, missing, MARK, (layout.middle(number), TOP + 25))
        return
    draw_lines(sheet, left, column, layout.height_of)


def _draw_days(sheet: Image.Image, layout: Layout, number: int, week: PictureWeek) -> None:
    """A dot for each day within the band of its week; a missing day is left empty."""
    band = band_of(week.days)
    if all(day.pain is None for day in week.days):
        return
    for place, day in enumerate(week.days):
        begins, ends = layout.day(number, place)
        if day.pain is None:
            _leave_empty(sheet, layout, (begins, ends), is_flare=day.flare)
        elif band:
            sheet.paste(BAND_SHADE, (begins, layout.height_of(band[1]), ends, layout.height_of(band[0])))
    sheet.paste(LINE_SHADE, (layout.left(number), TOP), stamp(layout.column, layout.pain_bottom - TOP, frame))
    for place, day in enumerate(week.days):
        if day.pain is not None:
            put_mark(sheet, disc, DOT, (sum(layout.day(number, place)) // 2, layout.height_of(day.pain)))


def _leave_empty(sheet: Image.Image, layout: Layout, day: tuple[int, int], *, is_flare: bool) -> None:
    begins, ends = day
    if not is_flare:
        sheet.paste(PAPER_SHADE, (begins, TOP, ends, layout.pain_bottom))
    put_mark(sheet, missing, DOT, ((begins + ends) // 2, TOP + 25))


def _draw_band(sheet: Image.Image, layout: Layout, number: int, week: PictureWeek) -> None:
    """The band of a week with its two ends in numbers; one number alone where there is no more."""
    told = [day.pain for day in week.days if day.pain is not None]
    if not told:
        return
    left, right, middle = layout.left(number), layout.left(number) + layout.column, layout.middle(number)
    low, high = layout.height_of(min(told)), layout.height_of(max(told))
    sheet.paste(BAND_SHADE, (left, high, right, low))
    for height in {low, high}:
        sheet.paste(DUSK_SHADE, (left, height - CAP // 2, right, height + CAP // 2))
    _write_end(sheet, max(told), (middle, high - 12))
    if low != high:
        _write_end(sheet, min(told), (middle, low + 34))


def _write_end(sheet: Image.Image, pain: float, middle: tuple[int, int]) -> None:
    """The number at an end of a band, on a ground of its own, so that no stripe crosses it."""
    x, baseline = middle
    half = round(breadth(f"{pain:g}", NUMBER) / 2) + 4
    sheet.paste(CARD_SHADE, (x - half, baseline - 26, x + half, baseline + 6))
    write_centred(sheet, f"{pain:g}", middle, NUMBER, INK_SHADE)


def _draw_marks_of_days(sheet: Image.Image, layout: Layout, number: int, week: PictureWeek) -> None:
    for lane, (shape, counts) in enumerate(_deeds(week)):
        top = layout.deeds_top + 16 + lane * LANE
        for place, count in enumerate(counts):
            _stack(sheet, shape, count, (sum(layout.day(number, place)) // 2, top))
        if sum(counts):
            below = (layout.middle(number), top + MOST * PITCH + 22)
            write_centred(sheet, str(sum(counts)), below, SMALLEST_LETTERS, INK_SHADE)


def _stack(sheet: Image.Image, shape: Shape, count: int, place: tuple[int, int]) -> None:
    """So many marks above each other; more than fit end in dots."""
    shapes = [shape] * count if count <= MOST else [and_more] + [shape] * (MOST - 1)
    for row, mark in enumerate(reversed(shapes)):
        put_mark(sheet, mark, SMALL, (place[0], place[1] + (MOST - 1 - row) * PITCH + SMALL // 2))


def _draw_counts(sheet: Image.Image, layout: Layout, number: int, week: PictureWeek) -> None:
    """A mark and its number, for the days with an entry, the breaths and the steps of a week."""
    told = sum(day.pain is not None for day in week.days)
    counted = [(disc, told), *((shape, sum(counts)) for shape, counts in _deeds(week))]
    for lane, (shape, count) in enumerate(counted):
        top = layout.deeds_top + 16 + lane * (MARK + 44)
        if count:
            put_mark(sheet, shape, MARK, (layout.middle(number), top + MARK // 2))
            write_centred(sheet, str(count), (layout.middle(number), top + MARK + 28), SMALLEST_LETTERS, INK_SHADE)


def _deeds(week: PictureWeek) -> tuple[tuple[Shape, list[int]], tuple[Shape, list[int]]]:
    days: tuple[PictureDay, ...] = week.days
    return (ring, [day.breaths for day in days]), (stair, [day.steps for day in days])
