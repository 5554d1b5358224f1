"""`steady backup` and `steady restore`: whole copies, sealed, of one moment; or a sentence, and nothing changed."""

import asyncio
import io
import itertools
import json
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, select

from benchmarks.people import PLATFORM, add_people
from bot.content import load_library
from bot.conversation.events import Text
from bot.conversation.person import to_json
from bot.operations.backup_folder import before_steps, remove_older
from bot.ports import Address, Inbound
from bot.serving.companion import Companion
from bot.settings import Settings
from storage.archive import CHUNK_BYTES, HEAD_BYTES, KIND, MAGIC, TAG_BYTES, Packing, lines_of
from storage.backup import CannotBackUp, Origin, back_up
from storage.files import DRAFT
from storage.keyring import Keyring, written
from storage.migrations import NEWEST, migrate
from storage.opening import open_database
from storage.restoring import SCRATCH
from storage.store import SqlStore
from storage.tables import CHECK_INS, PEOPLE, Row
from tests import databases
from tests.commands import command, ran
from tests.databases import KEYS, SEALS, SET_KEYS, Database, open_store
from tests.storage.examples import ANNA, CANARY, FACTS, NOW, add_anna, put, said

OTHER = Keyring([b"2" * 32])
BOTH_SET = {"STEADY_ENCRYPTION_KEY": ",".join(written(key) for key in (*OTHER, *KEYS))}
AT_ONCE = 16  # people who write at the same moment
SENTENCE = r"^[^\n]+\.\n$"


