"""Draw one frame of the breath at each place, and all of them on one sheet, into docs/images/breaths."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.content import load_library
from bot.conversation.effects import BreathingAnimation
from bot.conversation.nudges import PLACES
from bot.progress.breathing_figure import still

FOLDER = Path(__file__).parent.parent / "docs" / "images" / "breaths"
SECOND = 3.8  # just before the lungs are full
ACROSS = 7
GAP, LABEL = 8, 26
NIGHT, MOON = (23, 33, 43), (225, 230, 235)  # a dark chat, and what is written in it


def main() -> None:
    """Write docs/images/breaths anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    frames = {place: frame(place) for place in PLACES}
    for place, drawn in frames.items():
        drawn.save(FOLDER / f"{place}.png", optimize=True)
    sheet(frames).save(FOLDER / "all.png", optimize=True)


def frame(place: str) -> Image.Image:
    words = load_library().words
    said = [words.label("en", "breath-words", word) for word in ("in", "out", "hold")]
    return still(BreathingAnimation("long_out", said[0], said[1], said[2], (place,)), SECOND)


def sheet(frames: dict[str, Image.Image]) -> Image.Image:
    """All of them at half their size, as small as on a phone, in a dark chat."""
    first = next(iter(frames.values()))
    width, height = first.width // 2 + GAP, first.height // 2 + LABEL + GAP
    whole = Image.new("RGB", (ACROSS * width + GAP, -(-len(frames) // ACROSS) * height + GAP), NIGHT)
    pen, letters = ImageDraw.Draw(whole), ImageFont.load_default(15)
    for number, (place, drawn) in enumerate(frames.items()):
        left, top = GAP + number % ACROSS * width, GAP + number // ACROSS * height
        small = drawn.convert("RGB").resize((drawn.width // 2, drawn.height // 2), Image.Resampling.LANCZOS)
        whole.paste(small, (left, top))
        pen.text((left + 2, top + small.height + 3), place.replace("_", " "), MOON, letters)
    return whole


if __name__ == "__main__":
    main()
