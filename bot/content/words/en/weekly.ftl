# What was done is praised, never a lower score: scores move by luck from week to week.
weekly-hello = { $named ->
        [yes] Your letter for the week, { $name }.
       *[no] Your letter for the week.
    }
weekly-so-far = Your last seven days so far.
weekly-check-ins = { $count ->
        [one] You checked in on one day.
       *[other] You checked in on { $count } days.
    }
weekly-breaths = { $count ->
        [one] You took time to breathe once.
        [2] You took time to breathe twice.
       *[other] You took time to breathe { $count } times.
    }
weekly-steps = { $count ->
        [one] You took one step outside the comfort zone.
       *[other] You took { $count } steps outside the comfort zone.
    }
weekly-goals-reached = { $count ->
        [one] You reached a goal of yours.
       *[other] You reached { $count } goals of yours.
    }
weekly-goal-steps = { $count ->
        [one] You did a step towards your goal.
       *[other] You did a step towards each of { $count } goals.
    }
weekly-goals-reviewed = { $count ->
        [one] You looked at how your goal is going.
       *[other] You looked at how { $count } of your goals are going.
    }
weekly-stretches = { $count ->
        [one] You did what you pace on one day.
       *[other] You did what you pace on { $count } days.
    }
weekly-rests = { $count ->
        [one] You rested on purpose on one day.
       *[other] You rested on purpose on { $count } days.
    }
weekly-paced = { $count ->
        [one] You paced yourself on one day.
       *[other] You paced yourself on { $count } days.
    }
weekly-note = You noted on { $day }: “{ $note }”
weekly-well-done = { $variant ->
        [0] Well done. You made room for that.
        [1] Well done for looking after yourself.
        [2] Well done. You made time for yourself, with pain in the room.
        [3] Well done. Looking after yourself is work.
       *[other] Well done. You kept at what helps you.
    }
weekly-well-done-hard = That was a hard week, with { $hard } hard days. You kept note of it. Well done for that.
weekly-empty = There is nothing in my book for this week. Weeks are like that sometimes, and nothing is lost. It is good that you are here.
weekly-picture =
    Your week in one picture. In words:
    { $days }
week-picture =
    .title = Your week
    .pain = pain
    .breath = breath
    .step = step
    .rest = rest
    .missing = no entry
    .band = range of the week
    .flare = flare
week-day = { $day }: { $told }
week-day-pain = pain { $pain }
week-day-breaths = { $count ->
        [one] 1 breath
       *[other] { $count } breaths
    }
week-day-steps = { $count ->
        [one] 1 step
       *[other] { $count } steps
    }
