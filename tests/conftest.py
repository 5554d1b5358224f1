"""What all tests share."""

from collections.abc import Iterator

import pytest

from tests import databases


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the conversation files as they come out now")
    parser.addoption("--lives", type=float, default=0, help="minutes of random lives held against the laws")
    parser.addoption("--database", choices=databases.KINDS, default="sqlite", help="where people are kept")


def pytest_configure(config: pytest.Config) -> None:
    databases.kind = config.getoption("--database")


def pytest_unconfigure() -> None:
    databases.stop_server()


@pytest.fixture(autouse=True)
def databases_given_back() -> Iterator[None]:
    with databases.given_back():
        yield
