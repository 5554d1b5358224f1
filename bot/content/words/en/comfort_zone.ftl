step-offer =
    { $variant ->
        [0] Something small for today, if you like:
        [1] An idea for today. You decide:
        [2] If today allows it:
        [3] Here is a small step, only if it fits:
       *[other] An idea for today, if you like:
    }

    { $step }
    .try = I'll try
    .try-said = try | i will try | ill try | yes | ok | okay | sure | i will | i'll do it | let's do it
    .smaller = Smaller, please
    .smaller-said = smaller | smaller please | too big | too much | less | easier
    .larger = A bit larger
    .larger-said = larger | bigger | something bigger | too easy | too small
    .other = A different one
    .other-said = other | another | another one | different | a different one | something else | don't like | dont like | not this one | not my thing
    .not-today = Not today
    .not-today-said = no | not today | not now | skip | no thanks | later | another day | nope | = can't | = cant | can't today | cant today | i can't | i cant
step-smallest = That is the smallest I have of this one. Leaving it is just as good.
step-largest = That is the largest I have of this one.
step-not-today = { $variant ->
        [0] Knowing what a day can hold is a skill too.
        [1] All right. Another day, maybe.
        [2] That is a good answer too.
        [3] Then today goes without. All right.
        [4] You know the day best.
       *[other] All right, not today.
    }
step-fewer-often =
    Fewer of these may suit you better. How often shall I bring one?
    .one = Once a week
    .one-said = once | one | 1 | fewer | less | yes
    .none = Never
    .none-said = none | no more | stop | off
    .keep = As it is
    .keep-said = keep | keep it | no | same | the same | leave it | not now
step-as-often = All right. Small steps come { $nudge_days } at { $nudge_time }. To change it, write "settings".
step-expect-expect =
    { $variant ->
        [0] Good. Before you do: how hard do you expect it to be, from 0 (not at all) to 10 (as hard as can be)?
        [1] Good. How hard will it be, do you think? 0 is not hard at all, 10 is as hard as can be.
        [2] Fine. A guess first: how hard will it be, 0 (not at all) to 10 (as hard as can be)?
       *[other] Good. Before you do: how hard do you expect it to be? 0 is not hard at all, 10 is as hard as can be.
    }
    .skip = Skip
    .skip-said = skip | don't know | dont know | no idea | no
step-expected = { $expected }, noted. { step-will-ask }
step-will-ask = { $variant ->
        [0] There is no hurry, and stopping halfway is fine. I will ask later how it went.
        [1] Take your time. Half of it counts, too. I will ask later.
        [2] Any part of it is enough. I will ask later how it was.
        [3] No hurry. I will ask later how it went.
       *[other] Whenever it suits you. Stopping halfway is fine. I will ask later.
    }
step-result-how =
    { $variant ->
        [0] How did it go?
        [1] You wanted to try something. How did it go?
       *[other] How did it go with your step?
    }

    { $step }
    .done = I did it
    .done-said = done | yes | did it | i did it | i did | all of it
    .some = I did some of it
    .some-said = some | a bit | half | partly | some of it | a little | i tried
    .not-done = It did not happen
    .not-done-said = no | not done | didn't | didnt | did not | i didn't | not really | nope
step-not-done = { $moment ->
        [0] That happens. You thought about it, and the day decided otherwise. It can come back smaller one day.
        [1] That is fine. Not every day has room for it.
       *[other] All right. Leaving it was your choice to make.
    }
step-actual-actual =
    { $variant ->
        [0] Well done, whatever it looked like. How hard was it in the end, 0 to 10?
        [1] You did that. How hard was it, 0 to 10?
        [2] Well done. Which number from 0 to 10 says how hard it was?
        [3] Good that you went for it. How hard was it in the end, 0 to 10?
       *[other] Well done for trying. How hard was it, 0 to 10?
    }
    .skip = Skip
    .skip-said = skip | don't know | dont know | no idea | no
step-done = Noted. You went and did it, on a day with pain.
step-easier-than-expected = You expected { $expected }. It was { $actual }. { $variant ->
        [0] Worth remembering the next time something looks hard.
        [1] Easier than it looked from here.
        [2] A useful thing to know about that kind of step.
       *[other] It was not as hard as it looked.
    }
step-as-expected = You expected { $expected }, and it was { $actual }. { $variant ->
        [0] That is about what you thought.
        [1] You had judged it well.
       *[other] Close to what you thought.
    }
step-harder-than-expected = You expected { $expected }. It was { $actual }, and you went for it all the same. The next one can be smaller.
step-none-open = Good to hear. I have no step of yours open, so there is nothing to note. Would you like one?
nudge-not-now = Not now. First you. When you are ready to go on, tap or write "carry on".
nudge-spared = Not now. I leave the small steps out for a while, and you can too. A breath is always there.
nudge-on-a-bad-day = It is a hard day, so this one is tiny. Leaving it is just as good.
