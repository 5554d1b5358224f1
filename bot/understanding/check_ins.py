"""A whole check-in, read from one sentence: "7 low back, slept 4h, walked anyway, took it slow".

Only what the words say plainly is filled in. Whatever else was told stays what it is: the person's words.
"""

import re
from dataclasses import dataclass, replace

from bot.conversation.records import DayKind
from bot.understanding.plain_text import LIGATURES, LONGEST_READ, letter_for_letter, plain, straight
from bot.understanding.scores import Reading, Scored, Unclear, read_score
from bot.understanding.vocabulary import Vocabulary
from bot.understanding.vocabulary.patterns import phrase_at_end

BAD_SLEEP, GOOD_SLEEP = 4, 6  # "slept badly, 3" is sleep; in "slept badly, 7" the number is rather the pain
WORD = re.compile(r"[^\W\d_][\w']*")
DASH = re.compile(r"\s-\s(?=[^\W\d_])")  # "5 - took breaks" tells two things


@dataclass(frozen=True, slots=True)
class DayTold:
    """What a sentence says of a day.

    `sleep` is 0 worst to 10 best; `slept` is sleep told in words, as the person typed them. `places` are ids.
    `is_same` says that the pain is that of the day before, `says_more` that more is told than the pain, `has_words`
    that not all of it is in the numbers.
    """

    pain: Reading
    is_same: bool = False
    sleep: float | None = None
    slept: str = ""
    day: DayKind | None = None
    places: tuple[str, ...] = ()
    says_more: bool = False
    has_words: bool = False

    @property
    def tells_of_the_day(self) -> bool:
        """Whether it says more of the day than pain and where it is."""
        return self.sleep is not None or self.slept != "" or self.day is not None


def read_day(text: str, vocabulary: Vocabulary, last: float | None = None) -> DayTold:
    """What the sentence tells. `last` is the newest score known, for "same as yesterday". Never raises."""
    said = DASH.sub(", ", vocabulary.with_digits(plain(text)))
    sleep, rest = _sleep(said, vocabulary)
    pain = read_score(rest, vocabulary, last)
    clauses = [clause.strip() for clause in vocabulary.check_in.breaks.split(rest) if clause.strip()]
    told = DayTold(
        pain,
        is_same=isinstance(pain, Scored) and not isinstance(read_score(rest, vocabulary, None), Scored),
        sleep=sleep,
        slept="" if sleep is not None else _slept(text, vocabulary),
        day=_kind(clauses, vocabulary),
        places=tuple(dict.fromkeys(place for clause in clauses for place in _places(clause, pain, vocabulary))),
    )
    has_words = told.slept != "" or bool(told.places) or _says_more(rest, vocabulary)
    return replace(told, says_more=told.tells_of_the_day or has_words, has_words=has_words)


def read_percent(text: str, vocabulary: Vocabulary) -> float | None:
    """The score that a percentage may mean, 0 to 10 in half steps; `None` when the text says anything else."""
    said = vocabulary.with_digits(plain(text))
    match = vocabulary.check_in.percent.search(said)
    if match is None or not vocabulary.scores.frame.issuperset(WORD.findall(_without(said, match))):
        return None
    score = read_score(f"{int(match['value']) / 10:g}", vocabulary)
    return score.value if isinstance(score, Scored) else None


def compares(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the text only says that it is better or worse than before."""
    said = plain(text)
    rest, found = vocabulary.check_in.compared.subn(" ", said)
    return found > 0 and (vocabulary.scores.frame | vocabulary.check_in.comparing).issuperset(WORD.findall(rest))


def _sleep(said: str, vocabulary: Vocabulary) -> tuple[float | None, str]:
    """The rating of sleep, and the sentence without it."""
    for pattern in vocabulary.check_in.sleep_scores:
        for match in pattern.finditer(said):
            value = float(match["value"].replace(",", "."))
            counts = vocabulary.counts_something(said, match.end())
            if not counts and _fits(match.groupdict(), value) and _is_own(said[: match.start()], vocabulary):
                return value, _without(said, match)
    return None, said


def _fits(words: dict[str, str | None], value: float) -> bool:
    """Whether the words before a number say the same as the number."""
    return not (words.get("badly") and value > BAD_SLEEP) and not (words.get("well") and value < GOOD_SLEEP)


def _without(said: str, match: re.Match[str]) -> str:
    """A comma in place of what was taken out, so that its neighbours stay apart."""
    return f"{said[: match.start()].rstrip(' ,')}, {said[match.end() :].lstrip(' ,')}".strip(" ,")


def _slept(text: str, vocabulary: Vocabulary) -> str:
    typed = straight(text[:LONGEST_READ]).translate(LIGATURES)
    said = letter_for_letter(typed)
    for match in vocabulary.check_in.slept.finditer(said):
        if _is_own(said[: match.start()].lower(), vocabulary):
            return " ".join(typed[match.start() : match.end()].split())
    return ""


def _is_own(before: str, vocabulary: Vocabulary) -> bool:
    """Whether nothing in the clause before it says that it was not so, or that somebody else slept."""
    words = vocabulary.check_in
    return words.not_slept.search(words.breaks.split(before)[-1]) is None


def _kind(clauses: list[str], vocabulary: Vocabulary) -> DayKind | None:
    """The one kind of day the clauses name; two that contradict are none."""
    kinds = {kind for clause in clauses if (kind := _kind_in(clause, vocabulary))}
    return kinds.pop() if len(kinds) == 1 else None


def _kind_in(clause: str, vocabulary: Vocabulary) -> DayKind | None:
    words = vocabulary.check_in
    match = words.kind.search(clause)
    is_past = any(phrase_at_end(clause[:end], vocabulary.scores.past) for end in _word_ends(clause))
    if match is None or is_past or words.not_told.search(clause[: match.start()]):
        return None
    return words.kinds[match[0]]


def _word_ends(clause: str) -> list[int]:
    return [match.end() for match in WORD.finditer(clause)]


def _places(clause: str, pain: Reading, vocabulary: Vocabulary) -> list[str]:
    """The places in a clause with the score, or in one that tells of nothing but where it hurts."""
    words, clause = vocabulary.check_in, vocabulary.body.elision.sub("", clause)
    named = [words.places[match[0]] for match in words.place.finditer(clause)]
    others = WORD.findall(words.place.sub(" ", clause))
    if not words.hurting.issuperset(others) and (isinstance(pain, Unclear) or read_score(clause, vocabulary) != pain):
        return []
    return [place for place in named if place]


def _says_more(rest: str, vocabulary: Vocabulary) -> bool:
    """Whether there are words besides a score and what is usually said around one."""
    scores = vocabulary.scores
    for known in (scores.scales, scores.same, scores.none, scores.worst, scores.after):
        rest = known.sub(" ", rest)
    usual = scores.frame | scores.leading | vocabulary.check_in.plain
    return not usual.issuperset(WORD.findall(scores.rating.sub(" ", rest)))
