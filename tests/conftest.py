"""What all tests share."""

from collections.abc import Iterator

import pytest

from tests.servers.postgresql import PostgreSQL, running


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the conversation files as they come out now")
    parser.addoption("--lives", type=float, default=0, help="minutes of random lives held against the laws")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    with running() as server:
        yield server
