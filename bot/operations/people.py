"""`steady people`: who is there, and what somebody asks whoever runs Steady to do for them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from bot.attachments import export as exported
from bot.conversation.calendar import local
from bot.conversation.events import Done, Forgotten, Quieted
from bot.conversation.person import NotAPerson, Person
from bot.errors import CannotDo, because
from bot.operations.opening import companion_on, reading, writing
from bot.operations.terminal import show
from bot.ports import Store
from bot.settings import Settings, load_settings
from storage import overview
from storage.keyring import CannotUnseal
from storage.overview import Place
from storage.store import SqlStore

people = typer.Typer(no_args_is_help=True, help="Who is there, and what they ask you to do for them.")

Id = Annotated[str, typer.Argument(metavar="ID", help="A person's id, or as much of its beginning as nobody shares.")]
SHORT = 8  # letters of an id, if nobody shares them
TYPED = 6  # letters by which somebody is erased
T = TypeVar("T")
PAGE = 200  # people who are read together


@people.command("list")
def list_(
    addresses: Annotated[bool, typer.Option("--addresses", help="Show the platforms' own ids of people too.")] = False,
) -> None:
    """Everybody, without a name or a word."""
    settings = load_settings()
    with reading(settings) as connection:
        places = overview.places(connection)
    with writing(settings) as store:
        known = {person.id: person for person in everybody(store)}
    now = datetime.now(UTC)
    met = {who: list(theirs) for who, theirs in groupby(places, lambda place: place.person_id)}
    states = {who: _state(known.get(who), now) for who in met}
    quiet = sum(state != "" for state in states.values())
    typer.echo(f"People: {len(met)}, of them quiet: {quiet}")
    size = _enough(met)
    head = ("id", "platforms", "since", "last spoke", "quiet")
    rows = [(who[:size], *_met(theirs, addresses), states[who]) for who, theirs in met.items()]
    show(head, rows)


def _enough(ids: Iterable[str]) -> int:
    """How many letters tell them apart."""
    ids = list(ids)
    longest = max(map(len, ids), default=SHORT)
    return next((size for size in range(SHORT, longest) if len({who[:size] for who in ids}) == len(ids)), longest)


def _met(places: list[Place], addresses: bool) -> tuple[str, str, str]:
    names = [f"{place.platform} {place.user}" if addresses else place.platform for place in places]
    spoke_at = max(place.spoke_at for place in places)
    return ", ".join(names), f"{places[0].since:%Y-%m-%d}", f"{spoke_at:%Y-%m-%d}"


def _state(person: Person | None, now: datetime) -> str:
    """Nothing of why: of somebody in danger no more is told than that they are there."""
    if person is None:
        return "can't be read"
    if person.stopped:
        return "stopped"
    if person.paused_until and person.paused_until > now:
        return f"until {local(person.paused_until, person.settings.zone):%Y-%m-%d}"
    return "out of reach" if person.away else ""


@people.command()
def pause(
    who: Id,
    days: Annotated[
        int | None, typer.Option(min=1, max=366, help="For this many days, instead of until they come back.")
    ] = None,
) -> None:
    """Let it be quiet for somebody, as their own /pause does; they are told."""
    settings = load_settings()
    with writing(settings) as store:
        person_id = _one(store, who)
        _befall(store, settings, person_id, Quieted(days))
    typer.echo(f"{person_id[:SHORT]} is left in peace{f' for {days} days' if days else ' until they come back'}.")


@people.command()
def export(who: Id, folder: Path) -> None:
    """Write what somebody's own /export would bring them into a folder."""
    with writing(load_settings()) as store:
        person_id = _one(store, who)
        files = [exported(store, person_id, "csv"), exported(store, person_id, "json")]
    for file in files:
        typer.echo(_written(folder / file.name, file.content))


def _written(file: Path, content: bytes) -> str:
    """Nobody else on the machine may read it."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600, exist_ok=False)
        file.write_bytes(content)
    except FileExistsError as error:
        raise CannotDo(f"{error.filename or file} is there already.", "Choose an empty folder.") from error
    except OSError as error:
        raise CannotDo(because(f"{file} can't be written", error), "Choose another folder.") from error
    return str(file)


@people.command()
def erase(
    who: Id,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete everything about somebody, as their own /delete does; they are told."""
    settings = load_settings()
    with writing(settings) as store:
        person_id = _one(store, who)
        if (
            not yes
            and typer.prompt(f"This can't be undone. Type {person_id[:TYPED]} to erase them") != person_id[:TYPED]
        ):
            raise CannotDo("That is not how the id begins.", "Nobody was erased.")
        try:
            _befall(store, settings, person_id, Forgotten())
        except (CannotUnseal, NotAPerson):  # whoever can't be read can't be told, and is erased all the same
            with store.begin() as unit:
                unit.erase_person(person_id)
                unit.commit()
    typer.echo("Erased. What you copied before, as into a backup, is yours to delete.")


def _one(store: SqlStore, beginning: str) -> str:
    """The id that begins so. Raises `CannotDo`."""
    found = store.person_ids(beginning)
    if not found:
        raise CannotDo(f"Nobody's id begins with {beginning!r}.", "See `steady people list`.")
    if len(found) > 1:
        raise CannotDo(f"The ids of {len(found)} people begin with {beginning!r}.", "Write more of it.")
    return found[0]


def _befall(store: SqlStore, settings: Settings, person_id: str, event: Done) -> None:
    with companion_on(store, settings) as companion:
        if not companion.turns.by_operator([person_id], event):
            raise CannotDo("Nothing was changed: nobody can be reached under that id now.", "See `steady people list`.")


# Everybody


def everybody(store: Store) -> Iterator[Person]:
    """All people, so many at a time; whoever can't be read, as of a newer version, holds up nobody else. Raises
    `OutOfReach`."""
    for page in batches(store.person_ids(), PAGE):
        yield from _read(store, page)


def _read(store: Store, page: Sequence[str]) -> list[Person]:
    try:
        return store.people(page)
    except (ValueError, CannotUnseal):
        return [person for person_id in page for person in _read_alone(store, person_id)]


def _read_alone(store: Store, person_id: str) -> list[Person]:
    with suppress(ValueError, CannotUnseal):
        return store.people([person_id])
    return []


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
