"""The page for the doctor as a PDF: one sheet of A4 that is read in a minute, in black, grey and one blue.

Law: it is one page. Long lists are shortened until it is, and the page says so; letters that its typeface lacks
become a sign of their own, and the page says that too. Its typeface,
DejaVu Sans Condensed, lies beside it with its licence.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TypeVar

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from fpdf.fonts import TTFFont

from bot.conversation.records import Flare, Goal, Noted, Questionnaire
from bot.progress.report import Climbed, Function, Helps, Numbers, Paced, Pain, Report

FONTS = Path(__file__).parent / "fonts"
FACE = "DejaVu"
MARGIN, WIDTH, BOTTOM = 16.0, 178.0, 280.0  # millimetres, as are all measures of the page
LINE, SMALL_LINE = 4.9, 3.9
INK, QUIET, BAND, BLUE, RULE = (30, 30, 30), (90, 90, 90), (190, 204, 215), (52, 80, 106), (200, 200, 200)
LARGE = 1.12  # where the page has room: letters of 10 points instead of 9
SHORTER = (10, 7, 5, 3, 2, 1)  # how many of a list are shown, until all fits on the page
LONGEST = 400  # characters; two lines never hold more
MOST_LINES = 2  # of one thing in somebody's own words
CHART_WIDTH, CHART_HEIGHT = 112.0, 38.0
INSTEAD, ELLIPSIS, TO = "\N{REPLACEMENT CHARACTER}", "…", "\N{EN DASH}"
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})

Words = Mapping[str, str]
Row = TypeVar("Row")


def draw(report: Report, words: Words) -> bytes:
    """The PDF, in large letters if all fits. The same report always makes the same bytes."""
    tries = [(SHORTER[0], LARGE), *((most, 1.0) for most in SHORTER)]
    drafts = (_draft(report, words, most, scale) for most, scale in tries)
    return next(pdf for pdf in drafts if pdf)


def _draft(report: Report, words: Words, most: int, scale: float) -> bytes:
    """The PDF with so many of each list; nothing when it is longer than the page and can be shortened."""
    with closing(_written(Page(report, words, most, scale), report)) as page:
        return bytes(page.pdf.output()) if page.fits or most == SHORTER[-1] else b""


class Page:
    """A sheet that is written from top to bottom; `most` is how many of a list are shown, `scale` how much larger than
    usual all letters are."""

    def __init__(self, report: Report, words: Words, most: int, scale: float) -> None:
        self.words, self.most, self.scale = words, most, scale
        self.pdf = FPDF(format="A4")
        self.pdf.set_auto_page_break(False)
        self.pdf.set_margins(MARGIN, 14, MARGIN)
        self.pdf.c_margin = 0
        self.pdf.add_font(FACE, "", FONTS / "DejaVuSansCondensed.ttf")
        self.pdf.add_font(FACE, "B", FONTS / "DejaVuSansCondensed-Bold.ttf")
        self.pdf.set_title(words["title"])
        self.pdf.set_lang(words["language"])
        self.pdf.set_creation_date(datetime.combine(report.last, time(), UTC))
        self.pdf.add_page()
        self.has_unknown = self.has_cut = False
        face = self.pdf.fonts[FACE.lower()]
        self._letters = face.cmap if isinstance(face, TTFFont) else {}

    @property
    def fits(self) -> bool:
        return self.pdf.get_y() <= BOTTOM

    def close(self) -> None:
        for face in self.pdf.fonts.values():
            if isinstance(face, TTFFont):
                face.ttfont.close()

    def write(self, text: str, size: float = 9, *, bold: bool = False, colour: tuple[int, int, int] = INK) -> None:
        """A line of ours, or as many as it takes."""
        self.pen(size, colour, bold=bold)
        self.pdf.multi_cell(WIDTH, self.scale * LINE * size / 9, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def heading(self, text: str) -> None:
        self.pdf.ln(2.2)
        self.write(text, 10.5, bold=True, colour=BLUE)
        y = self.pdf.get_y() + 0.3
        self.pdf.set_draw_color(*RULE)
        self.pdf.line(MARGIN, y, MARGIN + WIDTH, y)
        self.pdf.set_y(y + 1.2)

    def theirs(self, begin: str, text: str, end: str = "") -> None:
        """Something in the person's own words, with ours before and behind; what is long ends in an ellipsis."""
        self.pen(9, INK)
        text, end = self.writable(text), f" ({end})" if end else ""
        if len(text) > LONGEST or len(self._lines(f"{begin}{text}{end}")) > MOST_LINES:
            self.has_cut = True
            text = self._cut(begin, text, end)
        self.write(f"{begin}{text}{end}")

    def newest(self, rows: Sequence[Row], write: Callable[["Page", Row], None]) -> None:
        """The newest of a list, and how many more there are."""
        for row in rows[max(0, len(rows) - self.most) :]:
            write(self, row)
        if len(rows) > self.most:
            self.write(f"{self.words['more']}: {len(rows) - self.most}", 8, colour=QUIET)

    def writable(self, text: str) -> str:
        """The text on one line, with a sign for letters that the typeface has not, or could not put in their order."""
        kept: list[str] = []
        for letter in unicodedata.normalize("NFC", " ".join(text.split())):
            if unicodedata.category(letter) in ("Cc", "Cf"):
                continue
            if ord(letter) in self._letters and unicodedata.bidirectional(letter) not in RIGHT_TO_LEFT:
                kept.append(letter)
            elif kept[-1:] != [INSTEAD]:
                kept.append(INSTEAD)
                self.has_unknown = True
        return "".join(kept)

    def _cut(self, begin: str, text: str, end: str) -> str:
        """As much of the text as two lines take."""
        low, high = 0, min(len(text), LONGEST)
        while low < high:
            middle = (low + high + 1) // 2
            fits = len(self._lines(f"{begin}{text[:middle].rstrip()}{ELLIPSIS}{end}")) <= MOST_LINES
            low, high = (middle, high) if fits else (low, middle - 1)
        return f"{text[:low].rstrip()}{ELLIPSIS}"

    def _lines(self, text: str) -> list[str]:
        lines = self.pdf.multi_cell(WIDTH, LINE, text, align="L", dry_run=True, output=MethodReturnValue.LINES)
        return lines if isinstance(lines, list) else []

    def pen(self, size: float, colour: tuple[int, int, int], *, bold: bool = False) -> None:
        self.pdf.set_font(FACE, "B" if bold else "", self.scale * size)
        self.pdf.set_text_color(*colour)


