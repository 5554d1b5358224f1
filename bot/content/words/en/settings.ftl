name-name =
    What may I call you?
    .skip = Skip
    .skip-said = skip | nothing | no name | no | rather not
    .not-a-name-said = why | what | what's | whats | who | how | when | where | which | do | does | is | are | can | could | would | that | that's | thats | this | don't | dont | not | no | none | never | you | i | i'd | sorry | hmm | nothing | nobody | and | but | it | it's | my | your | the
    .in-no-name-said = hurt | hurts | hurting | pain | pains | painful | ache | aches | aching | sore | tired | exhausted | is | are | am | was | has | have | had | feel | feels | feeling | want | need | can | can't | cannot | know | think | today | always | very | really | with | because | every | mostly | mainly | please | help | better | worse | years | fine | okay
name-why = I only use it to greet you, and Skip is fine. What may I call you?
name-doubted = I only use it to greet you, and that does not sound like a name to me. What may I call you? Skip is fine.
name-left = All right, we go on without a name.
name-forgotten = Sorry. I took that name out. What may I call you?
settings-name = I will call you { $name }.

zone-city =
    In which city do you live, or a larger one near it? I need it for the right time of day, and for the right emergency number. A clock such as "UTC+2" works too.
    .skip = Skip
    .skip-said = skip | rather not | no | rather not say | i'd rather not say | prefer not to say | not telling you | not telling you where i live | i'm not telling you | none of your business | that's private | private
which-city-confirm =
    { $found ->
        [one] { $first }. Is this right?
       *[other] Which of these?
    }
    .city = { $city }: { $clock }
    .yes = Yes, that is right
    .other = Another city
    .other-said = other | no | none | none of these | wrong | nope
which-city-words =
    .yes-said = yes | yep | yeah | ok | okay | correct | right
    .no-said = no | not | nope | wrong | other | another
which-city-again =
    { $found ->
        [one] I have { $first }. Is that right?
       *[other] Which of these is it?
    }
zone-when-there = Have a good trip. When you are there, write "I'm in { $city }", and I will go by its clock.
settings-zone = Your clock shows { $clock }. { check-in-plan }
settings-zone-paused = Your clock shows { $clock }. I stay quiet for as long as you wanted, by that clock.

check-in-time-time =
    At what time shall I check in? You can also write it, such as 7:30.{ $zone_known ->
        [yes] {""}
       *[no] {" "}I do not know your clock; on mine it is { $clock } now.
    }
    .skip = Keep { $check_in_time }
    .skip-said = skip | keep | keep it | leave it
right-time-right = You mean { $told }. Is this right?
    .yes = Yes, that is right
    .yes-said = yes | yeah | yep | right | that's right | that is right | correct | ok | okay | sure | y
    .other = Another time
    .other-said = other | no | nope | wrong | another | not right
settings-check-in = { check-in-plan }
check-in-plan = { $check_in_count ->
        [0] I will not check in on my own. /checkin is there whenever you like.
       *[other] I will check in { $check_in_days } at { $check_in_time }.
    }

check-in-days-days =
    On which days? You can also write them, such as "mon, wed, fri".
    .every-day = Every day
    .weekdays = Monday to Friday
    .other-days = Mon, Wed, Fri and Sun
    .skip = Keep it
    .skip-said = skip | keep | leave it

places-where =
    Where does it hurt most? You can also write it in your own words.
    .back = Back
    .neck = Neck
    .shoulders = Shoulders
    .hips = Hips
    .knees = Knees
    .head = Head
    .everywhere = All over
    .skip = Skip
    .skip-said = skip | rather not
more-places-more =
    Noted: { $told }. Anywhere else?
    .back = Back
    .neck = Neck
    .shoulders = Shoulders
    .hips = Hips
    .knees = Knees
    .head = Head
    .everywhere = All over
    .done = That's all
    .done-said = done | no | that's all | thats all | nowhere | enough | nothing else | nope
