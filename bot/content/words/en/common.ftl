# Words used all over. Each message may use $name (with $named: yes or no) and $variant (0 to 6, another each day).

buttons =
    .start = Start
    .breathe = Breathe
    .checkin = Check in
    .nudge = A small step
    .flare = It is a flare
    .flare_over = The flare is over
    .flare_plan = My flare plan
    .pace = My pace
    .week = My week
    .month = My month
    .months = Three months
    .report = A page for my doctor
    .settings = Settings
    .pause = Pause
    .resume = Start again
    .stop = Stop
    .privacy = Privacy
    .export = My data
    .delete = Delete my data
    .help = Help
    .insights = What goes together
    .experiment = Try something out
    .goal = My goal
    .goals = My goals
    .ladder = My ladder
    .peg = Weekly questions
    .note = My notes
    .ally = Write to someone
    .why = Why this?
    .every_other_day = Every other day
    .weekly = Once a week
    .link = Another messenger
    .unlink = Part my messengers
    .day = Sleep and the day
    .gentler = Gentler
    .yes-said = yes | yep | yeah | y | ok | okay | sure | right | that's right | correct

weekdays =
    .day-0 = Monday
    .day-1 = Tuesday
    .day-2 = Wednesday
    .day-3 = Thursday
    .day-4 = Friday
    .day-5 = Saturday
    .day-6 = Sunday
    .short-0 = Mon
    .short-1 = Tue
    .short-2 = Wed
    .short-3 = Thu
    .short-4 = Fri
    .short-5 = Sat
    .short-6 = Sun
months =
    .month-1 = January
    .month-2 = February
    .month-3 = March
    .month-4 = April
    .month-5 = May
    .month-6 = June
    .month-7 = July
    .month-8 = August
    .month-9 = September
    .month-10 = October
    .month-11 = November
    .month-12 = December
days =
    .yesterday = yesterday
    .today = today
    .tomorrow = tomorrow
    .date = { $weekday }, { $day } { $month }
    .on = on { $days }
    .none = on no day
    .every = every day
    .weekdays = from Monday to Friday
    .weekends = on Saturday and Sunday
lists =
    .both = { $first } and { $last }
    .between = {", "}
    .nothing = none
numbers =
    .point = .

body =
    .back = back
    .lower-back = lower back
    .upper-back = upper back
    .neck = neck
    .shoulders = shoulders
    .head = head
    .jaw = jaw
    .arms = arms
    .elbows = elbows
    .wrists = wrists
    .hands = hands
    .chest-wall = chest wall
    .belly = belly
    .pelvis = pelvis
    .hips = hips
    .legs = legs
    .knees = knees
    .ankles = ankles
    .feet = feet
    .joints = joints
    .everywhere = whole body

questions-have-changed = My questions have changed a little, so let me ask again.
back-to-our-question = Back to what I asked before.

button-again = I have that already.
button-old = That button belongs to an earlier message, so I left things as they are. What would you like now?

# When something is not understood: once with an example, then the question stays open.
unclear-choice = I did not catch that. You can tap a button or write its words.
unclear-score = I did not catch a number. You could write 6, "six and a half" or "between 4 and 5".
unclear-out-of-range = I need a number from 0 to 10. You could write 6, or 6.5.
unclear-text = That is too long for me to keep here. A few words are enough.
unclear-places = I did not catch that. You could write "lower back" or "neck and hips".
unclear-city = I do not know that city. You could write a larger one near you, such as "Lyon", or your clock, such as "UTC+2".
unclear-time = I did not catch a time. You could write 8:30 or "8 in the evening".
unclear-days = I did not catch the days. You could write "mon, wed, fri" or "weekdays".
unclear-until = I did not catch until when. You could write "until monday" or "for 3 days".
unclear-left-open = { $moment ->
        [0] I did not get that, sorry. There is no hurry: my question stays open.
        [1] That went past me, sorry. My question stays open, for whenever you like.
       *[other] I could not read that as an answer. It can wait: my question stays open.
    }

