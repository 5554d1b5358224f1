"""How long hearing takes: `make bench`. Each figure stands beside a raw limit measured in the same run.

Phrases alone: texts a second on one core, beside the seconds it takes to only split the same texts into words. With the
sense for meaning: the time of each text, of the longest, and how late the event loop runs while people write.
"""

import asyncio
import json
import time
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.figures import lateness, seconds
from bot.content import load_library
from bot.conversation.events import Text
from bot.conversation.library import Library
from bot.ports import Address, Inbound
from bot.sense.model import TunedEncoder
from bot.serving.companion import Companion
from bot.understanding.understand import understand
from storage.store import SqlStore

CORPORA = Path(__file__).parents[1] / "tests" / "corpora"
TODAY = date(2026, 6, 1)


def texts() -> list[str]:
    files = sorted(CORPORA.glob("kept_aside_*.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def understood(library: Library, said: list[str]) -> None:
    reader = library.languages.reader("en")
    for text in said:
        understand(text, library.listening, reader, TODAY)


def each(library: Library, said: list[str]) -> list[float]:
    times = []
    for text in said:
        began = time.perf_counter()
        understood(library, [text])
        times.append(time.perf_counter() - began)
    return sorted(times)


async def lag(library: Library, said: list[str]) -> float:
    """The longest that the event loop was late while these texts were received, in seconds."""
    companion = Companion(SqlStore.in_memory(), library)

    async def receive() -> None:
        for number, text in enumerate(said):
            await companion.receive(Inbound(str(number), Address("bench", "someone", "someone"), Text(text)))

    late = await lateness(receive())
    companion.close()
    return late


def main() -> None:
    said = texts()
    phrases, long = load_library(), " ".join(said)
    raw = seconds(lambda: [text.split() for text in said])
    alone = seconds(lambda: understood(phrases, said))
    print(f"phrases alone: {len(said) / alone:,.0f} texts a second ({alone / raw:,.0f} x splitting them into words)")
    print(f"phrases alone, 10,000 characters: {seconds(lambda: understood(phrases, [long[:10_000]])) * 1000:.0f} ms")
    began = time.perf_counter()
    whole = load_library(TunedEncoder())
    print(f"the model is ready after {time.perf_counter() - began:.2f} s")
    times = each(whole, said)
    shares = {share: times[int(share * len(times))] * 1000 for share in (0.5, 0.95, 0.99)}
    print("with meaning: " + ", ".join(f"{share:.0%} of texts within {ms:.0f} ms" for share, ms in shares.items()))
    for size in (10_000, 100_000):
        piece = (long * 3)[:size]
        took = seconds(partial(understood, whole, [piece])) * 1000
        print(f"with meaning, {size:,} characters: {took:.0f} ms")
    print(f"the event loop was late by at most {asyncio.run(lag(whole, said[:400])) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