def _written(page: Page, report: Report) -> Page:
    _head(page, report)
    _own_words(page, page.words["questions"], report.questions)
    if report.pain:
        _pain(page, report.pain, report.days)
    if report.peg:
        _peg(page, report.peg)
    if report.function:
        _function(page, report.function)
    if report.helps:
        _helps(page, report.helps)
    _flares(page, report.flares)
    _own_words(page, page.words["medicines"], report.medicines)
    _foot(page)
    return page


def _head(page: Page, report: Report) -> None:
    page.write(page.words["title"], 16, bold=True)
    page.write(f"{page.words['period']}: {report.first.isoformat()} {TO} {report.last.isoformat()}", 9, colour=QUIET)
    if report.name:
        page.theirs(f"{page.words['told-by']}: ", report.name)


def _foot(page: Page) -> None:
    page.pdf.ln(2.5)
    page.write(page.words["note-source"], 7.5, colour=QUIET)
    if page.has_cut:
        page.write(page.words["note-cut"], 7.5, colour=QUIET)
    if page.has_unknown:
        page.write(page.words["note-unknown"], 7.5, colour=QUIET)


def _own_words(page: Page, heading: str, rows: Sequence[Noted]) -> None:
    if rows:
        page.heading(heading)
        page.newest(rows, _noted)


def _noted(page: Page, row: Noted) -> None:
    page.theirs("•  ", row.words, row.local_date.isoformat())


def _pain(page: Page, pain: Pain, days: int) -> None:
    page.heading(page.words["pain"])
    top = page.pdf.get_y()
    _chart(page, pain, top)
    room, line = WIDTH - CHART_WIDTH - 5, page.scale * SMALL_LINE
    for label, value in _pain_facts(page.words, pain, days):
        page.pdf.set_xy(MARGIN + CHART_WIDTH + 5, page.pdf.get_y())
        page.pen(8, QUIET)
        page.pdf.multi_cell(room, line, label, align="L", new_x=XPos.LEFT, new_y=YPos.NEXT)
        page.pen(9, INK, bold=True)
        page.pdf.multi_cell(room, line, value, align="L", new_x=XPos.LEFT, new_y=YPos.NEXT)
    page.pdf.set_y(max(page.pdf.get_y() + 1, top + CHART_HEIGHT + 6))
    page.write(page.words["note-pain"], 7.5, colour=QUIET)


def _pain_facts(words: Words, pain: Pain, days: int) -> Iterable[tuple[str, str]]:
    yield words["days-told"], f"{pain.numbers.days} / {days}"
    yield words["whole"], numbers_in_words(words, pain.numbers)
    if pain.lately:
        yield words["lately"], f"{numbers_in_words(words, pain.lately)}; {words['days']}: {pain.lately.days}"
    yield f"{words['hard']} ({pain.line})", str(pain.hard)
    if pain.sleep:
        yield words["sleep"], f"{numbers_in_words(words, pain.sleep)}; {words['days']}: {pain.sleep.days}"


def numbers_in_words(words: Words, numbers: Numbers) -> str:
    told = f"{numbers.low:g} {TO} {numbers.high:g}"
    return told if numbers.middle is None else f"{told}; {words['middle']} {numbers.middle:g}"


