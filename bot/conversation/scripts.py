"""Scripts as data: which questions are asked in which order, and which options each has.

Law: a script never branches. When it ends, Python decides what comes next. Words stand elsewhere, in Fluent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from bot.conversation.records import CheckIn

AnswerKind = Literal["choice", "score", "text", "places", "city", "time", "days", "until"]
SCALE = tuple(str(number) for number in range(11))


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `options` are its buttons by id; `limit` is how many characters a text may have."""

    id: str
    answer: AnswerKind
    options: tuple[str, ...] = ()
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Script:
    """A few questions in a row. `kind` names the part of the programme.

    A silent one is not asked again after an interruption. An optional one keeps nothing else waiting once it has been
    left alone for an hour, though its buttons still count.
    """

    id: str
    kind: str
    steps: tuple[Step, ...]
    silent: bool = False
    optional: bool = False

    def step(self, step_id: str) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)

    def after(self, step_id: str) -> Step | None:
        """The step that follows, `None` after the last one or when the content no longer has that step."""
        ids = [step.id for step in self.steps]
        position = ids.index(step_id) + 1 if step_id in ids else len(ids)
        return self.steps[position] if position < len(ids) else None


def scripts_from_data(data: Mapping[str, Any]) -> dict[str, Script]:
    """Raises `ValueError` naming the script and step when the data is not a script's."""
    return {name: _script(name, fields) for name, fields in data.items()}


def _script(name: str, data: Mapping[str, Any]) -> Script:
    _only(data, {"kind", "steps", "silent", "optional"}, f"script {name!r}")
    steps = tuple(_step(name, step) for step in data["steps"])
    if not steps or len({step.id for step in steps}) != len(steps):
        raise ValueError(f"script {name!r} needs steps, each with an id of its own")
    _check_columns(name, steps)
    return Script(name, data["kind"], steps, data.get("silent", False), data.get("optional", False))


def _check_columns(name: str, steps: tuple[Step, ...]) -> None:
    """What is answered in these scripts is kept in the columns that have their steps' names."""
    columns = {"day": {field.name for field in fields(CheckIn)}}.get(name)
    unknown = {step.id for step in steps} - columns if columns else set()
    if unknown:
        raise ValueError(f"script {name!r}: a check-in keeps no {', '.join(sorted(unknown))}; rename the step")


def _step(script: str, data: Mapping[str, Any]) -> Step:
    where = f"script {script!r}, step {data.get('id')!r}"
    _only(data, {"id", "answer", "options", "scale", "limit"}, where)
    if data.get("answer") not in get_args(AnswerKind):
        raise ValueError(f"{where}: answer must be one of {', '.join(get_args(AnswerKind))}")
    scale = SCALE[data["scale"] :] if "scale" in data else ()
    options = (*scale, *(str(option) for option in data.get("options", ())))
    return Step(data["id"], data["answer"], options, data.get("limit", 0))


def _only(fields: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := set(fields) - known:
        raise ValueError(f"{where}: unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}")
