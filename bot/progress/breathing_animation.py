"""A soft circle that grows and shrinks with one breath, looping at the breath's true pace."""

import math
from dataclasses import dataclass

from PIL import Image, ImageDraw

from bot.conversation.breath import PACES, Pace, Phase
from bot.conversation.effects import BreathingAnimation
from bot.progress import film
from bot.progress.ink import CLAY, FINENESS, INK, PAPER, ramp, stamp

WIDTH, HEIGHT = 320, 344

# The circle's measures count 1/√2 pixels: so finely does Pillow's radial gradient tell the distance from its middle.
SMALLEST, LARGEST = 54, 156
SOFT_EDGE = 14
FIELD, FIELD_TOP = 256, 10
RING = 246
BASELINE, DOTS_TOP = 308, 326

# One palette from paper over the circle's clay to ink. Few steps in the soft edge keep the file small.
CLAY_SHADE, RING_SHADE, INK_SHADE = 7, 9, 22
PALETTE = ramp((0, PAPER), (CLAY_SHADE, CLAY), (INK_SHADE, INK))


@dataclass(frozen=True, slots=True)
class Scene:
    """What one frame shows."""

    radius: int
    phase: Phase
    dots: int


def draw(animation: BreathingAnimation) -> bytes:
    """The animation as a GIF, 320 by 344 pixels, 20 frames a second; each loop is one breath, to the millisecond."""
    pace = PACES[animation.pattern]
    shots = film.shots(_scene(pace, moment) for moment in film.moments(pace))
    sheets = film.captioned(animation, _sheet(), BASELINE, INK_SHADE)
    frames = (_frame(scene, sheets[scene.phase]) for scene, _ in shots)
    return film.as_gif(frames, [length for _, length in shots], PALETTE)


def _scene(pace: Pace, second: float) -> Scene:
    radius = SMALLEST + round((LARGEST - SMALLEST) * pace.fullness(second))
    return Scene(radius, pace.phase(second), film.dots_at(pace, second))


def _sheet() -> Image.Image:
    """The paper with the ring that shows the circle's full size."""
    sheet = Image.new("L", (WIDTH, HEIGHT))
    sheet.paste(RING_SHADE, ((WIDTH - RING) // 2, FIELD_TOP + (FIELD - RING) // 2), stamp(RING, RING, _ring))
    return sheet


def _frame(scene: Scene, sheet: Image.Image) -> Image.Image:
    frame = sheet.copy()
    circle = Image.radial_gradient("L").point(_profile(scene.radius))
    frame.paste(circle, ((WIDTH - FIELD) // 2, FIELD_TOP), circle.point([0] + [255] * 255))
    film.put_dots(frame, scene.dots, DOTS_TOP, INK_SHADE)
    frame.putpalette(PALETTE)
    return frame


def _profile(radius: int) -> list[int]:
    """The palette's colour at each distance from the middle, in the circle's measure: clay, soft edge, paper."""
    depths = (radius + SOFT_EDGE / 2 - distance for distance in range(256))
    return [max(0, min(CLAY_SHADE, math.ceil(CLAY_SHADE * depth / SOFT_EDGE))) for depth in depths]


def _ring(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), outline=255, width=2 * FINENESS)