def _chart(page: Page, pain: Pain, top: float) -> None:
    """A band a week, from its lowest to its highest score, with both in numbers; nothing where nothing was told."""
    pdf, left = page.pdf, MARGIN + 7
    column = (CHART_WIDTH - 7) / max(len(pain.weeks), 1)
    foot = top + CHART_HEIGHT

    def height(score: float) -> float:
        return foot - 3 - (CHART_HEIGHT - 8) * score / 10

    page.pen(7, QUIET)
    pdf.set_draw_color(*RULE)
    for score in (0, 5, 10):
        pdf.line(left, height(score), MARGIN + CHART_WIDTH, height(score))
        _centred(page, str(score), MARGIN + 4, height(score) + 0.8)
    for number, (begin, numbers) in enumerate(pain.weeks):
        middle = left + column * (number + 0.5)
        page.pen(6.5, QUIET)
        _centred(page, f"{begin:%m-%d}", middle, foot + 3)
        if numbers:
            _bar(page, numbers, middle, column * 0.62, (height(numbers.high), height(numbers.low)))


def _bar(page: Page, numbers: Numbers, middle: float, width: float, ends: tuple[float, float]) -> None:
    high, low = ends
    page.pdf.set_fill_color(*BAND)
    page.pdf.rect(middle - width / 2, high, width, low - high, style="F")
    page.pdf.set_fill_color(*BLUE)
    for end in {high, low}:
        page.pdf.rect(middle - width / 2, end - 0.35, width, 0.7, style="F")
    page.pen(7, INK)
    _centred(page, f"{numbers.high:g}", middle, high - 0.9)
    if numbers.low != numbers.high:
        _centred(page, f"{numbers.low:g}", middle, low + 2.9)


def _centred(page: Page, text: str, middle: float, baseline: float) -> None:
    page.pdf.text(middle - page.pdf.get_string_width(text) / 2, baseline, text)


def _peg(page: Page, rows: Sequence[Questionnaire]) -> None:
    page.heading(page.words["peg"])
    words = page.words
    names = [words["date"], words["peg-pain"], words["peg-enjoyment"], words["peg-activity"], words["peg-score"]]
    _row(page, names, bold=True)
    page.newest(rows, _peg_row)


def _peg_row(page: Page, row: Questionnaire) -> None:
    _row(page, [row.local_date.isoformat(), *row.answers.split()[:3], f"{row.score:.1f}"])


def _row(page: Page, cells: Sequence[str], *, bold: bool = False) -> None:
    page.pen(8.5, INK, bold=bold)
    for place, (cell, width) in enumerate(zip(cells, (24, 34, 47, 45, 28), strict=False)):
        is_last = place == len(cells) - 1
        page.pdf.cell(
            width,
            page.scale * LINE,
            cell,
            new_x=XPos.LMARGIN if is_last else XPos.RIGHT,
            new_y=YPos.NEXT if is_last else YPos.TOP,
        )


def _function(page: Page, function: Function) -> None:
    page.heading(page.words["function"])
    page.newest(function.goals, _goal)
    page.newest(function.paced, _paced)
    page.newest(function.climbed, _climbed)
    if function.offered:
        page.write(f"{page.words['small-steps']}: {function.tried} / {function.offered}")


def _goal(page: Page, row: Goal) -> None:
    since = f"{page.words[row.state]}, {row.local_date.isoformat()}"
    ended = f" {TO} {row.ended_on.isoformat()}" if row.ended_on else ""
    step = f" → {row.step}" if row.step else ""
    page.theirs(f"{page.words['goal']}: ", f"{row.words}{step}", f"{since}{ended}")


def _paced(page: Page, row: Paced) -> None:
    newest, words = row.newest, page.words
    goal = f", {words['paced-goal']} {newest.goal:g}" if newest.goal is not None else ""
    amount = f"{newest.amount:g} {words[newest.unit]}{goal}, {newest.local_date.isoformat()}"
    page.theirs(f"{words['paced']}: ", newest.activity, f"{amount}; {words['days']}: {row.days}")


def _climbed(page: Page, row: Climbed) -> None:
    words = page.words
    told = f"{words['rungs']} {row.tried} / {row.rungs}; {words['goes']}: {row.goes}"
    came = f"{words['feared']}: {row.came} / {row.partly} / {row.not_so}"
    page.theirs(f"{words['ladder']}: ", row.activity, f"{told}; {came}" if row.goes else told)


def _helps(page: Page, helps: Helps) -> None:
    words = page.words
    page.heading(words["helps"])
    if helps.breaths:
        felt = f"{words['felt']}: {helps.easier} / {helps.same} / {helps.harder}"
        page.write(f"{words['breaths']}: {helps.breaths}; {words['minutes']}: {helps.minutes}; {felt}")
    if helps.own_words:
        page.theirs(f"{words['own-words']}: ", helps.own_words)


def _flares(page: Page, rows: Sequence[Flare]) -> None:
    if rows:
        page.heading(page.words["flares"])
        page.newest(rows, _flare)


def _flare(page: Page, row: Flare) -> None:
    if row.ended_on is None:
        page.write(f"•  {row.local_date.isoformat()} {TO} {page.words['still-on']}")
        return
    days = (row.ended_on - row.local_date).days + 1
    page.write(f"•  {row.local_date.isoformat()} {TO} {row.ended_on.isoformat()}; {page.words['days']}: {days}")
