"""Whatever is wrong, the doctor names it and what mends it, and it tells no secret."""

import asyncio
import json
import os
import shutil
from collections import namedtuple
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import create_server

import pytest

from bot import content
from bot.operations.doctor import checks
from bot.operations.doctor import content as content_checks
from bot.operations.doctor.checks import diagnose
from bot.operations.doctor.finding import Finding, Setup
from bot.serving.companion import Companion
from bot.watching.checkup import Checkup
from bot.watching.health import answering
from bot.watching.metrics import Metrics
from storage.archive import MAGIC
from storage.keyring import new_key, written
from storage.store import SqlStore, open_store
from tests import databases
from tests.databases import Database
from tests.operations.conftest import Steady
from tests.servers.discord import DiscordServer
from tests.servers.places import free_place
from tests.servers.telegram import Page, Status, TelegramServer

NOW = datetime.now(UTC)
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
async def telegram(monkeypatch: pytest.MonkeyPatch, database: Database) -> AsyncIterator[TelegramServer]:
    """Steady has its right token."""
    async with TelegramServer() as server:
        monkeypatch.setenv("STEADY_TELEGRAM_TOKEN", server.token)
        monkeypatch.setenv("STEADY_TELEGRAM_API_URL", server.url)
        yield server


@pytest.fixture
async def discord(monkeypatch: pytest.MonkeyPatch, database: Database) -> AsyncIterator[DiscordServer]:
    """Steady has its right token."""
    async with DiscordServer() as server:
        monkeypatch.setenv("STEADY_DISCORD_TOKEN", server.token)
        monkeypatch.setenv("STEADY_DISCORD_API_URL", server.api_url)
        yield server


