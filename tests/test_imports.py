"""What is loaded when: nobody pays for a platform they do not use, nor for pictures before there is one."""

import subprocess
import sys
from pathlib import Path

import pytest

DRAWING = ("PIL", "fpdf", "soundfile")
STARTED = """
import sys
from bot import cli
from bot import service
from bot.serving.companion import Companion
from bot.content import open_library
from bot.settings import Settings
from storage.store import SqlStore
companion = Companion(SqlStore.in_memory(), open_library())
service._platforms(Settings(_env_file=None, {token}="1:a"), companion)
companion.close()
print(*sys.modules)
"""

ASKED = """
import asyncio, sys
import adapters.telegram
from httpcore._synchronization import AsyncLock
class Asked:
    def find_spec(name, *_): print(name)
async def lock():
    async with AsyncLock(): pass
sys.meta_path.insert(0, Asked)
asyncio.run(lock())
"""


OPENED = """
import sys
from storage.store import open_store
open_store(sys.argv[1]).close()
print(*sys.modules)
"""


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules a fresh process has loaded by then."""
    command = [sys.executable, "-c", code, *arguments]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)  # noqa: S603 - our own
    return {name.partition(".")[0] for name in told.stdout.split()}


@pytest.mark.parametrize(
    ("token", "its", "other"), [("telegram_token", "telegram", "discord"), ("discord_token", "discord", "telegram")]
)
def test_who_runs_one_platform_loads_neither_the_other_nor_what_draws(token: str, its: str, other: str) -> None:
    modules = loaded(STARTED.format(token=token))

    assert its in modules
    assert other not in modules
    assert modules.isdisjoint(DRAWING)


def test_no_request_looks_for_a_module_that_is_not_there() -> None:
    assert "sniffio" not in loaded(ASKED)


def test_who_polls_telegram_loads_no_server_and_nothing_that_counts() -> None:
    assert loaded(STARTED.format(token="telegram_token")).isdisjoint({"aiohttp", "prometheus_client"})


def test_who_finds_the_tables_up_to_date_loads_no_migrations(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'steady.db'}"

    assert "alembic" in loaded(OPENED, url)
    assert "alembic" not in loaded(OPENED, url)
