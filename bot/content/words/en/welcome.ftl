consent-program = I am a program, not a person. I do not diagnose and I do not replace treatment. I am no emergency service: in danger, call your local emergency number.
consent-storage = If you agree, I store your settings and what you tell me of your days: check-ins, notes, goals, plans, breaths, steps and answers. I also store when something you wrote sounded like danger.
consent-rights = /export shows you all of it, /delete erases it.
in-danger = In danger, call your local emergency number.
consent-agree =
    Hello, I am Steady. I help people live with pain that stays: a short check-in each day, slow breathing whenever you ask, small steps that fit you, and a letter each week about what you did.

    { consent-program } I am made for adults.

    { consent-storage } This chat is not end-to-end encrypted: the messenger can read it. The people who run this bot could open what I store; nobody watches it live. { consent-rights }

    May I store that, so we can begin?
    .yes = Yes, I agree
    .yes-said = i agree | yes | yeah | yep | sure | ok | okay | ok yes fine | ok yes | ok fine | yes fine | fine | alright | all right | yes ok | of course | go ahead | sure go ahead | yes go ahead | ok go ahead | yes please go ahead | yes please start | yes please begin | yes start | yes let's start | yes lets start | ok let's start | ok lets start | sure let's start | sure lets start | let's begin | lets begin | yes i agree | agree | agreed | ok i agree | i do | yes please | y
    .in-full-said = i agree | yes i agree | ok i agree | agree | agreed
    .no = No, thanks
    .no-said = no | no thank you | no thanks | no way | not really | not now | never | stop | rather not | i don't trust this | i do not trust this | i don't want this | i don't agree | i do not agree | nope | decline | n
welcome-declined = That is fine. I have stored nothing about you. { in-danger } If you change your mind one day, write /start.
consent-once-more = I am Steady, a program for people who live with pain. { in-danger } I can go on once you agree that I store what you tell me; /privacy says what, and who can read it. Yes or no?
consent-in-a-line = I can begin once you agree that I store what you tell me; /privacy says what, and /start says all of it again. May I?
nothing-stored = I have nothing stored about you. /start begins.
usual-how =
    Thank you. Shall we use the usual settings? That is one check-in a day, three small steps a week, a letter on Sunday, and your back as the place that hurts. You can change all of it later.
    .usual = Use the usual settings
    .usual-said = usual | yes | ok | okay | sure | usual settings | default | defaults | fine
    .choose = Let me choose
    .choose-said = choose | no | own | my own | let me | i want to choose
welcome-settled =
    { $named ->
        [yes] All set, { $name }.
       *[no] All set.
    } { $zone_known ->
        [yes] I will check in { $check_in_days } at { $check_in_time }.
       *[no] I will check in { $check_in_days }, at about this time of day until I know your clock.
    } One number from 0 (no pain) to 10 (the worst you can imagine) is a whole check-in. Small steps come { $nudge_days }, your letter on { $letter_day }.

    Any day is fine to skip. /help shows the rest.
welcome-first = We can start now, or you can leave it until then.
welcome-back = { $named ->
        [yes] Good to see you, { $name }. What would you like?
       *[no] Good to see you. What would you like?
    }
