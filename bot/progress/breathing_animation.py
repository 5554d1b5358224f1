"""A soft circle that grows and shrinks with one breath, looping at the breath's true pace."""

import io
import math
from dataclasses import dataclass
from itertools import groupby

from PIL import Image, ImageDraw

from bot.conversation.breath import PACES, Pace, Phase
from bot.conversation.effects import BreathingAnimation
from bot.progress.ink import CLAY, FINENESS, INK, PAPER, fitting, lines, ramp, stamp, write_centred

FRAMES_A_SECOND = 20
WIDTH, HEIGHT = 320, 344

# The circle's measures count 1/√2 pixels: so finely does Pillow's radial gradient tell the distance from its middle.
SMALLEST, LARGEST = 54, 156
SOFT_EDGE = 14
FIELD, FIELD_TOP = 256, 10
RING = 246

# One palette from paper over the circle's clay to ink. Few steps in the soft edge keep the file small.
CLAY_SHADE, RING_SHADE, INK_SHADE = 7, 9, 22
PALETTE = ramp((0, PAPER), (CLAY_SHADE, CLAY), (INK_SHADE, INK))


@dataclass(frozen=True, slots=True)
class Scene:
    """What one frame shows. Frames that show the same are one frame that stays longer."""

    radius: int
    phase: Phase
    dots: int


def draw(animation: BreathingAnimation) -> bytes:
    """The animation as a GIF, 320 by 344 pixels, 20 frames a second; each loop is one breath, to the millisecond."""
    pace = PACES[animation.pattern]
    moments = (frame / FRAMES_A_SECOND for frame in range(pace.seconds * FRAMES_A_SECOND))
    shots = [(scene, len(list(same))) for scene, same in groupby(_scene(pace, moment) for moment in moments)]
    sheets = _captions(animation)
    frames = (_frame(scene, sheets[scene.phase]) for scene, _ in shots)
    gif = io.BytesIO()
    next(frames).save(
        gif,
        "GIF",
        save_all=True,
        append_images=frames,
        duration=[count * 1000 // FRAMES_A_SECOND for _, count in shots],
        loop=0,
        palette=PALETTE,
        optimize=False,
    )
    return gif.getvalue()


def _scene(pace: Pace, second: float) -> Scene:
    phase = pace.phase(second)
    radius = SMALLEST + round((LARGEST - SMALLEST) * pace.fullness(second))
    # In a hold nothing moves, so dots count down the seconds.
    dots = math.ceil(pace.seconds_left(second)) if phase in {"full", "empty"} else 0
    return Scene(radius, phase, dots)


def _captions(animation: BreathingAnimation) -> dict[Phase, Image.Image]:
    """The sheet of each phase, with its word below the place of the circle."""
    hold = _caption(animation.hold_word)
    return {"in": _caption(animation.in_word), "full": hold, "out": _caption(animation.out_word), "empty": hold}


def _caption(word: str) -> Image.Image:
    sheet = Image.new("L", (WIDTH, HEIGHT))
    sheet.paste(RING_SHADE, ((WIDTH - RING) // 2, FIELD_TOP + (FIELD - RING) // 2), stamp(RING, RING, _ring))
    size = fitting(word, (36, 32, 28, 24), WIDTH - 24)
    line = lines(word, size, WIDTH - 24, most=1)[0]
    write_centred(sheet, line, (WIDTH / 2, 308), size, INK_SHADE)
    return sheet


def _frame(scene: Scene, sheet: Image.Image) -> Image.Image:
    frame = sheet.copy()
    circle = Image.radial_gradient("L").point(_profile(scene.radius))
    frame.paste(circle, ((WIDTH - FIELD) // 2, FIELD_TOP), circle.point([0] + [255] * 255))
    left = WIDTH // 2 - 9 * scene.dots
    for dot in range(scene.dots):
        frame.paste(INK_SHADE, (left + 18 * dot + 5, 326), stamp(8, 8, _dot))
    frame.putpalette(PALETTE)
    return frame


def _profile(radius: int) -> list[int]:
    """The palette's colour at each distance from the middle, in the circle's measure: clay, soft edge, paper."""
    depths = (radius + SOFT_EDGE / 2 - distance for distance in range(256))
    return [max(0, min(CLAY_SHADE, math.ceil(CLAY_SHADE * depth / SOFT_EDGE))) for depth in depths]


def _ring(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), outline=255, width=2 * FINENESS)


def _dot(pen: ImageDraw.ImageDraw, right: int, bottom: int) -> None:
    pen.ellipse((0, 0, right, bottom), fill=255)
