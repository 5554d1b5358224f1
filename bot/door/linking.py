"""Codes that join two places to one memory: made by chance, kept as a digest, used once.

Twelve digits are 40 bits: whoever guesses 30 times a second for the ten minutes of a code finds it once in fifty
million times. Digits are what a phone's keyboard and sore hands find first.
"""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.conversation.effects import UseLink
from bot.conversation.events import LinkOffered, LinkUsed
from bot.conversation.person import Person
from bot.ports import Address, UnitOfWork

DIGITS = 12
LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where a code is used, by whom; someone who is not known there has no memory of their own."""

    person: Person
    address: Address
    is_known: bool
    now: datetime


def new_code() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(DIGITS))


def offer(unit: UnitOfWork, person_id: str, code: str, now: datetime) -> LinkOffered:
    """Keep a new code, in place of one offered before."""
    unit.offer_link(person_id, _digest(code), now + LASTS)
    return LinkOffered(code, int(LASTS.total_seconds() // 60))


def holder(unit: UnitOfWork, code: str, now: datetime) -> str | None:
    """Who offered that code, while it can be used."""
    return unit.link_holder(_digest(code), now)


def use(unit: UnitOfWork, link: UseLink, meeting: Meeting) -> tuple[Person, LinkUsed]:
    """What came of a code, and the person whose memory the place has now."""
    digest = link.code if link.is_sure else _digest(link.code)  # what waits for their yes is kept as a digest
    holder = unit.link_holder(digest, meeting.now)
    kept = unit.person(holder) if holder else None
    there = unit.address_of(holder) if holder else None
    if kept is None or there is None:
        return meeting.person, LinkUsed("unknown")
    if kept.id == meeting.person.id:
        return kept, LinkUsed("same")
    if kept.met_on or kept.hold or meeting.person.met_on or there.platform == meeting.address.platform:
        return meeting.person, LinkUsed("not_now")
    if meeting.is_known and not link.is_sure:
        return meeting.person, LinkUsed("two_memories", digest)
    unit.withdraw_link(kept.id)
    joined = LinkUsed("joined", here=meeting.address.platform, there=there.platform)
    if not meeting.is_known:
        unit.add_address(kept.id, meeting.address, meeting.now)
        return kept, joined
    unit.hand_over(meeting.person.id, kept.id, shift=kept.turn)
    return kept, replace(joined, other=meeting.person, shift=kept.turn)


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
