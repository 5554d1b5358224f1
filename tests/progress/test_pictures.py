import io
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise
from time import process_time
from typing import Literal, get_args

import pytest
from PIL import Image, ImageChops

from bot.conversation.breath import PACES, Pattern
from bot.conversation.effects import BreathingAnimation, PictureDay, PictureWeek, WeekPicture, WeeksPicture
from bot.progress import breathing_animation, ink, sheet, week_picture, weeks_picture

PATTERNS: tuple[Pattern, ...] = get_args(Pattern)
Colour = tuple[int, int, int]

QUIET = PictureDay("Mon", None, breaths=0, steps=0, rested=False)
LABELS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG = "Donnerstagnachmittagsspaziergangsverabredung"


def animation(pattern: Pattern) -> BreathingAnimation:
    return BreathingAnimation(pattern, in_word="breathe in", out_word="breathe out", hold_word="hold")


@cache
def breath(pattern: Pattern) -> bytes:
    return breathing_animation.draw(animation(pattern))


@cache
def frames(gif: bytes) -> list[tuple[Image.Image, int]]:
    """Each frame in full colours, with its delay in milliseconds."""
    image = Image.open(io.BytesIO(gif))
    shown = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        shown.append((image.convert("RGB"), image.info["duration"]))
    return shown


def starts(gif: bytes) -> list[float]:
    """The second at which each frame begins."""
    return [moment / 1000 for moment in accumulate((delay for _, delay in frames(gif)[:-1]), initial=0)]


