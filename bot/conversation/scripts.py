"""Scripts as data: which questions are asked in which order, and which options each has.

Law: a script never branches. When it ends, Python decides what comes next. Words stand elsewhere, in Fluent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

AnswerKind = Literal["choice", "score", "text", "places", "city", "time", "days", "until"]
SCALE = tuple(str(number) for number in range(11))


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `options` are its buttons by id; `limit` is how many characters a text may have."""

    id: str
    answer: AnswerKind
    options: tuple[str, ...] = ()
    limit: int = 0

    @property
    def is_open(self) -> bool:
        """Whether any words at all are an answer."""
        return self.answer == "text"


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


def _script(name: str, fields: Mapping[str, Any]) -> Script:
    _only(fields, {"kind", "steps", "silent", "optional"}, f"script {name!r}")
    steps = tuple(_step(name, step) for step in fields["steps"])
    if not steps or len({step.id for step in steps}) != len(steps):
        raise ValueError(f"script {name!r} needs steps, each with an id of its own")
    return Script(name, fields["kind"], steps, fields.get("silent", False), fields.get("optional", False))


def _step(script: str, fields: Mapping[str, Any]) -> Step:
    where = f"script {script!r}, step {fields.get('id')!r}"
    _only(fields, {"id", "answer", "options", "scale", "limit"}, where)
    if fields.get("answer") not in get_args(AnswerKind):
        raise ValueError(f"{where}: answer must be one of {', '.join(get_args(AnswerKind))}")
    scale = SCALE[fields["scale"] :] if "scale" in fields else ()
    options = (*scale, *(str(option) for option in fields.get("options", ())))
    return Step(fields["id"], fields["answer"], options, fields.get("limit", 0))


def _only(fields: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := set(fields) - known:
        raise ValueError(f"{where}: unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}")
