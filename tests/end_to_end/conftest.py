"""What the tests of whole processes share."""

import asyncio

import pytest

from tests.end_to_end.four import settle


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database in which four people are at home."""
    file = tmp_path_factory.mktemp("homes") / "steady.db"
    asyncio.run(settle(f"sqlite:///{file}"))
    return file.read_bytes()
