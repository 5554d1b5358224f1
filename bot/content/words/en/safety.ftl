# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, a person, honesty. No advice, no
# cheer, no score, no method. $emergency and $number are the country's own where the country is known.

safety-crisis =
    Thank you for telling me. That sounds very hard to carry.

    Are you safe right now? If you are in danger, or have taken something, call { $emergency } now, or ask someone near you to.
    { $known ->
        [yes] To talk to someone: { $line }, { $number } ({ $note }).
       *[no] To find someone to talk to, by phone or chat: findahelpline.com or befrienders.org.
    }
    { $country_known ->
        [yes] {""}
       *[no] I do not know your country. 112 works from most mobile phones.
    }
    Is there someone you trust whom you could tell, or who could be with you? If there is something near you that you could use to hurt yourself, put distance between you and it.

    I am a program. Nobody is reading this live, and I cannot call for you. I will send no check-ins and no steps until you say so.
crisis-next = { safety-crisis }
    .not-safe = I am not safe
    .not-safe-said = not safe | i'm not safe | im not safe | i am not safe | no | nope | not really | no i'm not | no im not
    .safe = I am safe for now
    .safe-said = safe | i'm safe | im safe | i am safe | yes | yeah | yes i am | yes i'm safe | for now | i am ok | i'm ok | im ok | i'm okay
    .misheard = That's not what I meant
    .misheard-said = misheard | not what i meant | you misunderstood | wrong | i didn't mean that | i did not mean that | i was joking
    .carry-on = Carry on with check-ins
    .carry-on-said = carry on | carry on with check ins | continue | go on | resume
crisis-not-safe =
    Please call { $emergency } now. If calling is hard, show this to someone near you, or go where other people are.
    { $known ->
        [yes] { $line }: { $number } ({ $note }).
       *[no] By phone or chat: findahelpline.com.
    }
    You do not have to find the right words. "I am not safe" is enough.
crisis-safe =
    I am glad you are safe for now. If it changes, the number is { $emergency }.
    { $known ->
        [yes] { $line } is there as well: { $number } ({ $note }).
       *[no] You find someone to talk to at findahelpline.com.
    }
    Telling one person you trust can make it lighter. I stay quiet until you say "carry on".
crisis-still-here =
    I hear you. I am a program and cannot answer this the way a person can. If you are in danger, call { $emergency } now.
    { $known ->
        [yes] To talk to someone: { $line }, { $number } ({ $note }).
       *[no] To talk to someone: findahelpline.com.
    }
crisis-still-here-again = { $moment ->
        [0] I hear you. I stay quiet and note nothing for now. In danger, call { $emergency }. For check-ins again, write "carry on".
        [1] I read that, and I keep none of it. If you are in danger, call { $emergency }. Write "carry on" when you want check-ins again.
       *[other] I am here, as a program. { $emergency } is there in danger. "Carry on" brings the check-ins back.
    }
safety-kept = I store that it happened and when, not your words. If you are in danger, call { $emergency }. Write "carry on" when you want check-ins again.
safety-someone-else-crisis =
    It sounds as if you worry about someone. If they are in danger, call { $emergency } now, and stay with them if you can do it safely.
    { $known ->
        [yes] To ask what you can do: { $line }, { $number } ({ $note }). They help people who worry about someone, too.
       *[no] To ask what you can do: findahelpline.com. They help people who worry about someone, too.
    }
    I am a program and cannot call for you. If it is about you, tell me.
safety-someone-else-red-flag = What you describe needs checking. Please call { $emergency } for them if it is new or getting worse, or ask a doctor today. I cannot judge this by chat. If it is about you, tell me.
crisis-carried-on = Good to have you here. The check-ins go on. I leave the small steps away for three days. The numbers stay in this chat, for whenever you need them.
crisis-misheard = I am sorry, I misunderstood. We go on as before. If it is ever what you mean, { $emergency } is the emergency number{ $known ->
        [yes] {" "}and { $number } is { $line }
       *[no] {""}
    }.

safety-red-flag-emergency =
    What you describe can be a sign of something that needs checking now.

    Please call { $emergency }, or go to the nearest emergency department. Ask someone to take you if you can.

    I cannot judge this by chat. If you are not sure, treat it as yes. I will ask nothing more of you until you say so.
safety-red-flag-urgent =
    What you describe is worth having checked today.

    Please call your doctor or an out-of-hours line today. If it gets worse fast, or you feel very ill, call { $emergency }.

    I cannot judge this by chat. If you are not sure, treat it as yes. I will ask nothing more of you until you say so.
red-flag-next = { safety-red-flag-emergency }
    .getting-help = I'm getting help
    .getting-help-said = getting help | i'm getting help | im getting help | yes | ok | okay | i will | i'll call | i called | calling | i have called
    .old = It's old and my clinician knows
    .old-said = old | it's old | its old | my doctor knows | my clinician knows | not new | i've had it for years | known
    .misheard = I mistyped
    .misheard-said = mistyped | i mistyped | typo | not what i meant | misheard | wrong | no | i didn't mean that
    .carry-on = Carry on with check-ins
    .carry-on-said = carry on | carry on with check ins | continue | go on | resume
red-flag-getting-help = Good. That is the right thing to do. I stay quiet now. When you want check-ins again, tap "Carry on with check-ins" or write "carry on".
red-flag-old = Thank you for telling me. Then we go on as usual. If it changes or gets worse, call { $emergency } or your doctor the same day.
red-flag-misheard = All right, we go on as before. If it ever is what you have, call { $emergency }.
red-flag-still-here = I cannot judge this by chat. If it is new or you are not sure, please call { $emergency } or have someone take you. The buttons below go on when you are ready.

red-flag-still-here-again = { $moment ->
        [0] I stay quiet and note nothing for now. If it is new or getting worse, call { $emergency }. For check-ins again, write "carry on".
        [1] I cannot judge it from here. { $emergency } can. Write "carry on" when you want check-ins again.
       *[other] I am here, as a program. If you are not sure, call { $emergency }. "Carry on" brings the check-ins back.
    }

safety-soft = I am glad you are here. If it ever gets that heavy again, { $known ->
        [yes] { $line } is at { $number }, and the emergency number is { $emergency }.
       *[no] findahelpline.com knows whom to call, and the emergency number is { $emergency }.
    }