def everything(url: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, with the types that the code reads them with."""
    looked_at = Database(url)
    with looked_at.engine.connect() as connection:
        return {
            table.name: [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]
            for table in Row.metadata.sorted_tables
        }


def live(store: SqlStore) -> None:
    """Anna has told everything that can be told, and something is to be said to her."""
    add_anna(store)
    put(store, said("gone"), said(f"hello {CANARY}"))
    with store.begin() as unit:
        for fact in FACTS:
            unit.record(ANNA.id, fact)
        unit.commit()


@pytest.fixture
def lived(tmp_path: Path) -> str:
    """The URL of a database in which Anna lives."""
    url = databases.empty(tmp_path).url
    with closing(open_store(url)) as store:
        live(store)
    return url


def backed_up(url: str, file: Path) -> Path:
    with closing(open_database(url, KEYS)) as database:
        back_up(database, file)
    return file


def lines(archive: Path) -> bytes:
    with archive.open("rb") as file:
        return b"\n".join(lines_of(file, KEYS))


# While people write


class Crowd(threading.Thread):
    """People who tell of their day, one after another, as quickly as they are answered."""

    def __init__(self, store: SqlStore) -> None:
        super().__init__()
        self._companion, self._is_over = Companion(store, load_library()), threading.Event()
        self.count = 0

    def run(self) -> None:
        asyncio.run(self._write())

    def stop(self) -> None:
        self._is_over.set()
        self.join()
        self._companion.close()

    async def _write(self) -> None:
        while not self._is_over.is_set():
            numbers = range(self.count, self.count + AT_ONCE)
            await asyncio.gather(*(self._companion.receive(check_in_of(number)) for number in numbers))
            self.count += AT_ONCE


def check_in_of(number: int) -> Inbound:
    here = Address(PLATFORM, f"{number}", f"{number}")
    return Inbound(f"{number}", here, Text("pain 6, slept 4h"), zone="UTC", zone_is_certain=True)


def told(url: str) -> int:
    """How many people have told of their day; each one's document and rows say the same."""
    database = Database(url)
    people = [json.loads(row["document"]) for row in database.opened(PEOPLE)]
    entries = {row["person_id"]: row["entry"] for row in database.opened(CHECK_INS)}
    last = {one["id"]: one["last_check_in"]["entry"] for one in people if one.get("last_check_in")}
    assert last == entries
    return len(last)


def test_a_backup_while_people_write_is_of_one_moment_and_the_last_one_equals_the_database(tmp_path: Path) -> None:
    url, folder = databases.empty(tmp_path).url, tmp_path / "elsewhere"
    with closing(open_store(url)) as store:
        add_people(store, 5_000, 0)
        crowd = Crowd(store)
        crowd.start()
        began = time.monotonic()
        meanwhile = [ran(url, "backup", str(folder / f"{number}.backup"), **SET_KEYS) for number in range(2)]
        took = time.monotonic() - began
        crowd.stop()
    last = ran(url, "backup", str(folder / "last.backup"), **SET_KEYS)

    assert [done.returncode for done in (*meanwhile, last)] == [0, 0, 0], last.stderr
    assert crowd.count * 60 / took > 1_000  # a minute
    counts = []
    for name in ("0", "1", "last"):
        copy = f"sqlite:///{folder / f'{name}.db'}"
        done = ran(copy, "restore", str(folder / f"{name}.backup"), **SET_KEYS)
        assert done.returncode == 0, done.stderr
        counts.append(told(copy))
    assert 0 < counts[0] < counts[1] < counts[2]
    assert everything(copy) == everything(url)


# Both kinds of database


@pytest.mark.parametrize(("source", "target"), [*itertools.product(databases.KINDS, repeat=2)])
def test_every_row_comes_back_as_it_was_in_either_kind_of_database(tmp_path: Path, source: str, target: str) -> None:
    (tmp_path / "new").mkdir()
    old, new = databases.empty(tmp_path, source), databases.empty(tmp_path / "new", target)
    with closing(open_store(old.url)) as store:
        live(store)
    old.write("DELETE FROM outbox WHERE id = 2")

    made = ran(old.url, "backup", str(tmp_path / "a.backup"), **SET_KEYS)
    done = ran(new.url, "restore", str(tmp_path / "a.backup"), **SET_KEYS)

    assert (made.returncode, done.returncode) == (0, 0), made.stderr + done.stderr
    assert f"It opens with the key {KEYS.current}, which is not in it" in made.stdout
    assert "people                          1\n" in done.stdout
    restored = everything(new.url)
    assert restored == everything(old.url)
    assert all(restored[name] for name in ("check_ins", "experiments", "goals", "outbox", "addresses", "keys"))
    with closing(open_store(new.url)) as store:
        known = store.known(ANNA.id)
        put(store, said("next"))
    assert known is not None
    assert known[0] == ANNA
    assert new.rows("SELECT id FROM outbox ORDER BY id") == [(1,), (3,)]  # 2 was given before


# What is in it


def test_nothing_can_be_read_in_a_backup_without_the_key(lived: str, tmp_path: Path) -> None:
    archive = backed_up(lived, tmp_path / "a.backup")

    assert CANARY.encode() not in archive.read_bytes()
    assert f"chat {CANARY}".encode() in lines(archive)  # the key opens addresses
    assert b"it burns" not in lines(archive)  # words stay sealed, each by itself
    for key in KEYS:
        assert key not in lines(archive)
        assert written(key).encode() not in lines(archive)
    assert archive.stat().st_mode & 0o777 == 0o600


def test_who_was_erased_is_not_in_a_new_backup(lived: str, tmp_path: Path) -> None:
    before = backed_up(lived, tmp_path / "before.backup")
    with closing(open_store(lived)) as store, store.begin() as unit:
        unit.erase_person(ANNA.id)
        unit.commit()

    assert CANARY.encode() in lines(before)
    assert CANARY.encode() not in lines(backed_up(lived, tmp_path / "after.backup"))


# What is refused


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A backup of several chunks."""
    folder = tmp_path_factory.mktemp("large")
    url = f"sqlite:///{folder / 'steady.db'}"
    with closing(open_store(url)) as store:
        add_people(store, 4_000, 0)
    return backed_up(url, folder / "a.backup").read_bytes()


def tampered(whole: bytes) -> bytes:
    return whole[:2_000_000] + bytes([whole[2_000_000] ^ 1]) + whole[2_000_001:]


def cut_anywhere(whole: bytes) -> bytes:
    return whole[:2_000_000]


def cut_between_chunks(whole: bytes) -> bytes:
    return whole[: HEAD_BYTES + 2 * (CHUNK_BYTES + TAG_BYTES)]


def swapped(whole: bytes) -> bytes:
    size = CHUNK_BYTES + TAG_BYTES
    head, first, second, rest = (
        whole[a:b] for a, b in itertools.pairwise([0, HEAD_BYTES, HEAD_BYTES + size, HEAD_BYTES + 2 * size, None])
    )
    return head + second + first + rest


def lengthened(whole: bytes) -> bytes:
    return whole + whole[-1_000:]


def of_another_key(whole: bytes) -> bytes:
    return whole.replace(KEYS.current.encode(), OTHER.current.encode(), 1)


def of_a_newer_format(whole: bytes) -> bytes:
    return whole.replace(MAGIC, KIND + b"2\n", 1)


def with_newer_tables(_whole: bytes) -> bytes:
    written_by_it = io.BytesIO()
    packing = Packing(written_by_it, KEYS)
    packing.write(json.dumps({**asdict(ORIGIN), "step": "of_tomorrow"}).encode() + b"\n")
    packing.finish()
    return written_by_it.getvalue()


ORIGIN = Origin("9", "sqlite", "sealed_words", NOW.isoformat(), [KEYS.current], 0)
CHANGED = "was cut short or changed since it was written. Take another one."
NEWER = "A newer Steady wrote it. Update this one."


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        (tampered, CHANGED),
        (cut_anywhere, CHANGED),
        (cut_between_chunks, CHANGED),
        (swapped, CHANGED),
        (lengthened, CHANGED),
        (of_another_key, f"sealed with the key {OTHER.current}, which is not at hand. Give that key"),
        (of_a_newer_format, NEWER),
        (with_newer_tables, NEWER),
        (lambda _: b"", "no backup of Steady's. Name one"),
        (lambda _: b"SQLite format 3\0", "no backup of Steady's. Name one"),
    ],
)
def test_what_can_not_be_restored_is_refused_in_a_sentence_and_changes_nothing(
    large: bytes, lived: str, tmp_path: Path, spoilt: Callable[[bytes], bytes], why: str
) -> None:
    archive, before = tmp_path / "a.backup", everything(lived)
    archive.write_bytes(spoilt(large))

    done = ran(lived, "restore", str(archive), "--replace", **SET_KEYS, TMPDIR=str(tmp_path))

    assert (done.returncode, done.stdout) == (2, "")
    assert why in done.stderr
    assert re.fullmatch(SENTENCE, done.stderr)
    assert everything(lived) == before
    assert not list(tmp_path.glob("steady-*"))  # neither a plain copy nor a backup


def test_people_are_replaced_only_when_that_is_asked_for_and_are_backed_up_first(
    lived: str, large: bytes, tmp_path: Path
) -> None:
    (tmp_path / "large.backup").write_bytes(large)
    kept = SET_KEYS | {"STEADY_BACKUP_DIR": str(tmp_path / "kept")}

    refused = ran(lived, "restore", str(tmp_path / "large.backup"), **kept)
    untouched = Database(lived).rows("SELECT count(*) FROM people")
    done = ran(lived, "restore", str(tmp_path / "large.backup"), "--replace", **kept)

    assert (refused.returncode, untouched) == (2, [(1,)])
    assert "There are people in the database" in refused.stderr
    assert done.returncode == 0, done.stderr
    assert Database(lived).rows("SELECT count(*) FROM people") == [(4_000,)]
    (replaced,) = (tmp_path / "kept").iterdir()
    assert ANNA.id.encode() in lines(replaced)


def test_a_dry_run_counts_and_touches_nothing(large: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.backup").write_bytes(large)

    done = ran(
        f"sqlite:///{tmp_path / 'new' / 'steady.db'}", "restore", str(tmp_path / "a.backup"), "--dry-run", **SET_KEYS
    )

    assert done.returncode == 0, done.stderr
    assert "people                      4,000\n" in done.stdout
    assert "Nothing was restored" in done.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["a.backup"]


def test_nothing_is_restored_while_somebody_is_met_there(lived: str, large: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.backup").write_bytes(large)
    with closing(open_store(lived)) as store:
        role = store.take_role("discord")
        assert role
        done = ran(lived, "restore", str(tmp_path / "a.backup"), "--replace", **SET_KEYS)
        role.release()

    assert done.returncode == 2
    assert "Stop `steady run` first" in done.stderr
    assert Database(lived).rows("SELECT count(*) FROM people") == [(1,)]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite:///{folder}/nowhere.db", "is not there. Run `steady run` first"),
        ("sqlite:///{folder}/empty.db", "There is nothing in the database yet"),
    ],
)
def test_a_database_that_nobody_made_is_not_backed_up(tmp_path: Path, url: str, told: str) -> None:
    (tmp_path / "empty.db").touch()

    done = ran(url.format(folder=tmp_path), "backup", **SET_KEYS)

    assert done.returncode == 2
    assert told in done.stderr
    assert not list(tmp_path.glob("*.backup"))
    assert not (tmp_path / "nowhere.db").exists()


# Killed, and tidied up


def test_a_backup_that_is_killed_leaves_nothing_under_its_name_and_the_next_one_tidies_up(tmp_path: Path) -> None:
    url, folder = databases.empty(tmp_path).url, tmp_path / "kept"
    with closing(open_store(url)) as store:
        add_people(store, 20_000, 0)
    with subprocess.Popen(command(url, "backup", str(folder / "a.backup"), **SET_KEYS)) as process:  # noqa: S603 - our own command
        while not list(folder.glob(f"{DRAFT}*")):
            time.sleep(0.001)
        process.kill()
    left = [file.name for file in folder.iterdir()]

    done = ran(url, "backup", str(folder / "a.backup"), **SET_KEYS)

    assert len(left) == 1
    assert left[0].startswith(DRAFT)
    assert done.returncode == 0, done.stderr
    assert [file.name for file in folder.iterdir()] == ["a.backup"]


def test_a_restore_that_is_ended_leaves_no_plain_copy_and_removes_that_of_one_that_was_killed(tmp_path: Path) -> None:
    url = databases.empty(tmp_path).url
    left: list[Path] = []
    with closing(open_store(url)) as store:
        add_people(store, 20_000, 0)
    archive = backed_up(url, tmp_path / "a.backup")
    restoring = command(url, "restore", str(archive), "--dry-run", **SET_KEYS, TMPDIR=str(tmp_path))
    for end in (signal.SIGKILL, signal.SIGTERM):
        with subprocess.Popen(restoring, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own command
            earlier = {*left}
            while not {*tmp_path.glob(f"{SCRATCH}*/steady.db")} - earlier:
                time.sleep(0.001)
            process.send_signal(end)
        left = list(tmp_path.glob(f"{SCRATCH}*/steady.db"))
        assert bool(left) == (end == signal.SIGKILL)
    assert not list(tmp_path.glob(f"{SCRATCH}*"))


def test_only_the_newest_backups_are_kept_and_no_other_file_is_touched(tmp_path: Path) -> None:
    names = [f"steady-2026030{day}T020000Z.backup" for day in range(1, 6)]
    for name in [*names, "mine.backup", "steady-old.db"]:
        (tmp_path / name).write_bytes(MAGIC)

    older = remove_older(tmp_path, 2)

    assert [file.name for file in older] == names[:3]
    assert {file.name for file in tmp_path.iterdir()} == {*names[3:], "mine.backup", "steady-old.db"}


# Before the steps of a newer Steady


def an_older_database(folder: Path, which: str) -> str:
    """The URL of one whose words are not sealed yet, with Anna in it."""
    url = databases.empty(folder, which).url
    database = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with database.begin() as connection:
        migrate(connection, SEALS, "doubts")
        born = {"created_at": NOW, "updated_at": NOW, "version": 1}
        connection.execute(PEOPLE.insert().values(id=ANNA.id, document=to_json(ANNA), **born))
    database.dispose()
    return url


def step(url: str) -> str:
    return str(Database(url).rows("SELECT version_num FROM alembic_version")[0][0])


@pytest.mark.parametrize("which", databases.KINDS)
def test_people_are_backed_up_before_a_newer_steady_changes_tables_and_can_be_restored_from_that(
    tmp_path: Path, which: str
) -> None:
    (tmp_path / "new").mkdir()
    settings = Settings.model_validate({"backup_dir": tmp_path / "kept"})
    url, new = an_older_database(tmp_path, which), databases.empty(tmp_path / "new").url
    for _ in range(2):
        open_database(url, KEYS, before_steps(settings, url)).close()
    (archive,) = (tmp_path / "kept").iterdir()

    done = ran(new, "restore", str(archive), **SET_KEYS)

    assert json.loads(lines(archive).splitlines()[0])["step"] == "doubts"
    assert done.returncode == 0, done.stderr
    with closing(open_store(new)) as store, store.begin() as unit:
        assert unit.person(ANNA.id) == ANNA


@pytest.mark.parametrize("which", databases.KINDS)
def test_where_that_backup_fails_nothing_is_changed(tmp_path: Path, which: str) -> None:
    (tmp_path / "file").touch()
    settings = Settings.model_validate({"backup_dir": tmp_path / "file" / "kept"})
    url = an_older_database(tmp_path, which)

    with pytest.raises(CannotBackUp, match=r"can't be written: Not a directory. Check that its folder"):
        open_database(url, KEYS, before_steps(settings, url))

    assert step(url) == "doubts"


def test_where_nobody_said_where_to_it_goes_beside_the_file_and_that_is_said(tmp_path: Path) -> None:
    url = an_older_database(tmp_path, "sqlite")

    done = ran(url, "keys", "rotate", **BOTH_SET)

    (archive,) = tmp_path.glob("steady-*.backup")
    assert (done.returncode, step(url)) == (0, NEWEST)
    assert f"Backup before this update: {archive}. It opens with the key {OTHER.current}.\n" in done.stderr


def test_on_a_server_that_there_is_none_is_said(tmp_path: Path) -> None:
    url = an_older_database(tmp_path, "postgresql")

    done = ran(url, "keys", "rotate", **BOTH_SET)

    assert done.returncode == 0
    assert done.stderr.startswith("No backup was made before this update. Set STEADY_BACKUP_DIR")
    assert step(url) == NEWEST
