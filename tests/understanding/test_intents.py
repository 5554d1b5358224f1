"""What people want in their own words, and what only sounds like it."""

import pytest

from bot.content import load_library

READ = load_library().languages.intents["en"].read

WANTED = {
    "breathe": [
        "breathe", "Breathe!", "breath", "breathing", "help me breathe", "let's breathe", "can we breathe now",
        "please help me breathe", "breathe with me", "a breathing exercise please", "some breathing exercises",
        "I need to calm down", "calm me down", "help me relax", "one more breath", "time to breathe",
        "breathe for 5 minutes",
        "breathe 1 minute", "5 minutes of breathing", "start breathing", "breathe again", "hey, breathe with me please",
    ],
    "checkin": [
        "check in", "check-in", "checkin", "log", "log my pain", "I want to check in", "can I check in", "note my pain",
        "log 6", "check in: 5", "rate my pain", "pain check", "i'd like to check in please",
    ],
    "nudge": [
        "nudge", "a small step", "give me a challenge", "another step", "something to do", "give me something to do",
        "what can I do today?", "what could i do", "send me a nudge please", "comfort zone", "i'm bored", "new idea",
    ],
    "did_it": ["did it", "I did it!", "i've done it", "I have tried it", "step done", "I managed it", "i did the step"],
    "week": [
        "week", "my week", "how was my week?", "show my progress", "my progress", "what I did", "summary", "letter",
        "show me what i did",
    ],
    "settings": [
        "settings", "change settings", "change my settings please", "options", "preferences", "fewer nudges",
        "no more reminders", "less reminders", "setup",
    ],
    "no_steps": [
        "stop the nudges", "stop sending riddles", "6 adn stop the small steps", "no more small steps", "no steps",
        "steps off",
    ],
    "no_sleep": ["dont ask me about sleep", "leave out the sleep q please"],
    "alone": ["leave me alone", "let me be"],
    "hush": ["leave me alone until thursday", "be quiet", "quiet please", "no messages for two weeks",
             "no messages today"],
    "go_away": ["quit", "go away", "shut up"],
    "bye": ["good night", "bye"],
    "medicine": [
        "should i take more ibuprofen", "can I double my dose", "what can i take for this",
        "my gabapentin makes me foggy, should i take less",
    ],
    "symptom": ["neck hurts after a fall and my hands tingle"],
    "night": ["I can't sleep", "cant sleep again. back on fire", "awake. whole house sleeps"],
    "also_hurts": ["my hands hurt too can you put that"],
    "why_write": ["why do you keep writing when i dont answer"],
    "kept": ["so did you write that down"],
    "how_long": ["how long will this last"],
    "later": ["check in later please", "later"],
    "hands_full": ["hands hurt too much to hold the phone"],
    "change_time": [
        "ask me at 8", "write me at 8:30", "remind me around 7 pm", "change the time", "change my check-in time",
        "move my check-in to 9", "check in with me at noon", "check in at 10",
    ],
    "change_zone": ["change my city", "change my time zone to Berlin", "timezone", "set my city to lisbon"],
    "is_in": [
        "I live in Lisbon", "i'm in Berlin now", "I moved to New York", "I am travelling to Rome", "i'm back in Oslo",
    ],
    "change_name": ["call me Sam", "my name is Anna", "change my name", "please call me Jo"],
    "pause": [
        "pause", "pause until monday", "pause for 3 days", "pause it until friday", "snooze", "mute for a week",
        "take a break", "can i take a break", "I need a break", "pause everything until 3 april", "pause monday",
        "hold messages until sunday",
        "pause the check-ins for a week", "pause tomorrow",
    ],
    "resume": ["resume", "unpause", "continue", "start again", "come back", "I'm back", "carry on", "wake up", "go on"],
    "stop": [
        "stop", "Stop!", "stop it", "please stop", "stop messaging me", "unsubscribe", "no more messages",
        "don't write me any more", "stop talking to me", "stop everything",
    ],
    "delete": [
        "delete my data", "delete everything", "erase me", "forget me", "delete", "delete all my data please",
        "wipe everything", "remove my account",
    ],
    "export": [
        "export", "export my data", "my data", "download my data", "send me my data", "what do you know about me?",
    ],
    "privacy": [
        "privacy", "is this private?", "who reads this", "who can see my messages", "who are you?",
        "is it confidential", "what is stored about me",
        "where is it kept",
        "can the person who runs this see my pain numbers?", "do you sell my data", "what do you have on me",
    ],
    "real": ["are you a bot?", "are you human", "am I talking to a person?", "r u real", "is this a real person"],
    "sleepless": [
        "cant sleep back killing me", "why cant i slep", "why can't I rest tonight?", "cant move back killing me",
    ],
    "you_awake": ["u awake", "are you up?"],
    "less": ["u write too much", "you message me too often", "too many messages", "less"],
    "flaring": ["flaring up bad", "its flaring up bad", "my knee is flaring"],
    "sore_hands": ["hands to sore to type", "my fingers are too stiff to type", "typing hurts", "it hurts to type"],
    "this_language": ["english please", "in english", "please speak english"],
    "no_letter": ["turn off the letter", "no letter"],
    "no_weekends": ["no check ins on weekends"],
    "travelling": ["im flying to london tonight"],
    "only_steps": ["not all just the steps"],
    "try_one": ["Can i try one", "can i do a smaller one", "ok ill try", "something else", "another one"],
    "did_some": ["did some of it"],
    "did_not": ["i couldnt do it"],
    "done": ["done", "done, thai curry on thursday"],
    "not_my_name": ["thats not my name. dont call me that", "That's not my name"],
    "change_places": ["change places", "my places are wrong", "please change my places"],
    "help": [
        "help", "help me", "help please", "what can you do?", "commands", "menu", "how does this work?", "I'm lost",
        "?",
        "what now", "what is this?", "i don't understand", "what do you do",
    ],
    "start": ["start", "begin", "restart"],
    "thanks": ["thanks", "thank you", "Thank you so much!", "thx", "that helped"],
    "hello": ["hi", "hello there", "good morning", "hey steady", "Hi!", "how are you?"],
    "medical": [
        "what medicine is best for this",
        "what is wrong with me",
        "is it safe to take two", "how much paracetamol can i take", "do I have arthritis?", "why does my back hurt",
        "can i stop my tablets", "is this normal",
    ],
    "hard": [
        "bad day", "it hurts", "it hurts so much today", "my back hurts", "my lower back is killing me",
        "I'm in so much pain",
        "i am in agony", "i'm exhausted", "im lonely", "nobody believes me",
        "i cried all morning", "im in pain", "this pain is killing me honestly but im fine", "I feel so alone", "ouch",
        "I'm so tired", "everything hurts",
    ],
    "flare": [
        "flare", "Flare", "bad flare today", "flare-up", "i'm in a flare", "having a flare", "another flare",
        "i'm flaring",
    ],
    "flare_over": ["flare is over", "the flare has passed", "my flare is over now", "out of the flare"],
    "flare_plan": ["my flare plan", "write a flare plan", "flare plan"],
    "pace": ["pace my walking", "pacing", "my pace", "help me pace the gardening"],
    "did_amount": [
        "walked 12 minutes", "did 10 min", "did 10min", "i walked about half an hour", "did 400 steps today",
        "walked 1.5 km", "stood for ten minutes", "walked 1 hour 10 minutes", "walked 12",
    ],
    "pace_to": ["set my pace to 15 minutes", "raise my pace to 20 minutes"],
    "correction": ["no, 5", "sorry, 6", "I meant 4", "actually 3", "make it 7", "no 5", "oops, 2", "correction: 6.5"],
    "yesterday": ["yesterday was a 6", "6 yesterday", "yesterday: 4", "yesterday it was 7", "it was a 5 yesterday"],
    "unwell": ["dizzy", "I feel dizzy", "my hands are tingling", "i feel light headed", "panic attack"],
}  # fmt: skip
TABLE = [(said, name) for name, phrases in WANTED.items() for said in phrases]