own-place-keep =
    I do not know { $count ->
        [one] this as a place: { $named }. Shall I keep it?
       *[other] these as places: { $named }. Shall I keep them?
    }
    .yes = Keep it
    .yes-said = yes | keep | keep it | keep them | ok | okay | sure | yep | yeah
    .no = Leave it out
    .no-said = no | leave it | leave them out | nope | forget it | don't
settings-places = Noted: { $places }.

settings-now =
    These are your settings.

    Check-in: { $check_in_count ->
        [0] none
       *[other] { $check_in_days } at { $check_in_time }
    }
    Your clock: { $clock } ({ $zone })
    Places: { $places }
    Small steps: { $nudge_count ->
        [0] none
       *[other] { $nudge_days } at { $nudge_time }
    }
    Letter: { $letters ->
        [no] none
       *[yes] { $letter_day }
    }
    Weekly questions: { $weekly_questions ->
        [yes] yes
       *[no] no
    }
    A day counts as bad from: { $line }
    Breathing: { $pattern }
    Pictures: { $pictures ->
        [dark] dark
       *[light] light
    }
settings-menu =
    What would you like to change?
    .check-in-time = Time
    .check-in-time-said = time | check-in time | check in time | hour
    .check-in-days = Days
    .check-in-days-said = days | check-in days | which days
    .zone = City
    .zone-said = city | zone | time zone | timezone | clock
    .places = Places
    .places-said = places | place | where it hurts
    .nudge-days = Small steps
    .nudge-days-said = nudges | steps | small steps | nudge
    .letter-day = Letter day
    .letter-day-said = letter | letter day | week day
    .weekly-questions = Weekly questions
    .weekly-questions-said = questions | the questions | three questions | peg
    .bad-day-line = Bad-day line
    .bad-day-line-said = bad day | bad day line | line
    .pattern = Breathing
    .pattern-said = breathing | breath | pattern
    .pictures = Pictures
    .pictures-said = picture | theme | dark | light | dark mode | light mode
    .name = Name
    .name-said = name | my name
    .done = Done
    .done-said = done | nothing | no | close | finished | leave it
settings-more = Anything else to change?
settings-closed = All right. Settings are there any time.
settings-kept = Kept as it was.

nudge-days-days =
    How often may I offer you a small step? You can also write the days, such as "tue and sat".
    .three = Three times a week
    .three-said = three | 3 | three times
    .one = Once a week
    .one-said = once | one | 1
    .every-day = Every day
    .every-day-said = daily
    .none = Never
    .none-said = none | no | off | no nudges
    .skip = Keep it
    .skip-said = skip | keep | leave it
nudge-time-time =
    At what time? You can also write it.
    .skip = Keep { $nudge_time }
    .skip-said = skip | keep | keep it | leave it
interests-domain =
    Is there anything you would like more of? Tap what you like, one after the other.
    .movement = Movement
    .outdoors = Outdoors
    .people = People
    .home = Home
    .pleasure = Pleasure
    .work-and-learning = Work and learning
    .work-and-learning-said = work | learning
    .done = That's all
    .done-said = done | no | that's all | thats all | enough | anything | all | skip
settings-nudges = Small steps come { $nudge_days } at { $nudge_time }{ $domain_count ->
        [0] {""}
       *[other] , most of all from: { $domains }
    }. Never on a bad day.
settings-no-nudges = No more small steps. You can still ask for one with /nudge.

letter-day-day =
    On which day shall your weekly letter come?
    .day-0 = Monday
    .day-1 = Tuesday
    .day-2 = Wednesday
    .day-3 = Thursday
    .day-4 = Friday
    .day-5 = Saturday
    .day-6 = Sunday
    .none = No letter
    .none-said = none | no letter | never | off
    .skip = Keep it
    .skip-said = skip | keep | leave it
settings-letter = { $letters ->
        [no] No more letters. /week shows your week whenever you like.
       *[yes] Your letter comes on { $letter_day }.
    }

weekly-questions-wanted =
    Three short questions about your week, once a week, the PEG. Shall I ask them?
    .yes = Once a week
    .yes-said = yes | ok | okay | sure | yes please | please | weekly | on
    .no = Only when I ask
    .no-said = no | never | no thanks | none | off
    .skip = Keep it
    .skip-said = skip | keep | leave it

