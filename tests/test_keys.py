"""`steady keys`: making keys, and sealing everything anew, killed or not."""

import random
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.people import add_people, someone
from bot.operations.opening import key_source, keys_at_hand
from bot.settings import Settings, WrongSetting
from storage import key_file
from storage.keyring import Keyring, MissingKey, read_keys, written
from storage.store import open_store
from tests import databases
from tests.commands import command, ran

PEOPLE = 8_000  # of whom five hundred are sealed anew in one go
KILLS = 10
NEW = Keyring([b"2" * 32])


def killed(url: str, after: int) -> bool:
    """Whether the rotation was ended at once, after it had told of its progress so often."""
    with subprocess.Popen(  # noqa: S603 - our own command
        command(url, "keys", "rotate"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as rotation:
        assert rotation.stderr
        told = 0
        while told < after and (read := rotation.stderr.read(1)):
            told += read == b"\r"
        rotation.kill()
    return rotation.returncode < 0


def everybody(url: str) -> list[bool]:
    """Of some people over the whole file, whether they are as they were."""
    with closing(open_store(url)) as store, store.begin() as unit:
        return [unit.person(f"person {number}") == someone(number) for number in range(0, PEOPLE, 100)]


def test_a_rotation_that_is_killed_ten_times_loses_nothing_and_ends_with_the_new_key(tmp_path: Path) -> None:
    file, chance = tmp_path / "steady.db", random.Random(5)  # noqa: S311 - the same moments each time
    url = f"sqlite:///{file}"
    with closing(open_store(url)) as store:
        add_people(store, PEOPLE, 0)
    (old,) = key_file.read(key_file.beside(file))

    for _ in range(KILLS):
        assert killed(url, after=chance.randrange(3))
        assert all(everybody(url))
        assert old in key_file.read(key_file.beside(file))
    done = ran(url, "keys", "rotate")

    assert done.returncode == 0, done.stderr
    assert all(everybody(url))
    (new,) = key_file.read(key_file.beside(file))
    assert new != old
    with pytest.raises(MissingKey, match="not at hand"):
        open_store(url, Keyring([old]))


def test_while_it_runs_its_keys_are_not_changed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'steady.db'}"
    with closing(open_store(url)) as store:
        role = store.take_role("discord")
        assert role
        done = ran(url, "keys", "rotate")
        role.release()

    assert (done.returncode, done.stdout) == (2, "")
    assert "Stop `steady run` first" in done.stderr
    assert len(key_file.read(tmp_path / "steady.db.keys")) == 1


def test_keys_that_somebody_else_keeps_are_rotated_once_both_are_given(tmp_path: Path) -> None:
    url = databases.empty(tmp_path).url
    old, new = (written(*keys) for keys in (databases.KEYS, NEW))
    with closing(databases.open_store(url)) as store:
        add_people(store, 10, 0)

    alone = ran(url, "keys", "rotate", STEADY_ENCRYPTION_KEY=old)
    both = ran(url, "keys", "rotate", STEADY_ENCRYPTION_KEY=f"{new},{old}")

    assert (alone.returncode, both.returncode) == (2, 0)
    assert "There is no new key. Put a new one (`steady keys new`) in front" in alone.stderr
    assert f"10 rows are sealed with the new key, {NEW.current}" in both.stdout
    assert old not in both.stdout + both.stderr + alone.stderr
    with closing(open_store(url, NEW)) as store, store.begin() as unit:
        assert unit.person("person 3") == someone(3)


def test_a_new_key_can_be_used(tmp_path: Path) -> None:
    made = ran("sqlite://", "keys", "new").stdout.strip()

    assert len(read_keys([made])) == 1
    assert made != ran("sqlite://", "keys", "new").stdout.strip()


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"encryption_key": "secret-canary"}, "STEADY_ENCRYPTION_KEY can't be used: a key is written in Base64"),
        ({"encryption_key_file": "/nowhere/keys"}, "The file of keys /nowhere/keys can't be used: No such file"),
        ({"encryption_key": "a", "encryption_key_file": "b"}, "not both"),
    ],
)
def test_keys_that_can_not_be_used_are_refused_and_not_shown(settings: dict[str, str], told: str) -> None:
    with pytest.raises(WrongSetting) as error:
        keys_at_hand(key_source(Settings.model_validate(settings), "sqlite://"))

    assert told in str(error.value)
    assert "canary" not in str(error.value)


def test_what_nobody_can_open_is_counted_and_keeps_its_key(tmp_path: Path) -> None:
    url = databases.empty(tmp_path).url
    old, new = (written(*keys) for keys in (databases.KEYS, NEW))
    with closing(databases.open_store(url)) as store:
        add_people(store, 3, 0)
    lost = databases.KEYS.seal("words of another row", ("people", "another", "document"))
    databases.Database(url).write(f"UPDATE people SET document = '{lost}' WHERE id = 'person 1'")  # noqa: S608

    done = ran(url, "keys", "rotate", STEADY_ENCRYPTION_KEY=f"{new},{old}")
    erased = ran(url, "people", "erase", "person 1", "--yes", STEADY_ENCRYPTION_KEY=f"{new},{old}")
    again = ran(url, "keys", "rotate", STEADY_ENCRYPTION_KEY=f"{new},{old}")

    assert (done.returncode, erased.returncode, again.returncode) == (2, 0, 0), erased.stderr
    assert "1 in people. Keep both keys" in done.stderr
    with closing(open_store(url, NEW)) as store, store.begin() as unit:
        assert [unit.person(f"person {number}") for number in range(3)] == [someone(0), None, someone(2)]


def test_beside_a_chat_the_keys_are_not_changed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'steady.db'}"
    with closing(open_store(url)):
        pass
    with subprocess.Popen(  # noqa: S603 - our own command
        command(url, "chat"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as chat:
        assert chat.stdin
        assert chat.stdout
        assert "Ctrl-D" in chat.stdout.readline()
        done = ran(url, "keys", "rotate")
        chat.stdin.close()

    assert done.returncode == 2
    assert "steady chat" in done.stderr
