"""How long drawing takes: `make bench`. Warm, the median of eleven; beside each picture what a blank sheet of its size
takes to become a PNG. What is drawn is three months of somebody, from `scripts/build_pictures.py`.

Delivery draws off the event loop, so how late the loop runs meanwhile is measured too.
"""

import asyncio
import io
from collections.abc import Callable
from functools import partial

from PIL import Image

from benchmarks.figures import lateness, seconds
from bot import attachments
from bot.conversation.effects import Attachment
from scripts.build_pictures import drawn, page_of, pictures

RUNS = 11


def milliseconds(work: Callable[[], object]) -> float:
    work()  # warms up
    return seconds(work, RUNS) * 1000


def blank() -> bytes:
    file = io.BytesIO()
    Image.new("P", (1080, 1080)).save(file, "PNG")
    return file.getvalue()


async def lag(picture: Attachment) -> float:
    """The longest that the event loop was late while eleven pictures were drawn beside it, in milliseconds."""
    return await lateness(asyncio.gather(*(asyncio.to_thread(drawn, picture) for _ in range(RUNS)))) * 1000


def main() -> None:
    print(f"a blank sheet: {milliseconds(blank):.0f} ms")
    for dark in (False, True):
        for name, picture in zip(("week", "month", "three months"), pictures(dark=dark), strict=True):
            took = milliseconds(partial(drawn, picture))
            print(f"{name}, {'dark' if dark else 'light'}: {took:.0f} ms, {len(drawn(picture)) / 1000:.0f} kB")
    report, words = page_of()
    page = attachments.report_page(report, words)
    took = milliseconds(lambda: attachments.report_page(report, words))
    print(f"the page for the doctor: {took:.0f} ms, {len(page.content) / 1000:.0f} kB")
    print(f"the event loop was late by at most {asyncio.run(lag(pictures(dark=False)[1])):.0f} ms")


if __name__ == "__main__":
    main()