ONLY_TOLD = [
    "couldn't breathe well last night", "breathing was hard at times", "breath was short on the stairs",
    "I breathed a bit in the garden", "breathless after the stairs", "could breathe better today",
    "stopped early at work", "I had to stop halfway", "stop and go traffic hurt my back", "the bus stop is too far",
    "quiet day at home", "a quiet evening", "quiet but sore", "it was quiet in the house",
    "hold hands with my daughter", "hold on to the rail", "held a long phone call",
    "paused for tea twice", "pause in the garden helped", "pausing more often works", "muted colours today",
    "slept 5 hours", "woke up at 4", "took two pills", "physio at 3 pm",
    "log cabin weekend with friends", "checked in with my mother", "my son checks in on me",
    "the week was long", "a week of rain", "my weekly shop took all my strength", "letter from the insurance came",
    "the settings of my chair are wrong", "changed my pillow", "change of weather", "new mattress",
    "I live with my sister", "moved the sofa", "i was in Berlin last year",
    "I called my friend", "call from my daughter", "my name day party",
    "helped my son with homework", "my neighbour helped me",
    "started a new book", "beginning to feel better", "restarted physio",
    "deleted old photos", "forgot my keys", "wiped the kitchen table",
    "exported tomatoes are tasteless", "private things happened", "dinner with friends",
    "good morning walk with the dog", "thanks to the sun it was fine", "hello from the garden",
    "did the dishes", "did a lot today", "done with work early", "tried the new cream",
    "7", "6.5", "7/10", "about a six", "same as yesterday", "worse than yesterday", "7 like yesterday",
    "6, better than yesterday", "none", "berlin", "8:30", "mon, wed, fri", "lower back and left hip",
    "is it ok to skip a day", "what is a nudge", "hopefully tomorrow is better",
    "", "   ", "🙂", "asdfgh", "x" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize(("said", "name"), TABLE)
def test_hears_what_is_wanted(said: str, name: str) -> None:
    intent = READ(said)

    assert intent is not None
    assert intent.name == name


@pytest.mark.parametrize("said", ONLY_TOLD, ids=lambda said: said[:40])
def test_what_is_only_told_is_no_wish(said: str) -> None:
    assert READ(said) is None


def test_the_table_is_large_enough() -> None:
    assert len({said for said, _ in TABLE}) >= 150
    assert len(set(ONLY_TOLD)) >= 60


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("pause until monday", "until monday"), ("leave me alone until thursday", "until thursday"),
        ("call me Sam", "sam"), ("I live in New York", "new york"), ("ask me at 8:30", "8:30"),
        ("breathe for five minutes", "five minutes"), ("no, 5", "5"), ("yesterday was a 6", "6"), ("log 6.5", "6.5"),
        ("pause", ""), ("breathe", ""),
    ],
)  # fmt: skip
def test_hands_over_the_rest_of_the_sentence(said: str, rest: str) -> None:
    intent = READ(said)

    assert intent is not None
    assert intent.rest == rest


@pytest.mark.parametrize("name", WANTED)
def test_is_not_fooled_by_signs_and_capitals(name: str) -> None:
    said = WANTED[name][0]

    for variant in (said.upper(), f"  {said} ", f"{said}.", f"{said}!", said.replace("'", "\u2019")):
        intent = READ(variant)
        assert intent is not None
        assert intent.name == name
