# The page for the doctor. What stands on it is for a clinician, so its words may be theirs.
report-parts =
    { $empty ->
        [yes] Your page would be empty now.
       *[no] One page for your doctor, about the last three months. It would hold:

        { $told }
    }

    { $count ->
        [0] Tap what to leave out.
       *[other] Left out: { $first }. Tap to put it back, or to leave out more.
    } I make the page when you say so, and I keep no copy.
    .make = Make the page
    .make-said = make it | make | = all of it | = everything | yes | ok | okay | go | do it | send it | the page
    .both = Page and a file for computers
    .both-said = both | fhir | with the file | page and file
    .not-now = Not now
    .not-now-said = no | not now | cancel | later | no thanks | leave it | stop
report-parts-unclear = I did not catch that. You can write "leave out medicines", "make the page" or "not now".
report-part =
    .name = your name
    .name-said = name | my name
    .questions = your questions for the doctor
    .questions-said = questions | question | my questions
    .pain = pain and sleep numbers
    .pain-said = pain | sleep | numbers | scores | pain and sleep
    .peg = PEG, how pain gets in the way
    .peg-said = peg | questionnaire
    .function = goals, ladders and small steps
    .function-said = goals | goal | ladders | ladder | steps | small steps | function
    .helps = breathing and what helps you
    .helps-said = breathing | breaths | what helps | helps
    .flares = flares
    .flares-said = flares | flare
    .medicines = medicines you noted
    .medicines-said = medicines | medicine | medication | meds | pills
report-button =
    .out = Out: { $told }
    .out-said = no | out | without | leave | skip | not | don't | remove | drop
    .back = Back in: { $told }
    .back-said = back | put | with | add | include | keep | leave in
report-empty = There is nothing to put on a page for your doctor yet. It fills as you go: one number a day is enough.
report-not-now = All right, no page now. Write "report" whenever you want one.
report-made =
    Here is your page. It holds: { $told }.

    Please read it before you hand it on. I keep no copy, but it stays in this chat until you delete it here. Write "report" to make another.
report-for-computer = The pain, sleep and PEG numbers for a computer (FHIR R4). Some clinics can read it in.
report-note-source = Told by the person to Steady, a program for self-management. These are self-ratings, not a diagnosis. Words are theirs, unchecked.
report-note-pain = Bars: lowest to highest score of each week. By chance alone, two weeks of an unchanged person can differ by 2 points.
report-note-cut = …: cut short to keep to one page. All of it is in the person's export.
report-note-unknown = �: letters that this page cannot show.
report-page =
    .title = Living with pain: summary for a visit
    .period = Period
    .told-by = Told by
    .questions = Questions I want to ask
    .pain = Pain, 0 (none) to 10 (worst imaginable)
    .days-told = Days with a score
    .whole = Whole period, lowest – highest
    .lately = Last four weeks, lowest – highest
    .middle = median
    .hard = Days at or above own hard-day line
    .sleep = Sleep, 0 (worst) to 10 (best)
    .days = days
    .peg = PEG, 0 to 10 each (Krebs 2009)
    .date = Date
    .peg-pain = Pain on average
    .peg-enjoyment = Gets in way of enjoyment
    .peg-activity = Gets in way of activity
    .peg-score = Mean
    .function = Function and goals
    .goal = Goal
    .open = open
    .parked = parked
    .finished = finished
    .paced = Paced activity
    .paced-goal = planned
    .minutes = minutes
    .steps = steps
    .metres = metres
    .ladder = Activity ladder
    .rungs = rungs tried
    .goes = goes
    .feared = what was feared came / partly / not
    .small-steps = Small new steps tried / offered
    .helps = What helps
    .breaths = Breathing exercises
    .felt = after it easier / same / harder
    .own-words = In own words
    .flares = Flares
    .still-on = still on
    .medicines = Medicines noted, in own words
    .more = Earlier ones not shown
    .sleep-item = Sleep, own rating, 0 worst to 10 best
