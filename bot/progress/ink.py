"""What every picture is made with: its colours, its letters, and stamps with soft edges."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Point = tuple[float, float]
Typeface = ImageFont.FreeTypeFont | ImageFont.ImageFont
Shape = Callable[[ImageDraw.ImageDraw, int, int], None]

PAPER: Colour = (249, 241, 229)
CARD: Colour = (255, 252, 246)
LINE: Colour = (226, 212, 193)
CLAY: Colour = (217, 144, 103)
DUSK: Colour = (70, 96, 120)
INK: Colour = (60, 48, 42)

FINENESS = 4
"""Letters and stamps are drawn this many times larger and then reduced, which softens their edges."""

# What Pillow's own typeface lacks, beside accents, is spelt with what it has.
SPELT = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "ö",
        "ł": "l",
        "ẞ": "SS",
        "Æ": "AE",
        "Œ": "OE",
        "Ø": "Ö",
        "Ł": "L",
        "„": "“",
        "\N{MULTIPLICATION SIGN}": "x",
        **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"),
        **dict.fromkeys("¿¡\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}"),
    }
)

# Accents are strokes: points in ems from the middle of the letter's top (the cedilla's: of the line it stands on).
ABOVE: dict[str, tuple[tuple[Point, ...], ...]] = {
    "\N{COMBINING ACUTE ACCENT}": (((-0.04, -0.08), (0.08, -0.21)),),
    "\N{COMBINING GRAVE ACCENT}": (((0.04, -0.08), (-0.08, -0.21)),),
    "\N{COMBINING CIRCUMFLEX ACCENT}": (((-0.11, -0.09), (0, -0.2), (0.11, -0.09)),),
    "\N{COMBINING CARON}": (((-0.11, -0.2), (0, -0.09), (0.11, -0.2)),),
    "\N{COMBINING TILDE}": (
        ((-0.15, -0.1), (-0.11, -0.145), (-0.06, -0.155), (0.06, -0.115), (0.11, -0.125), (0.15, -0.17)),
    ),
    "\N{COMBINING DIAERESIS}": (((-0.1, -0.13), (-0.1, -0.15)), ((0.1, -0.13), (0.1, -0.15))),
    "\N{COMBINING DOT ABOVE}": (((0, -0.13), (0, -0.15)),),
    "\N{COMBINING MACRON}": (((-0.12, -0.13), (0.12, -0.13)),),
    "\N{COMBINING RING ABOVE}": (
        ((0, -0.07), (0.06, -0.1), (0.08, -0.15), (0.06, -0.2), (0, -0.23), (-0.06, -0.2), (-0.08, -0.15)),
        ((-0.08, -0.15), (-0.06, -0.1), (0, -0.07)),
    ),
}
CEDILLA = "\N{COMBINING CEDILLA}"
CEDILLA_STROKE: tuple[Point, ...] = ((0.02, 0.02), (0.0, 0.07), (0.06, 0.1), (0.05, 0.16), (-0.05, 0.18))


def ramp(*stops: tuple[int, Colour]) -> bytes:
    """A palette that runs evenly through the colours, each at its index; the first index is 0."""
    colours = [
        bytes(round(a + (b - a) * (index - start) / (end - start)) for a, b in zip(first, last, strict=True))
        for (start, first), (end, last) in pairwise(stops)
        for index in range(start, end)
    ]
    return b"".join(colours) + bytes(stops[-1][1])


def breadth(words: str, size: int) -> float:
    """How many pixels wide the words are, written `size` pixels high."""
    return _typeface(size).getlength(_base(words))


def fitting(words: str, sizes: Sequence[int], room: float) -> int:
    """The first of the sizes (pixels, large to small) at which the words fit into `room` pixels, or the last."""
    return next((size for size in sizes if breadth(words, size) <= room), sizes[-1])


def lines(words: str, size: int, room: float, most: int) -> list[str]:
    """The words in at most `most` lines of `room` pixels, broken at spaces; what still does not fit ends in "…"."""
    broken = [""]
    for word in words.split():
        longer = f"{broken[-1]} {word}".strip()
        if breadth(longer, size) <= room or not broken[-1] or len(broken) == most:
            broken[-1] = longer
        else:
            broken.append(word)
    return [_shortened(line, size, room) for line in broken]


def write(sheet: Image.Image, words: str, start: Point, size: int, shade: int) -> None:
    """Write the words from `start`, a point on their baseline, in the palette's colour `shade`."""
    left, baseline = start
    sheet.paste(shade, (round(left) - size, round(baseline) - 2 * size), _lettering(words, size))


