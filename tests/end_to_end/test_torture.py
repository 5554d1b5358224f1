"""The short forms of `make torture`, each named after what it proves; docs/delivery.md has the long ones' figures."""

from pathlib import Path

import pytest

from tests import databases
from torture.runs import RUNS, on

SEED = 7


async def kept(name: str, folder: Path, wanted: str | None = None) -> None:
    """The run breaks no promise on the database that is wanted, or else on the one chosen if it is one for that."""
    kind = wanted or (databases.kind if databases.kind in RUNS[name].databases else "sqlite")
    url, server = databases.empty(folder, kind).url, databases.server() if kind == "postgresql" else None
    result = await on(name, folder, url, server, is_short=True, seed=SEED)
    assert not result.broken, result


async def test_killed_while_it_sends_it_loses_nothing_and_doubles_no_prompt(tmp_path: Path) -> None:
    await kept("outbound", tmp_path)


async def test_killed_while_it_hears_it_loses_no_act_and_applies_none_twice(tmp_path: Path) -> None:
    await kept("inbound", tmp_path, "postgresql")


async def test_lost_answers_floods_and_errors_leave_every_chat_its_order_and_its_pause(tmp_path: Path) -> None:
    await kept("answers", tmp_path)


async def test_a_platform_in_trouble_answers_again_by_itself_and_the_other_is_untouched(tmp_path: Path) -> None:
    await kept("platforms", tmp_path)


async def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    await kept("full", tmp_path)


async def test_a_postgresql_that_is_restarted_loses_nothing(tmp_path: Path) -> None:
    if databases.server().stop is None:
        pytest.skip("the server is another's")
    await kept("restarted", tmp_path, "postgresql")


async def test_after_time_away_nothing_comes_twice_or_too_late(tmp_path: Path) -> None:
    await kept("downtime", tmp_path)


async def test_an_update_that_comes_again_and_again_changes_nothing(tmp_path: Path) -> None:
    await kept("doubled", tmp_path, "postgresql")


async def test_content_that_changes_under_people_always_leaves_them_a_next_message(tmp_path: Path) -> None:
    await kept("edited", tmp_path)
