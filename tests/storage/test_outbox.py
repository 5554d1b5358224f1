"""What is to be said leaves in order, once, and is then forgotten."""

import time
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from sqlalchemy import select, update
from structlog.testing import capture_logs

from bot.conversation.effects import ExportFile, PictureDay, Urgency, WeekPicture
from bot.ports import Address, OutboxMessage
from storage.store import SqlStore
from storage.tables import INBOX, OUTBOX
from tests.storage.examples import (
    ANIMATION,
    ANNA,
    CANARY,
    EVERYWHERE,
    HOME,
    MINUTE,
    NOW,
    add_anna,
    claim,
    put,
    said,
    texts,
)

SAFETY, REPLY, SCHEDULED = Urgency
WEEK = WeekPicture("Week", (PictureDay("Mon", None, 0, 1, rested=True),), "pain", "breath", "step", "rest", "none")
BEN = Address("discord", "ben", "chat of ben")


def row_of(store: SqlStore, message_id: int) -> dict[str, object]:
    with store._database.readers.connect() as connection:
        return dict(connection.execute(select(OUTBOX).where(OUTBOX.c.id == message_id)).mappings().one())


def states(store: SqlStore) -> list[str]:
    return [row["state"] for row in store.everything_about(ANNA.id)["messages"]]


@pytest.fixture(autouse=True)
def anna(store: SqlStore) -> None:
    add_anna(store)


@pytest.mark.parametrize("attachment", [None, ANIMATION, WEEK, ExportFile("csv")], ids=lambda it: type(it).__name__)
def test_a_message_leaves_as_it_was_said(store: SqlStore, attachment: WeekPicture | None) -> None:
    message = said("Guten Morgen 🌿", SCHEDULED, attachment=attachment, expires_at=NOW + MINUTE)
    put(store, message)

    (claimed,) = claim(store)

    assert (claimed.person_id, claimed.address) == (ANNA.id, HOME)
    assert all(getattr(claimed, field.name) == getattr(message, field.name) for field in fields(message))


def test_a_message_to_somebody_unknown_belongs_to_nobody(store: SqlStore) -> None:
    put(store, said("a"), to=None)
    put(store, said("b"), to="never seen", address=BEN)

    assert [message.person_id for message in claim(store)] == [None, None]


def test_the_urgent_goes_first_and_the_rest_in_order(store: SqlStore) -> None:
    for chat, urgency in (("a", SCHEDULED), ("b", REPLY), ("c", SAFETY), ("d", REPLY)):
        put(store, said(chat, urgency), address=Address("telegram", chat, chat))

    assert texts(claim(store, limit=3)) == ["c", "b", "d"]
    assert texts(claim(store)) == ["a"]
    assert claim(store) == []


def test_a_chat_has_one_message_on_its_way(store: SqlStore) -> None:
    put(store, said("one"), said("two"))
    put(store, said("for ben"), address=BEN)

    first, ben = claim(store)
    assert [first.text, ben.text] == ["one", "for ben"]
    assert claim(store) == []

    store.mark_sent([first], NOW)
    assert texts(claim(store)) == ["two"]


def test_not_even_safety_overtakes_what_is_on_its_way(store: SqlStore) -> None:
    put(store, said("one"))
    claim(store)
    put(store, said("help", SAFETY))

    assert claim(store) == []


def test_only_the_platforms_asked_for_are_served(store: SqlStore) -> None:
    put(store, said("one"))

    assert store.claim(frozenset({"discord"}), NOW, 10) == []
    assert store.claim(frozenset(), NOW, 10) == []


def test_a_chat_waits_until_its_retry(store: SqlStore) -> None:
    put(store, said("one"), said("two"))
    (one,) = claim(store)
    store.retry_at(one, NOW + MINUTE)

    assert claim(store) == []
    assert store.next_retry(EVERYWHERE, NOW) == NOW + MINUTE

    (again,) = claim(store, NOW + MINUTE)
    assert again == replace(one, attempts=1)
    assert store.next_retry(EVERYWHERE, NOW) is None


def test_a_retry_that_nobody_can_make_now_keeps_nobody_awake(store: SqlStore) -> None:
    put(store, said("one"))
    (one,) = claim(store)
    store.retry_at(one, NOW + MINUTE)

    assert store.next_retry(frozenset({"discord"}), NOW) is None
    assert store.next_retry(EVERYWHERE, NOW + MINUTE) is None


@pytest.mark.parametrize("urgency", [REPLY, SCHEDULED])
def test_nothing_but_safety_passes_one_that_waits(store: SqlStore, urgency: Urgency) -> None:
    put(store, said("good morning", SCHEDULED))
    (morning,) = claim(store)
    store.retry_at(morning, NOW + MINUTE)

    put(store, said("later", urgency))
    assert claim(store) == []

    put(store, said("help", SAFETY))
    assert texts(claim(store)) == ["help"]


