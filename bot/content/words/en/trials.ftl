# Small experiments on oneself. What comes in the evening may show on a locked screen: no word of health there.
trial-things =
    .breath-sleep = a breath before bed
    .breath-pain = a breath before bed
    .screen-sleep = half an hour off screens before bed
    .list-sleep = a list for tomorrow before bed
trial-choose-question =
    You can try something out on yourself: some evenings with it, some without, drawn by chance. Then we look what came of it. What would you like to try?
    .breath-sleep = A breath before bed, for sleep
    .breath-sleep-said = breath for sleep | breathing for sleep | breath before bed | a breath before bed
    .breath-pain = A breath before bed, for pain
    .breath-pain-said = breath for pain | breathing for pain
    .screen-sleep = No screens before bed, for sleep
    .screen-sleep-said = screens | no screens | screen | phone | no phone
    .list-sleep = A list for tomorrow, for sleep
    .list-sleep-said = list | a list | to do list | todo list
    .skip = Not now
    .skip-said = no | not now | skip | none | no thanks | later
trial-begin-begin =
    We try { $thing }: 14 evenings, or up to 20 if some are missed. Half are with it, half without. Each evening I tell you which. The next evening you tell me with one tap if it went that way. { $measure ->
        [sleep] How you slept comes
       *[pain] Your pain comes
    } from your check-in.

    If you need a breath on an evening without, take it. You can end this at any moment. Shall we?
    .begin = Begin
    .begin-said = begin | start | yes | ok | okay | sure | let's | let's go | go
    .skip = Not now
    .skip-said = no | not now | skip | later | no thanks
trial-not-now = All right. It is there whenever you like: /experiment.
trial-begun = Noted: we try { $thing }. I tell you the first evening { $day } at { $clock }. To end it, write "end the experiment".
trial-on-a-hard-day = Not today. An experiment can wait for an easier day, and nothing is asked of you now.
trial-in-a-pause = Everything is quiet just now, so no experiment begins. It can wait until you are back.
trial-why = You began a small experiment. So each evening I tell you whether it is one with or without. To end it, write "end the experiment".
trial-tonight = { $variant ->
        [0] Tonight: { trial-side }.
        [1] This evening it is { trial-side }.
        [2] For tonight: { trial-side }.
        [3] Tonight is { trial-side }.
       *[other] Tonight: { trial-side }.
    }
trial-side = { $condition ->
        [with] with
       *[without] without
    } { $thing }
trial-goes-on = Some evenings were missed or went otherwise, so I ask for up to six more. You can also leave it here: write "end the experiment".
trial-last-question = That was the last evening. One question, and then I tell you what came out.
trial-drawn = { $condition ->
        [with] with it
       *[without] without it
    }
trial-kept-kept =
    { $variant ->
        [0] Last time ({ $day }) was { trial-drawn }. Did it go that way?
        [1] Before that ({ $day }) it was { trial-drawn }. Did it go that way?
        [2] And { $day }, { trial-drawn }: did it go that way?
        [3] Drawn for { $day }: { trial-drawn }. Did it go that way?
       *[other] It was to be { trial-drawn } { $day }. Did it go that way?
    }
    .yes = Yes, it did
    .yes-said = yes | it did | yep | yeah | y | kept | as drawn
    .no = No, it did not
    .no-said = no | it didn't | nope | not kept | forgot | i forgot
trial-kept-noted-yes = { $moment ->
        [0] Noted: it went as drawn. If not, write "it went otherwise".
        [1] Thank you. It went as drawn, then.
       *[other] Noted: it went as drawn.
    }
trial-kept-noted-no = Noted: it went otherwise. That is fine, and it counts too. If it did go so, write "it went as drawn".
trial-kept-last = Noted: it went { $condition ->
        [yes] as drawn
       *[no] otherwise
    }.
trial-nothing-to-put-right = There is no evening of the experiment to change yet.
trial-running-choice =
    You are trying { $thing }. { $count ->
        [0] The first evening is still to come.
       *[other] It is evening { $count } of { $planned }.
    }{ $condition ->
        [with] {" "}Tonight is with it.
        [without] {" "}Tonight is without it.
       *[none] {""}
    }
    .go-on = Go on
    .go-on-said = go on | yes | keep going | ok
    .end = End it here
    .end-said = end | end it | end here | no more
trial-kept-on = All right, it goes on.
trial-none = No experiment is on. Would you like to try something out?
trial-put-away = Your experiment ends here, and that is fine. What you noted is kept. You can begin another any time.

# What came out. $more and $less are the means after $more_days and $less_days; $kept of $count went as drawn.
trial-measured = { $measure ->
        [sleep] Your sleep was { $more } on average after { $more_days } evenings with { $thing }, and { $less } after { $less_days } without.
       *[pain] Your pain was { $more } on average the day after { $more_days } evenings with { $thing }, and { $less } after { $less_days } without.
    } { $kept } of { $count } evenings went as drawn.
trial-yes =
    Yes for you, it looks like it. { trial-measured }

    Chance alone does as much in 1 of 20 experiments or fewer.
trial-no =
    No, not for you, or by less than a point. { trial-measured }

    A gain of a whole point would have shown. It can still be good in other ways, and you decide.
trial-unclear =
    I cannot tell yet. { trial-measured }

    That is too close to what chance does. It may help a little, or not. You can try again any time, and the days stay yours.
trial-unclear-few = I cannot tell yet. It takes seven evenings of each kind with a number the day after, and these were fewer. What you noted is kept, and you can try again any time.
trial-picture =
    All evenings in one picture. In numbers:
    With: { $with }
    Without: { $without }
trial-drawing =
    .title = What came of it
    .scale = { $measure ->
        [sleep] Sleep: 10 is best
       *[pain] Pain: 10 is worst
    }
    .with = with
    .without = without
    .middle = average
