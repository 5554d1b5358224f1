# What goes together. Never a cause, never advice, and never praise for a lower number.
insights-none = I have no days of yours from the last four months. After a check-in or two there is something to look at.
insights-so-far = From the last four months:
insights-few =
    Your pain, one dot for each day:
    { $plot }

    { $count ->
        [one] One day is
       *[other] { $count } days are
    } too few to say what goes with what. I look from 28 days on.
insights-early =
    Your pain, one dot for each day:
    { $plot }

    The middle is { $middle }. The range is { $low } to { $high }. It is too early to say what goes with what. I look from 28 days on.
insights-no-pairs =
    Your pain, one dot for each day:
    { $plot }

    The middle is { $middle }, the range { $low } to { $high }. To see what goes with what I need 28 days with two numbers, such as sleep and the next day's pain. So far { $count ->
        [0] no day has
        [one] one day has
       *[other] { $count } days have
    } a number for sleep. "5, sleep 6" tells both.
insights-looked-already = I looked at your days on { $day }. Looking twice at the same days finds things that are only chance. So new days come first: I look again from { $again }.
insights-nothing = { $count ->
        [one] I looked at one question. The answer did not stand out from chance.
       *[other] I looked at { $count } questions. None stood out from chance.
    } That is common, and it is an honest answer. I can look again in four weeks.
insights-found = { $count ->
        [one] I looked at one question. This stood out:
       *[other] I looked at { $count } questions. This stood out:
    }
insights-caution = It can still be chance. It does not tell what causes what. You know your days best.
insight-fits =
    Does that fit with your days?
    .yes = Yes, it fits
    .yes-said = yes | it fits | fits | that fits | sounds right | true
    .partly = Partly
    .partly-said = partly | a bit | sometimes | maybe | not sure | kind of
    .no = No
    .no-said = no | it doesn't fit | not really | doesn't fit | wrong | nope
insights-fit-yes = Noted: it fits. I tell it again only if later days show it too. To change that, write "it does not fit".
insights-fit-partly = Noted: it fits in part. To change that, write "it fits" or "it does not fit".
insights-fit-no = Noted: it does not fit. I will not bring it up again. To change that, write "it fits".
insights-none-told = I have told you of nothing yet that could fit. Shall I look?

# $direction: more or less. $more and $less are means after $more_days and $less_days.
insight-sleep-pain = Better nights tended to go with { $direction } pain the day after. The average was { $more } after { $more_days } better nights, and { $less } after { $less_days } poorer ones.
insight-pain-sleep = Days with more pain tended to go with { $direction ->
        [more] better
       *[less] poorer
    } sleep. Your sleep was { $more } on average after { $more_days } such days, and { $less } after { $less_days } others.
insight-breath-pain = Breathing with me tended to go with { $direction } pain the next day. The average was { $more } after { $more_days } days with a breath, and { $less } after { $less_days } without.
insight-breath-sleep = Breathing with me tended to go with { $direction ->
        [more] better
       *[less] poorer
    } sleep that night. It was { $more } on average after { $more_days } days with a breath, and { $less } after { $less_days } without.
insight-step-pain = Small steps tended to go with { $direction } pain the next day. The average was { $more } after { $more_days } days with a step, and { $less } after { $less_days } without.
insight-paced-pain = Days when you paced yourself tended to go with { $direction } pain the next day. The average was { $more } after { $more_days } such days, and { $less } after { $less_days } others.
insight-pushed-pain = Days when you pushed through tended to go with { $direction } pain the next day. The average was { $more } after { $more_days } such days, and { $less } after { $less_days } others.
insight-rested-pain = Days when you rested on purpose tended to go with { $direction } pain the next day. The average was { $more } after { $more_days } such days, and { $less } after { $less_days } others.
