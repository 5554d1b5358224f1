ladder-activity-activity =
    A ladder takes something you avoid and makes it small. You name five to eight small versions of it, and try them one by one, from easy to hard. You decide when.

    What is it about?
    .from-goal = My goal
    .from-goal-said = my goal | goal | from my goal | the goal
    .not-now = Not now
    .not-now-said = not now | no | later | skip | nothing | cancel | leave it | no thanks
ladder-cleared-told-not-to =
    { $activity }

    One question first, and only once: has a doctor or therapist told you not to do this, or do you have a new injury or operation?
    .no = No
    .no-said = no | nope | none | nobody | no one | not that i know
    .yes = Yes
    .yes-said = yes | yep | yeah | they did | told not to
    .unsure = I am not sure
    .unsure-said = not sure | i am not sure | i'm not sure | unsure | maybe | don't know | dont know | perhaps
ladder-left-out =
    Then we leave that one. I have noted that it is not for you now:

    { $activity }

    If that changes, write /ladder and name it again. A ladder for something else is always possible.
ladder-ask-first = Then please ask them first. I stored nothing about it. Write /ladder when you know.
ladder-forbidden-wish =
    You told me that this is not for you now, so I leave it out:

    { $activity }
    .changed = That has changed
    .changed-said = changed | it has changed | that has changed | it changed | i may now | allowed
    .other = Something else
    .other-said = something else | other | another | another one
    .leave = Leave it
    .leave-said = leave | leave it | not now | no | ok | okay | fine
ladder-rungs-rungs =
    Now the rungs. Write five to eight small versions of it, from easy to hard. For example: "sit in the parked car", then "drive to the corner".

    One in each line, or one message after another. I keep them as you write them.
    .done = That is all
    .done-said = that is all | that's all | thats all | done | all | enough | finished | ready | no more
    .keep = Keep these
    .keep-said = keep | keep these | keep it | keep them | that is all | that's all | thats all | done | enough | no more
    .not-now = Not now
    .not-now-said = not now | no | later | stop here | skip | cancel | leave it
ladder-rungs-kept =
    Kept:

    { $rungs }
ladder-rungs-not-kept =
    Not kept, as it is there already, too long for a rung (100 letters), without words, or one more than eight:

    { $rungs }
ladder-rungs-more =
    { $missing ->
        [0] { $count } rungs. That is a good ladder. Add more, up to eight, or tap "That is all".
        [1] { $count } so far. One more makes a ladder.
       *[other] { $count } so far. { $missing } more make a ladder.
    }
ladder-rungs-few = So far there { $count ->
        [1] is 1 rung
       *[other] are { $count } rungs
    }. Five make smaller steps between them. What lies in between? You can also keep it as it is.
ladder-waits = All right. What you wrote is kept, and /ladder goes on from here.
ladder-so-far =
    Your ladder so far, for: { $activity }

    { $rungs }
ladder-feared-feared =
    { $number } of { $count }: how hard does this one feel{ $number ->
        [1] ? 0 is not hard at all, 10 is as hard as can be.
       *[other] , 0 to 10?
    }

    { $rung }
    .leave-out = Leave this one out
    .leave-out-said = leave out | leave it out | leave this one out | skip | remove | drop it | not this one
ladder-kept =
    Your ladder is kept, in your order. A good place to begin:

    { $here }
ladder-shown =
    Your ladder: { $activity }

    { $rungs }
ladder-rung = { $number }. { $rung } ({ $feared }){ $here ->
        [yes] {" "}— you are here
       *[no] {""}
    }
ladder-last-go =
    Your newest go: { $rung }

    You expected { $expected }. It was { $actual }.{ $pains ->
        [yes] {" "}Pain { $before } before, { $after } after.
       *[no] {""}
    }{ $mornings ->
        [yes] {" "}The morning after: { $morning }.
       *[no] {""}
    }
ladder-menu-wish =
    What would you like?
    .go = Try this rung now
    .go-said = go | try | try it | try this rung | try this rung now | now | yes | begin | start
    .result = Tell how it went
    .result-said = tell | tell how it went | result | how it went
    .back = One rung back
    .back-said = back | one back | one rung back | down | one down | lower | easier
    .add = Add a rung
    .add-said = add | add a rung | more rungs | another rung
    .rate = Rate them again
    .rate-said = rate | rate again | rate them again | reorder | change the order | change the numbers
    .forbidden = My clinician says no
    .forbidden-said = my clinician says no | my doctor says no | not allowed | forbidden
    .end = End this ladder
    .end-said = end | end it | end this ladder | delete it | remove it | a new ladder | new ladder
    .leave = Leave it for now
    .leave-said = leave | leave it | not now | not today | no | nothing | ok | okay | later | close
