"""What is done for one person never looks through everybody's rows: among a million that would take a second."""

import re
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from benchmarks.people import HERE, NOW, add_people
from bot.conversation.events import Choice, Event, Text
from bot.ports import Inbound
from storage import timers
from tests import databases
from tests.databases import open_store
from tests.fakes import World, home_of

LIFE = (
    "/start",
    "i agree",
    "usual",
    "lisbon",
    "yes",
    "6",
    "7",
    "/breathe",
    "stop",
    "/week",
    "/export",
    "/delete",
    "yes",
)
WHOLE_TABLE = re.compile(r"SCAN (?!CONSTANT|\d|\()")  # all but lists that the statement itself brings


class Asked:
    """Each statement that changes or reads rows, with what it was first asked with."""

    def __init__(self, engine: Engine) -> None:
        self.statements: dict[str, Any] = {}
        event.listen(engine, "before_cursor_execute", self._note)

    def _note(self, _connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT")):
            self.statements.setdefault(statement, values[0] if many else values)


async def live(world: World) -> None:
    for number, text in enumerate(LIFE):
        said = await world.happens("anna", Text(text), f"{number}")
        pressed: Event = Choice(said[-1].options[0].id) if said and said[-1].options else Text("hello")
        together = [Inbound(f"{number} {name}", home_of(name), pressed) for name in ("anna", "ben")]
        world.companion.turns.receive_together(together)
        await world.deliver()
        await world.later(hours=13)


async def test_no_statement_of_a_life_looks_through_a_whole_table(file: Path) -> None:
    with closing(open_store(f"sqlite:///{file}")) as store:
        engines = (store._database.writers, store._database.readers)
        asked = [Asked(engine) for engine in engines]
        await live(World(store=store))
        statements = asked[0].statements | asked[1].statements
        with engines[0].connect() as connection:
            plans = {
                statement: [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
                for statement, values in statements.items()
            }

    assert len(plans) > 30
    assert not {statement: plan for statement, plan in plans.items() if any(map(WHOLE_TABLE.match, plan))}
    of_one_person = {statement: plan for statement, plan in plans.items() if "outbox.person_id = ?" in statement}
    assert of_one_person
    assert all(any("person_id=?" in step for step in plan) for plan in of_one_person.values())


def test_postgresql_takes_the_first_that_are_due_without_sorting_all_of_them(tmp_path: Path) -> None:
    with closing(open_store(databases.empty(tmp_path, "postgresql").url)) as store:
        add_people(store, 3_000, 2_000)
        asked = Asked(store._database.writers)
        with store._database.writers.connect() as connection:
            connection.exec_driver_sql("ANALYZE")  # as the server does by itself within a minute
            timers.due(connection, HERE, NOW, 100)
            ((statement, values),) = asked.statements.items()
            plan = [row[0] for row in connection.exec_driver_sql(f"EXPLAIN {statement}", values)]

    assert any("ix_timers_aside_due_at" in step for step in plan)
    assert not any("Sort" in step for step in plan)