def test_a_tired_chat_gets_nothing_but_safety(store: SqlStore) -> None:
    put(store, said("one"))
    put(store, said("for ben"), address=BEN)

    assert texts(store.claim(EVERYWHERE, NOW, 10, tired={HOME.chat})) == ["for ben"]

    put(store, said("help", SAFETY))
    assert texts(store.claim(EVERYWHERE, NOW, 10, tired={HOME.chat})) == ["help"]


def test_safety_does_not_pass_safety(store: SqlStore) -> None:
    put(store, said("first", SAFETY), said("second", SAFETY))
    (first,) = claim(store)
    store.retry_at(first, NOW + MINUTE)

    assert claim(store) == []
    assert texts(claim(store, NOW + MINUTE)) == ["first"]


def test_what_is_too_late_is_not_said(store: SqlStore) -> None:
    put(store, said("morning", SCHEDULED, expires_at=NOW), said("noon", SCHEDULED, expires_at=NOW + MINUTE))

    (noon,) = claim(store)

    assert noon.text == "noon"
    assert states(store) == ["expired", "sending"]


def test_one_that_waits_too_long_lets_the_next_go(store: SqlStore) -> None:
    put(store, said("morning", SCHEDULED, expires_at=NOW + MINUTE), said("reply", SCHEDULED))
    (morning,) = claim(store)
    store.retry_at(morning, NOW + 5 * MINUTE)

    assert texts(claim(store, NOW + MINUTE)) == ["reply"]


def finish_sent(store: SqlStore, message: OutboxMessage) -> str:
    store.mark_sent([message], NOW + MINUTE)
    return "sent"


def finish_uncertain(store: SqlStore, message: OutboxMessage) -> str:
    store.mark_uncertain(message, NOW + MINUTE)
    return "uncertain"


def finish_failed(store: SqlStore, message: OutboxMessage) -> str:
    store.mark_failed(message, "Unreachable", NOW + MINUTE)
    return "failed"


def finish_expired(store: SqlStore, message: OutboxMessage) -> str:
    store.retry_at(message, NOW)
    assert message.expires_at is not None
    claim(store, message.expires_at)
    return "expired"


def retried(store: SqlStore, message: OutboxMessage) -> str:
    store.retry_at(message, NOW + MINUTE)
    return "pending"


ENDS = [finish_sent, finish_uncertain, finish_failed, finish_expired]


@pytest.mark.parametrize("finish", ENDS)
def test_words_are_gone_and_the_fact_stays_once_a_message_is_done_with(
    store: SqlStore, finish: Callable[[SqlStore, OutboxMessage], str]
) -> None:
    put(store, said(CANARY, attachment=ANIMATION, expires_at=NOW + MINUTE))
    (message,) = claim(store)

    state = finish(store, message)

    row = row_of(store, message.id)
    assert (row["text"], row["options"], row["attachment"]) == ("", "", None)
    assert (row["state"], row["kind"], row["urgency"]) == (state, "check_in", REPLY)
    assert row["created_at"] == NOW
    assert row["finished_at"] == NOW + MINUTE
    assert row["reason"] == ("Unreachable" if state == "failed" else None)


@pytest.mark.parametrize("finish", ENDS)
def test_nothing_stays_of_a_message_to_nobody(
    store: SqlStore, file: Path, finish: Callable[[SqlStore, OutboxMessage], str]
) -> None:
    put(store, said("goodbye", expires_at=NOW + MINUTE), to=None, address=Address("telegram", "x", "heron-11"))
    (message,) = claim(store)

    finish(store, message)
    store.prune(NOW)

    assert b"heron-11" not in file.read_bytes()


def test_a_message_deleted_under_way_can_still_be_marked(store: SqlStore) -> None:
    put(store, said())
    (message,) = claim(store)
    with store.begin() as unit:
        unit.erase_person(ANNA.id)
        unit.commit()

    store.mark_sent([message], NOW)
    store.retry_at(message, NOW)

    assert claim(store) == []


@pytest.mark.parametrize("write", [finish_sent, finish_uncertain, finish_failed, retried])
def test_who_lost_its_role_writes_nothing_about_what_another_decided(
    store: SqlStore, write: Callable[[SqlStore, OutboxMessage], str]
) -> None:
    put(store, said("prompt", SCHEDULED, expires_at=NOW + MINUTE))
    put(store, said("answer", expires_at=NOW + MINUTE), address=BEN)
    lost = claim(store)
    store.recover_in_flight(EVERYWHERE, frozenset(), NOW)
    assert texts(claim(store)) == ["answer"]
    before = [row_of(store, message.id) for message in lost]

    for message in lost:
        write(store, message)

    assert [row_of(store, message.id) for message in lost] == before
    assert sorted(states(store)) == ["sending", "uncertain"]


