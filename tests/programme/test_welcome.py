"""The welcome: what Steady is, consent, and a first set of settings, all of it skippable."""

from datetime import time, timedelta

import pytest

from bot.conversation.events import Choice, Media
from tests.programme.people import Anna, Stranger, labels, told

TYPED = ["Anna", "Berlin", "yes", "8:30", "yes", "lower back and my left hip", "that's all"]


async def test_says_what_steady_is_and_is_not_before_it_stores_anything(stranger: Stranger) -> None:
    text = told(await stranger.asks("start"))

    for said in ("short check-in", "no emergency service", "do not diagnose", "not end-to-end encrypted"):
        assert said in text
    for said in ("I store", "/delete", "/export", "adults", "program"):
        assert said in text
    assert labels(stranger.chat.messages) == ["Yes, I agree", "No, thanks"]
    assert stranger.stored is None


@pytest.mark.parametrize("said", ["hi", "what is this", "", "7", "🙂", "x" * 10_000, "/start", "/checkin", "breathe"])
async def test_greets_whatever_a_stranger_says_first(stranger: Stranger, said: str) -> None:
    assert labels(await stranger.says(said)) == ["Yes, I agree", "No, thanks"]
    assert stranger.stored is None


@pytest.mark.parametrize("kind", ["sticker", "voice", "photo", "video"])
async def test_greets_a_stranger_who_sends_something_else_than_words(stranger: Stranger, kind: str) -> None:
    assert labels(await stranger.act(Media(kind))) == ["Yes, I agree", "No, thanks"]


async def test_lets_a_stranger_read_the_privacy_page_before_agreeing(stranger: Stranger) -> None:
    assert "not end-to-end encrypted" in told(await stranger.asks("privacy"))
    assert stranger.stored is None


@pytest.mark.parametrize(
    "said",
    [
        "No, thanks",
        "no",
        "nope",
        "i don't agree",
        "No thank you",
        "no thanks i dont trust this",
        "no way",
        "not really",
        "stop",
    ],
)
async def test_takes_a_no_kindly_stores_nothing_and_leaves_a_way_back(stranger: Stranger, said: str) -> None:
    await stranger.says("hi")

    answer = told(await stranger.says(said))

    assert "I have stored nothing about you" in answer
    assert "/start" in answer
    assert stranger.stored is None
    assert labels(await stranger.asks("start")) == ["Yes, I agree", "No, thanks"]
    assert not await stranger.comes("2026-03-30 12:00")


@pytest.mark.parametrize("said", ["Yes, I agree", "yes", "Yes.", "i agree", "ok", "sure", "yeah", "Y", "ok yes fine"])
async def test_takes_a_yes_in_words(stranger: Stranger, said: str) -> None:
    await stranger.says("hi")

    assert labels(await stranger.says(said)) == ["Use the usual settings", "Let me choose"]
    assert stranger.person.has_consented


async def test_takes_two_taps_with_the_usual_settings(stranger: Stranger) -> None:
    await stranger.asks("start")
    await stranger.presses("Yes, I agree")

    answer = told(await stranger.presses("Use the usual settings"))

    assert "All set." in answer
    assert "three small steps" not in answer
    assert stranger.person.settings.places == ("back",)


async def test_after_two_taps_checks_in_at_the_same_time_of_day_while_the_clock_is_not_known(
    stranger: Stranger,
) -> None:
    await stranger.says_all("hi", "yes", "usual")

    came = await stranger.comes("2026-03-16 18:10")

    assert "0 to 10" in told(came)
    assert len(came) == 1


async def test_takes_at_most_eight_taps_when_everything_is_chosen_by_button(stranger: Stranger) -> None:
    await stranger.asks("start")
    taps = ["Yes, I agree", "Let me choose", "Skip", "Skip", "8", "Back", "Neck"]

    for tap in taps:
        await stranger.presses(tap)
    answer = told(await stranger.presses("That's all"))

    assert len(taps) + 1 <= 8
    assert "All set." in answer
    assert stranger.person.settings.places == ("back", "neck")
    assert not stranger.person.agenda


