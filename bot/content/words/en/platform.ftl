# What the messengers show outside the conversation. Limits: command 90 characters, description 500, about 120.
commands =
    .start = Begin, or say hello again
    .breathe = A slow breath, right now
    .checkin = Note your pain, 0 to 10
    .nudge = A small step out of the comfort zone
    .week = What you did this week
    .settings = Time, days, city, places, nudges
    .pause = Quiet for a while
    .resume = Come back after a pause
    .stop = No more messages
    .privacy = What is stored, and who can read it
    .export = Everything stored about you
    .delete = Delete everything stored about you
    .help = What I can do
    .why = Why I wrote on my own
platform-description = Living with pain that stays: one short check-in a day, slow breathing the moment you ask, small steps that fit you, and a letter each week about what you did. I am a program, no emergency service, and I do not replace treatment. Tap Start.
platform-about = A daily check-in, breathing on demand and small steps, for people living with pain that stays.
platform-only-in-private = Let us talk in private. I do not take in anything about health where others can read it. Write to me directly.
platform-sent-in-private = I have answered you in a direct message, where only you can read it.

# The terminal
terminal-hello = This is Steady in your terminal. Type an answer or its number. Ctrl-D leaves; all is kept. To travel in time: /skip 8h
terminal-bye = See you. Everything is kept for next time.
terminal-picture = [picture saved: { $path }]
terminal-file = [file saved: { $path }]
terminal-skip-help = Say how far to travel: /skip 30m, /skip 8h or /skip 2d. A month is the most.
terminal-now = [it is now { $moment }]
terminal-breathing = (Enter goes on)
