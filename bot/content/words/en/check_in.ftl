# A scheduled question holds no health detail: it may show on a locked screen.
check-in-daily = { $variant ->
        [0] Hello{ $named ->
            [yes] , { $name }
           *[no] {""}
        }. How is it today, from 0 to 10?
        [1] Your daily check-in. How is it right now, 0 to 10?
        [2] Hello{ $named ->
            [yes] , { $name }
           *[no] {""}
        }. Which number fits today, 0 to 10?
        [3] Here I am again. How is it today, 0 to 10?
        [4] A new day. Which number would you give it, 0 to 10?
        [5] Hello{ $named ->
            [yes] , { $name }
           *[no] {""}
        }. One number is enough: how is it, 0 to 10?
       *[other] Time for your check-in. How is it today, 0 to 10?
    }
check-in-pain = How strong is the pain right now? 0 is no pain, 10 is the worst you can imagine.
check-in-saved = { $variant ->
        [0] Noted: { $pain }.
        [1] { $pain }, noted. That is a whole check-in.
        [2] Thank you. { $pain } is noted.
        [3] Noted: { $pain }. Thank you for looking.
        [4] { $pain }. I have it.
        [5] { $pain } for today. Thank you.
       *[other] { $pain }, noted.
    }
# Said once, after some check-ins with nothing but a number.
check-in-number-alone = From now on I leave it at the number. On a day with more to tell, tap below. To have the questions back, write "ask me about sleep".
check-in-again = Noted: { $pain }, beside what you told me earlier.
check-in-same = The same as { $day }, then.
# A whole check-in in one sentence: what was understood, and what is in the note.
told-parts =
    .sleep = sleep { $sleep }
    .rested = rested
    .paced = paced
    .pushed = pushed through
    .words = your words
told-in-note = { $kept ->
        [slept] . "{ $slept }" is in your note.
        [words] . Your words are in your note.
       *[no] .
    }
# Of numbers alone, which come every day, the way to change them is told now and then.
check-in-told = { $variant ->
        [0] Thank you, noted
        [1] I have it
        [2] Noted, thank you
       *[other] Noted
    }{ $when ->
        [late] {" "}for { $day }
       *[now] {""}
    }: { $told }{ $when ->
        [again] , beside what you told me earlier
       *[now] {""}
    }{ told-in-note }{ $kept ->
        [no] { $moment ->
            [0] {" "}To change it, write "no" and the right number.
           *[other] {""}
        }
       *[other] {" "}To change it, write "no" and the right number.
    }
check-in-added = Noted: { $told }{ told-in-note }
check-in-put-right = Changed: { $told }{ told-in-note }
check-in-needs-pain = So far: { $told }. How strong is the pain, 0 to 10? Then I save it all.
check-in-compared = For { $when } you told me { $before }. Which number is it today, 0 to 10?
meant-pain-number = Do you mean { $pain } out of 10?
    .another = Another number
    .another-said = no | another | not that | nope | no another
check-in-late = Noted: { $pain } for { $day }. Late is fine.
check-in-corrected = I put it right: { $pain } instead of { $before }.
check-in-corrected-hard = I put it right: { $pain } instead of { $before }. That sounds like a hard day. You do not have to do anything.
check-in-unsure = Hard to say is fine. A guess is enough, or a range such as "4 to 5". Leaving it out is fine too.
check-in-without = { $variant ->
        [0] All right, no number today.
        [1] That is fine. Any day can go without a number.
       *[other] All right. Write one any time, if you like.
    }

hard-day-choice =
    { $pain }, noted. { $variant ->
        [0] That sounds like a hard day. Nothing to do right now.
        [1] I am sorry it is so strong today. You do not have to do anything.
        [2] That is a lot to carry. Nothing is asked of you today.
       *[other] That sounds like a hard day. Nothing is asked of you now.
    }
    .breathe = Breathe with me
    .breathe-said = breathe | breath | breathing | yes
    .log = Just log the day
    .log-said = log | just log | just log it
    .flare = It is a flare
    .flare-said = flare | a flare | flare up | it's a flare | its a flare | bad flare
    .leave = Leave me be
    .leave-said = leave | leave me alone | no | nothing | let me be | not now
