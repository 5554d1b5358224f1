"""Draw the pictures and the page for the doctor in docs/images from three months of somebody who never was.

`make pictures`. The records are made up with a fixed seed; what is drawn goes the way that it goes for people.
"""

import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import get_args

import pypdfium2
from PIL import Image

from bot import attachments
from bot.content import load_library
from bot.conversation.effects import Attachment, ReportFile, Say
from bot.conversation.engine import respond
from bot.conversation.events import Recalled
from bot.conversation.person import FlarePlan, Person, Settings
from bot.conversation.records import (
    Breathing,
    CheckIn,
    ComfortStep,
    Felt,
    Flare,
    Go,
    Goal,
    Happened,
    Ladder,
    Noted,
    Outcome,
    Questionnaire,
    Records,
    Stretch,
)
from bot.conversation.turn import Turn
from bot.programme import report
from bot.progress.report import PARTS, Report, report_of

IMAGES = Path(__file__).parent.parent / "docs" / "images"
NAMES = ("week_with_flare", "month", "three_months")
LAST = date(2026, 3, 29)
NOW = datetime(2026, 3, 29, 18, tzinfo=UTC)
DAYS = [LAST - timedelta(days=back) for back in range(report.DAYS - 1, -1, -1)]
PLAN = FlarePlan(DAYS[9], "a warm bath, the radio on low, and telling Tom")
SOMEONE = Person("someone", consented_at=NOW - timedelta(days=91), settings=Settings(name="Anna"), flare_plan=PLAN)
IN_FLARE, AWAY = range(60, 67), range(20, 30)  # days of the ninety-one


def main() -> None:
    """Write docs/images anew."""
    for dark in (False, True):
        for name, picture in zip(NAMES, pictures(dark=dark), strict=True):
            (IMAGES / f"{name}{'_dark' if dark else ''}.png").write_bytes(drawn(picture))
    page = pypdfium2.PdfDocument(attachments.report_page(*page_of()).content)[0]
    sheet = io.BytesIO()
    page.render(scale=1.6).to_pil().quantize(64, dither=Image.Dither.NONE).save(sheet, "PNG", optimize=True)
    (IMAGES / "report.png").write_bytes(sheet.getvalue())


def pictures(*, dark: bool) -> tuple[Attachment, Attachment, Attachment]:
    """The week, the month and the three months, as they would be sent."""
    person, library, records = SOMEONE.setting(dark_pictures=dark), load_library(), records_of_somebody()
    week, month, three_months = (
        next(effect.attachment for effect in turn.effects if isinstance(effect, Say) and effect.attachment)
        for turn in (
            respond(Recalled("week", records), person, NOW - timedelta(days=21), library),
            respond(Recalled("month", records), person, NOW, library),
            respond(Recalled("three_months", records), person, NOW, library),
        )
    )
    return week, month, three_months


def drawn(picture: Attachment) -> bytes:
    draw = attachments.week if picture.form == "week_picture" else attachments.weeks
    return draw(picture).content  # type: ignore[operator,arg-type]


def page_of() -> tuple[Report, dict[str, str]]:
    """The whole page, and its words."""
    asked = report.file_of(Turn(SOMEONE, NOW, load_library()), "pdf", PARTS)
    assert isinstance(asked, ReportFile)  # noqa: S101 - for readers
    return report_of(SOMEONE, records_of_somebody(), PARTS, asked.first, asked.last), asked.words


def records_of_somebody() -> Records:
    chance = Random(7)  # noqa: S311 - the same records each time
    peg = ((6, 7, 7), (6, 6, 5), (5, 5, 6), (5, 6, 4))
    return Records(
        check_ins=tuple(_check_in(chance, number) for number in range(len(DAYS)) if _is_told(chance, number)),
        breathings=tuple(_breath(chance, 200 + number) for number in range(44)),
        steps=tuple(_step(chance, 300 + number) for number in range(18)),
        goals=(
            Goal(400, DAYS[10], "play with the dog in the park", "throw one ball", 8),
            Goal(401, DAYS[3], "cook on Sundays again", "peel the potatoes sitting", 7, "finished", DAYS[70]),
        ),
        ladders=(Ladder(410, DAYS[20], "bending to the floor", '[["a", 1], ["b", 3], ["c", 4], ["d", 5], ["e", 8]]'),),
        goes=tuple(_go(chance, number) for number in range(5)),
        stretches=tuple(
            Stretch(440 + n, DAYS[40 + 3 * n], "walking", "minutes", 10 + n // 2, "done", 10 + n // 3)
            for n in range(12)
        ),
        flares=(Flare(460, DAYS[IN_FLARE.start], NOW, DAYS[IN_FLARE.stop - 1]),),
        questionnaires=tuple(
            Questionnaire(470 + n, DAYS[5 + 28 * n], "peg", " ".join(map(str, answers)), sum(answers) / 3)
            for n, answers in enumerate(peg)
        ),
        noted=(
            Noted(480, DAYS[30], "medicine", "two of the white ones after the shopping day, they made me sleepy"),
            Noted(481, DAYS[60], "question", "Is it fine to swim in cold water with this back?"),
            Noted(482, DAYS[80], "question", "Can the tablets be why I am so tired in the mornings?"),
        ),
    )


def _is_told(chance: Random, number: int) -> bool:
    return number not in AWAY and chance.random() > 0.2


def _check_in(chance: Random, number: int) -> CheckIn:
    pain = chance.choice([3, 4, 4.5, 5, 5, 5.5, 6, 6.5]) + (2.5 if number in IN_FLARE else 0)
    return CheckIn(number, DAYS[number], NOW, pain, chance.choice([None, 4, 5, 6, 7]))


def _breath(chance: Random, entry: int) -> Breathing:
    felt = chance.choice([None, "easier", *get_args(Felt)])
    return Breathing(entry, chance.choice(DAYS), NOW, "long_out", chance.choice([60, 300]), felt)


def _step(chance: Random, entry: int) -> ComfortStep:
    outcome = chance.choice([None, *get_args(Outcome)])
    return ComfortStep(entry, chance.choice(DAYS), NOW, "dance-to-a-song", "small", "try", 6, outcome, 4)


def _go(chance: Random, number: int) -> Go:
    return Go(420 + number, DAYS[30 + 5 * number], 410, number // 2, 5, happened=chance.choice(get_args(Happened)))


if __name__ == "__main__":
    main()