ladder-not-now = All right. If you want a ladder some day, write /ladder.
ladder-left = All right. It is there whenever you write /ladder.
ladder-ended = Ended. What you tried stays in your records. /ladder makes a new one.
ladder-none = You have no rung to try just now. /ladder shows your ladder, or makes one.
ladder-not-today = Today is not a day for a rung. Nothing is lost, and the ladder waits.
ladder-paused = You are on a pause, so the ladder rests too. Write /resume when you want to go on.
ladder-once-a-day = You had a go today. One a day is enough; the next can come tomorrow.
ladder-at-the-top =
    You have been on the top rung twice, and it went as planned or better. This ladder is done, and you climbed it:

    { $activity }

    Trying it in another place, or with other people, makes it stick.

go-back-back =
    You had a flare since your last go. Would one rung back be right for a start? That would be:

    { $rung }
    .back = One rung back
    .back-said = back | one back | one rung back | yes | ok | okay | easier
    .stay = Stay where I am
    .stay-said = stay | no | same | the same | stay where i am | stay here
    .not-now = Not now
    .not-now-said = not now | later | skip | not today | leave it
go-one-back =
    One rung back. That is a choice, not a loss. Your rung is now:

    { $rung }
go-expect-expected =
    Your rung:

    { $rung }

    You rated it { $feared }. Before you go: what do you expect will happen? A few words.
    .skip = Skip
    .skip-said = skip | don't know | dont know | no idea | nothing
    .not-now = Not now
    .not-now-said = not now | no | later | not today | cancel | leave it
go-sure-sure =
    Noted: { $expected }

    How sure are you of that, 0 to 10?
    .skip = Skip
    .skip-said = skip | don't know | dont know | no idea
go-pain-pain =
    And the pain right now, 0 to 10?
    .skip = Skip
    .skip-said = skip | don't know | dont know | no idea
    .not-now = Not now
    .not-now-said = not now | no | later | not today | cancel | leave it
go-not-now = All right, not now. The ladder waits.
go-started =
    Noted. Then it is yours to try:

    { $rung }

    There is no hurry, and stopping halfway is fine. Write "I did it" when you are back, or I ask later. Tomorrow morning your check-in shows how it was after.
# Comes unasked, some hours after a go began; it may show on a locked screen.
go-how-how =
    You wanted to try your rung. How did it go?
    .done = I did it
    .done-said = done | yes | did it | i did it | i did | all of it
    .some = I did part of it
    .some-said = some | part | a bit | half | partly | some of it | part of it | a little | i tried
    .not-done = It did not happen
    .not-done-said = no | not done | didn't | didnt | did not | i didn't | not really | nope | not yet | not today | not now
go-result-why = You told me that you wanted to try a rung, so I ask once how it was.
go-not-done = That happens. You thought about it, and the day decided otherwise. The rung waits for you.
go-went = { $moment ->
        [0] You went and tried.
        [1] You went for it.
       *[other] So you tried it.
    }
go-happened-happened =
    { go-went } What you expected: “{ $expected }”. Did it happen?
    .yes = Yes
    .yes-said = yes | yep | it did | exactly
    .partly = Partly
    .partly-said = partly | a bit | some of it | somewhat | a little
    .no = No
    .no-said = no | nope | not at all | it didn't | it didnt | not really
    .skip = Skip
    .skip-said = skip | don't know | dont know | nothing expected
go-harder-harder =
    How hard was it in the end, 0 to 10?
    .skip = Skip
    .skip-said = skip | don't know | dont know | no idea | not now
go-easier-than-expected = You expected { $expected }. It was { $actual }. Worth remembering before the next one.
go-as-expected = You expected { $expected }. It was { $actual }. { $moment ->
        [0] That is about what you thought.
        [1] You had judged it well.
       *[other] Close to what you thought.
    }
go-harder-than-expected = You expected { $expected }. It was { $actual }, and you went all the same. The next go can be the same rung, or one back.
go-after-pain =
    And the pain now, 0 to 10?
    .skip = Skip
    .skip-said = skip | don't know | dont know | no idea | not now
go-found-found =
    What did you find? A few words, for the next time.
    .skip = Nothing to add
    .skip-said = skip | nothing | nothing to add | no | not now | don't know | dont know
go-kept = Kept with this go. /ladder shows it.
go-up-up =
    Two goes went as planned or better. The next rung would be:

    { $rung }

    Up next time, or here again?
    .up = One rung up
    .up-said = up | one up | one rung up | next | the next | yes | next rung
    .stay = Stay on this one
    .stay-said = stay | here | again | no | same | stay on this one | here again | not now | not yet | leave it
go-next =
    Good. Your rung for the next time:

    { $rung }
# Comes unasked, the morning after a go, where there is no check-in; it may show on a locked screen.
go-morning-pain =
    The morning after your rung: which number would you give it, 0 to 10?
    .skip = Skip
    .skip-said = skip | not now | no | don't know | dont know
go-morning-why = I ask for one number on the morning after a go: what comes the day after belongs to what you found.
go-morning-kept = { $pain }, kept with yesterday's go.
