"""What the tests of whole processes share."""

import asyncio

import pytest

from tests import databases
from tests.databases import Database
from tests.end_to_end.four import settle


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A database in which four people are at home."""
    database = databases.empty(tmp_path_factory.mktemp("homes"))
    asyncio.run(settle(database.url))
    return database
