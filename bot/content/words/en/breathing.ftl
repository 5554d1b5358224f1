breathing-length =
    Let us breathe. How long?
    .start = Just start
    .start-said = start | go | now | just go | begin | ok | okay | yes | please
    .one = 1 minute
    .one-said = 1 | one | one minute | about 1 minute | a minute | 1 min | short
    .three = 3 minutes
    .three-said = 3 | three | three minutes | about 3 minutes | 3 min
    .five = 5 minutes
    .five-said = 5 | five | five minutes | about 5 minutes | 5 min
    .ten = 10 minutes
    .ten-said = 10 | ten | ten minutes | about 10 minutes | 10 min | long
    .other = Other ways
    .other-said = other | another way | more | something else
    .not-now = Not now
    .not-now-said = not now | no | later | no thanks | never mind | cancel
breath-not-now = All right. It is there whenever you want it.
breath-way-way =
    What would suit you?
    .sound = Eyes closed, with a sound
    .sound-said = sound | with sound | with a sound | eyes closed | tone | close my eyes
    .scan = A slow body scan, 10 minutes
    .scan-said = scan | body scan | a body scan
    .place = Breathe to another place
    .place-said = place | another place | somewhere else
    .rhythm = Another rhythm
    .rhythm-said = rhythm | pace | another pace | pattern
    .not-now = Not now
    .not-now-said = not now | no | later | no thanks | never mind | cancel
breath-where-where =
    Where may the breath go this time? You can also write it, such as "my left foot" or "neck and jaw".
    .back = Back
    .neck = Neck
    .shoulders = Shoulders
    .hips = Hips
    .knees = Knees
    .hands = Hands
    .head = Head
    .everywhere = Everywhere
    .neutral = A neutral place
    .neutral-said = neutral | nowhere | none | not now | skip | neutral place
breath-where-where-unclear = I do not know that place. You could write "lower back" or "neck and jaw", or choose a neutral one.
breath-rhythm-rhythm =
    Which rhythm, for this time? The two with holds do not suit everyone: leave them out if you are pregnant or have heart, lung or blood pressure trouble or epilepsy.
    .long-out = In 4, out 6
    .long-out-said = usual | default | the usual
    .gentle = Gentle: in 3, out 4
    .gentle-said = gentle
    .resonance = Even: in 5, out 5
    .resonance-said = even | resonance | coherent
    .box = Box: 4, 4, 4, 4
    .box-said = box | square
    .four-seven-eight = 4, 7, 8
    .four-seven-eight-said = 478 | 4-7-8 | 4 7 8
breath-holds = This one holds the breath. Leave it out if you are pregnant or have heart, lung or blood pressure trouble or epilepsy.
breath-words =
    .in = in
    .out = out
    .hold = hold
breath-pace-long-out = In through the nose while you count to 4, out while you count to 6. Easy, not deep: a small breath is right.
breath-pace-gentle = In through the nose while you count to 3, out while you count to 4. Easy, not deep: a small breath is right.
breath-pace-resonance = In through the nose while you count to 5, out while you count to 5. Easy, not deep: a small breath is right.
breath-pace-box = In while you count to 4, hold for 4, out for 4, hold for 4. Easy, not deep. If holding feels wrong, leave it out.
breath-pace-four-seven-eight = In while you count to 4, hold for 7, out for 8. Easy, not deep, four times at most. If holding feels wrong, leave it out.
breath-begin-gently = If that is long at first, begin with 3 in and 4 out.
breath-sound =
    The tone rises as you breathe in{ $holds ->
        [yes] , stays level while you hold,
       *[no] {""}
    } and falls as you breathe out. { $gently ->
        [yes] It begins with three short breaths, 3 in and 4 out.
       *[no] It begins after a moment.
    } Close your eyes if you like.{ $lead ->
        [0] {""}
       *[other] {" "}After { $lead } minutes it falls silent: go on at your own pace.
    }
# The animation or the sound comes with these words; they must be enough for someone who does not see it.
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
    .stop-said = stop | enough | done | i'm done | im done | finished | end | that's enough | thats enough | quit | not now | pause | wait | leave it | no more
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
    How was that, compared with before? Any answer is fine.
    .easier = A bit easier
    .easier-said = easier | easier than before | better | good | calmer | a bit better | bit better | relaxed
    .same = About the same
    .same-said = same | no change | the same | no different | ok | okay | fine
    .harder = Harder
    .harder-said = harder | harder than before | worse | bad | a bit worse
    .skip = Rather not say
    .skip-said = skip | no | nothing
breath-felt-easier = { $moment ->
        [0] Good to know. It is there whenever you want it.
        [1] Good. You know where to find it.
       *[other] Noted. It is here, day and night.
    }
breath-felt-same = Thank you. Often the first few times do little. It may come with practice, or something else may suit you better.
breath-felt-harder = { $session ->
        [scan] Thank you for saying so. Then leave it for now. Watching the body closely does not suit everyone, and not every day.
       *[breath] Thank you for saying so. Then leave it for now. A smaller, easier breath may suit you better: tap Gentler, or write it, and I keep to 3 in and 4 out.
    }
breath-felt-skip = All right.
breath-unwell = Let the breath go back to normal, by itself. Look around and name three things you see. Put your feet on the floor. If it does not pass soon, or your chest hurts, get medical help. A gentler pace is in /settings.

# The body scan: ten short messages, a minute apart. Each is enough for a minute, and says nothing that must be felt.
scan-going =
    I am here. The next message comes by itself, until you write "stop".
    .stop = Stop
    .stop-said = stop | enough | done | i'm done | im done | finished | end | that's enough | thats enough | quit | not now | pause | wait | leave it | no more
scan-arrive = A slow walk through the body: ten short messages, a minute apart. Sit or lie as is easy for you, eyes open or closed. Let the breath come and go by itself. Where it hurts, you can pass by, or rest with the sounds around you. Dizzy or uneasy? Look around the room and tap Stop.
scan-feet = Let your attention go down to your feet. Warm, cool, heavy, or nothing much: all of it is fine. There is nothing to change.
scan-legs = Now the lower legs, the knees, the thighs. Notice where they touch the chair, the bed or the floor. Let them be held.
scan-hips = Now the hips and the seat. Feel how your weight rests there. With the next breath out, let them be a little heavier, if they like.
scan-belly = Now the belly. It rises a little as the breath comes in and sinks as it goes out. You need not help it.
scan-back = Now the back, slowly from below to above. If it hurts, stay beside the place, or let a soft breath go by. You can also go back to your feet.
scan-hands = Now the hands: palms, fingers, tips. Then the arms, up to the elbows and on. Let them lie as they are.
scan-shoulders = Now the shoulders and the neck. They may sink a little as the breath goes out, or stay as they are.
scan-face = Now the face: the jaw, the cheeks, the eyes, the forehead. Nobody is looking. It need not do anything.
scan-whole = Now the whole body at once, sitting or lying here, breathing by itself. Stay with that for the last minute. I will tell you when it is over.
scan-over = That was the whole way. Look around, move your fingers and toes, and take your time to get up, or stay where you are.
