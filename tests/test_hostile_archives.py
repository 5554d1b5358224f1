"""Archives by somebody who has the key, and still are only data: each is refused in a sentence that quotes nothing."""

import json
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from storage.archive import BadArchive, Packing, lines_of
from storage.backup import back_up
from storage.opening import open_database
from storage.restoring import SCRATCH, rebuilt
from tests import databases
from tests.storage.examples import ANNA, add_anna

Lines = list[bytes]
CANARY = "canary-91c2"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Lines:
    """What an archive of one person holds."""
    folder = tmp_path_factory.mktemp("good")
    url = f"sqlite:///{folder / 'steady.db'}"
    with closing(databases.open_store(url)) as store:
        add_anna(store)
    with closing(open_database(url, databases.KEYS)) as database:
        list(back_up(database, folder / "good"))
    with (folder / "good").open("rb") as file:
        return [line + b"\n" for line in lines_of(file, databases.KEYS)]


def packed(file: Path, lines: Sequence[bytes]) -> Path:
    with file.open("wb") as archive:
        packing = Packing(archive, databases.KEYS)
        for line in lines:
            packing.write(line)
        packing.finish()
    return file


def written(value: object) -> bytes:
    return json.dumps(value).encode() + b"\n"


def origin(**changed: object) -> Callable[[Lines], Lines]:
    return lambda lines: [written(json.loads(lines[0]) | changed), *lines[1:]]


def person(change: Callable[[list[object]], list[object]]) -> Callable[[Lines], Lines]:
    def changed(lines: Lines) -> Lines:
        at = next(number for number, line in enumerate(lines) if line.startswith(b'{"table":"people"')) + 1
        return [*lines[:at], written(change(json.loads(lines[at]))), *lines[at + 1 :]]

    return changed


ODD: dict[str, Callable[[Lines], Lines]] = {
    "no JSON": lambda _: [f"{CANARY}\n".encode()],
    "nothing": lambda _: [],
    "another origin": origin(**{CANARY: 1}),
    "no origin": lambda lines: [b"[1]\n", *lines[1:]],
    "no step": origin(step=None),
    "a huge number": origin(last_message=2**70),
    "words for a number": origin(last_message=CANARY),
    "other types": person(lambda row: [[CANARY], {"a": 1}, *row[2:]]),
    "no moment": person(lambda row: [*row[:2], CANARY, *row[3:]]),
    "a short row": person(lambda row: row[:-1]),
    "no table": lambda lines: [lines[0], written({"tables": CANARY}), *lines[2:]],
    "a list for a table": lambda lines: [lines[0], written({"table": [CANARY], "columns": []}), *lines[2:]],
    "a path for a table": lambda lines: [lines[0], written({"table": "../../etc", "columns": []}), *lines[2:]],
    "a person twice": lambda lines: [line for line in lines for _ in range(2 if ANNA.id.encode() in line else 1)],
    "deep": lambda lines: [lines[0], b"[" * 100_000 + b"\n", *lines[2:]],
}


@pytest.mark.parametrize("change", ODD.values(), ids=ODD)
def test_what_is_odd_about_it_is_no_traceback(good: Lines, tmp_path: Path, change: Callable[[Lines], Lines]) -> None:
    archive = packed(tmp_path / "odd", change(good))

    with pytest.raises(BadArchive) as error, rebuilt(archive, databases.KEYS):
        pass

    assert CANARY not in str(error.value)


def test_a_line_without_end_does_not_fill_the_memory(good: Lines, tmp_path: Path) -> None:
    archive = packed(tmp_path / "long", [good[0], *[b"0" * 2**22] * 20])

    with pytest.raises(BadArchive), archive.open("rb") as file:
        list(lines_of(file, databases.KEYS))


def test_what_somebody_else_left_in_the_place_for_scratch_leads_nowhere(
    good: Lines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, shared = tmp_path / "live", tmp_path / "shared"
    for folder in (live, shared):
        folder.mkdir()
    (live / "steady.db").write_text("people")
    (shared / f"{SCRATCH}link").symlink_to(live)
    os.mkfifo(shared / f"{SCRATCH}pipe")
    monkeypatch.setattr(tempfile, "tempdir", str(shared))

    with rebuilt(packed(tmp_path / "good", good), databases.KEYS) as found:
        assert found.counts["people"] == 1

    assert (live / "steady.db").read_text() == "people"