def test_what_is_written_twice_takes_nothing_back(store: SqlStore) -> None:
    put(store, said("answer"))
    (answer,) = claim(store)
    store.retry_at(answer, NOW)
    (again,) = claim(store)

    store.retry_at(answer, NOW)
    assert claim(store) == []

    store.mark_sent([again], NOW)
    store.mark_failed(again, "Unreachable", NOW)
    assert states(store) == ["sent"]


def test_several_are_marked_together_however_often_each_was_tried(store: SqlStore) -> None:
    put(store, said("one"))
    (one,) = claim(store)
    store.retry_at(one, NOW)
    put(store, said("two"), address=BEN)
    both = claim(store)
    assert sorted(message.attempts for message in both) == [0, 1]

    store.mark_sent(both, NOW)

    assert states(store) == ["sent", "sent"]


def test_scheduled_messages_can_be_taken_back(store: SqlStore) -> None:
    put(store, said("morning", SCHEDULED), said("nudge", SCHEDULED), said("reply"))
    (reply,) = claim(store)
    store.mark_sent([reply], NOW)
    (morning,) = claim(store)

    with store.begin() as unit:
        unit.cancel_scheduled(ANNA.id)
        unit.commit()

    assert [reply.text, morning.text] == ["reply", "morning"]
    assert states(store) == ["sending", "sent"]


def test_what_was_taken_back_while_it_was_sent_is_not_tried_again(store: SqlStore) -> None:
    put(store, said("morning", SCHEDULED))
    (morning,) = claim(store)

    with store.begin() as unit:
        unit.cancel_scheduled(ANNA.id)
        unit.commit()
    store.retry_at(morning, NOW)

    assert claim(store) == []
    assert states(store) == ["expired"]


def test_only_the_kinds_that_are_named_are_taken_back(store: SqlStore) -> None:
    put(store, said("prompt", SCHEDULED))

    with store.begin() as unit:
        unit.cancel_scheduled(ANNA.id, ("another",))
        unit.commit()

    assert [message.text for message in claim(store)] == ["prompt"]


def test_after_a_crash_replies_go_again_and_prompts_do_not_come_twice(store: SqlStore) -> None:
    put(store, said("prompt", SCHEDULED))
    put(store, said("prompt", SCHEDULED), address=BEN)
    put(store, said("reply"), address=replace(HOME, chat="another"))
    assert len(claim(store)) == 3

    assert store.recover_in_flight(EVERYWHERE, frozenset({"discord"}), NOW) == 3

    again = claim(store)
    assert [(message.address.platform, message.text) for message in again] == [
        ("telegram", "reply"),
        ("discord", "prompt"),
    ]
    assert [(message.attempts, message.doubts) for message in again] == [(1, 1), (1, 1)]
    assert states(store) == ["uncertain", "sending", "sending"]


def test_a_crash_of_one_platform_leaves_the_others_alone(store: SqlStore) -> None:
    put(store, said("reply"))
    claim(store)

    assert store.recover_in_flight(frozenset({"discord"}), frozenset(), NOW) == 0
    assert states(store) == ["sending"]


def test_what_waits_follows_a_chat_that_moved(store: SqlStore) -> None:
    put(store, said("one"))

    store.move_chat(HOME, "-100777")

    (message,) = claim(store)
    assert message.address == replace(HOME, chat="-100777")
    with store.begin() as unit:
        assert unit.address_of(ANNA.id) == message.address


def spoil(store: SqlStore, **changed: object) -> None:
    """What Anna is to be told becomes a row of another version."""
    sealed = store._database.seals.sealed(OUTBOX, {"platform": HOME.platform, "user": HOME.user, **changed})
    with store._database.writers.begin() as connection:
        connection.execute(update(OUTBOX).where(OUTBOX.c.person_id == ANNA.id).values(sealed))


@pytest.mark.parametrize(
    "attachment", [f'{{"form":"week_picture","title":"{CANARY}"}}', f'{{"form":"{CANARY}"}}', CANARY, ""]
)
def test_an_attachment_that_can_not_be_read_is_left_out_and_its_words_are_said(
    store: SqlStore, attachment: str
) -> None:
    put(store, said("your week", attachment=WEEK))
    spoil(store, attachment=attachment)
    put(store, said("help", SAFETY), address=BEN, to=None)

    with capture_logs() as logged:
        urgent, week = claim(store)

    assert (urgent.text, week.text, week.attachment) == ("help", "your week", None)
    assert CANARY not in str(logged)