@pytest.fixture
def backed_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """There is a backup of just now."""
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "steady.backup").write_bytes(MAGIC)
    monkeypatch.setenv("STEADY_BACKUP_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def content_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes seconds, and few tests are about it."""
    monkeypatch.setattr(content_checks, "open_library", content.load_library)


@pytest.fixture
def copied_content(content_is_read_once: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Content to break, which is read anew."""
    copy = tmp_path / "content"
    shutil.copytree(content.FOLDER, copy)
    monkeypatch.setattr(content, "FOLDER", copy)
    monkeypatch.setattr(content_checks, "open_library", content.open_library)
    return copy


async def found(now: datetime | None = None) -> dict[str, Finding]:
    return await asyncio.to_thread(diagnose, now or datetime.now(UTC))


async def broken() -> dict[str, str]:
    return {name: str(finding) for name, finding in (await found()).items() if finding.standing == "broken"}


async def looked_at(now: datetime | None = None) -> dict[str, str]:
    return {name: str(finding) for name, finding in (await found(now)).items() if finding.standing == "look"}


async def test_a_sound_setup_is_found_sound_and_ends_with_0(
    steady: Steady,
    telegram: TelegramServer,
    discord: DiscordServer,
    backed_up: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STEADY_HEALTH_LISTEN", free_place())

    done = await asyncio.to_thread(steady, "doctor")

    lines = done.stdout.splitlines()
    assert done.exit_code == 0
    assert [line for line in lines if not line.startswith("ok")] == []
    assert "ok      telegram token: It is that of @steady_bot." in lines
    assert "ok      clock: Right to a few seconds." in lines
    assert telegram.token not in done.output
    assert discord.token not in done.output


async def test_for_programs_it_is_json(steady: Steady) -> None:
    done = await asyncio.to_thread(steady, "doctor", "--json")

    (first, *_) = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (first["name"], first["standing"]) == ("settings", "broken")
    assert first["to_do"].startswith("Set STEADY_TELEGRAM_TOKEN")


async def test_with_no_token_it_says_which_to_set(database: Database) -> None:
    (told,) = (await broken()).values()

    assert told.startswith("No token is set, so nobody can be met. Set STEADY_TELEGRAM_TOKEN, STEADY_DISCORD_TOKEN")


async def test_a_wrong_token_is_to_be_copied_again(steady: Steady, telegram: TelegramServer) -> None:
    telegram.revoke_token()

    done = await asyncio.to_thread(steady, "doctor")

    assert done.exit_code == 1
    told = "Telegram does not know the token. Copy STEADY_TELEGRAM_TOKEN again from @BotFather."
    assert f"broken  telegram token: {told}" in done.stdout.splitlines()
    assert "AAtest-token_of_Steady" not in done.output


async def test_a_wrong_discord_token_is_to_be_reset(discord: DiscordServer) -> None:
    discord.token = "another-token"

    told = await broken()

    assert set(told) == {"discord token", "discord application"}
    assert "Reset it in Discord's developer portal" in told["discord token"]


async def test_a_platform_that_is_away_is_told_without_the_token_in_its_address(telegram: TelegramServer) -> None:
    await telegram.goes_away()

    told = await broken()

    assert told["telegram token"].startswith("127.0.0.1 does not answer (ConnectError). Check this machine's way")
    assert telegram.token not in str(told)


async def test_what_stands_before_a_platform_is_told_apart_from_it(telegram: TelegramServer) -> None:
    telegram.fail_next("getMe", Page(200))
    assert "Something else answers in place of 127.0.0.1" in (await broken())["telegram token"]

    telegram.fail_next("getMe", Status(502))
    assert "answers with 502. Wait a little" in (await looked_at())["telegram token"]


async def test_a_webhook_in_the_way_of_fetching_is_told_and_what_becomes_of_it(telegram: TelegramServer) -> None:
    telegram.webhook = "https://canary.example/secret-path"

    told = (await looked_at())["telegram webhook"]

    assert "One is set at canary.example" in told
    assert "409. Steady takes it away when it starts" in told
    assert "secret-path" not in told


async def test_what_a_discord_bot_needs_not_or_must_not_have_is_named(discord: DiscordServer) -> None:
    discord.application = {"flags": 1 << 19}
    assert "Switch off all three Privileged" in (await looked_at())["discord application"]

    discord.application = {"interactions_endpoint_url": "https://canary.example"}
    assert "Empty it in Discord's developer portal" in (await broken())["discord application"]


@pytest.mark.parametrize(
    ("ahead", "standing", "told"), [(30, "look", "30 s slow"), (-3600, "broken", "3600 s fast"), (2, "ok", "Right")]
)
async def test_a_clock_that_is_off_is_compared_with_the_platforms(
    telegram: TelegramServer, ahead: int, standing: str, told: str
) -> None:
    telegram.ahead = timedelta(seconds=ahead)

    finding = (await found())["clock"]

    assert finding.standing == standing
    assert finding.what.startswith(told) or abs(int(finding.what.split()[0]) - abs(ahead)) == 1
    assert standing == "ok" or "set-ntp" in finding.to_do


async def test_a_database_server_that_is_away_is_told_without_its_password(
    telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADY_DATABASE_URL", f"postgresql://steady:canary@{free_place()}/steady")

    (told,) = (await broken()).values()

    assert "Check that the database server runs" in told
    assert "canary" not in told


async def test_a_newer_database_asks_for_a_newer_steady_and_is_left_alone(
    telegram: TelegramServer, database: Database
) -> None:
    database.write("UPDATE alembic_version SET version_num = 'of_tomorrow'")

    assert (await broken())["database"].startswith("A newer Steady wrote it. Update this Steady")
    assert database.rows("SELECT version_num FROM alembic_version") == [("of_tomorrow",)]


async def test_an_older_database_is_told_and_not_brought_up_to_date(
    telegram: TelegramServer, database: Database
) -> None:
    database.write("UPDATE alembic_version SET version_num = 'link_codes'")

    assert "`steady run` brings it up to date" in str((await found())["database"])
    assert database.rows("SELECT version_num FROM alembic_version") == [("link_codes",)]


async def test_a_database_that_is_not_there_is_told_and_not_made(
    telegram: TelegramServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADY_DATABASE_URL", f"sqlite:///{tmp_path}/elsewhere/steady.db")

    assert "`steady run` makes it" in (await looked_at())["database"]
    assert not (tmp_path / "elsewhere").exists()


async def test_a_wrong_setting_is_told_and_what_needs_none_is_still_looked_at(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADY_HEALTH_LISTEN", "canary")

    findings = await found()

    assert "STEADY_HEALTH_LISTEN has a value that cannot be used. It takes host:port" in str(findings["settings"])
    assert findings["content"].standing == "ok"


async def test_content_that_can_not_be_read_is_told_by_its_file(telegram: TelegramServer, copied_content: Path) -> None:
    (copied_content / "nudges.yaml").write_text("- {")

    assert (await broken())["content"].startswith("nudges.yaml can't be read: ")


async def test_a_question_without_words_is_told_by_its_name(telegram: TelegramServer, copied_content: Path) -> None:
    words = copied_content / "words/en/check_in.ftl"
    words.write_text(words.read_text("utf-8").replace("check-in-pain =", "check-in-pian =", 1), "utf-8")

    assert (await broken())["content"].startswith("There are no words for check-in-pain. ")


async def test_old_crisis_numbers_and_time_zones_are_to_be_brought_up_to_date(telegram: TelegramServer) -> None:
    told = await looked_at(NOW + timedelta(days=800))

    assert "verified more than 180 days ago. Update Steady" in told["crisis numbers"]
    assert told["time zones"].endswith("Update it.")


@pytest.mark.parametrize(("free", "standing"), [(99, "broken"), (900, "look"), (2000, "ok")])
async def test_a_disk_that_fills_up_is_told(
    telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, standing: str
) -> None:
    monkeypatch.setenv("STEADY_DATABASE_URL", f"sqlite:///{tmp_path}/steady.db")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, free * 10**6))

    finding = (await found())["disk"]

    assert finding.standing == standing
    assert standing == "ok" or f"{free} MB are free" in finding.what


@pytest.fixture
def taken() -> Iterator[str]:
    with create_server(("127.0.0.1", 0)) as listening:
        yield f"127.0.0.1:{listening.getsockname()[1]}"


async def test_a_port_that_another_has_is_told(
    telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch, taken: str
) -> None:
    monkeypatch.setenv("STEADY_HEALTH_LISTEN", taken)

    told = (await broken())["health"]

    assert told.startswith(f"STEADY_HEALTH_LISTEN is {taken}, which can't be listened at")
    assert told.endswith("Stop what listens there, or choose another port.")


async def test_a_port_at_which_steady_itself_answers_is_right(
    telegram: TelegramServer, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, checkup = free_place(), Checkup(Companion(store, content.load_library()), [])
    monkeypatch.setenv("STEADY_HEALTH_LISTEN", place)

    async with answering(place, checkup, Metrics(["telegram"])):
        finding = (await found())["health"]

    assert (finding.standing, finding.what) == ("ok", f"Steady answers at {place}.")


async def test_a_file_that_others_may_read_is_told(
    telegram: TelegramServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "open.db"
    file.touch(mode=0o644)
    file.chmod(0o644)
    monkeypatch.setenv("STEADY_DATABASE_URL", f"sqlite:///{file}")

    assert (await looked_at())["file rights"] == f"Others on this machine may read it. Run: chmod 600 {file}"


async def test_words_whose_key_is_not_at_hand_are_told(
    telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADY_ENCRYPTION_KEY", written(new_key()))

    told = (await broken())["encryption"]

    assert f"sealed with the key {databases.KEYS.current}, which is not at hand. Give that key" in told


async def test_keys_that_others_may_read_are_told(
    telegram: TelegramServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STEADY_ENCRYPTION_KEY")
    monkeypatch.setenv("STEADY_DATABASE_URL", f"sqlite:///{tmp_path}/other.db")
    assert (await found())["encryption"].what == "A key is made with the database."

    open_store(f"sqlite:///{tmp_path}/other.db").close()
    keys = tmp_path / "other.db.keys"
    assert (await found())["encryption"].what == "The keys are at hand."

    keys.chmod(0o644)
    assert f"chmod 600 {keys}" in (await looked_at())["encryption"]

    keys.write_text("canary")
    assert "back from where you keep its copy" in (await broken())["encryption"]


async def test_backups_that_grow_old_or_are_not_made_are_told(telegram: TelegramServer, backed_up: Path) -> None:
    two_days = 2.1 * 24 * 3600
    os.utime(backed_up / "steady.backup", (NOW.timestamp() - two_days,) * 2)
    assert (await looked_at())["backups"].startswith("The newest is 2 days old")

    (backed_up / "steady.backup").unlink()
    (backed_up / "notes.txt").write_text("Water the plants.")
    assert (await looked_at())["backups"].startswith("There is none in ")


async def test_a_folder_for_backups_that_is_not_made_yet_is_looked_at_and_none_at_all_is_beside_the_file(
    telegram: TelegramServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADY_DATABASE_URL", f"sqlite:///{tmp_path}/steady.db")
    monkeypatch.setenv("STEADY_BACKUP_DIR", str(tmp_path / "later"))
    assert (await looked_at())["backups"].startswith(f"There is none in {tmp_path}/later. Make one")

    monkeypatch.setenv("STEADY_BACKUP_DIR", "")
    assert (await looked_at())["backups"].startswith(f"There is none in {tmp_path}. Make one")

    (tmp_path / "mine").write_bytes(MAGIC)
    assert str((await found())["backups"]) == "The newest is 0 h old."


async def test_an_address_that_can_not_be_read_is_told_once(
    telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADY_DATABASE_URL", "oracel://canary")

    told = await broken()

    assert set(told) == {"database"}
    assert told["database"].startswith("The address of the database begins with an unknown kind. Write one such as")


async def test_a_check_that_fails_is_a_finding_and_tells_no_secret(
    telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(setup: Setup) -> Finding:
        raise RuntimeError(f"canary {telegram.token}")

    monkeypatch.setitem(checks.OF_ITSELF, "content", fails)

    assert (await broken())["content"].startswith("This check failed with RuntimeError. Look again")
