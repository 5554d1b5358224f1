# The items of the PEG (Krebs 2009), the PHQ-2 and the GAD-2 stand here as they were published: not to be reworded.
# What comes unasked holds no health detail: it may show on a locked screen.

peg-offer-weekly =
    Would you like three short questions once a week? Single days go up and down. Over months, these show more.

    I ask only if you say yes, and never on a day that is too much.
    .yes = Yes, once a week
    .yes-said = yes | ok | okay | sure | once a week | weekly | please | yes please
    .no = No, thanks
    .no-said = no | no thanks | no thank you | nope | never | not now | skip
peg-weekly =
    Shall I ask you these once a week from now on? Over months they show more than single days do.
peg-weekly-yes = All right, once a week. "No weekly questions" ends it.
peg-weekly-no = All right, I will not ask. Write "weekly questions" whenever you want them.
peg-weekly-ended = No more weekly questions. Your earlier answers stay, and /peg is there if you want it again.

peg-now-now =
    { $moment ->
        [0] Your three questions for the week, when it suits you. Is now a good time?
        [1] Once a week, three short questions. Now?
       *[other] Here are your three questions for this week. Shall we do them now?
    }
    .begin = Begin
    .begin-said = begin | start | yes | ok | okay | now | sure
    .not-now = Not this week
    .not-now-said = no | not now | later | skip | not today | not this week | no thanks
peg-not-this-week = All right, not this week. Leaving a week out is fine.

peg-hello = Three questions, as they stand in a published questionnaire, the PEG. I keep your answers when all three are there. You can leave at any time.
peg-on-a-hard-day = These look back on a whole week, and a hard day can color it. You can leave them for another day.
peg-average =
    What number best describes your pain on average in the past week?

    0 is “no pain”, 10 is “pain as bad as you can imagine”.
    .skip = Not now
    .skip-said = skip | not now | no | leave | leave it | cancel | later | enough
peg-enjoyment =
    What number best describes how, during the past week, pain has interfered with your enjoyment of life?

    0 is “does not interfere”, 10 is “completely interferes”.
    .skip = Not now
    .skip-said = skip | not now | no | leave | leave it | cancel | later | enough
peg-activity =
    What number best describes how, during the past week, pain has interfered with your general activity?

    0 is “does not interfere”, 10 is “completely interferes”.
    .skip = Not now
    .skip-said = skip | not now | no | leave | leave it | cancel | later | enough
peg-changed = Changed: { $said } instead of { $before }.
peg-told = Noted: { $first }, { $second } and { $third }. Together that makes { $score } out of 10 for the week. To put one right, write "no, 5" for the last, or /peg.
peg-put-right = I put it right: { $first }, { $second } and { $third }. Together that makes { $score } out of 10.
peg-left = All right. Nothing of it was kept.
peg-again-again =
    You have answered these: { $first }, { $second } and { $third }, together { $score } out of 10. Would you like to put them right?
    .again = Answer again
    .again-said = again | yes | change | put right | ok | okay
    .leave = Leave it
    .leave-said = leave | no | keep | keep it | not now
peg-kept = All right, they stay as they are.
peg-lately = Your last answers ({ $day }): { $first }, { $second } and { $third }, together { $score } out of 10. They look back on a whole week. Next time: { $next }.

# A comparison over four weeks. Neither way is praised: a point may be luck.
peg-change-maybe = About four weeks ago ({ $when }) it was { $before }. It may be a bit { $way ->
        [lower] lower
       *[higher] higher
    } now, or it is only the ups and downs of pain. I cannot tell them apart yet.
peg-change-clear = About four weeks ago ({ $when }) it was { $before }. Now it is { $way ->
        [lower] lower
       *[higher] higher
    }, by more than ups and downs often bring. One look back can still be chance.{ $way ->
        [higher] {" "}If it stays so, tell whoever treats you.
       *[lower] {""}
    }

why-peg-offer = You have been here for a week, so I asked, once, whether you want three questions a week.
why-peg = You said yes to three questions once a week. "No weekly questions" ends it.

mood-hello = Four short questions, as they stand in two published questionnaires, the PHQ-2 and the GAD-2. They find no illness. I keep your answers when all four are there. You can leave at any time.
mood-interest =
    Over the last 2 weeks, how often have you been bothered by this?

    Little interest or pleasure in doing things
    .not-at-all = Not at all
    .not-at-all-said = 0 | not at all | never | none | no
    .several = Several days
    .several-said = 1 | several | some days
    .more-than-half = More than half the days
    .more-than-half-said = 2 | more than half | most days
    .nearly-every = Nearly every day
    .nearly-every-said = 3 | nearly every day | every day | daily | always
    .skip = Not now
    .skip-said = skip | not now | leave | leave it | cancel | later | enough
mood-down =
    Over the last 2 weeks, how often have you been bothered by this?

    Feeling down, depressed, or hopeless
    .not-at-all = Not at all
    .not-at-all-said = 0 | not at all | never | none | no
    .several = Several days
    .several-said = 1 | several | some days
    .more-than-half = More than half the days
    .more-than-half-said = 2 | more than half | most days
    .nearly-every = Nearly every day
    .nearly-every-said = 3 | nearly every day | every day | daily | always
    .skip = Not now
    .skip-said = skip | not now | leave | leave it | cancel | later | enough
mood-nervous =
    Over the last 2 weeks, how often have you been bothered by this?

    Feeling nervous, anxious or on edge
    .not-at-all = Not at all
    .not-at-all-said = 0 | not at all | never | none | no
    .several = Several days
    .several-said = 1 | several | some days
    .more-than-half = More than half the days
    .more-than-half-said = 2 | more than half | most days
    .nearly-every = Nearly every day
    .nearly-every-said = 3 | nearly every day | every day | daily | always
    .skip = Not now
    .skip-said = skip | not now | leave | leave it | cancel | later | enough
mood-worrying =
    Over the last 2 weeks, how often have you been bothered by this?

    Not being able to stop or control worrying
    .not-at-all = Not at all
    .not-at-all-said = 0 | not at all | never | none | no
    .several = Several days
    .several-said = 1 | several | some days
    .more-than-half = More than half the days
    .more-than-half-said = 2 | more than half | most days
    .nearly-every = Nearly every day
    .nearly-every-said = 3 | nearly every day | every day | daily | always
    .skip = Not now
    .skip-said = skip | not now | leave | leave it | cancel | later | enough
mood-left = All right. Nothing of it was kept.
mood-kept = Kept: { $low } of 6 for low mood, { $worry } of 6 for worry. To put it right, write "check my mood" again today.
mood-calm = If it feels heavy all the same, you can always tell someone. You do not need a number for that.
mood-worth-telling =
    Thank you for looking. This is worth telling a doctor, or whoever treats you. They can look closer with you. I cannot, and these numbers are no diagnosis.

    { safety-talk } If you are ever in danger, call { $emergency }.
mood-lately = You answered these lately ({ $day }). They are made to be asked four weeks apart, so the next time is { $next }. If it feels heavy now, you do not need to wait: tell someone you trust, or a doctor.
