### The weekly letter's one suggestion for the coming week. Each is a choice, never a task: one or two plain sentences,
### 200 characters at most, no claims. The comment above each says after which week it fits.

# A hard week: three or more days at or above the person's bad-day line.
suggestion-hard-week = The coming week can be a quiet one. Choose one small thing you'd like to keep, and let the rest wait.

# Three or more days were told as pushed through.
suggestion-pushed-through = On one day this week, you could stop a little before you have to. Five minutes earlier is plenty.

# An empty week: no check-in, no breathing, no step.
suggestion-empty-week = There is nothing to catch up on. If you like, check in on one day, and the number alone will do.

# Something was logged, but check-ins on one or two days only.
suggestion-few-check-ins = If the check-in comes at a bad time, you can move it or have it on fewer days. Just write "settings".

# A step turned out harder than expected (actual above expected).
suggestion-harder-than-expected = One step was harder than you thought, and that is good to know. You could ask for a smaller one next time.

# A step turned out easier than expected (actual below expected), and none turned out harder.
suggestion-easier-than-expected = { $variant ->
        [0] One step was easier than you thought. You could try it once more, in another place or at another time.
        [1] Something was easier than it looked. You could go back to it once, with someone you like.
        [2] One thing was not as hard as you expected. You could do it once more, just to know it better.
       *[other] One step was easier than you thought. What else have you left aside that may be so?
    }

# A step was tried (done, or some of it), without both numbers to set side by side.
suggestion-steps-tried = { $variant ->
        [0] Choose one step you tried this week. You could do it once more, in another place or at another time.
        [1] You tried something this week. Once more makes it more yours, if you like.
       *[other] You tried something this week. At another time of day it may feel different.
    }

# Steps were offered and none was taken up: "not today", or no answer.
suggestion-steps-not-today = { $variant ->
        [0] If the steps don't suit you, ask for a smaller one or for other kinds. "Not today" is always a good answer.
        [1] The steps can be of another kind. Write "settings" and choose what you like.
        [2] You can have fewer steps, or none: write "settings". Leaving them is fine as it is, too.
       *[other] A step you think of yourself is as good as mine. You could choose one small thing for one day.
    }

# Breathing was followed by "easier" one time or more, and never by "harder".
suggestion-breath-easier = You said it felt easier after breathing. You could pick a moment for it on one day, such as before you get up.

# Breathing was followed by "harder" one time or more.
suggestion-breath-harder = If breathing felt like work, a minute is enough, or listen to the sounds around you. Leaving it out is fine, too.

# Two or more days were told as rested.
suggestion-rested-week = You could choose one rest ahead of time this week. Put it at the time of day you like best.

# Any week but a hard one.
suggestion-one-good-thing = Choose one small thing you enjoy. You could give it its own place on one day this week.

# Any week.
suggestion-tell-someone = This week you could tell one person you trust what helps you on a hard day. One sentence is enough.

# Any week but a hard one or one in which breathing was followed by "harder".
suggestion-one-breath-a-day = You could take one easy, slow breath a day. Tie it to something you do anyway, such as brushing your teeth.
