# What was done is praised, never a lower score: scores move by luck from week to week.
weekly-hello = { $variant ->
        [0] Your letter for the week
        [1] Your week in a letter
        [2] It is letter day
        [3] This was your week
       *[other] Your letter for the week
    }{ $named ->
        [yes] , { $name }.
       *[no] .
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
        [one] You did what you pace on one day{ weekly-paces }.
       *[other] You did what you pace on { $count } days{ weekly-paces }.
    }
weekly-paces = { $activity ->
        [none] {""}
       *[other] : { $activity }
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
        [4] Well done. All of that took some doing.
        [5] Well done. None of it does itself.
       *[other] Well done. You kept at what helps you.
    }
weekly-well-done-hard = That was a hard week, with { $hard } hard days. You kept note of it. Well done for that.
weekly-empty = There is nothing in my book for this week. Weeks are like that sometimes, and nothing is lost. It is good that you are here.
weekly-picture =
    { $variant ->
        [0] Your week in one picture. In words:
        [1] The same week as a picture, and in words:
       *[other] Your week in one picture. In words:
    }
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