unclear-empty = That message came without words. What would you like?
unclear-words = { $moment ->
        [0] I am a simple program and did not get that. Here is what I can do right away:
        [1] I did not understand that, sorry. A number, or one of these, I understand:
       *[other] That went past me. These I can do:
    }
unclear-long = Thank you for telling me. I am a simple program: I did not store this and cannot answer it well. Someone close to you, or your clinician, can. To keep a note for a day, check in first.
unclear-command = I do not know that command. Here are some that I know:

media-sticker = Thanks for the sticker. I can only read words and buttons.
media-voice = I cannot listen to voice messages, sorry. If typing is hard, the buttons work, and one number is enough.
media-photo = I cannot see pictures, and I did not store it. Words and buttons work.
media-location = I did not store that. If you moved, write "I live in" and your city.
media-other = I cannot open that, and I did not store it. Words and buttons work.

# What whoever runs Steady tells everybody, in their own words.
notice = From the people who run Steady: { $words }
notice-heard = All right.

talk-bye = Good night.
talk-bye-day = See you tomorrow.
talk-real = I am a program, not a person.
talk-one-tap = One tap is enough.
talk-later = All right. Write a number whenever it suits you.
talk-medicine = I cannot advise on medicines. Please ask a pharmacist or your clinician before you change anything.
talk-symptom = I cannot judge this. If it is new, or has changed, call a doctor today. If your doctor knows it and it is the same, you can just note it.
talk-after-soft = If you like, we can breathe or check in.
talk-night = That is a long night. We can breathe, or just leave it.
talk-how-long = I do not know, and I will not guess. It is hard not to know. We can take the next few minutes, if you like.
talk-why-write = I write at { $check_in_time }, and less often when you do not answer. No answer is fine. If it is too much, pause me, or stop me.
talk-kept = I keep your settings and what you tell me of your days: numbers, steps, goals, plans, answers and notes. Other words I do not keep.
talk-thanks = { $variant ->
        [0] You are welcome.
        [1] Glad to be here.
        [2] Any time.
       *[other] You are welcome.
    }
talk-hello = { $named ->
        [yes] Hello, { $name }. Good to see you.
       *[no] Hello. Good to see you.
    }
talk-medical = I cannot advise on medicines or tell what is behind a symptom. A pharmacist or your clinician can. If it is new or getting worse, please ask one today.
talk-despair = { $moment ->
        [0] That sounds heavy, and I am sorry. You do not have to be brave here. Someone you trust can hear more of it than I can.
        [1] I hear how tired you are of it. Nothing has to be solved now. It can help to tell someone you trust.
       *[other] That is a lot, for a long time. You need not carry it well. Someone close to you can hear more of it than I can.
    }
talk-hard = { $moment ->
        [0] That sounds hard. We can breathe, or just note the number.
        [1] That sounds hard. I am sorry. If you like, we breathe. A number is enough, too.
       *[other] That sounds hard. A breath, or just a number, if you like.
    }

something-broke = Something went wrong on my side. What you wrote may not be stored. Please try once more in a little while.

help =
    This is what I can do. Tap, or write it in your own words.

    /breathe  a slow breath, right now
    /checkin  note your pain, 0 to 10
    /nudge  a small step; /ladder  rung by rung
    /goal  what matters to you; /goals for all
    /pace  a pace that holds, from your own tries
    /flare  all goes quiet, your plan comes back
    /week  what you did this week; /month for longer
    /insights  what goes together; /experiment  try it out
    /peg  three weekly questions; /note  keep a note
    /report  one page for your doctor
    /ally  a few words for someone close
    /settings  time, days, city, places, nudges
    /pause  quiet for a while; /resume to come back
    /stop  no more messages; /why  why I wrote
    /link  one memory on Telegram and Discord
    /privacy  what is stored; /export; /delete

    To put something right, write "no, 5", "sleep was 4" or "no, I rested". In an emergency, call { $emergency }: I am a program and nobody reads along.