def write_centred(sheet: Image.Image, words: str, middle: Point, size: int, shade: int) -> None:
    """Write the words around `middle`, a point on their baseline, in the palette's colour `shade`."""
    write(sheet, words, (middle[0] - breadth(words, size) / 2, middle[1]), size, shade)


@lru_cache(maxsize=64)
def stamp(width: int, height: int, shape: Shape) -> Image.Image:
    """A mask of this many pixels with soft edges; `shape` draws it, `FINENESS` times as large."""
    large = Image.new("L", (width * FINENESS, height * FINENESS))
    shape(ImageDraw.Draw(large), large.width - 1, large.height - 1)
    return large.reduce(FINENESS)


def _shortened(line: str, size: int, room: float) -> str:
    if breadth(line, size) <= room:
        return line
    kept = next((end for end in range(len(line), 1, -1) if breadth(f"{line[:end]}…", size) <= room), 1)
    return f"{line[:kept].rstrip()}…"


@lru_cache(maxsize=128)
def _lettering(words: str, size: int) -> Image.Image:
    """A mask of the words, `size` pixels in from the left; their baseline is two sizes down."""
    fine, base = size * FINENESS, _base(words)
    large = Image.new("L", (round(breadth(words, size) + 2 * size) * FINENESS, 3 * fine))
    pen = ImageDraw.Draw(large)
    pen.text((fine, 2 * fine), base, font=_typeface(fine), fill=255, anchor="ls")
    for place, accent in _accents(words):
        _accentuate(pen, base, place, accent, fine)
    return large.reduce(FINENESS)


def _accentuate(pen: ImageDraw.ImageDraw, base: str, place: int, accent: str, fine: int) -> None:
    """Set the accent on the letter at `place`."""
    typeface, letter = _typeface(fine), base[place]
    start = fine + typeface.getlength(base[: place + 1]) - typeface.getlength(letter)
    left, top, right, _ = typeface.getbbox(letter, anchor="ls")
    middle, baseline = start + (left + right) / 2, 2 * fine
    if accent == CEDILLA:
        _stroke(pen, CEDILLA_STROKE, (middle, baseline), fine)
        return
    if letter in "ij":
        top = typeface.getbbox("x", anchor="ls")[1]
        # the accent takes the place of the dot
        pen.rectangle((start + left - 1, 0, start + right + 1, baseline + top - 0.02 * fine), fill=0)
    for points in ABOVE.get(accent, ()):
        _stroke(pen, points, (middle, baseline + top), fine)


def _stroke(pen: ImageDraw.ImageDraw, points: tuple[Point, ...], origin: Point, em: int) -> None:
    """A line with round ends, as thick as the letters' stems."""
    path = [(origin[0] + x * em, origin[1] + y * em) for x, y in points]
    half = 0.042 * em
    pen.line(path, fill=255, width=round(2 * half))
    for x, y in path:
        pen.ellipse((x - half, y - half, x + half, y + half), fill=255)


def _base(words: str) -> str:
    """The words as the typeface can write them, without their accents."""
    return "".join(letter for letter in _spelt(words) if not unicodedata.combining(letter))


def _accents(words: str) -> list[tuple[int, str]]:
    """Each accent with the place of the letter that bears it."""
    accents: list[tuple[int, str]] = []
    place = -1
    for letter in _spelt(words):
        if not unicodedata.combining(letter):
            place += 1
        elif place >= 0:
            accents.append((place, letter))
    return accents


def _spelt(words: str) -> str:
    return unicodedata.normalize("NFKD", words.translate(SPELT))


@lru_cache(maxsize=64)
def _typeface(size: int) -> Typeface:
    return ImageFont.load_default(size)
