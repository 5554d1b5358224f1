"""A real SQLite file for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import SqlStore, open_store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "steady.db"


@pytest.fixture
def store(file: Path) -> Iterator[SqlStore]:
    store = open_store(f"sqlite:///{file}")
    yield store
    store.close()
