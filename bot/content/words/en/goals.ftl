goal-words-words =
    What would you like to do more of, despite the pain? Your own words become your goal. Small is fine.
    .not-now = Not now
    .not-now-said = not now | no | later | skip | nothing | no goal | no thanks | don't know | dont know | leave it | cancel
# Comes once, unasked, in the first week; it may show on a locked screen.
goal-first = One question, just once: what would you like to do more of, even on days like these? Your own words become your goal. "Not now" is a good answer too, and I won't ask again.
goal-first-why = I ask this once, in the first week: a plan works best when it starts from what matters to you.
goal-other-words = What is your goal, in other words?
goal-not-now = All right. If you want one some day, write /goal.
goal-meant-keep =
    I asked what you would like to do more of. Shall I keep this as your goal?

    { $words }
    .yes = Yes, keep it
    .yes-said = yes | yep | yeah | ok | okay | sure | keep it | right
    .no = No
    .no-said = no | nope | not that | don't | dont | wrong
goal-not-meant = All right, it is not kept. If you want a goal some day, write /goal.
goal-kept =
    Kept as your goal, in your words:

    { $words }

    You can change, park or finish it at any time with /goal.
goal-edited =
    Changed. Your goal is now:

    { $words }
goal-earlier-parked =
    Your earlier goal rests now. /goals shows it:

    { $earlier }
goal-step-step =
    What could be a first step? Take something so small that it fits an ordinary day.
    .not-now = Not now
    .not-now-said = not now | no | later | skip | don't know | dont know | no idea | no step | leave it | cancel
goal-without-step = That is fine. The goal stays as it is. A first step can come later, with /goal.
goal-sure-sure =
    Your first step:

    { $step }

    How sure are you that you can do it, even with the pain? 0 is not at all, 10 is fully sure.
    .skip = Skip
    .skip-said = skip | don't know | dont know | no idea | not now | leave it
goal-smaller-step =
    { $sure } is honest. Then the step may be too big for now. How could it be smaller? Write it, or tap one:
    .half = Half of it
    .half-said = half | half of it | half as much
    .beginning = Only the beginning
    .beginning-said = only the beginning | the beginning | just the start | only start
    .company = With someone
    .company-said = with someone | with company | with a friend | together
    .keep = Keep it as it is
    .keep-said = keep | keep it | keep it as it is | leave it | not now | no | skip | it is fine
goal-too-big = Then let us make it smaller. How could it look? Write it, or tap one:
goal-ways =
    .half = half of it
    .beginning = only the beginning
    .company = with someone
goal-step-smaller = { $step } ({ $way })
goal-step-kept =
    Kept. Your first step:

    { $step }

    { $told_sure ->
        [yes] You are { $sure } of 10 sure. You decide when. In two weeks I ask how it goes.
       *[no] You decide when. In two weeks I ask how it goes.
    }
goal-menu-wish =
    Your goal:

    { $words }

    { $has_step ->
        [yes] The first step: { $step }{ $told_sure ->
            [yes] {" "}({ $sure } of 10 sure)
           *[no] {""}
        }
        [done] The first step is done: { $step }
       *[no] There is no first step yet.
    }

    What would you like to do with it? To face it in small rungs, write /ladder.
    .step-done = I did the first step
    .step-done-said = i did the first step | i did the step | did the step | did the first step | i did my first step | the step is done | step done | first step done
    .step = Another first step
    .step-said = step | first step | another step | another first step | a first step | change the step
    .edit = Change the words
    .edit-said = edit | change | change it | change the words | other words | reword
    .reached = I reached it
    .reached-said = reached | i reached it | reached it | done | i did it | finished | finish it
    .park = Park it
    .park-said = park | park it | pause it | put it aside | rest it
    .new = A new goal
    .new-said = new | a new one | new goal | a new goal | another goal | different goal
    .leave = Leave it as it is
    .leave-said = leave it | leave | nothing | not now | no | fine as it is | keep it | keep | ok | okay | close
# Comes unasked, every second week; it may show on a locked screen.
goal-review-wish =
    A look at your goal, if you like: how is it going? Any answer is fine, and so is none.
    .going = It is moving
    .going-said = going | it is moving | it's moving | good | well | ok | okay | fine | some of it | a bit | i did some | yes | slowly
    .step-done = I did the first step
    .step-done-said = i did the first step | i did the step | did the step | did the first step | i did my first step | the step is done | step done | first step done
    .smaller = The step is too big
    .smaller-said = smaller | too big | too much | too hard | the step is too big | not going | not well | badly | no | nothing
    .show = Show it to me
    .show-said = show | show me | show it | what was it | which goal | what is my goal
    .reached = I reached it
    .reached-said = reached | i reached it | reached it | done | i did it | finished
    .park = Park it for now
    .park-said = park | park it | pause it | put it aside
    .leave = Leave it as it is
    .leave-said = leave it | leave | not now | later | skip | keep it | same
goal-review-why = I look at your goal with you every second week, as long as you have one open. "Park my goal" ends that.
goal-going = Good. You keep at something that matters to you, at your own pace. I ask again in two weeks.
goal-step-done =
    { $hard ->
        [yes] Noted as done:
       *[no] You did your first step:
    }

    { $step }

    { $hard ->
        [yes] Nothing more to do right now.
       *[no] Well done. /goal is there when you want a next one.
    }
goal-left = All right, it stays as it is. It is there whenever you write /goal.
goal-parked =
    Parked. I will not ask about it:

    { $words }

    Letting something rest is a decision too. It stays in your list.
goal-reached =
    { $hard ->
        [yes] You reached it. I have noted it as finished:
       *[no] You set out to do this, and you did it:
    }

    { $words }

    { $hard ->
        [yes] That is yours, on hard days too. Nothing more to do right now.
       *[no] That is yours. Take a moment with it. I have noted it as finished, and a new one can wait.
    }
goal-none = You have no goal open just now. Would you like one?
goal-list-which =
    Your goals:

    { $goals }

    { $parked ->
        [0] /goal is for the one you work on.
       *[other] To take a parked one up again, tap or write its number.
    }
    .new = A new goal
    .new-said = new | a new one | new goal | another goal
    .leave = Leave it
    .leave-said = leave | leave it | nothing | not now | no | ok | okay | fine | close
goal-line = { $number }. { $words } ({ $state ->
        [open] open
        [parked] parked { $day }
       *[finished] finished { $day }
    })
goal-taken-up = Taken up again. There is no hurry.
