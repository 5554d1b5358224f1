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
        [word] If you would rather write: text { $word } to { $write_number }.
        [text] If you would rather write: send a text message to { $write_number }.
        [text_or_chat] If you would rather write: send a text message to { $write_number }, or chat at { $chat }.
        [chat] If you would rather write: chat at { $chat }.
        [web] If you would rather write: the chat on the website of { $write_line }.
       *[none] If you would rather write: findahelpline.com shows where you can chat or text.
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

    Are you safe right now? If you are in danger, are hurt, or took something that may harm you, call { $emergency } now, even if it was a mistake. Or ask someone to call.{ $country_known ->
        [yes] {""}
       *[no] {" "}I do not know the emergency number where you are. 112 works from most mobile phones.
    }

    { safety-talk }

    If something near you could hurt you, move away from it, or ask someone to take it. It can help to tell someone you trust, or to have them with you.

    I am a program. Nobody is reading this live, and I cannot call for you.{ $held ->
        [yes] {" "}Check-ins wait until you write "carry on".
       *[no] {""}
    }
crisis-next = { safety-crisis }
    .not-safe = I am not safe
    .not-safe-said = not safe | i'm not safe | im not safe | i don't feel safe | = no | = n | = nah | = naw | = nope | = no no | = not really | = no i'm not | = no im not | = help | = help me | = please help | = i need help | i took something | i took pills
    .safe = I am safe for now
    .safe-said = = safe | = i'm safe | = im safe | = i am safe | = yes i'm safe | = yes im safe | = for now | = i am ok | = i'm ok | = im ok | = i'm okay | = im ok now | = i'm ok now | = im fine now | = i'm fine now | = i am ok now
    .hard-to-call = It's hard to call
    .hard-to-call-said = hard to call | its hard to call | calling is hard | i can't call | i cant call | i don't want to call | i dont want to call | i'm scared to call | im scared to call | i hate phones | i hate calling | i can't phone
    .tomorrow = Ask me tomorrow how I am
    .tomorrow-said = = ask me tomorrow | = ask tomorrow | = tomorrow
    .misheard = That's not what I meant
    .misheard-said = = misheard | = not what i meant | = thats not what i meant | = you misunderstood | = you misunderstood me | = i didn't mean that | = i didnt mean that | = i did not mean that | = i was joking | i didn't mean it like that | i didnt mean it like that | i didn't mean it that way | i didnt mean it that way | false alarm | you got me wrong | you got that wrong | you took it wrong
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
        [yes] {" "}You can write any time. Check-ins come back when you write "carry on".
       *[no] {""}
    }
crisis-tomorrow = { $asked_on ->
        [today] I will ask you once, today at { $asked_at }.
       *[tomorrow] I will ask you once, tomorrow at { $asked_at }.
    } If it gets heavy before that, please do not wait for me. In danger, call { $emergency }. { safety-talk }
crisis-how-are-you =
    Hello. You wanted me to ask today: how are you?

    If you are in danger, call { $emergency } now, or ask someone near you to. { safety-talk }

    Are you safe right now? A button is enough. No answer is fine too. I am a program, and nobody reads this live.
# After a day of a hold: the way back, in other words each time.
safety-way-back = { $moment ->
        [0] If you are not in danger, tap "I am safe for now", or write "carry on".
        [1] I note no numbers and ask nothing for now. If you are safe, tap "I am safe for now"; "carry on" brings the check-ins back.
       *[other] When you are out of danger, "carry on" is enough, and we go on as before.
    }
