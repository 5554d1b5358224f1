# So much, the same on good and bad days. What was done is noted; more than the plan is never praised, less never scolded.
pace-words =
    .one-said = a | an | one | eine | einer | una | un | une | uma | um
    .half-said = half an | half a | a half | eine halbe | ne halbe | halbe | media | demi | une demi | une demie | meia
    .hours-said = h | hr | hrs | hour | hours | stunde | stunden | hora | horas | heure | heures
    .minutes-said = m | min | mins | minute | minutes | minuten | minuto | minutos
    .seconds-said = s | sec | secs | second | seconds | sekunde | sekunden | segundo | segundos | seconde | secondes
    .steps-said = step | steps | pace | paces | schritt | schritte | paso | pasos | pas | passo | passos
    .metres-said = metre | metres | meter | meters | metern | metro | metros | mètre | mètres
    .kilometres-said = km | kms | kilometre | kilometres | kilometer | kilometers | kilomètre | kilomètres | kilómetro | kilómetros | quilómetro | quilómetros | quilômetro | quilômetros
pace-minutes = { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
pace-seconds = { $count ->
        [one] 1 second
       *[other] { $count } seconds
    }
pace-steps = { $count ->
        [one] 1 step
       *[other] { $count } steps
    }
pace-metres = { $count ->
        [one] 1 metre
       *[other] { $count } metres
    }
pace-activity-what =
    What would you like to pace? Something you can measure, such as walking, standing or weeding. Write it in your own words.
    .walking = Walking
    .standing = Standing
    .sitting = Sitting
    .leave = Not now
    .leave-said = not now | leave | later | cancel | stop | no thanks | nothing | no
pace-activity-what-unclear = That is long for a name. Sixty characters fit.
pace-unit-unit =
    How do you want to measure { $activity }?
    .minutes = Minutes
    .minutes-said = minute | min | mins | time | by time | in minutes
    .steps = Steps
    .steps-said = step | by steps | in steps
    .metres = Metres
    .metres-said = metre | meter | meters | distance | in metres | km
    .leave = Not now
    .leave-said = not now | leave | later | cancel | stop | no thanks
pace-cleared-limits =
    { $activity }

    One question first, and only once: has a doctor or therapist set you a limit for this, or told you not to do it?
    .no = No
    .no-said = no | nope | none | nobody | no one | no limit | not that i know
    .limit = Yes, a limit
    .limit-said = yes | yep | yeah | a limit | limit | there is a limit | they did
    .forbidden = I am not to do it
    .forbidden-said = told not to | not to do it | they told me not to | not allowed | forbidden
    .unsure = I am not sure
    .unsure-said = not sure | i am not sure | i'm not sure | unsure | maybe | don't know | dont know | perhaps
pace-left-out =
    Then we leave that one. I have noted that it is not for you now:

    { $activity }

    If that changes, write /pace and name it again. Pacing something else is always possible.
pace-ask-first = Then please ask them first. I stored nothing about it. Write /pace when you know.
pace-forbidden-wish =
    You told me that this is not for you now, so I leave it out:

    { $activity }
    .changed = That has changed
    .changed-said = changed | it has changed | that has changed | it changed | i may now | allowed
    .other = Something else
    .other-said = something else | other | another | another one
    .leave = Leave it
    .leave-said = leave | leave it | not now | no | ok | okay | fine
pace-limit-most =
    How much a day, at most? For example "{ $example }".
    .no-limit = No limit any more
    .no-limit-said = no limit | none | no limit any more | the limit is gone | it is gone
    .leave = Not now
    .leave-said = not now | leave | later | cancel | stop | no thanks
pace-limit-unclear = I could not read that as so much a day. For example "{ $example }".
pace-limit-example =
    .minutes = 10 minutes
    .steps = 500 steps
    .metres = 200 metres
pace-limit-kept = Noted: your limit for { $activity } is { $limit } a day. No goal goes above it.
pace-limit-gone = Noted: there is no limit any more.
pace-limit-holds = Your limit is { $limit } a day, and no goal goes above it. If it has changed, /pace changes it.
pace-over-limit = Your limit is { $limit } a day. It comes first, also on good days.
pace-left = All right, another time.
pace-rests = Pacing can wait. Today is for going easy. Nothing is lost.
pace-begun =
    Noted: { $activity }, in { $unit ->
        [minutes] minutes
        [steps] steps
       *[metres] metres
    }. First I would like three tries, on three days. Do what feels all right that day. Then write, for example, "{ $example }".

    { $limit ->
        [no] /pace shows or changes it.
       *[other] Your limit is { $limit } a day, and it comes first. /pace shows or changes it.
    }
pace-example =
    .minutes = did 8 minutes
    .steps = did 400 steps
    .metres = did 100 metres
pace-none = I pace nothing with you yet, so I did not store that. To begin, tap below or write "pace my walking".
pace-other-unit = I count your { $activity } in { $unit ->
        [minutes] minutes
        [steps] steps
       *[metres] metres
    }, so I did not store that. For example: "{ $example }".
pace-too-much = That is more than I can take in for one day, so I did not store it. For example: "{ $example }".
pace-noted = Noted: { $amount }, { $activity }{ $when ->
        [today] {""}
       *[other] {" "}({ $day })
    }. To change it, write "no" and the right amount.
pace-changed = Changed: { $amount }, { $activity }.
pace-tries = { $count ->
        [one] That is one try of three. One a day counts.
       *[other] That makes { $count } of three tries. One a day counts.
    }
pace-goal-found = Three tries: { $tries }. Four fifths of their average is where to begin: { $goal } a day, the same on good days and bad ones. If that is too much or too little, /pace changes it.
pace-more-than-plan = The plan says { $goal }. On a good day it is easy to do more. Some people find that the same each day brings fewer bad days after.
pace-week-raised = { $done } of the last 7 days. From tomorrow it can be a little more: { $goal } a day, on good days and bad ones. If that is too much, /pace changes it.
pace-week-kept = { $done } of the last 7 days. It stays at { $goal } for now. Steady is the point, not more.
pace-swings = I notice something in what you told: { $swings } times a day with much more was followed by one with much less, or more pain. Many people know that up and down. The same each day may even it out. You decide.
pace-back-choice =
    Weeks are different. If you like, we take one step back, from { $goal } to { $lower } a day. Staying is fine too.
    .back = A step back
    .back-said = back | step back | yes | ok | okay | less | lower | smaller | sure
    .keep = Keep it as it is
    .keep-said = keep | keep it | no | stay | same | leave it | not now
pace-set = Your goal for { $activity }: { $goal } a day from now on, the same on good days and bad ones.
pace-set-capped = A fifth more in a week is the most I go, so that it lasts. Your goal for { $activity }: { $goal } a day from now on.
pace-kept = All right, it stays at { $goal } a day.
pace-not-yet-more = It changed { $day }. I leave a week between, so that it lasts. { $goal } a day until then.
pace-no-goal = There is no goal yet: first come three tries.
pace-lowest = That is the lowest I go by myself. To set it lower, write "set my pace to", and how much.
pace-shown = Your goal for { $activity }: { $goal } a day, the same on good days and bad ones. { $done ->
        [0] Write what you did, for example "{ $example }".
       *[other] Done on { $done } of the last 7 days.
    }{ $limit ->
        [no] {""}
       *[other] {" "}Your limit: { $limit } a day.
    }
pace-shown-tries = You pace { $activity }, and there { $count ->
        [0] is no try yet
        [one] is one try of three
       *[other] are { $count } of three tries
    }. Write what you did, for example "{ $example }".{ $limit ->
        [no] {""}
       *[other] {" "}Your limit: { $limit } a day.
    }
pace-menu-what =
    Anything to change?
    .more = A bit more
    .more-said = more | higher | raise | raise it | up
    .less = A bit less
    .less-said = less | lower | fewer | down | too much
    .limit = My limit
    .limit-said = limit | my limit | the limit | a limit | doctor's limit
    .other = Something else to pace
    .other-said = other | another | something else | change it | different
    .end = Stop pacing
    .end-said = end | end it | stop pacing | no more pacing
    .leave = All fine
    .leave-said = leave | no | fine | all good | ok | okay | done | nothing | not now | keep it
pace-menu-closed = Good. Write what you did whenever you like.
pace-ended = I stop pacing { $activity } with you. What you told me stays in your data; /delete erases it.
pace-return-choice =
    Your pace was { $goal } a day. After a flare, { $lower } is a good place to begin again. From there it grows as before.
    .lower = Begin there
    .lower-said = yes | ok | okay | lower | begin there | begin lower | sure | start there
    .keep = Keep it as it was
    .keep-said = keep | keep it | no | as it was | as before