def test_buttons_that_can_not_be_read_are_left_out_and_the_words_are_said(store: SqlStore) -> None:
    put(store, said("help", SAFETY))
    spoil(store, options=f'[{{"name":"{CANARY}"}}]')

    with capture_logs() as logged:
        (urgent,) = claim(store)

    assert (urgent.text, urgent.options) == ("help", ())
    assert CANARY not in str(logged)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"attachment": f'{{"form":"export_file","kind":"{CANARY}"}}'}, "ValidationError"),
        ({"urgency": -1}, "ValueError"),
        ({"text": ""}, "ValueError"),
    ],
)
def test_a_row_that_can_not_be_read_fails_alone(store: SqlStore, changed: dict[str, object], reason: str) -> None:
    put(store, said("one"))
    spoil(store, **changed)
    put(store, said("help", SAFETY), address=BEN, to=None)

    with capture_logs() as logged:
        assert texts(claim(store)) == ["help"]

    row = row_of(store, 1)
    assert (row["state"], row["reason"], row["text"]) == ("failed", reason, "")
    assert [line["error"] for line in logged] == [reason]
    assert CANARY not in str(logged)


def test_behind_rows_that_can_not_be_read_the_next_goes_at_once(store: SqlStore) -> None:
    put(store, said("one"), said("two"))
    spoil(store, urgency=-1)
    put(store, said("three"))

    with capture_logs():
        assert texts(claim(store, limit=1)) == ["three"]


def test_ids_are_never_given_twice(store: SqlStore) -> None:
    put(store, said("goodbye"), to=None)
    (first,) = claim(store)
    store.mark_sent([first], NOW)

    put(store, said("hello"))

    (second,) = claim(store)
    assert second.id > first.id


def test_old_rows_are_pruned_and_waiting_ones_are_not(store: SqlStore) -> None:
    put(store, said("old"), said("waiting"))
    (old,) = claim(store)
    store.mark_sent([old], NOW)

    store.prune(NOW)
    assert states(store) == ["sent", "pending"]

    store.prune(NOW + MINUTE)
    assert states(store) == ["pending"]


def test_old_updates_are_pruned(store: SqlStore) -> None:
    with store.begin() as unit:
        unit.note_seen("telegram", "1", NOW)
        unit.commit()

    store.prune(NOW)
    with store.begin() as unit:
        assert not unit.note_seen("telegram", "1", NOW)

    store.prune(NOW + MINUTE)
    with store.begin() as unit:
        assert unit.note_seen("telegram", "1", NOW)


def seconds_to_claim(store: SqlStore) -> float:
    started = time.perf_counter()
    assert claim(store, limit=50)
    return time.perf_counter() - started


def test_a_morning_of_five_thousand_messages_does_not_slow_the_next_claim(store: SqlStore) -> None:
    put(store, *(said(str(number)) for number in range(1000)))
    with store.begin() as unit:
        for number in range(5000):
            address = Address("telegram", str(number), str(number))
            unit.put(None, address, said("morning", SCHEDULED, expires_at=NOW + MINUTE), NOW)
        unit.commit()

    # Some ten milliseconds; comparing every message with every other would take seconds.
    assert min(seconds_to_claim(store) for _ in range(3)) < 0.2


def test_it_is_told_since_when_the_first_of_each_urgency_may_go(store: SqlStore) -> None:
    put(store, said("one"), said("two"), said("help", SAFETY), said("morning", SCHEDULED))
    put(store, said("for ben", SCHEDULED), address=BEN, to=None)

    assert store.overdue(EVERYWHERE, NOW + MINUTE) == {SAFETY: NOW, SCHEDULED: NOW}
    assert store.overdue(frozenset({"discord"}), NOW + MINUTE) == {SCHEDULED: NOW}
    assert store.overdue(frozenset(), NOW + MINUTE) == {}


def test_what_waits_for_its_moment_or_for_its_chat_is_not_overdue(store: SqlStore) -> None:
    put(store, said("one"), said("two"))
    (one,) = claim(store)
    assert store.overdue(EVERYWHERE, NOW + MINUTE) == {}

    store.retry_at(one, NOW + 2 * MINUTE)
    assert store.overdue(EVERYWHERE, NOW + MINUTE) == {}
    assert store.overdue(EVERYWHERE, NOW + 3 * MINUTE) == {REPLY: NOW + 2 * MINUTE}
    assert store.overdue(EVERYWHERE, NOW + 3 * MINUTE, tired={HOME.chat}) == {}


def test_trying_to_write_leaves_nothing_behind(store: SqlStore) -> None:
    store.try_writing()

    with store._database.readers.connect() as connection:
        assert connection.execute(select(INBOX)).all() == []