pictures-look =
    Would you like your pictures dark or light?
    .dark = Dark
    .dark-said = dark mode | dark pictures
    .light = Light
    .light-said = light mode | light pictures | bright
    .skip = Keep it
    .skip-said = skip | keep | leave it

bad-day-line-line =
    From which number on is it a bad day for you? On such days I ask nothing of you.
    .skip = Keep { $line }
    .skip-said = skip | keep | leave it
settings-line = From { $line } on I will treat it as a bad day.

patterns =
    .long-out = in for 4, out for 6
    .gentle = gentle, in for 3, out for 4
    .resonance = even, in for 5, out for 5
    .box = box, 4 in, 4 hold, 4 out, 4 hold
    .four-seven-eight = 4 in, 7 hold, 8 out
pattern-pattern =
    Which way of breathing? The ones with holds do not suit everyone: skip them if you are pregnant or have heart, lung or blood pressure trouble or epilepsy.
    .long-out = In 4, out 6
    .long-out-said = usual | default
    .gentle = Gentle: in 3, out 4
    .gentle-said = gentle
    .resonance = Even: in 5, out 5
    .resonance-said = even | resonance
    .box = Box: 4, 4, 4, 4
    .box-said = box
    .four-seven-eight = 4, 7, 8
    .four-seven-eight-said = 478 | 4-7-8 | 4 7 8
    .skip = Keep it
    .skip-said = skip | keep | leave it
settings-pattern = Your breathing from now on: { $pattern }.

pause-until =
    Until when shall I be quiet? You can also write it, such as "until monday".
    .tomorrow = Until tomorrow
    .tomorrow-said = tomorrow | a day | one day | 1 day | today
    .three-days = For 3 days
    .week = For a week
    .week-said = a week | one week | week
    .for-good = Until I say so
    .for-good-said = until i say so | for good | forever | until i write | until i say
    .skip = No pause
    .skip-said = skip | no | no pause | cancel
paused-until = I will be quiet until { $day }. I still answer whenever you write.
right-pause-right = I will be quiet until { $day }. Is this right?
    .yes = Yes, that is right
    .yes-said = yes | yeah | yep | right | that's right | that is right | correct | ok | okay | sure | y
    .other = Another day
    .other-said = other | no | nope | wrong | another | not right
pause-right = All right. I still answer whenever you write.
pause-not = All right, no pause.
stopped = I have stopped. No more messages from me. What you told me stays stored until you write /delete{ $kept_days ->
        [none] {""}
       *[other] {", "}or have written nothing for { $kept_days } days
    }. If you want to come back, write /resume.
still-stopped = All right. I stay quiet until you write /resume.
resumed = Good to see you. { check-in-plan }
not-paused = I am here, and nothing is paused.

privacy-how-long = { $kept_days ->
        [none] I keep it until you write /delete.
       *[other] When you have written nothing for { $kept_days } days, I delete all of it.
    }
privacy =
    What I store: your settings; your check-ins with their notes; breaths, steps, goals, ladders, paces, flares and your plan for them; weekly answers, experiments and what you asked me to note; and the question that is open. If you wrote something that sounded like danger, I store when that was, in which language, and which buttons you pressed, not what you wrote. Other texts are not kept.

    Who can read it: this chat is not end-to-end encrypted, so the messenger can read it. The people who run this bot could open what I store. Nobody watches it live, and I pass nothing on.

    { privacy-how-long } /export sends you all of it. /delete erases it here. Messages already in this chat stay with the messenger until you delete the chat there.
export-csv = Everything I store about you, as a table.
export-json = The same for programs.
delete-confirm =
    Shall I delete everything I store about you, wherever we talk? It cannot be undone. /export first, if you want a copy.
    .yes = Delete everything
    .yes-said = yes | delete | delete it | delete everything | yes delete
    .no = Keep it
    .no-said = no | keep | keep it | cancel | stop
delete-not = All right, everything stays.
deleted = It is gone: everything I stored about you is deleted. What stands in this chat stays with the messenger until you delete the chat there. /start begins anew.
