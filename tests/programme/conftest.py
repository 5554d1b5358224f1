"""A stage for each test, closed after it."""

from collections.abc import AsyncIterator

import pytest

from tests.programme.people import Anna, Stranger


@pytest.fixture
async def stranger() -> AsyncIterator[Stranger]:
    """Somebody who has just found Steady, on a Sunday evening in Berlin."""
    stage = Stranger()
    yield stage
    stage.close()


@pytest.fixture
async def anna() -> AsyncIterator[Anna]:
    """Somebody in Berlin who took the usual settings on a Sunday evening: check-in at 9:00, steps at 11:00 on Monday,
    Wednesday and Friday, letter on Sunday at 17:00."""
    stage = Anna()
    await stage.settle()
    yield stage
    stage.close()
