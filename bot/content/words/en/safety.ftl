# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, distance, a person, honesty. No
# advice, no cheer, no score, no method. What stands behind a $ is the country's own where the country is known.
# All languages have the same messages. A name that begins with "=" counts only alone: "wrong", not "all is wrong".

safety-line = { $line }, { $number }{ $hours ->
        [always] {", "}day and night
        [limited] {", "}not at all hours
        [unknown] {""}
       *[other] {", "}{ $hours }
    }{ $free ->
        [yes] {", "}free
       *[no] {""}
    }{ $noted ->
        [yes] {", "}{ $note }
       *[no] {""}
    }
safety-write = { $writing ->
        [word] To write instead: text { $word } to { $write_number }.
        [text] To write instead: send a text message to { $write_number }.
        [text_or_chat] To write instead: send a text message to { $write_number }, or chat at { $chat }.
        [chat] To write instead: chat at { $chat }.
        [web] To write instead: the chat on the website of { $write_line }.
       *[none] To write instead: findahelpline.com shows where you can chat or text.
    }
safety-talk = { $known ->
        [yes] To talk to someone: { safety-line }.
       *[no] To find someone to talk to, by phone or chat: findahelpline.com or befrienders.org.
    }{ $writing ->
        [none] {""}
       *[other] {" "}{ safety-write }
    }

safety-crisis =
    Thank you for telling me. That sounds very hard to carry.

    Are you safe right now? If you are in danger, or have taken something, call { $emergency } now, or ask someone near you to.{ $country_known ->
        [yes] {""}
       *[no] {" "}I do not know the emergency number where you are. 112 works from most mobile phones.
    }

    { safety-talk }

    If there is something near you that you could use to hurt yourself, put distance between you and it. Is there someone you trust whom you could tell, or who could be with you?

    I am a program. Nobody is reading this live, and I cannot call for you.{ $held ->
        [yes] {" "}I will send no check-ins and no steps until you say so.
       *[no] {""}
    }
crisis-next = { safety-crisis }
    .not-safe = I am not safe
    .not-safe-said = not safe | i'm not safe | im not safe | i don't feel safe | = no | = nope | = not really | = no i'm not | = no im not
    .safe = I am safe for now
    .safe-said = = safe | = i'm safe | = im safe | = i am safe | = yes | = yeah | = yes i am | = yes i'm safe | = yes im safe | = for now | = i am ok | = i'm ok | = im ok | = i'm okay
    .hard-to-call = It's hard to call
    .hard-to-call-said = hard to call | its hard to call | calling is hard | i can't call | i cant call | i don't want to call | i dont want to call | i'm scared to call | im scared to call | i hate phones | i hate calling | i can't phone
    .tomorrow = Ask me tomorrow how I am
    .tomorrow-said = = ask me tomorrow | = ask tomorrow | = tomorrow
    .misheard = That's not what I meant
    .misheard-said = = misheard | = not what i meant | = thats not what i meant | = you misunderstood | = you misunderstood me | = wrong | = i didn't mean that | = i didnt mean that | = i did not mean that | = i was joking
    .carry-on = Carry on with check-ins
    .carry-on-said = = carry on | = carry on with check ins | = continue | = go on | = resume
crisis-not-safe =
    Please call { $emergency } now. If calling is hard, show this to someone near you, or go where other people are.

    { safety-talk }

    You do not have to find the right words. "I am not safe" is enough.
crisis-safe =
    I am glad you are safe for now. If it changes, the number is { $emergency }.

    { safety-talk }

    Telling one person you trust can make it lighter.{ $held ->
        [yes] {" "}I stay quiet until you say "carry on".
       *[no] {""}
    }
crisis-tomorrow = { $asked_on ->
        [today] I will ask you once, today at { $asked_at }.
       *[tomorrow] I will ask you once, tomorrow at { $asked_at }.
    } If it gets heavy before that, please do not wait for me. In danger, call { $emergency }. { safety-talk }
crisis-how-are-you =
    Hello. You wanted me to ask today: how are you?

    If you are in danger, call { $emergency } now, or ask someone near you to. { safety-talk }

    I am a program, and nobody is reading this live. A button is enough. So is no answer.
crisis-still-here =
    I hear you. I am a program and cannot answer this the way a person can. If you are in danger, call { $emergency } now.

    { safety-talk }
crisis-still-here-again = { $moment ->
        [0] I hear you. I stay quiet and note nothing for now. In danger, call { $emergency }. For check-ins again, write "carry on".
        [1] I read that, and I keep none of it. If you are in danger, call { $emergency }. Write "carry on" when you want check-ins again.
       *[other] I am here, as a program. { $emergency } is there in danger. "Carry on" brings the check-ins back.
    }
crisis-carried-on = Good to have you here. The check-ins go on. I leave the small steps away for three days. The numbers stay in this chat, for whenever you need them.
crisis-misheard = I am sorry, I misunderstood. We go on as before. If it is ever what you mean, { $emergency } is the emergency number{ $known ->
        [yes] {" "}and { $number } is { $line }
       *[no] {""}
    }.

