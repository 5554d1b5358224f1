"""A real database for each test: a SQLite file, and a PostgreSQL unless the test is about a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import SqlStore
from tests import databases
from tests.databases import open_store


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whatever names a `file` is about SQLite; everything else holds on both."""
    if "url" in metafunc.fixturenames:
        kinds = databases.KINDS[:1] if "file" in metafunc.definition._fixtureinfo.argnames else databases.KINDS
        metafunc.parametrize("url", kinds, indirect=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "steady.db"


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return databases.empty(tmp_path, request.param).url


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    store = open_store(url)
    yield store
    store.close()
