"""A plain figure with the breath travelling through it as a warm light: in to the places that hurt, where it spreads
and softens on the way out.

An image that some people find soothing, after body scans and guided imagery; it claims nothing about the body.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from bot.conversation.breath import PACES, Pace, Phase
from bot.conversation.effects import BreathingAnimation
from bot.progress import body, film
from bot.progress.ink import INK, PAPER, Colour, ramp

HEIGHT = 460
BASELINE, DOTS_TOP = 430, 446

SKIN: Colour = (197, 140, 108)
LIGHT: Colour = (255, 224, 158)
# One palette: from paper to the figure, from there to the light in it; ink has a ramp of its own.
SKIN_SHADE, LIGHT_SHADE, FIRST_INK, INK_SHADE = 6, 21, 22, 30
PALETTE = ramp((0, PAPER), (SKIN_SHADE, SKIN), (LIGHT_SHADE, LIGHT)) + ramp((0, PAPER), (INK_SHADE - FIRST_INK, INK))
AS_INK = [0, *(min(FIRST_INK + shade, INK_SHADE) for shade in range(1, 256))]  # a sheet written on in ink's own shades

STRIDE = 3.5  # pixels that the light moves from frame to frame
FEWEST_STEPS, MOST_STEPS, FADING_STEPS = 32, 96, 40
FEW_LIGHTS = 5  # more of them share out the same number of changing pixels, so that the file stays small
HEAD = 8  # pixels; how wide the light is when it sets out
TRAIL, TRAIL_WIDTH, TRAIL_GONE = 0.5, 7, 0.7  # its brightness and width, and how full the lungs are when it is gone
SPREAD = 0.8  # how much wider than its reach the light becomes while it fades

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scene:
    """What one frame shows; `fullness` is that of the lungs, from 0 to 1."""

    phase: Phase
    fullness: float
    dots: int


class Light:
    """The light on its way to one goal, as it falls on the pixels at `xs` and `ys`."""

    def __init__(self, way: body.Way, reach: int, xs: Floats, ys: Floats) -> None:
        way = body.softened(way)
        self.length = body.length(way)
        self._points: Floats = np.array(body.places_along(way, 4))
        self._reach = reach
        self._xs, self._ys = xs, ys
        squares = (xs[:, None] - self._points[:, 0]) ** 2 + (ys[:, None] - self._points[:, 1]) ** 2
        nearest = squares.argmin(axis=1)
        self._beside: Floats = np.exp(-squares[np.arange(len(xs)), nearest] / (2 * TRAIL_WIDTH**2))
        self._along: Floats = nearest / (len(self._points) - 1) * self.length

    def trail(self, scene: Scene, longest: float) -> Floats:
        """What the light leaves on its way in; soon after the breath has turned it is gone."""
        if scene.phase == "out":
            strength = TRAIL * max(0.0, (scene.fullness - TRAIL_GONE) / (1 - TRAIL_GONE))
            return strength * self._beside
        return np.where(self._along <= self._gone(scene.fullness, longest), TRAIL * self._beside, 0.0)

    def glow(self, scene: Scene, longest: float) -> Floats:
        """The light itself: travelling and growing on the way in; on the way out it stays, wider and paler."""
        if scene.phase == "out":
            x, y = self._points[-1]
            return scene.fullness * self._glow(x, y, self._reach * (1 + SPREAD * (1 - scene.fullness)))
        share = self._gone(scene.fullness, longest) / self.length
        x, y = self._points[round(share * (len(self._points) - 1))]
        return self._glow(x, y, HEAD + (self._reach - HEAD) * scene.fullness**1.5)

    def _gone(self, fullness: float, longest: float) -> float:
        """How many pixels it has come. One with a shorter way arrives earlier, so that all set out as one."""
        return min(fullness * longest, self.length)

    def _glow(self, x: float, y: float, reach: float) -> Floats:
        squares = (self._xs - x) ** 2 + (self._ys - y) ** 2
        glow: Floats = np.exp(-squares / (2 * (0.62 * reach) ** 2))
        return glow


@dataclass(frozen=True, slots=True)
class Canvas:
    """The pixels of the figure: their columns and rows, how far it covers each, and the lights that go there."""

    xs: npt.NDArray[np.intp]
    ys: npt.NDArray[np.intp]
    cover: Floats
    lights: tuple[Light, ...]

    @property
    def longest(self) -> float:
        return max(light.length for light in self.lights)


def draw(animation: BreathingAnimation) -> bytes:
    """The animation as a GIF, 320 by 460 pixels; each loop is one breath, to the millisecond.

    Raises `KeyError` for a place that the figure does not have.
    """
    pace, canvas = PACES[animation.pattern], _canvas(animation.places)
    shots = film.shots(_scene(pace, moment, canvas) for moment in film.moments(pace))
    captions = _captions(animation)
    frames = (_frame(scene, canvas, captions[scene.phase]) for scene, _ in shots)
    return film.as_gif(frames, [length for _, length in shots], PALETTE)


def still(animation: BreathingAnimation, second: float) -> Image.Image:
    """The frame that shows so many seconds after the breath began."""
    canvas = _canvas(animation.places)
    scene = _scene(PACES[animation.pattern], second, canvas)
    return _frame(scene, canvas, _captions(animation)[scene.phase])


def _scene(pace: Pace, second: float, canvas: Canvas) -> Scene:
    phase = pace.phase(second)
    steps = _steps(phase, canvas)
    return Scene(phase, round(pace.fullness(second) * steps) / steps, film.dots_at(pace, second))


def _steps(phase: Phase, canvas: Canvas) -> int:
    """As many in as the longest way needs, fewer out, where nothing moves, and fewer of all when there are many lights:
    that keeps the file small."""
    steps = max(FEWEST_STEPS, min(MOST_STEPS, canvas.longest / STRIDE)) if phase == "in" else FADING_STEPS
    return round(steps / max(1, len(canvas.lights) / FEW_LIGHTS))


def _canvas(places: Sequence[str]) -> Canvas:
    mask = np.asarray(body.figure())
    ys, xs = np.nonzero(mask)
    goals = dict.fromkeys(goal for place in places for goal in body.GOALS[place])
    lights = (Light(way, goal.reach, xs.astype(float), ys.astype(float)) for goal in goals for way in goal.ways)
    return Canvas(xs, ys, mask[ys, xs] / 255, tuple(lights))


def _captions(animation: BreathingAnimation) -> dict[Phase, Image.Image]:
    return film.captioned(animation, Image.new("L", (body.WIDTH, HEIGHT)), BASELINE, INK_SHADE - FIRST_INK)


def _frame(scene: Scene, canvas: Canvas, caption: Image.Image) -> Image.Image:
    written = caption.copy()
    film.put_dots(written, scene.dots, DOTS_TOP, INK_SHADE - FIRST_INK)
    pixels = np.array(written.point(AS_INK))
    light = _brightness(scene, canvas) * (LIGHT_SHADE - SKIN_SHADE)
    pixels[canvas.ys, canvas.xs] = np.round(canvas.cover * (SKIN_SHADE + light))
    frame = Image.fromarray(pixels)
    frame.putpalette(PALETTE)
    return frame


def _brightness(scene: Scene, canvas: Canvas) -> Floats:
    """How brightly each pixel is lit, from 0 to 1; where two lights meet they add up softly, their trails do not."""
    dark = np.ones(len(canvas.xs))
    if scene.phase == "empty":
        return 1 - dark
    for light in canvas.lights:
        dark *= 1 - light.glow(scene, canvas.longest)
    trails = [light.trail(scene, canvas.longest) for light in canvas.lights]
    return np.maximum(1 - dark, np.maximum.reduce(trails))