crisis-still-here =
    I read what you wrote. I am a program, and this needs a person. If you are in danger, call { $emergency } now.

    { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-still-here-again =
    You can keep writing. I can only show you who can help. If you are not safe, call { $emergency } now. { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-not-safe-still = You wrote that you are not safe. If you are safe, tap "I am safe for now". If you are not, call { $emergency } now. { safety-talk }
crisis-yes = I want to read you right. Are you safe, or not safe? A button is enough. If you are not sure, call { $emergency } now.
    .words-said = yes | yeah | yep | yup | yes i am | y | ok | okay
crisis-regret = It is all right that you wrote it. I told nobody. If you are not safe, call { $emergency }. If I got you wrong, tap "That's not what I meant".
    .words-said = never mind | nevermind | sorry | i'm sorry | im sorry | forget it | forget i said that | forget i said anything | don't tell anyone | dont tell anyone | please don't tell anyone | please dont tell anyone | i shouldn't have said that | i shouldnt have said that
crisis-carried-on = All right, check-ins start again. I leave out the small steps for three days. If you are not safe, call { $emergency }.
unsure-is-it =
    I want to be sure I understand you. Are you thinking of hurting yourself, or of not wanting to live? If so, or if you are in danger, call { $emergency } now.

    { safety-talk }
    .yes = Yes
    .yes-said = = yes | i am | i do | kind of | = maybe | = a bit | = sometimes | i think so
    .no = No, I meant something else
    .no-said = = no | not that | nothing like that | something else | of course not | = no no
unsure-no = Thank you for saying so. I read too much into it.
crisis-safe-still =
    I am here. To go on with check-ins, write "carry on". If it gets heavier, call { $emergency }.

    { safety-talk }

crisis-misheard = I am sorry, I misunderstood. We go on as before. If you took too much of something, even by mistake, call { $emergency } now.{ $known ->
        [yes] {" "}{ $line } is at { $number }.
       *[no] {""}
    }

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

    In danger: { $emergency }. { safety-talk }
barrier-aloud =
    In danger, show this to someone you trust, so that they call { $emergency } for you. You do not have to speak.

    { safety-write }
barrier-bad-enough =
    It does not have to get worse first. If you wonder whether it is bad enough, that is reason enough to call.

    In danger: { $emergency }. { safety-talk }
barrier-tried =
    I am sorry that it was no help. It may be another person who answers this time, and there is more than one way to reach someone: befrienders.org and findahelpline.com list others.

    In danger: { $emergency }. { safety-talk }
barrier-heard =
    Thank you for telling me what makes it hard. You could begin the call with just that. Someone you trust could call for you, or stay beside you.

    In danger: { $emergency }. { safety-talk }

safety-kept = Not your words. I store only that it happened, when, in which language, and the buttons you press. If you are in danger, call { $emergency }. Write "carry on" when you want check-ins again.
safety-not-opened = Your message came, but I cannot hear or see it. I can only read words and buttons. If you are in danger, call { $emergency } now. { safety-talk }
safety-stopped = In danger, call { $emergency }.
safety-in-other-languages =
    Español: en peligro, llama al { $emergency }. Para hablar: findahelpline.com

    Français : en danger, appelle le { $emergency }. Pour parler : findahelpline.com

    Deutsch: In Gefahr { $emergency } anrufen. Zum Reden: findahelpline.com
safety-someone-else-crisis =
    That is frightening. If they are in danger or took something, call { $emergency } now, and stay with them if it is safe for you. You can ask them openly about it, and listen.

    { safety-talk } They help people who worry about someone, too.

    I am a program and cannot call for you. If it is about you, tell me.
safety-someone-else-red-flag-emergency = That may need help right now. Please call { $emergency } for them now. I cannot judge this by chat. If it is about you, tell me.
safety-someone-else-red-flag-urgent = What you describe needs checking. Please call { $emergency } for them if it is new or getting worse, or ask a doctor today. I cannot judge this by chat. If it is about you, tell me.
safety-soft = Thank you for telling me. If it gets that heavy again, { $known ->
        [yes] you can call { $line } at { $number }
       *[no] findahelpline.com shows whom you can call
    }. In danger, call { $emergency }.

safety-red-flag-emergency =
    Thank you for telling me. What you describe needs checking now.

    Please call { $emergency }, or go to the nearest emergency department. Ask someone to take you if you can.

    I cannot judge this by chat. If in doubt, call.{ $held ->
        [yes] {" "}Check-ins wait until you write "carry on".
       *[no] {""}
    }
safety-red-flag-urgent =
    Thank you for telling me. What you describe needs checking today.

    Please call your doctor or an out-of-hours line today. If it gets worse fast, or you feel very ill, call { $emergency }.

    I cannot judge this by chat. If in doubt, call.{ $held ->
        [yes] {" "}Check-ins wait until you write "carry on".
       *[no] {""}
    }
red-flag-next = { safety-red-flag-emergency }
    .getting-help = I'm getting help
    .getting-help-said = = getting help | = i'm getting help | = im getting help | = i will | = i'll call | = i called | = calling | = i have called | = on my way
    .old = It's old and my doctor knows
    .old-said = = old | = it's old | = its old | = my doctor knows | = my clinician knows | = its old and my clinician knows | = it's old and my clinician knows | = its old and my doctor knows | = not new | = i've had it for years | = ive had it for years | = known
    .misheard = I mistyped
    .misheard-said = = mistyped | = i mistyped | = typo | = not what i meant | = misheard | = i didn't mean that | = i didnt mean that
    .carry-on = Carry on with check-ins
    .carry-on-said = = carry on | = carry on with check ins | = continue | = go on | = resume
red-flag-getting-help = I am glad you are getting help. If it gets worse before someone sees you, call { $emergency }.{ $held ->
        [yes] {" "}I stay quiet now. When you want check-ins again, tap "Carry on with check-ins" or write "carry on".
       *[no] {""}
    }
red-flag-old = Thank you for telling me. If any of it is new or worse, call { $emergency } now all the same. If not, we go on as usual.
red-flag-misheard = All right, we go on as before. If you do have it, call { $emergency } now.
red-flag-carried-on = All right, the check-ins go on. I leave out the small steps for a day. If it comes back or gets worse, call { $emergency } or your doctor the same day.
red-flag-still-here = I cannot judge this by chat. If it is new or you are not sure, please call { $emergency } or have someone take you. When you are ready, tap a button below.
red-flag-still-here-again = { $moment ->
        [0] I stay quiet and note nothing for now. If it is new or getting worse, call { $emergency }. For check-ins again, write "carry on".
        [1] I cannot judge it from here. { $emergency } can. Write "carry on" when you want check-ins again.
       *[other] I am here, as a program. If you are not sure, call { $emergency }. "Carry on" brings the check-ins back.
    }
