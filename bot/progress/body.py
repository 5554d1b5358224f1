"""A plain figure, the same for everybody, and the way of a breath from its nose to each place that may hurt.

Points and lengths are pixels of a sheet of `WIDTH` by `HEIGHT`; ways are told for the left side of the sheet.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFilter

from bot.progress.ink import FINENESS, Point

WIDTH, HEIGHT = 320, 404
MIDDLE = WIDTH / 2
ROUNDNESS = 4  # pixels; corners sharper than that are rounded off

Way = tuple[Point, ...]

NOSE, THROAT, COLLAR, CHEST, LOINS = ((MIDDLE, height) for height in (54, 92, 116, 136, 204))
SHOULDER, ELBOW, WRIST, HAND = (125, 124), (108, 176), (96, 224), (92, 243)
HIP, KNEE, ANKLE, FOOT = (139, 226), (138, 302), (135, 370), (127, 384)
DOWN = (NOSE, THROAT, CHEST)
ARM = (NOSE, THROAT, COLLAR, SHOULDER)
LEG = (*DOWN, LOINS, HIP)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a breath goes: its way, how wide it becomes there, and whether there are two of them, left and right."""

    way: Way
    reach: int
    is_paired: bool = False

    @property
    def ways(self) -> tuple[Way, ...]:
        return (self.way, tuple(_mirrored(point) for point in self.way)) if self.is_paired else (self.way,)


GOALS: dict[str, tuple[Goal, ...]] = {
    "head": (Goal((NOSE, (MIDDLE, 40)), 26),),
    "jaw": (Goal((NOSE, (MIDDLE, 69)), 16),),
    "neck": (Goal((NOSE, (MIDDLE, 96)), 19),),
    "shoulders": (Goal(ARM, 25, is_paired=True),),
    "upper_back": (Goal((NOSE, THROAT, (MIDDLE, 128)), 32),),
    "chest_wall": (Goal((NOSE, THROAT, (MIDDLE, 138)), 32),),
    "back": (Goal((*DOWN, (MIDDLE, 164)), 42),),
    "lower_back": (Goal((*DOWN, (MIDDLE, 202)), 30),),
    "belly": (Goal((*DOWN, (MIDDLE, 188)), 30),),
    "pelvis": (Goal((*DOWN, (MIDDLE, 224)), 28),),
    "hips": (Goal((*DOWN, (MIDDLE, 196), (134, 222)), 24, is_paired=True),),
    "arms": (Goal((*ARM, (113, 160)), 30, is_paired=True),),
    "elbows": (Goal((*ARM, ELBOW), 19, is_paired=True),),
    "wrists": (Goal((*ARM, ELBOW, WRIST), 16, is_paired=True),),
    "hands": (Goal((*ARM, ELBOW, WRIST, HAND), 19, is_paired=True),),
    "legs": (Goal((*LEG, (138, 280)), 42, is_paired=True),),
    "knees": (Goal((*LEG, KNEE), 22, is_paired=True),),
    "ankles": (Goal((*LEG, KNEE, ANKLE), 17, is_paired=True),),
    "feet": (Goal((*LEG, KNEE, ANKLE, FOOT), 19, is_paired=True),),
    "everywhere": (Goal((*DOWN, (MIDDLE, 170)), 170),),
}
JOINTS = ("shoulders", "elbows", "wrists", "hips", "knees", "ankles")
GOALS["joints"] = tuple(goal for name in JOINTS for goal in GOALS[name])


def figure() -> Image.Image:
    """A mask of the figure with soft edges: standing, arms a little away, without a face."""
    large = Image.new("L", (WIDTH * FINENESS, HEIGHT * FINENESS))
    pen = ImageDraw.Draw(large)
    pen.ellipse([edge * FINENESS for edge in (MIDDLE - 24, 20, MIDDLE + 24, 78)], fill=255)
    _limb(pen, [(MIDDLE, 70), (MIDDLE, 108)], [22, 26])
    _limb(pen, [(MIDDLE, 120), (MIDDLE, 172), (MIDDLE, 222)], [50, 36, 40])
    for side in (_as_it_is, _mirrored):
        for points, widths in LIMBS:
            _limb(pen, [side(point) for point in points], widths)
    soft = large.filter(ImageFilter.GaussianBlur(ROUNDNESS * FINENESS))
    return soft.point([max(0, min(255, (shade - 128) * 6 + 128)) for shade in range(256)]).reduce(FINENESS)


# Points down one side of the figure, each with how wide the figure is there.
LIMBS: tuple[tuple[list[Point], list[float]], ...] = (
    ([(MIDDLE, 108), (126, 120)], [24, 32]),
    ([SHOULDER, ELBOW, (95, 226), (91, 246)], [30, 22, 15, 17]),
    ([(139, 126), (141, 172), (139, 222)], [44, 34, 44]),
    ([(139, 224), KNEE, (135, 374)], [46, 31, 19]),
    ([(135, 376), (124, 387)], [19, 15]),
)


def length(way: Way) -> float:
    return sum(math.dist(start, end) for start, end in pairwise(way))


def softened(way: Way) -> Way:
    """The same way with its corners cut, so that nothing turns sharply (Chaikin)."""
    for _ in range(2):
        cut = [_between(start, end, share) for start, end in pairwise(way) for share in (0.25, 0.75)]
        way = (way[0], *cut[1:-1], way[-1])
    return way


def places_along(way: Way, pitch: float) -> list[Point]:
    """Points along the way, `pitch` pixels apart, the first and the last among them."""
    found: list[Point] = [way[0]]
    for start, end in pairwise(way):
        count = max(1, round(math.dist(start, end) / pitch))
        found += [_between(start, end, step / count) for step in range(1, count + 1)]
    return found


def _limb(pen: ImageDraw.ImageDraw, points: list[Point], widths: list[float]) -> None:
    """A row of discs so close that they are one rounded shape."""
    for (start, end), (wide, narrow) in zip(pairwise(points), pairwise(widths), strict=True):
        for step in range(41):
            x, y = _between(start, end, step / 40)
            half = (wide + (narrow - wide) * step / 40) / 2
            pen.ellipse([edge * FINENESS for edge in (x - half, y - half, x + half, y + half)], fill=255)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _as_it_is(point: Point) -> Point:
    return point


def _mirrored(point: Point) -> Point:
    return WIDTH - point[0], point[1]
