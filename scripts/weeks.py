"""What twelve weeks ask of a person: messages, words and taps a day, and what is said too often.

Reads the chat of tests/conversations/twelve_weeks.txt and writes the figures into docs/twelve_weeks.md.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median

ROOT = Path(__file__).parent.parent
CHAT = ROOT / "tests" / "conversations" / "twelve_weeks.txt"
PAGE = ROOT / "docs" / "twelve_weeks.md"
BETWEEN = re.compile(r"(<!-- figures -->\n).*(<!-- /figures -->)", re.DOTALL)
ENDS_A_MESSAGE = re.compile(r"^    (?:\[.*\]|\([\w-]+\.\w+\))$")  # its picture, its buttons
WHERE = re.compile(r"    \((?:Telegram|Discord)\)")  # the messenger that is spoken in from here on
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
NUMBER = re.compile(r"\d+(?:\.\d+)?")
OFTEN = 10  # times; what is said more often than this in twelve weeks is listed


@dataclass(frozen=True, slots=True)
class Said:
    """One thing in the chat, on the day (`None` before the first) that the lines above it tell."""

    day: str | None
    by: str  # "person", "answer", or "unasked" for what came by itself
    text: str


def said_in(chat: str) -> list[Said]:
    """Everything that was said, in order."""
    found, day, by, held = [], None, "answer", list[str]()
    for line in [*chat.splitlines(), ">"]:
        if WHERE.fullmatch(line):
            continue
        is_text = line.startswith("    ") and not ENDS_A_MESSAGE.match(line)
        if is_text or not line:
            held.append(line.strip())
            continue
        if text := "\n".join(held).strip():
            found.append(Said(day, by, text))
        day, held = _day(line) or day, []
        if line[0] in "*>":
            by = "unasked" if line[0] == "*" else "answer"
        if line.startswith(">") and line != ">":
            found.append(Said(day, "person", line.lstrip("> ")))
    return found


def _day(line: str) -> str | None:
    """The month and day of a line that sets the clock, or tells of time that passed."""
    if match := re.match(r"\* \w{3} (\d\d) (\w{3})", line):
        return f"{MONTHS.index(match[2]) + 1:02}-{match[1]}"
    return line[7:12] if line.startswith("@") else None


def paragraphs(said: Sequence[Said]) -> Counter[str]:
    """How often Steady says each paragraph, whatever the numbers in it."""
    every = (part for each in said if each.by != "person" for part in each.text.split("\n\n"))
    return Counter(NUMBER.sub("#", part) for part in every)


def often(said: Sequence[Said]) -> list[tuple[str, int]]:
    return [(text, count) for text, count in paragraphs(said).most_common() if count > OFTEN]


def by_day(said: Sequence[Said]) -> dict[str, Counter[str | None]]:
    """What a day asks of the person."""
    theirs = [each for each in said if each.by == "person"]
    ours = [each for each in said if each.by != "person"]
    words = Counter[str | None]()
    for each in ours:
        words[each.day] += len(each.text.split())
    return {
        "messages from Steady": Counter(each.day for each in ours),
        "of them by itself": Counter(each.day for each in ours if each.by == "unasked"),
        "of them with a question": Counter(each.day for each in ours if "?" in each.text),
        "words to read": words,
        "taps or texts from the person": Counter(each.day for each in theirs),
    }


def figures(said: Sequence[Said]) -> str:
    """The table of a day, and the list of what is said often."""
    days = sorted({each.day for each in said if each.day})[1:]
    rows = [f"| {name} | {_spread([counts[day] for day in days])} |" for name, counts in by_day(said).items()]
    counted, repeated = paragraphs(said), often(said)
    share = sum(count for _, count in repeated) / counted.total()
    listed = [f"- {count} times: {' / '.join(text.splitlines())}" for text, count in repeated]
    head = f"| a day, of {len(days)} on which anything was said, without the first | median | mean | most |"
    told = f"Of {counted.total()} paragraphs {len(counted)} are different, whatever the numbers in them. "
    told += f"Said more than {OFTEN} times: {len(repeated)}, which is {share:.0%} of all."
    return "\n".join([head, "|---|---|---|---|", *rows, "", told, "", *listed, ""])


def _spread(counts: Sequence[int]) -> str:
    return f"{median(counts):g} | {fmean(counts):.1f} | {max(counts)}"


def page(text: str, chat: str) -> str:
    """The page with the figures of that chat."""
    return BETWEEN.sub(lambda found: f"{found[1]}{figures(said_in(chat))}{found[2]}", text)


def main() -> None:
    """Write the figures anew, and print them."""
    chat = CHAT.read_text(encoding="utf-8")
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), chat), encoding="utf-8")
    print(figures(said_in(chat)))


if __name__ == "__main__":
    main()
