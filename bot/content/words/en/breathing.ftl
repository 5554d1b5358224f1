breathing-length =
    Let us breathe. How long?
    .start = Just start
    .start-said = start | go | now | just go | begin
    .one = About 1 minute
    .one-said = 1 | one | one minute | 1 minute | a minute | 1 min | short
    .five = About 5 minutes
    .five-said = 5 | five | five minutes | 5 minutes | 5 min | long
breath-words =
    .in = in
    .out = out
    .hold = hold
breath-pace-long-out = In through the nose while you count to 4, out while you count to 6. Easy, not deep: a small breath is right.
breath-pace-gentle = In through the nose while you count to 3, out while you count to 4. Easy, not deep: a small breath is right.
breath-pace-box = In while you count to 4, hold for 4, out for 4, hold for 4. Easy, not deep. If holding feels wrong, leave it out.
breath-pace-four-seven-eight = In while you count to 4, hold for 7, out for 8. Easy, not deep, four times at most. If holding feels wrong, leave it out.
# The animation comes with these words; they must be enough for someone who does not see it.
breath-session =
    { $painful ->
        [yes] If you like, let the breath travel to your { $place } and soften there as it goes out. Some people find that soothing. { $limbs ->
            [sore] The sounds around you
           *[well] Hands, feet or the sounds around you
        } are as good a place.
       *[no] Let the breath travel to a place that feels neutral, such as your hands or feet, or listen to the sounds around you.
    }

    { $minutes ->
        [-1] I will tell you when { $seconds } seconds are over.
        [0] Go on as long as you like.
        [1] I will tell you when the minute is over, in about { $breaths } breaths.
       *[other] I will tell you when { $minutes } minutes are over, in about { $breaths } breaths.
    } Eyes open is fine. Dizzy or uneasy? Let the breath go back to normal and tap Stop. Not while driving or in water.
    .stop = Stop
    .stop-said = stop | enough | done | i'm done | im done | finished | end | that's enough | thats enough | quit
breath-time-is-up = { $variant ->
        [0] That was it. You took the time to breathe.
        [1] The time is over. Well done for staying with it.
       *[other] That was it. Let the breath find its own way again.
    }
breath-hands-free = Put the phone down. I will count the time.
breath-goes-on = { $moment ->
        [0] I am here. The breath goes on until the time is over, or until you write "stop".
        [1] All right. Go on as you like, or write "stop".
       *[other] No need to write now. "Stop" ends it whenever you want.
    }
breath-left = { $moment ->
        [0] All right. We leave it.
        [1] Then we stop here. That is fine.
       *[other] All right, no more of that for now.
    }
breath-stopped = All right, we stop here. However long it was, it counts.
breath-after-felt =
    How is it now? Any answer is fine.
    .easier = A bit easier
    .easier-said = easier | better | good | calmer | a bit better | bit better | relaxed
    .same = About the same
    .same-said = same | no change | the same | no different | ok | okay | fine
    .harder = Harder
    .harder-said = harder | worse | bad | a bit worse
    .skip = Rather not say
    .skip-said = skip | no | nothing
breath-felt-easier = Good to know. It is there whenever you want it.
breath-felt-same = Thank you. Often the first few times do little. It may come with practice, or something else may suit you better.
breath-felt-harder = Thank you for saying so. Then leave it for now. A smaller, easier breath may suit you better: you can choose the gentle one in /settings.
breath-felt-skip = All right.
breath-unwell = Let the breath go back to normal, by itself. Look around and name three things you see. Put your feet on the floor. If it does not pass soon, or your chest hurts, get medical help. A gentler pace is in /settings.
