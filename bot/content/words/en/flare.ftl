# A flare is on: few words, no cheer, nothing asked but whether anything is new. Their plan is read back as they wrote it.
flare-on = Noted: a flare. Until it is over I leave out small steps, other questions and praise. A check-in is one tap, or none.
flare-still-on = Your flare is still noted; it began { $since }. Nothing is asked of you.
flare-plan-read =
    You wrote this for a day like this:
    { $plan }
flare-plan-lines =
    .helps = What helps: { $words }
    .tell = Whom to tell: { $words }
    .half = What to keep at half: { $words }
flare-new-new =
    One thing only: is anything new or different this time?
    .known = It is the kind I know
    .known-said = no | nope | nah | nothing | nothing new | nothing different | nothing is new | nothing is different | no nothing | no nothing new | no nothing different | not new | nothing has changed | the usual | same | the same | same as always | same as ever | as always | it's the usual | the one i know | known | the kind i know | same old | same old same old | same old thing | same thing | same as before | same as last time | same as usual | same kind | the same kind | same kind as before | the same kind as before | it's the same | its the same | usual | usual one | just the usual | the usual one | my usual | its the usual | as usual
    .new = Something is new
    .new-said = new | it's new | its new | it is new | something new | yes something new | yes something is new | something's new | somethings new | different | it's different | not sure | i'm not sure | im not sure | unsure | maybe | i don't know | i dont know | don't know | dont know | no idea | no clue
    .over = It is over
    .over-said = over | it's over | its over | it is over | flare is over | not a flare | no flare | not a flare after all | mistake | i think it's over | i think its over | it's over i think | its over i think | it's over i guess | its over i guess
# What tells a clear no from a yes in a longer answer, word by word.
flare-new-words =
    .yes-said = yes | yep | yeah | yup | y
    .no-said = no | nope | nah | nothing | none
    .but-said = but | except | only | apart | besides | although | though | just | however | new | different | worse | changed
    .new-said = new | different | differently | changed | never
    .flare-said = a | flare | it | is | it's | its | i'm | im | in | one | ok | okay | please | sure | bad | another
    .plan-said = plan
flare-new-heard = I cannot judge this by chat. If any of it is new, or you are not sure, call your doctor or an out-of-hours line today. If it gets worse fast, call { $emergency }. Is anything new or different this time?
flare-new-yes = Yes to which: is it the same kind as before, or is something new?
flare-new-let-go = I leave my question. If anything is new, call your doctor or an out-of-hours line today. Nothing is asked of you.
flare-known = All right, the kind you know. You do not have to do anything. Whenever it has eased, write "flare is over".
flare-offer-call =
    That sounds hard. Shall I note it as a flare? Then I ask nothing of you until you say it is over.
    .yes = Yes, a flare
    .yes-said = yes | yep | yeah | y | flare | a flare | ok | okay | sure | please
    .no = No, just a hard day
    .no-said = no | nope | not a flare | no thanks | not now | a hard day
flare-not = All right, no flare. We can breathe, or just note the number.
flare-no-steps = Your flare is still noted, so the small steps rest. Nothing is asked of you. Whenever it has eased, write "flare is over".
flare-check-in-noted = { $variant ->
        [0] { $pain }, noted. Nothing else to do.
        [1] { $pain }, noted. Go gently.
        [2] I have it: { $pain }. That is all for today.
       *[other] { $pain }, noted. Nothing else is asked of you.
    }
# These two come unasked, and may show on a locked screen.
flare-letter = No letter this week. Nothing is asked of you, and nothing is missed. I am here.
flare-check-in = { $variant ->
        [0] One tap is enough: which number today, 0 to 10? Leaving it is fine.
        [1] Just a number today, 0 to 10, or nothing at all?
        [2] Which number today, 0 to 10? No answer is fine.
       *[other] Only one tap, if you like: which number is it, 0 to 10?
    }
flare-none = I have no flare noted. To note one, write "flare".
flare-over =
    Noted: the flare is over. It began { $since }.

    No need to catch up. Coming back at about half of what you did before, or a bit more, is a good start. I leave out the small steps for a day.
flare-over-no-plan = If you like, write down a plan for the next one: what helps, whom to tell. I read it back when you need it.

flare-plan-helps =
    A plan for your next flare, in your own words. What helps you then? For example heat, lying down, music. A medicine plan you agreed with your doctor fits here too.
    .breathing = Slow breathing
    .breathing-said = breathing | breathe | slow breath | slow breaths
    .skip = Skip this
    .skip-said = skip | skip it | nothing | don't know | dont know | i don't know | no idea | next
    .leave = Not now
    .leave-said = not now | leave | later | cancel | stop | no thanks | another time
flare-plan-helps-unclear = { flare-plan-too-long }
flare-plan-tell =
    Whom do you want to tell, and what? For example: "Sam: I can't cook tonight."
    .skip = Skip this
    .skip-said = skip | skip it | nobody | no one | don't know | dont know | i don't know | no idea | next
    .leave = Not now
    .leave-said = not now | leave | later | cancel | stop | no thanks | another time
flare-plan-tell-unclear = { flare-plan-too-long }
flare-plan-half =
    And what do you want to keep doing, at about half? For example: "the walk to the corner, not around the block".
    .skip = Skip this
    .skip-said = skip | skip it | nothing | don't know | dont know | i don't know | no idea | next
    .leave = Not now
    .leave-said = not now | leave | later | cancel | stop | no thanks | another time
flare-plan-half-unclear = { flare-plan-too-long }
flare-plan-too-long = That is longer than I can keep here (300 characters). Please send a shorter one, so that nothing is cut off.
flare-plan-saved =
    This is your plan for a flare:
    { $plan }

    I read it back when you write "flare". To change it, write "my flare plan".
flare-plan-empty = All right, nothing is written down. To write a plan another time, write "my flare plan".
flare-plan-kept-what =
    This is your plan for a flare:
    { $plan }
    .keep = Keep it
    .keep-said = keep | keep it | fine | it's fine | ok | okay | yes | done | leave it | not now
    .change = Write it again
    .change-said = change | change it | write it again | again | new | rewrite | edit
    .remove = Take it out
    .remove-said = remove | remove it | take it out | delete it | delete the plan
flare-plan-stays = Good, it stays as it is.
flare-plan-removed = I took your plan out.