async def test_everything_can_be_typed(stranger: Stranger) -> None:
    answer = told(await stranger.says_all("hi", "yes", "let me choose", *TYPED))
    settings = stranger.person.settings

    assert "All set, Anna. I will check in every day at 8:30." in answer
    assert "Small steps come on Monday, Wednesday and Friday" in answer
    assert (settings.name, settings.zone, settings.country) == ("Anna", "Europe/Berlin", "DE")
    assert settings.check_in_time == time(8, 30)
    assert settings.places == ("lower_back", "hips")


@pytest.mark.parametrize("skipped", range(4))
async def test_each_question_can_be_skipped_alone(stranger: Stranger, skipped: int) -> None:
    answers = [["Anna"], ["Berlin", "yes"], ["8:30", "yes"], ["neck", "that's all"]]
    answers[skipped] = ["skip"]
    await stranger.says_all("hi", "yes", "let me choose")

    answer = told(await stranger.says_all(*[text for texts in answers for text in texts]))

    assert "All set" in answer
    assert not stranger.person.agenda


async def test_all_questions_can_be_skipped_and_none_is_asked_twice(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose")

    answer = told(await stranger.says_all("skip", "skip", "skip", "skip"))

    assert "All set." in answer
    assert "city" not in answer
    assert not stranger.person.agenda


async def test_names_no_painful_place_that_was_not_told(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "skip", "berlin", "yes", "skip", "skip")

    answer = told(await stranger.says("breathe 1"))

    assert "your back" not in answer
    assert "neutral" in answer


async def test_forgives_a_typo_in_the_city_and_confirms_it_by_its_local_time(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual")

    answer = await stranger.says("berln")

    assert "Berlin, Germany: 18:05" in told(answer)
    assert labels(answer) == ["Yes, that is right", "Another city"]
    assert stranger.person.settings.zone == "UTC"
    await stranger.presses("Yes, that is right")
    assert stranger.person.settings.zone == "Europe/Berlin"
    assert stranger.person.settings.check_in_time == time(9, 0)


async def test_lets_people_choose_among_cities_of_one_name_by_their_clocks(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual")

    answer = await stranger.says("birmingham")

    assert any("United Kingdom: 17:05" in label for label in labels(answer))
    assert any("United States: 12:05" in label for label in labels(answer))
    await stranger.says(next(label for label in labels(answer) if "Kingdom" in label))
    assert stranger.person.settings.zone == "Europe/London"
    assert stranger.person.settings.country == "GB"


async def test_takes_another_city_instead_of_a_yes(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual", "berlin")

    assert "Lisbon, Portugal: 17:05" in told(await stranger.says("lisbon"))
    await stranger.says("yes")
    assert stranger.person.settings.zone == "Europe/Lisbon"


async def test_asks_again_when_the_city_is_the_wrong_one(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual", "berlin")

    assert "In which city" in told(await stranger.says("no"))


@pytest.mark.parametrize(
    ("said", "clock"), [("UTC+2", "19:05"), ("gmt-5", "12:05"), ("+05:30", "22:35"), ("UTC", "17:05")]
)
async def test_takes_a_fixed_offset_for_a_city(stranger: Stranger, said: str, clock: str) -> None:
    await stranger.says_all("hi", "yes", "usual")

    assert clock in told(await stranger.says(said))
    assert clock in told(await stranger.says("yes"))
    assert stranger.person.settings.zone_is_known


async def test_asks_for_an_unknown_city_once_more_with_an_example_and_then_leaves_it_open(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual")

    assert 'such as "Lyon"' in told(await stranger.says("xqzzy"))
    assert "stays open" in told(await stranger.says("xqzzy"))
    assert "Lyon, France" in told(await stranger.says("lyon"))


async def test_leads_on_when_an_answer_comes_as_a_sentence(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose")

    assert "In which city" in told(await stranger.says("my name is Anna"))
    assert "Is this right?" in told(await stranger.says("I live in Berlin"))
    assert "At what time" in told(await stranger.says("yes"))
    assert "8:30. Is this right?" in told(await stranger.says("ask me at 8:30"))
    assert "Where does it hurt" in told(await stranger.says("yes"))
    assert "All set, Anna. I will check in every day at 8:30." in told(await stranger.says_all("back", "no"))


@pytest.mark.parametrize("said", ["Anna", "I'm Anna", "it's anna", "call me Anna", "my name is anna", "just Anna"])
async def test_hears_the_name_in_a_sentence(stranger: Stranger, said: str) -> None:
    await stranger.says_all("hi", "yes", "let me choose", said)

    assert stranger.person.settings.name == "Anna"


async def test_keeps_the_clock_question_when_the_city_comes_as_a_sentence_after_the_usual_settings(
    stranger: Stranger,
) -> None:
    answer = told(await stranger.says_all("hi", "yes", "usual", "i live in berlin", "yes"))

    assert "every day at 9:00" in answer
    assert "We can start now" in answer


async def test_keeps_several_places_and_own_words(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "skip", "skip", "skip")

    await stranger.presses("Back")
    assert "Shall I keep it?" in told(await stranger.says("my old surgery scar"))
    answer = told(await stranger.says("yes"))
    await stranger.says("that's all")

    assert "old surgery scar" in answer
    assert stranger.person.settings.places == ("back", "old surgery scar")


async def test_does_not_take_my_back_hurts_for_small_talk_when_asked_where_it_hurts(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "skip", "skip", "skip")

    assert "back" in told(await stranger.says("my back"))
    assert "knees" in told(await stranger.says("and both knees"))


async def test_goes_on_where_it_was_after_a_breath_in_the_middle(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "Anna", "breathe 1")

    answer = told(await stranger.says_all("stop", "easier"))

    assert "In which city" in answer
    assert "All set, Anna" in told(await stranger.says_all("Berlin", "yes", "skip", "skip"))


async def test_an_unfinished_welcome_still_brings_the_check_in(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "Anna")

    assert "0 to 10" in told(await stranger.comes("2026-03-16 18:30"))


async def test_answers_an_old_button_of_the_welcome(stranger: Stranger) -> None:
    await stranger.asks("start")
    agree = stranger.chat.button("Yes, I agree")
    await stranger.presses("Yes, I agree")
    await stranger.presses("Use the usual settings")

    assert await stranger.act(Choice(agree))
    assert stranger.person.settings.places == ("back",)


async def test_says_hello_to_someone_known_without_asking_again(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual", "berlin", "yes", "call me anna")

    assert "Good to see you, Anna" in told(await stranger.asks("start"))


async def test_an_hour_that_was_chosen_outlives_the_question_of_the_clock(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual", "ask me at 20:00", "yes", "berlin", "yes")

    assert stranger.person.settings.check_in_time == time(20, 0)
    assert stranger.person.settings.nudge_time == time(11, 0)


@pytest.mark.parametrize("said", ["UTC+2", "I live in UTC+2", "I live in UTC+5:30"])
async def test_takes_a_fixed_offset_at_the_confirmation_too(stranger: Stranger, said: str) -> None:
    await stranger.says_all("hi", "yes", "usual", "berlin")

    assert "Is this right?" in told(await stranger.says(said))
    await stranger.says("yes")
    assert stranger.person.settings.zone in ("Etc/GMT-2", "Asia/Kolkata")


TALK = ["is it free?", "who made you?", "my shoulder is killing me", "tell me a bit more"]


@pytest.mark.parametrize("said", TALK)
async def test_tells_someone_who_begins_by_talking_the_gist_and_then_all_of_it_once(
    stranger: Stranger, said: str
) -> None:
    assert "I can go on once you agree" in told(await stranger.says(said))
    assert "I do not diagnose" in told(await stranger.says("hello"))
    assert "I do not diagnose" not in told(await stranger.says("hello"))


@pytest.mark.parametrize("said", [*TALK, "hello", "7", "breathe", "/checkin", "", "start", "🙂", "x" * 500])
async def test_says_once_what_it_is_and_then_asks_in_a_line(stranger: Stranger, said: str) -> None:
    await stranger.says("hi")

    for _ in range(2):
        answer = await stranger.says(said)
        assert told(answer).count("I can begin once you agree") == 1
        assert len(told(answer)) < 140
        assert labels(answer) == ["Yes, I agree", "No, thanks"]
    assert stranger.stored is None


async def test_asks_in_a_line_under_what_is_neither_a_word_nor_a_button_of_today(stranger: Stranger) -> None:
    await stranger.says("hi")

    assert "I can begin" in told(await stranger.act(Media("sticker")))
    assert "I can begin" in told(await stranger.act(Choice("check_in:pain:7:3")))


@pytest.mark.parametrize("said", ["/start", "/help", "help", "what is this?"])
async def test_says_again_what_it_is_to_those_who_ask(stranger: Stranger, said: str) -> None:
    await stranger.says("hi")

    assert "I do not diagnose" in told(await stranger.says(said))


async def test_takes_a_yes_and_hears_danger_under_the_line(stranger: Stranger) -> None:
    await stranger.says_all("hi", "hello")

    assert "112" in told(await stranger.says("i want to kill myself"))
    await stranger.says_all("/start", "hello")
    assert labels(await stranger.says("yes")) == ["Use the usual settings", "Let me choose"]


@pytest.mark.parametrize("said", ["who reads this?", "what is stored about me", "do you sell my data", "/privacy"])
async def test_answers_what_is_kept_before_anyone_agrees(stranger: Stranger, said: str) -> None:
    answer = await stranger.says(said)

    assert "What I store" in told(answer)
    assert labels(answer) == ["Yes, I agree", "No, thanks"]


@pytest.mark.parametrize("said", ["/export", "/delete", "export my data", "delete my data"])
async def test_has_nothing_to_hand_over_or_delete_before_anyone_agrees(stranger: Stranger, said: str) -> None:
    assert told(await stranger.says(said)) == "I have nothing stored about you. /start begins."


async def test_says_who_could_open_what_is_stored(stranger: Stranger) -> None:
    for text in (told(await stranger.says("hi")), told(await stranger.asks("privacy"))):
        assert "The people who run this bot could open what I store" in text
        assert "live" in text
        assert "sounded like danger" in text


async def test_wishes_no_easy_day_to_someone_who_says_no(stranger: Stranger) -> None:
    assert "easy day" not in told(await stranger.says_all("hi", "no"))


@pytest.mark.parametrize("said", ["why do you need that", "What for?", "none of your business", "that is private?"])
async def test_a_question_is_never_a_name(stranger: Stranger, said: str) -> None:
    answer = await stranger.says_all("hi", "yes", "let me choose", said)

    assert "greet you" in told(answer)
    assert stranger.person.settings.name is None
    assert "In which city" in told(await stranger.says("skip"))


@pytest.mark.parametrize(
    ("said", "name"),
    [("Jo, nice to meet you :)", "Jo"), ("Jo 🙂", "Jo"), ("call me McKenzie", "McKenzie"), ("Zoë", "Zoë"),
     ("call me Zoë please", "Zoë"), ("anna-lena", "Anna-Lena"), ("J. R. Smith", "J R Smith"), ("प्रिया", "प्रिया")],
)  # fmt: skip
async def test_takes_only_the_name_and_as_it_is_written(stranger: Stranger, said: str, name: str) -> None:
    await stranger.says_all("hi", "yes", "let me choose", said)

    assert stranger.person.settings.name == name


async def test_forgets_a_name_that_is_not_theirs(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual", "berlin", "yes", "call me Why")

    assert "took that name out" in told(await stranger.says("thats not my name. dont call me that"))
    assert stranger.person.settings.name is None


async def test_asks_before_it_keeps_a_place_it_does_not_know(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "skip", "skip", "skip")

    assert "do not know" in told(await stranger.says("9pm, no i mean the time and shoulders"))
    assert "shoulders" in told(await stranger.says("no"))
    await stranger.says("that's all")

    assert stranger.person.settings.places == ("shoulders",)


async def test_takes_a_known_place_instead_of_a_yes(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "skip", "skip", "skip", "grumbles", "my neck", "that's all")

    assert stranger.person.settings.places == ("neck",)


@pytest.mark.parametrize("said", ["not telling you where i live", "i'd rather not say"])
async def test_takes_it_well_when_nobody_is_to_know_where_they_live(stranger: Stranger, said: str) -> None:
    assert "We can start now" in told(await stranger.says_all("hi", "yes", "usual", said))


BREATH_OVER = timedelta(minutes=2)


async def test_the_city_is_asked_for_again_after_a_breath_however_late_it_is_told_how_that_was(
    stranger: Stranger,
) -> None:
    await stranger.says_all("hi", "yes", "usual", "breathe 1")
    await stranger.waits(BREATH_OVER)
    await stranger.waits(timedelta(minutes=70))

    assert "In which city" in told(await stranger.says("about the same"))


async def test_a_city_left_alone_before_the_breath_is_not_asked_for_after_it(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual")
    await stranger.waits(timedelta(minutes=70))
    await stranger.says("breathe 1")
    await stranger.waits(BREATH_OVER)

    assert "city" not in told(await stranger.says("about the same"))


async def test_a_city_named_instead_of_how_the_breath_was_is_taken(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "usual", "breathe 1")
    await stranger.waits(BREATH_OVER)

    assert "Berlin, Germany" in told(await stranger.says("berlin"))


async def test_words_after_a_breath_are_no_name(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "breathe 1")
    await stranger.waits(BREATH_OVER)
    await stranger.says("quite lovely")

    assert stranger.person.settings.name is None


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("neck and jaw", ("neck", "jaw")),
        ("My neck", ("neck",)),
        ("back", ("back",)),
        ("it is mostly my knees", ("knees",)),
        ("i hurt everywhere", ("everywhere",)),
    ],
)
async def test_where_it_hurts_is_no_name_and_is_not_asked_for_again(
    stranger: Stranger, said: str, places: tuple[str, ...]
) -> None:
    await stranger.says_all("hi", "yes", "let me choose")

    answer = told(await stranger.says(said))
    assert "Noted: " in answer
    assert answer.count("What may I call you?") == 1

    assert "All set, Jo." in told(await stranger.says_all("jo", "skip", "skip"))
    assert (stranger.person.settings.name, stranger.person.settings.places) == ("Jo", places)


async def test_all_places_told_instead_of_a_name_are_kept(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "neck and jaw", "lower back")

    assert stranger.person.settings.name is None
    assert stranger.person.settings.places == ("neck", "jaw", "lower_back")


@pytest.mark.parametrize(
    "said", ["i'm tired", "my pain is bad", "my pain started after the accident in 2019 and never left", "why?"]
)
async def test_asks_once_more_for_a_name_and_then_goes_on_without(stranger: Stranger, said: str) -> None:
    await stranger.says_all("hi", "yes", "let me choose")

    assert "What may I call you?" in told(await stranger.says(said))
    answer = told(await stranger.says(said))

    assert "we go on without a name" in answer
    assert "In which city" in answer
    assert stranger.person.settings.name is None


@pytest.mark.parametrize("name", ["Bella", "Palma", "Maria del Carmen Lopez", "Rose Foot", "Jack Hipwell"])
async def test_a_name_much_like_a_place_is_a_name(stranger: Stranger, name: str) -> None:
    await stranger.says_all("hi", "yes", "let me choose", name)

    assert stranger.person.settings.name == name


async def test_a_place_said_twice_is_a_name(stranger: Stranger) -> None:
    await stranger.says_all("hi", "yes", "let me choose", "Shin", "Shin")

    assert stranger.person.settings.name == "Shin"


async def test_a_place_told_for_a_name_in_the_settings_changes_no_places(anna: Anna) -> None:
    answer = told(await anna.says_all("/settings", "name", "neck and jaw"))

    assert "What may I call you?" in answer
    assert anna.person.settings.places == ("back",)
    assert "Kept" not in answer
    assert [place.script for place in anna.person.agenda] == ["name"]


@pytest.mark.parametrize("said", ["what now", "too long", "hm", "i dunno what you mean"])
async def test_an_unclear_answer_keeps_the_city_that_was_found(anna: Anna, said: str) -> None:
    await anna.says_all("i live in hannover", said)

    assert anna.person.place is not None
    assert anna.person.place.answers["first"].startswith("Hannover")
    await anna.says("yes")
    assert anna.person.settings.country == "DE"


@pytest.mark.parametrize("said", ["ok fine, hannover yes", "yes thats it", "is hannover set now"])
async def test_a_yes_or_the_citys_own_name_among_other_words_is_a_yes(anna: Anna, said: str) -> None:
    await anna.says_all("i live in hannover", said)

    assert anna.person.place is None


@pytest.mark.parametrize(("said", "pain"), [("5", 5), ("about a six", 6)])
async def test_a_number_where_the_city_was_asked_for_is_the_first_check_in(
    stranger: Stranger, said: str, pain: float
) -> None:
    await stranger.says_all("hello", "i agree", "usual")

    answer = told(await stranger.says(said))

    assert [check_in.pain for check_in in stranger.check_ins] == [pain]
    assert "do not know that city" not in answer
    assert "In which city" in told(await stranger.says("done for today"))
    assert "Berlin" in told(await stranger.says("berlin"))