barrier-next = What makes it hard to call? It is hard for many people. In danger, the number is { $emergency }.
    .judged = I'm worried they'll judge me
    .judged-said = worried they'll judge me | they'll judge me | theyll judge me | they will judge me | being judged | judged | i'm ashamed | im ashamed | ashamed | embarrassed | they'll think i'm crazy
    .aloud = I can't talk aloud
    .aloud-said = i cant talk aloud | can't talk aloud | cant talk aloud | i can't talk | i cant talk | can't talk | cant talk | can't speak | cant speak | someone would hear me | people can hear me | i'm not alone | im not alone
    .bad-enough = I'm not sure it's bad enough
    .bad-enough-said = not sure it's bad enough | not sure its bad enough | not bad enough | bad enough | others need it more | i don't want to bother them | i dont want to bother them | waste their time
    .tried = I've tried
    .tried-said = ive tried | i have tried | tried it | tried that | tried before | i tried | nobody answered | no one answered | it didn't help | it didnt help | didn't help | didnt help
barrier-judged =
    Many people fear that. Those who answer hear hard things every day, and they are there to listen. "This is hard to say" is a good way to begin.

    { safety-talk } In danger: { $emergency }.
barrier-aloud =
    You do not have to speak. { safety-write }

    In danger, show this to someone near you, so that they call for you: { $emergency }.
barrier-bad-enough =
    It does not have to get worse first. If you wonder whether it is bad enough, that is reason enough to call.

    { safety-talk } In danger: { $emergency }.
barrier-tried =
    I am sorry that it was no help. It may be another person who answers this time, and there is more than one way to reach someone: befrienders.org and findahelpline.com list others.

    { safety-talk } In danger: { $emergency }.
barrier-heard =
    Thank you for telling me what makes it hard. Someone near you could call for you, or stay beside you while you call.

    { safety-talk } In danger: { $emergency }.

safety-kept = I store that it happened and when, in which language, and which buttons you press, not your words. If you are in danger, call { $emergency }. Write "carry on" when you want check-ins again.
safety-not-opened = I cannot hear or see what you sent. I can only read words and buttons. If you are in danger, call { $emergency } now. { safety-talk }
safety-in-other-languages =
    Español: en peligro, llama al { $emergency }. Para hablar: findahelpline.com

    Français : en danger, appelle le { $emergency }. Pour parler : findahelpline.com

    Deutsch: In Gefahr { $emergency } anrufen. Zum Reden: findahelpline.com
safety-someone-else-crisis =
    It sounds as if you worry about someone. If they are in danger, call { $emergency } now, and stay with them if you can do it safely. You can ask them plainly whether they think of dying, and listen.

    { safety-talk } They help people who worry about someone, too.

    I am a program and cannot call for you. If it is about you, tell me.
safety-someone-else-red-flag = What you describe needs checking. Please call { $emergency } for them if it is new or getting worse, or ask a doctor today. I cannot judge this by chat. If it is about you, tell me.
safety-soft = I am glad you are here. If it ever gets that heavy again, { $known ->
        [yes] { $line } is at { $number }, and the emergency number is { $emergency }.
       *[no] findahelpline.com knows whom to call, and the emergency number is { $emergency }.
    }

safety-red-flag-emergency =
    What you describe can be a sign of something that needs checking now.

    Please call { $emergency }, or go to the nearest emergency department. Ask someone to take you if you can.

    I cannot judge this by chat. If you are not sure, treat it as yes.{ $held ->
        [yes] {" "}I will ask nothing more of you until you say so.
       *[no] {""}
    }
safety-red-flag-urgent =
    What you describe is worth having checked today.

    Please call your doctor or an out-of-hours line today. If it gets worse fast, or you feel very ill, call { $emergency }.

    I cannot judge this by chat. If you are not sure, treat it as yes.{ $held ->
        [yes] {" "}I will ask nothing more of you until you say so.
       *[no] {""}
    }
red-flag-next = { safety-red-flag-emergency }
    .getting-help = I'm getting help
    .getting-help-said = = getting help | = i'm getting help | = im getting help | = yes | = ok | = okay | = i will | = i'll call | = i called | = calling | = i have called | = on my way
    .old = It's old and my clinician knows
    .old-said = = old | = it's old | = its old | = my doctor knows | = my clinician knows | = its old and my clinician knows | = not new | = i've had it for years | = ive had it for years | = known
    .misheard = I mistyped
    .misheard-said = = mistyped | = i mistyped | = typo | = not what i meant | = misheard | = wrong | = no | = i didn't mean that | = i didnt mean that
    .carry-on = Carry on with check-ins
    .carry-on-said = = carry on | = carry on with check ins | = continue | = go on | = resume
red-flag-getting-help = Good. That is the right thing to do. If it gets worse before someone sees you, call { $emergency }.{ $held ->
        [yes] {" "}I stay quiet now. When you want check-ins again, tap "Carry on with check-ins" or write "carry on".
       *[no] {""}
    }
red-flag-old = Thank you for telling me. Then we go on as usual. If it changes or gets worse, call { $emergency } or your doctor the same day.
red-flag-misheard = All right, we go on as before. If it ever is what you have, call { $emergency }.
red-flag-carried-on = All right, the check-ins go on. I leave the small steps away for a day. If it comes back or gets worse, call { $emergency } or your doctor the same day.
red-flag-still-here = I cannot judge this by chat. If it is new or you are not sure, please call { $emergency } or have someone take you. The buttons below go on when you are ready.
red-flag-still-here-again = { $moment ->
        [0] I stay quiet and note nothing for now. If it is new or getting worse, call { $emergency }. For check-ins again, write "carry on".
        [1] I cannot judge it from here. { $emergency } can. Write "carry on" when you want check-ins again.
       *[other] I am here, as a program. If you are not sure, call { $emergency }. "Carry on" brings the check-ins back.
    }