hard-day-told =
    { $variant ->
        [0] That sounds like a hard day. Nothing to do right now.
        [1] I am sorry it is so strong today. You do not have to do anything.
        [2] That is a lot to carry. Nothing is asked of you today.
       *[other] That sounds like a hard day. Nothing is asked of you now.
    }

    Noted: { $told }{ told-in-note }
hard-day-heard = { $moment ->
        [0] That sounds very hard. You do not have to do anything.
        [1] I hear you. Nothing is asked of you.
       *[other] That is a lot. You do not have to do anything now.
    }
hard-day-left-alone = I will leave you be. Write any time.

day-sleep =
    { $variant ->
        [0] If you like: how did you sleep? 0 is the worst, 10 the best.
        [1] And the night, if you like: from 0, the worst, to 10, the best?
        [2] If you want to add it: how was your sleep, 0 (worst) to 10 (best)?
        [3] How did you sleep, 0 (worst) to 10 (best)? Leaving it out is fine.
        [4] Your sleep, if you like, from 0 (worst) to 10 (best)?
        [5] Would you like to add the night? 0 is the worst sleep, 10 the best.
       *[other] If you like, a number for your sleep: 0 is the worst, 10 the best.
    }
    .done = Done for today
    .done-said = done | no | not now | skip | that's all | thats all | enough | nothing | no thanks | not today
day-day =
    { $variant ->
        [0] What kind of day is it, as far as you can tell?
        [1] Which of these fits the day best?
        [2] Which of these is today most like?
        [3] And the day: which of these is nearest?
        [4] Which word fits today?
       *[other] What kind of day is it?
    }
    .rested = Rested on purpose
    .rested-said = rested | rest | resting | rested a lot
    .paced = Paced myself
    .paced-said = paced | pacing | took it slow | slow | took breaks | with breaks | in pieces | in peices | bit by bit | sat down | with sitting
    .pushed = Pushed through
    .pushed-said = pushed | push | overdid it | overdid | did too much | too much
    .done = Done for today
    .done-said = done | no | skip | that's all | thats all | enough | nothing | no thanks
day-day-rested-meaning = "Rested on purpose" means you lay down or sat because you chose to, before or after something.
day-day-paced-meaning = "Paced myself" means doing a bit, then resting before the pain grows.
day-day-pushed-meaning = "Pushed through" means you went on although it hurt more.
day-note =
    { $variant ->
        [0] Anything you want to remember about today? Write it in your own words.
        [1] A few words for today, if you like.
        [2] Anything to keep about today, in your own words?
       *[other] Is there something to remember about today? Your own words.
    }
    .done = Nothing to add
    .done-said = done | no | skip | nothing | that's all | thats all | no thanks | none
day-note-unclear = That is longer than I can keep in one note (4,000 characters). Please send me a shorter one, so that nothing is cut off.
day-kept-sleep = { $moment ->
        [0] I kept that in your words.
        [1] Thank you. Your words are in the note for today.
       *[other] That is in your note for today.
    }
day-kept = { $moment ->
        [0] I kept that as your note for today. Thank you.
        [1] Thank you. Your words are the note for today.
       *[other] That is your note for today, in your words.
    }
sleep-noted = Sleep: { $sleep }, noted.
sleep-corrected = Sleep: { $sleep } instead of { $before }.
sleep-not-asked = I will not ask about sleep again. To change that, write "ask me about sleep".
sleep-asked-again = I will ask about sleep and the day again, with your next check-in.
day-done = { $variant ->
        [0] That is enough for today. Take care.
        [1] Good. See you next time.
        [2] All right. That is all for today.
        [3] Enough for today. Be kind to yourself.
        [4] That is all, then. Until next time.
        [5] Fine. Take care.
       *[other] Good. That is it for today.
    }
day-told = For today: { $told }.
day-noted = { $variant ->
        [0] It is noted. Thank you for telling me.
        [1] I have it all. Take care of yourself today.
       *[other] All noted. Thank you.
    }
