"""A turn: the person as they are after what happened, and what follows from it.

Every part of the programme is a function from a turn to a turn.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zlib import crc32

from bot.conversation.calendar import clock, local
from bot.conversation.effects import Attachment, Effect, Option, Say, Urgency
from bot.conversation.library import Library
from bot.conversation.person import Person, Place
from bot.understanding.reading import Reader

COMMAND_BUTTON = "do"
MOST_OPEN = 4  # questions on the pile
LEFT_ALONE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """A person and the effects so far. `urgency` and `expires_at` go to everything that is said in this turn.

    `began_with` is the script that was on top when the turn began; `acted_at` is when the person did what began it,
    where that was not just now. `in_language` is the language that is spoken instead of the person's own.
    `danger` is the tier of a danger that is answered, or `unsure` where they are asked whether it is one.
    `reason` is the rule behind what comes unasked, and the values of its words.
    """

    person: Person
    now: datetime
    library: Library
    effects: tuple[Effect, ...] = ()
    urgency: Urgency = Urgency.REPLY
    expires_at: datetime | None = None
    began_with: str | None = None
    acted_at: datetime | None = None
    in_language: str | None = None
    danger: str | None = None
    reason: tuple[str, dict[str, Any]] | None = None

    @property
    def language(self) -> str:
        """The language that everything is said in."""
        return self.in_language or self.library.preview or self.person.language

    def speaking(self, language: str) -> "Turn":
        return replace(self, in_language=language)

    @property
    def here(self) -> datetime:
        """The person's wall clock."""
        return local(self.now, self.person.settings.zone)

    @property
    def zone_is_known(self) -> bool:
        settings = self.person.settings
        return settings.zone_is_known or settings.zone != "UTC"

    @property
    def today(self) -> date:
        """The person's own date."""
        return self.here.date()

    @property
    def acted_on(self) -> date:
        """The date on the person's clock when they did what began the turn; what they told counts for it."""
        return local(min(self.acted_at or self.now, self.now), self.person.settings.zone).date()

    @property
    def reader(self) -> Reader:
        """Reads what this person writes, in whatever language."""
        return self.library.languages.reader(self.person.language)

    @property
    def has_spoken(self) -> bool:
        return any(isinstance(effect, Say) for effect in self.effects)

    @property
    def waiting(self) -> tuple[Place, ...]:
        """The open questions that still keep other things waiting."""
        return tuple(place for place in self.person.agenda if not self._is_left_alone(place))

    def _is_left_alone(self, place: Place) -> bool:
        script = self.library.scripts.get(place.script)
        return script is None or (script.optional and self.now - place.asked_at > LEFT_ALONE)

    def knowing(self, **changes: Any) -> "Turn":
        """The same turn with the person changed."""
        return replace(self, person=replace(self.person, **changes))

    def setting(self, **changes: Any) -> "Turn":
        return replace(self, person=self.person.setting(**changes))

    def because(self, rule: str, **known: Any) -> "Turn":
        """The rule (a Fluent id) behind what is said unasked, and what it rests on, as JSON can hold it."""
        return replace(self, reason=(rule, known))

    def doing(self, *effects: Effect) -> "Turn":
        return replace(self, effects=self.effects + effects)

    def say(
        self,
        kind: str,
        message: str,
        *,
        options: tuple[Option, ...] = (),
        attachment: Attachment | None = None,
        **values: Any,
    ) -> "Turn":
        """Say the message with that id; what was said just before with no buttons of its own becomes its first part."""
        return self.say_text(kind, self.words(message, **values), options=options, attachment=attachment)

    def say_text(
        self, kind: str, text: str, *, options: tuple[Option, ...] = (), attachment: Attachment | None = None
    ) -> "Turn":
        said = Say(kind, text, options, attachment, self.urgency, self.expires_at)
        last = self.effects[-1] if self.effects else None
        if isinstance(last, Say) and last.kind == kind and not (last.options or last.attachment or attachment):
            joined = replace(said, text=f"{last.text}\n\n{text}")
            return replace(self, effects=(*self.effects[:-1], joined))
        return self.doing(said)

    def words(self, message: str, **values: Any) -> str:
        return self.library.words.text(self.language, message, **(self._known() | values))

    def label(self, message: str, attribute: str, **values: Any) -> str:
        return self.library.words.label(self.language, message, attribute, **(self._known() | values))

    def commands(self, *names: str) -> tuple[Option, ...]:
        """Buttons that do what the commands of these names do; they never grow old."""
        return tuple(Option(f"{COMMAND_BUTTON}:{name}", self.label("buttons", name)) for name in names)

    def pushed(self, place: Place) -> "Turn":
        """Put a question on top of the pile; what was open beneath it comes back afterwards."""
        rest = tuple(other for other in self.person.agenda if other.script != place.script)
        return self.knowing(agenda=(place, *rest)[:MOST_OPEN])

    def _known(self) -> dict[str, Any]:
        """What every message may use. Words vary without chance: `variant` changes by day, `moment` by turn."""
        settings = self.person.settings
        return {
            "name": settings.name or "",
            "named": "yes" if settings.name else "no",
            "check_in_time": clock(settings.check_in_time),
            "clock": clock(self.here.time()),
            "zone_known": "yes" if self.zone_is_known else "no",
            "kept_days": self.library.kept_days or "none",
            "nudge_time": clock(settings.nudge_time),
            "line": settings.bad_day_line,
            "variant": (self.today.toordinal() + self.today.toordinal() // 7 + _hash(self.person.id)) % 7,
            "moment": self.person.turn % 3,
        }


def _hash(person_id: str) -> int:
    """The same number for the same person in every process, another for most others."""
    return crc32(person_id.encode())
