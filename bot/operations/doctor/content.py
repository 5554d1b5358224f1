"""Whether what Steady says is there and still true: words, crisis numbers, time zones."""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import version

from bot.content import open_library, read_on
from bot.conversation.library import Library
from bot.conversation.walk import message_of
from bot.errors import because
from bot.operations.doctor.finding import Finding, Setup, broken, look, ok

OLD_TIME_ZONES = timedelta(days=400)


def content(setup: Setup) -> Finding:
    """Raises `BrokenContent`."""
    try:
        library = open_library(folder=setup.settings.content)
        read_on(library)
    except OSError as error:
        return broken(because("It can't be read", error), "Install Steady again.")
    if missing := sorted(_missing(library)):
        return broken(f"There are no words for {', '.join(missing)}.", "Write them, or install Steady again.")
    return ok(f"Read, with the words of {len(library.scripts)} scripts.")


def _missing(library: Library) -> Iterator[str]:
    """Questions without words."""
    for script in library.scripts.values():
        for step in script.steps:
            message = message_of(script.id, step.id)
            if library.words.find("en", message, None) is None:
                yield message


def crisis_numbers(setup: Setup) -> Finding:
    rows = open_library(folder=setup.settings.content).help_lines.countries.values()
    old = sorted(row.name for row in rows if row.is_too_old(setup.now.date()))
    if not old:
        return ok(f"Those of {len(rows)} countries were verified within 180 days.")
    return look(
        f"Those of {len(old)} countries ({old[0]} first) were verified more than 180 days ago.",
        "Update Steady, or compare them with the providers' own sites and set verified_on in help_lines.yaml.",
    )


def time_zones(setup: Setup) -> Finding:
    """A release is named after its year and counted within it."""
    release = version("tzdata")
    if setup.now.date() - date(int(release.partition(".")[0]), 1, 1) > OLD_TIME_ZONES:
        return look(f"The package tzdata is of {release}: clocks may change otherwise by now.", "Update it.")
    return ok(f"The package tzdata is of {release}.")