def radius(frame: Image.Image) -> int:
    """How many pixels of pure clay lie right of the circle's middle."""
    y = breathing_animation.FIELD_TOP + breathing_animation.FIELD // 2
    return sum(frame.getpixel((x, y)) == ink.CLAY for x in range(frame.width // 2, frame.width))


def word_part(frame: Image.Image) -> Image.Image:
    return frame.crop((0, 270, frame.width, 322))


def colours(image: Image.Image) -> set[Colour]:
    counted = image.getcolors(maxcolors=1 << 16) or []
    return {colour for _, colour in counted if isinstance(colour, tuple) and len(colour) == 3}


def luminance(colour: Colour) -> float:
    """Relative luminance, WCAG 2.2."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def week(*days: PictureDay) -> WeekPicture:
    """A week that begins with these days and goes on quietly."""
    filled = (*days, *([QUIET] * (7 - len(days))))
    labelled = tuple(replace(day, label=label) for day, label in zip(filled, LABELS, strict=True))
    return WeekPicture("Your week", labelled, "pain", "breathing", "step", "rest on purpose", "no check-in")


def picture(drawn: WeekPicture) -> Image.Image:
    return Image.open(io.BytesIO(week_picture.draw(drawn))).convert("RGB")


def column(number: int) -> tuple[int, int]:
    left = sheet.LEFT + number * (week_picture.COLUMN + sheet.GAP)
    return left, left + week_picture.COLUMN


def changed(before: WeekPicture, after: WeekPicture) -> tuple[int, int, int, int] | None:
    """The box that holds every pixel in which two pictures differ."""
    return ImageChops.difference(picture(before), picture(after)).getbbox()


def day(**given: float | bool | None) -> PictureDay:
    values: dict[str, float | bool | None] = {"pain": 5, "breaths": 1, "steps": 1, "rested": False, **given}
    return PictureDay(
        "Mon", values["pain"], int(values["breaths"] or 0), int(values["steps"] or 0), bool(values["rested"])
    )


def test_needs_no_drawing_library_until_a_picture_is_made() -> None:
    look = "import sys, bot.progress, bot.conversation.effects; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0  # noqa: S603 - our own words


class TestBreathingAnimation:
    @pytest.mark.parametrize("pattern", PATTERNS)
    def test_one_loop_lasts_exactly_one_breath(self, pattern: Pattern) -> None:
        delays = [delay for _, delay in frames(breath(pattern))]
        assert sum(delays) == PACES[pattern].seconds * 1000
        assert all(delay % 10 == 0 and delay >= 50 for delay in delays)

    def test_loops_without_end(self) -> None:
        assert Image.open(io.BytesIO(breath("long_out"))).info["loop"] == 0

    @pytest.mark.parametrize("pattern", PATTERNS)
    def test_stays_small_enough_to_send(self, pattern: Pattern) -> None:
        assert len(breath(pattern)) < 350_000

    def test_is_of_a_size_a_phone_shows_whole(self) -> None:
        assert frames(breath("long_out"))[0][0].size == (320, 344)

    @pytest.mark.parametrize("pattern", PATTERNS)
    def test_shows_twenty_frames_a_second_while_the_circle_moves_fast(self, pattern: Pattern) -> None:
        gif = breath(pattern)
        middle = PACES[pattern].breathe_in / 2
        fast = [delay for start, (_, delay) in zip(starts(gif), frames(gif), strict=True) if abs(start - middle) <= 0.5]
        assert len(fast) >= 20
        assert set(fast) == {50}

    @pytest.mark.parametrize("pattern", PATTERNS)
    def test_never_jumps(self, pattern: Pattern) -> None:
        radii = [radius(frame) for frame, _ in frames(breath(pattern))]
        assert max(abs(after - before) for before, after in pairwise([*radii, radii[0]])) <= 4

    @pytest.mark.parametrize("pattern", PATTERNS)
    def test_follows_the_breath(self, pattern: Pattern) -> None:
        gif, pace = breath(pattern), PACES[pattern]
        radii = [radius(frame) for frame, _ in frames(gif)]
        smallest, largest = min(radii), max(radii)
        assert radii[0] == smallest < largest / 2
        for start, seen in zip(starts(gif), radii, strict=True):
            assert seen == pytest.approx(smallest + (largest - smallest) * pace.fullness(start), abs=1.5)

    @pytest.mark.parametrize("pattern", PATTERNS)
    def test_shows_the_word_of_each_phase(self, pattern: Pattern) -> None:
        gif, pace = breath(pattern), PACES[pattern]
        words: dict[str, set[bytes]] = {}
        for start, (frame, _) in zip(starts(gif), frames(gif), strict=True):
            words.setdefault(pace.phase(start), set()).add(word_part(frame).tobytes())
        assert all(len(seen) == 1 for seen in words.values())
        assert len(set.union(*words.values())) == len(set(words) - {"empty"})

    def test_shows_the_words_it_is_given(self) -> None:
        english = animation("long_out")
        other = replace(english, in_word="einatmen")
        first, second = (frames(breathing_animation.draw(each))[0][0] for each in (english, other))
        box = ImageChops.difference(first, second).getbbox()
        assert box is not None
        assert box[1] > 270

    def test_counts_down_the_seconds_of_a_hold_and_of_nothing_else(self) -> None:
        gif, pace = breath("box"), PACES["box"]
        dots = {
            start: sum(frame.getpixel((x, 330)) == ink.INK for x in range(frame.width))
            for start, (frame, _) in zip(starts(gif), frames(gif), strict=True)
        }
        assert all(bool(seen) == (pace.phase(start) in {"full", "empty"}) for start, seen in dots.items())
        assert dots[4.0] == 4 * dots[7.0] > 0

    def test_a_ring_shows_the_full_size_all_the_time(self) -> None:
        x, y = (320 - breathing_animation.RING) // 2, breathing_animation.FIELD_TOP + breathing_animation.FIELD // 2
        shown = [frame for frame, _ in frames(breath("long_out"))]
        seen = set.union(*(colours(frame.crop((x, y, x + 1, y + 1))) for frame in shown))
        assert len(seen) == 1
        assert contrast(seen.pop(), ink.PAPER) >= 2
        assert colours(shown[0].crop((x + 4, y, x + 8, y + 1))) == {ink.PAPER}

    def test_words_are_easy_to_read(self) -> None:
        seen = colours(word_part(frames(breath("long_out"))[0][0]))
        assert contrast(min(seen, key=luminance), max(seen, key=luminance)) >= 7

    @pytest.mark.parametrize("pattern", PATTERNS)
    def test_never_flashes(self, pattern: Pattern) -> None:
        shown = [frame for frame, _ in frames(breath(pattern))]
        for before, after in pairwise([*shown, shown[0]]):
            changes = ImageChops.difference(before, after).convert("L").histogram()
            assert sum(changes[32:]) < 0.1 * before.width * before.height

    @pytest.mark.parametrize("pattern", PATTERNS)
    def test_the_same_breath_makes_the_same_file(self, pattern: Pattern) -> None:
        assert breathing_animation.draw(animation(pattern)) == breath(pattern)

    @pytest.mark.parametrize("word", ["", LONG, "respiração", "ß ñ ü é ã"])
    def test_takes_any_word(self, word: str) -> None:
        drawn = frames(breathing_animation.draw(BreathingAnimation("box", word, word, word)))[0][0]
        edges = drawn.crop((0, 0, 8, 344)), drawn.crop((312, 0, 320, 344))
        assert all(colours(edge) == {ink.PAPER} for edge in edges)


class TestWeekPicture:
    def test_is_a_square_with_room_for_large_letters(self) -> None:
        drawn = Image.open(io.BytesIO(week_picture.draw(week(day()))))
        assert (drawn.format, drawn.size) == ("PNG", (1080, 1080))

    def test_stays_small_enough_to_send(self) -> None:
        full = [day(pain=pain, breaths=9, steps=9, rested=True) for pain in (10, 0, 6.5, 9.5, 5, 1, 10)]
        long = replace(week(*full), title=LONG * 3, pain_word=LONG, rest_word=LONG, missing_word=LONG)
        assert len(week_picture.draw(week(*full))) < 120_000
        assert len(week_picture.draw(long)) < 120_000

    def test_the_same_week_makes_the_same_file(self) -> None:
        assert week_picture.draw(week(day(), day(pain=6.5))) == week_picture.draw(week(day(), day(pain=6.5)))

    @pytest.mark.parametrize("number", range(7))
    @pytest.mark.parametrize(
        "after", [day(pain=6), day(pain=5.5), day(pain=None), day(breaths=2), day(steps=2), day(rested=True)]
    )
    def test_what_a_day_held_shows_in_its_own_column(self, number: int, after: PictureDay) -> None:
        before, same = [day()] * 7, [day()] * 7
        same[number] = after
        box = changed(week(*before), week(*same))
        left, right = column(number)
        assert box is not None
        assert left <= box[0] < box[2] <= right

    def test_more_pain_stands_higher_and_a_half_between_its_neighbours(self) -> None:
        heights = [self.dot(pain) for pain in (0, 6, 6.5, 7, 10)]
        assert heights == sorted(heights, reverse=True)
        assert len(set(heights)) == 5

    def test_the_number_is_written_in_the_dot(self) -> None:
        assert self.inside_of_the_dot(6) != self.inside_of_the_dot(9)
        assert self.inside_of_the_dot(6) != self.inside_of_the_dot(6.5)
        assert self.inside_of_the_dot(6) == self.inside_of_the_dot(6.0)

    def test_a_day_without_a_check_in_has_no_dot_and_no_zero(self) -> None:
        left, right = column(0)
        missing, zero = (picture(week(given)).crop((left, 300, right, 680)) for given in (QUIET, day(pain=0)))
        assert not {ink.INK, ink.DUSK} & colours(missing)
        assert ink.DUSK in colours(zero)

    def test_nothing_joins_one_day_to_the_next(self) -> None:
        drawn = picture(week(*(day(pain=pain) for pain in range(7))))
        gap = drawn.crop((column(2)[1], sheet.TOP, column(3)[0], 900))
        assert colours(gap) == {ink.PAPER}

    @pytest.mark.parametrize("kind", ["breaths", "steps"])
    def test_each_deed_up_to_nine_is_a_mark_to_count(self, kind: str) -> None:
        shown = [self.inked(day(pain=None, **{"breaths": 0, "steps": 0, kind: count})) for count in range(1, 10)]
        one = shown[0]
        assert all(more - fewer > one / 2 for fewer, more in pairwise(shown))

    def test_a_breath_and_a_step_do_not_look_alike(self) -> None:
        breath, step = (self.inked(day(breaths=count, steps=1 - count)) for count in (1, 0))
        assert abs(breath - step) > 100

    def test_more_than_nine_deeds_end_in_an_ellipsis_and_their_number(self) -> None:
        assert self.inked(day(breaths=10)) < self.inked(day(breaths=9))
        assert changed(week(day(breaths=10)), week(day(breaths=14))) is not None

    def test_breath_step_and_rest_have_shapes_of_their_own(self) -> None:
        shapes = (sheet.disc, sheet.ring, sheet.stair, sheet.crescent, sheet.swatch, sheet.hatching)
        stamps = [ink.stamp(28, 28, shape) for shape in (*shapes, sheet.missing)]
        for number, one in enumerate(stamps):
            for other in stamps[number + 1 :]:
                assert sum(ImageChops.difference(one, other).histogram()[128:]) > 28 * 28 * 0.12

    def test_shows_every_word_it_is_given(self) -> None:
        plain = week(day())
        others = [
            replace(plain, title="other"),
            replace(plain, pain_word="other"),
            replace(plain, breath_word="other"),
            replace(plain, step_word="other"),
            replace(plain, rest_word="other"),
            replace(plain, missing_word="other"),
        ]
        assert len({picture(drawn).tobytes() for drawn in (plain, *others)}) == 7

    @pytest.mark.parametrize(
        "words",
        [("x",) * 6, (LONG,) * 6, (f"{LONG} {LONG}",) * 6, ("",) * 6, ("ñ ß é ã ü ç í å Ö \N{EN DASH} ¿no?",) * 6],
    )
    def test_words_of_any_length_stay_on_the_paper(self, words: tuple[str, ...]) -> None:
        days = tuple(replace(day(breaths=9, steps=12), label=words[0]) for _ in range(7))
        title, pain, breath, step, rest, missing = words
        drawn = picture(WeekPicture(title, days, pain, breath, step, rest, missing))
        frame = [(0, 0, 1080, 12), (0, drawn.height - 12, 1080, drawn.height), (0, 0, 24, drawn.height)]
        assert all(colours(drawn.crop(edge)) == {ink.PAPER} for edge in [*frame, (1050, 0, 1080, drawn.height)])

    def test_long_labels_do_not_touch_each_other(self) -> None:
        days = tuple(replace(day(), label=LONG) for _ in range(7))
        drawn = picture(replace(week(), days=days))
        between = [drawn.crop((column(n)[1], 136, column(n + 1)[0], 200)) for n in range(6)]
        assert all(colours(gap) == {ink.PAPER} for gap in between)

    def test_a_label_too_long_for_one_line_takes_two(self) -> None:
        above = (column(0)[0], 134, column(0)[1], 158)
        short, long = (
            picture(replace(week(), days=(replace(QUIET, label=label), *week().days[1:])))
            for label in ("Mi", "Mittwoch 24.")
        )
        assert len(colours(long.crop(above))) > len(colours(short.crop(above)))

    def test_grows_when_long_words_and_many_marks_both_need_room(self) -> None:
        crowded = replace(week(day(breaths=9, steps=9)), pain_word=LONG, breath_word=LONG)
        assert picture(crowded).height > 1080

    @pytest.mark.parametrize("behind", [ink.PAPER, ink.CARD])
    @pytest.mark.parametrize("ahead", [ink.INK, ink.DUSK])
    def test_words_and_marks_are_easy_to_see(self, ahead: Colour, behind: Colour) -> None:
        assert {ahead, behind} <= colours(picture(week(day())))
        assert contrast(ahead, behind) >= 4.5

    def test_pain_is_told_without_red_or_green(self) -> None:
        for pain in (0, 5, 10):
            left, right = column(0)
            dot = picture(week(day(pain=pain))).crop((left, 210, right, 680))
            assert min(colours(dot), key=luminance) == ink.DUSK

    def test_the_band_of_the_week_and_a_flare_show_where_they_are(self) -> None:
        days = (day(pain=3), day(pain=6), QUIET, QUIET, replace(day(pain=4), flare=True))
        banded = replace(week(*days), band_word="range", flare_word="flare")
        drawn = picture(banded)
        assert all(sheet.BAND in colours(drawn.crop((column(n)[0], 210, column(n)[1], 680))) for n in (0, 1))
        assert sheet.BAND not in colours(drawn.crop((column(2)[0], 210, column(2)[1], 680)))
        flared = replace(banded, days=(banded.days[0], replace(banded.days[1], flare=True), *banded.days[2:]))
        box = ImageChops.difference(drawn.crop((0, 0, 1080, 640)), picture(flared).crop((0, 0, 1080, 640))).getbbox()
        assert box is not None
        assert column(1)[0] <= box[0] < box[2] <= column(1)[1]

    def dot(self, pain: float) -> int:
        """The highest row of the first day's dot."""
        drawn = picture(week(day(pain=pain)))
        middle = sum(column(0)) // 2
        return next(y for y in range(sheet.TOP, 700) if drawn.getpixel((middle, y)) == ink.DUSK)

    def inside_of_the_dot(self, pain: float) -> bytes:
        middle, top = sum(column(0)) // 2, self.dot(pain)
        return picture(week(day(pain=pain))).crop((middle - 22, top + 14, middle + 22, top + 50)).tobytes()

    def inked(self, given: PictureDay) -> int:
        """How many pixels of the first column's lower card are darker than its paper."""
        busy = replace(QUIET, breaths=9, steps=9)
        left, right = column(0)
        lower = picture(week(given, busy)).crop((left, 570, right, 928)).convert("L")
        return sum(lower.histogram()[:160])


def weeks(detail: Literal["days", "weeks"], *days_: PictureDay, dark: bool = False) -> WeeksPicture:
    """Weeks that begin with these days and go on quietly."""
    count = 4 if detail == "days" else 13
    filled = (*days_, *([QUIET] * (7 * count - len(days_))))
    columns = tuple(PictureWeek(f"{1 + 7 * n} Mar", filled[7 * n : 7 * n + 7]) for n in range(count))
    words = ("a day's number", "lowest to highest", "breath", "step", "flare", "no entry")
    return WeeksPicture("Your last weeks", columns, detail, *words, dark)


def drawn_weeks(given: WeeksPicture) -> Image.Image:
    return Image.open(io.BytesIO(weeks_picture.draw(given))).convert("RGB")


DETAILS: tuple[Literal["days", "weeks"], ...] = ("days", "weeks")
BUSY = [
    PictureDay("", pain, breaths=n % 4, steps=n % 3, rested=False, flare=n in range(3, 10))
    for n, pain in enumerate([5, 6.5, None, 10, 0, 4, 7.5] * 13)
]


class TestWeeksPicture:
    @pytest.mark.parametrize("detail", DETAILS)
    def test_is_a_square_that_stays_small_enough_to_send(self, detail: Literal["days", "weeks"]) -> None:
        png = weeks_picture.draw(weeks(detail, *BUSY[: 28 if detail == "days" else 91]))
        assert Image.open(io.BytesIO(png)).size == (1080, 1080)
        assert len(png) < 120_000

    @pytest.mark.parametrize("detail", DETAILS)
    def test_takes_less_than_150_ms_when_warm(self, detail: Literal["days", "weeks"]) -> None:
        given = weeks(detail, *BUSY[: 28 if detail == "days" else 91])
        times = []
        for _ in range(4):
            began = process_time()
            weeks_picture.draw(given)
            times.append(process_time() - began)
        assert min(times) < 0.15

    @pytest.mark.parametrize("detail", DETAILS)
    def test_dark_is_the_same_in_other_colours(self, detail: Literal["days", "weeks"]) -> None:
        light, dark = (
            Image.open(io.BytesIO(weeks_picture.draw(weeks(detail, *BUSY[:14], dark=dark)))) for dark in (False, True)
        )
        assert light.tobytes() == dark.tobytes()
        assert light.getpalette() != dark.getpalette()

    def test_the_band_runs_from_the_lowest_to_the_highest_number_of_its_week(self) -> None:
        given = weeks("weeks", day(pain=3), day(pain=8), day(pain=5))
        drawn, layout = drawn_weeks(given), weeks_picture.Layout(13, 3, 72, sheet.legend_height([[]] * 2))
        x = layout.left(0) + 8
        rows = [y for y in range(sheet.TOP, layout.pain_bottom) if drawn.getpixel((x, y)) == sheet.BAND]
        assert drawn.getpixel((x, rows[0] - 2)) == drawn.getpixel((x, rows[-1] + 2)) == ink.DUSK
        tall = layout.height_of(3) - layout.height_of(8)
        assert rows[-1] - rows[0] == pytest.approx(tall - weeks_picture.CAP, abs=3)

    @pytest.mark.parametrize("dark", [False, True])
    def test_a_missing_day_is_empty_and_no_zero(self, dark: bool) -> None:
        layout = weeks_picture.Layout(4, 2, weeks_picture.LANE, sheet.legend_height([[]] * 2))
        begins, ends = layout.day(0, 1)
        box = (begins + 2, layout.height_of(10) - 10, ends - 2, layout.pain_bottom - 4)
        missing = drawn_weeks(weeks("days", day(pain=2), QUIET, day(pain=7), dark=dark)).crop(box)
        zero = drawn_weeks(weeks("days", day(pain=2), day(pain=0), day(pain=7), dark=dark)).crop(box)
        assert colours(missing) == {sheet.NIGHT if dark else ink.PAPER}
        assert (sheet.NIGHT_DUSK if dark else ink.DUSK) in colours(zero)

    @pytest.mark.parametrize("detail", DETAILS)
    def test_a_flare_is_told_by_stripes_and_not_by_colour(self, detail: Literal["days", "weeks"]) -> None:
        calm, flare = ([replace(day(), flare=flare)] * 7 for flare in (False, True))
        box = (110, 880 - 330, 160, 880 - 300) if detail == "days" else (110, 570, 160, 600)
        lights = [drawn_weeks(weeks(detail, *days_)).convert("L").crop(box) for days_ in (calm, flare)]
        spread = [
            max(found) - min(found) for light in lights if (found := [v for v, n in enumerate(light.histogram()) if n])
        ]
        assert spread[1] > spread[0] + 40

    @pytest.mark.parametrize("detail", DETAILS)
    @pytest.mark.parametrize("word", ["", LONG, f"{LONG} {LONG}", "ñ ß é ã ü ç \N{EN DASH} ¿no?"])
    def test_words_of_any_length_stay_on_the_paper(self, detail: Literal["days", "weeks"], word: str) -> None:
        given = weeks(detail, *BUSY[:28])
        columns = tuple(replace(each, label=word) for each in given.weeks)
        drawn = drawn_weeks(WeeksPicture(word, columns, detail, word, word, word, word, word, word))
        edges = [(0, 0, 1080, 12), (0, 1068, 1080, 1080), (0, 0, 24, 1080), (1050, 0, 1080, 1080)]
        assert all(colours(drawn.crop(edge)) == {ink.PAPER} for edge in edges)

    @pytest.mark.parametrize(
        ("ahead", "behind", "least"),
        [
            (sheet.NIGHT_INK, sheet.NIGHT, 7),
            (sheet.NIGHT_INK, sheet.NIGHT_BAND, 4.5),
            (sheet.NIGHT_DUSK, sheet.NIGHT_CARD, 4.5),
            (sheet.NIGHT_DUSK, sheet.NIGHT_BAND, 3),
            (ink.INK, sheet.BAND, 4.5),
            (ink.DUSK, sheet.BAND, 3),
        ],
    )
    def test_what_matters_stands_out_by_day_and_night(self, ahead: Colour, behind: Colour, least: float) -> None:
        assert contrast(ahead, behind) >= least


class TestInk:
    @pytest.mark.parametrize("letters", ["éeè", "ßsb", "ñnm", "ãaâ", "üuù", "çcs", "íiì", "Öoó", "åaà", "şsž"[::2]])
    def test_an_accent_makes_another_letter(self, letters: str) -> None:
        drawn = {self.written(letter) for letter in letters}
        assert len(drawn) == len(letters)

    @pytest.mark.parametrize(
        ("special", "plain"), [("ß", "ss"), ("œ", "oe"), ("5\N{EN DASH}6", "5-6"), ("¿no?", "no?")]
    )
    def test_what_the_typeface_lacks_is_spelt_with_what_it_has(self, special: str, plain: str) -> None:
        assert self.written(special) == self.written(plain)

    def test_an_accent_written_apart_is_the_same_letter(self) -> None:
        assert self.written("e\N{COMBINING ACUTE ACCENT}") == self.written("é")

    def test_an_accented_i_loses_its_dot(self) -> None:
        written = self.written("ï")
        rows = [written[start : start + 200] for start in range(0, len(written), 200)]
        dots = {sum(before < 100 <= after for before, after in pairwise(row)) for row in rows[:53]}
        assert dots == {0, 2}

    def test_letters_shrink_until_they_fit(self) -> None:
        assert ink.fitting("breathing", (40, 30, 20), ink.breadth("breathing", 30)) == 30
        assert ink.fitting(LONG, (40, 30, 20), 10) == 20

    def test_words_break_at_spaces_and_end_in_an_ellipsis_only_when_they_must(self) -> None:
        room = ink.breadth("one two", 30) + 1
        assert ink.lines("one two six", 30, room, most=2) == ["one two", "six"]
        assert ink.lines("one two", 30, room, most=1) == ["one two"]
        (cut,) = ink.lines(LONG, 30, room, most=1)
        assert cut.endswith("…")
        assert ink.breadth(cut, 30) <= room

    def test_a_palette_has_each_colour_at_its_index(self) -> None:
        palette = ink.ramp((0, ink.PAPER), (7, ink.CLAY), (20, ink.INK))
        assert len(palette) == 21 * 3
        assert [tuple(palette[3 * at : 3 * at + 3]) for at in (0, 7, 20)] == [ink.PAPER, ink.CLAY, ink.INK]

    def written(self, words: str) -> bytes:
        sheet = Image.new("L", (200, 120))
        ink.write(sheet, words, (20, 80), 48, 255)
        return sheet.tobytes()
