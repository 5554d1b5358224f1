### Small steps outside the comfort zone, each in three sizes: small takes 1-3 minutes or almost nothing, medium 5-10
### minutes, large 15-30. One or two plain sentences, 160 characters at most, no medical advice, nothing heavy, nothing
### that costs much. nudges.yaml says whom and when each one suits.

nudge-domain-movement = Moving
nudge-domain-outdoors = Getting outdoors
nudge-domain-people = Being with people
nudge-domain-home = Life at home
nudge-domain-pleasure = Things you enjoy
nudge-domain-work-and-learning = Work and learning


## Movement

nudge-dance-to-a-song =
    .small = Play a song you like. Let one part of you keep time, such as a finger.
    .medium = Play two songs you like. Let any part of you that feels willing move along.
    .large = Play five songs you love and move along, lying, sitting or standing. Sit one out whenever you like.

nudge-walk-a-song =
    .small = Put on a song and walk or roll around the room until it ends.
    .medium = Put on two songs and walk or roll through your home until they end.
    .large = Put on five songs and walk or roll through your home. Sit down for the third one.

nudge-stretch-like-a-cat =
    .small = Stretch like a cat waking up, in any way that feels nice. Once is enough.
    .medium = Take five minutes to stretch slowly, in any way that feels nice. Leave out any part that says no.
    .large = Put on music you like. For fifteen minutes, stretch and rest by turns, in any way that feels nice.

nudge-new-position =
    .small = Change how you lie or sit. Stay a minute and notice what feels different.
    .medium = Try three ways to lie or sit, about two minutes each. Pick the one you like best.
    .large = For twenty minutes, change how you lie or sit every now and then. See which way you'd choose again.

nudge-paper-toss =
    .small = Crumple a bit of paper and toss it at a bowl or a bin. Three tries are plenty.
    .medium = Toss paper balls at a bowl for five minutes. The ones that miss can stay on the floor.
    .large = Make up a game with paper balls and a bowl. Play for fifteen minutes, with a rest between rounds.

nudge-gentle-class =
    .small = Watch two minutes of a gentle movement class online. Just see if you like the teacher.
    .medium = Find a gentle class online, seated or lying down. Join in for five minutes and skip what you like.
    .large = Join a gentle class online for fifteen minutes, seated or lying down. Skip what you like, or just listen.

nudge-move-you-miss =
    .small = Think of a movement you miss, such as a dance step. Make one tiny version of it.
    .medium = Pick a movement you miss, such as a dance step. Play with a small, slow version for five minutes.
    .large = Pick a sport or a dance you miss. Play with a small, slow version for fifteen minutes, with rests.

nudge-short-trips =
    .small = Get one light thing you'd usually leave where it is. A glass or a book counts.
    .medium = Get up three times today for something light. A drink or a book counts.
    .large = For fifteen minutes, gather light things for something you'll enjoy later. Sit down between trips.

nudge-slow-motion =
    .small = Make one move in slow motion, such as reaching for a cup. Notice one thing you usually miss.
    .medium = For five minutes, make every move slowly. Notice one thing you usually miss.
    .large = For fifteen minutes, do everything at half speed, with pauses. Notice one thing you usually miss.

nudge-copy-a-dancer =
    .small = Watch a dancer for two minutes. Copy one move, as small as you like.
    .medium = Watch a dance video for five minutes. Copy any move you like, even with one hand or one foot.
    .large = Watch dance videos for fifteen minutes. Join in your own way, lying, sitting or standing.

nudge-stop-by-the-clock =
    .small = Set a timer for two minutes and start something that keeps you moving. Stop when it rings.
    .medium = Set a timer for five minutes and do something that keeps you moving. Stop when it rings, even halfway.
    .large = Choose something that keeps you moving. Do it for five minutes, rest for five, then do five more.

nudge-pretend-instrument =
    .small = Play one line of a tune on a pretend piano. A table or a blanket will do.
    .medium = Put on two songs and play along on a pretend instrument.
    .large = Give a pretend concert. Play along with songs you love for fifteen minutes, and rest in between.

nudge-seat-at-the-table =
    .small = Sit or stand at a table for two minutes. Have something nice to sip or look at.
    .medium = Sit or stand at a table for ten minutes, with tea or some music. Shift as you like.
    .large = Have a meal or play a game at a table for about twenty minutes. Get up or shift as you like.


## Outdoors

nudge-outside-sounds =
    .small = Listen for a minute to what comes in from outside. Name one sound.
    .medium = Listen to the world outside for five minutes, with a window open if you can. Count the sounds.
    .large = Listen to the world outside for fifteen minutes, as if to a concert. Pick your favourite sound.

nudge-feel-the-air =
    .small = Stand or sit at an open door or window for a minute. Notice the air on your face.
    .medium = Spend five minutes just outside your door or at an open window. Notice the air on your face.
    .large = Spend fifteen minutes outside or at an open window, sitting if you like. Notice how the air changes.

nudge-watch-the-sky =
    .small = Look at the sky for a minute from where you are. Find two colours in it.
    .medium = Watch the sky for five minutes from your bed, a chair or a bench. See what moves.
    .large = Watch the sky for twenty minutes, from indoors or out. See what has changed by the end.

nudge-to-the-corner =
    .small = Go to the first tree, gate or lamp post outside. Then come back.
    .medium = Go to the nearest corner and back at your own pace. Stop once to look at something.
    .large = Go to a spot nearby that you like, stay a little and come back. Fifteen minutes in all is plenty.

nudge-nearest-seat =
    .small = Find out where the seat nearest to your door is. A bench, a low wall or a bus stop counts.
    .medium = Go to a seat outdoors near your home and stay for five minutes.
    .large = Take some music or something to look at to a seat outdoors near your home. Stay for twenty minutes.

nudge-bring-the-outside-in =
    .small = Bring in one small thing from outside, such as a leaf. Or ask someone to bring you one.
    .medium = Take five minutes to find two small things outside, such as a leaf or a twig. Put them near you.
    .large = Spend fifteen minutes outside looking for small finds at hand height. Lay them out near you.

nudge-sip-outdoors =
    .small = Take one sip of your next drink at an open door or window.
    .medium = Have your next drink on the step, on a balcony or at an open window. Stay for five minutes.
    .large = Have a cup of tea or a snack outside or at an open window. Stay for twenty minutes.

nudge-window-film =
    .small = Look towards a window for a minute, from bed or close up. Name one thing that moves or shines.
    .medium = Look out of a window for five minutes, from bed or close up. Name three things that move or shine.
    .large = Look out of a window for fifteen minutes, from bed or close up. Watch it as if it were a film.

nudge-spot-a-bird =
    .small = Look or listen for one bird or animal outside.
    .medium = Look and listen for birds or animals for five minutes, from where you are.
    .large = Look and listen for birds or animals for twenty minutes. Find out the name of one.

nudge-outdoor-photo =
    .small = Take one photo of something outside, from your window or door.
    .medium = Choose a colour. Take three photos of it, outside or from your window.
    .large = Choose a colour and look for it outside for fifteen minutes. Take a photo of each find.

nudge-place-you-miss =
    .small = Think of a place nearby that you miss. Say out loud what you'd do there first.
    .medium = Pick a place nearby that you miss. Find out when it opens or where you can sit.
    .large = Go to a place nearby that you miss, or part of the way. Half an hour in all is plenty.

nudge-see-the-post =
    .small = Go and see if any post has come. Or open the front door and look out.
    .medium = Go and see if any post has come. Stay outside for five minutes before you go back in.
    .large = Take a card towards the nearest post box. If it's far, turn back after ten minutes.

nudge-signs-of-the-season =
    .small = Find one sign of the season at a window or door. Look, listen or sniff.
    .medium = Spend five minutes outside or at a window. Find three signs of the season.
    .large = Spend fifteen minutes outside near your home. Find five signs of the season, and rest when you like.


## People

nudge-send-a-view =
    .small = Send someone a photo of something you see from where you are.
    .medium = Send someone a photo from where you are. Add a few lines about why you chose it.
    .large = Swap photos of the day with someone for fifteen minutes. Ask about theirs.

nudge-short-call =
    .small = Send someone a voice message that just says hello.
    .medium = Call someone for five minutes. Say at the start that it will be short.
    .large = Call someone you like for fifteen minutes. Lie down for it if that suits you.

nudge-say-thanks =
    .small = Send someone one line of thanks for something small.
    .medium = Take five minutes to write or record a few lines of thanks. Say what it meant to you.
    .large = Take twenty minutes to write or record a thank-you letter, and send it.

nudge-ask-for-a-hand =
    .small = Ask someone for one small thing, in person or by message.
    .medium = Ask someone for ten minutes of help with something you usually do alone.
    .large = Ask someone to do a small job with you for twenty minutes. Take the easier half.

nudge-in-company =
    .small = Keep someone company for two minutes, in the room or on a call. No need to talk.
    .medium = Keep someone company for ten minutes, in the room or on a call. No need to talk.
    .large = Spend half an hour with someone, in the room or on a call. Each of you can do your own thing.

nudge-how-today-is =
    .small = Tell someone you trust, in one sentence, how today really is.
    .medium = Take five minutes with someone you trust. Tell them one hard thing and one good thing about this week.
    .large = Talk for twenty minutes with someone you trust. Tell them what helps you on hard days and what doesn't.

nudge-neighbour-hello =
    .small = Say hello or wave to someone you'd usually pass by.
    .medium = Chat for five minutes with someone you meet, such as a neighbour.
    .large = Spend twenty minutes where people are, such as a library or a bench. Talk with one of them.

nudge-old-friend =
    .small = Send someone you miss five words: "I thought of you today."
    .medium = Take five minutes to write or record a message to someone you miss. Share a memory.
    .large = Catch up with someone you miss for fifteen minutes, by call or message.

nudge-short-visit =
    .small = Think of someone you'd like to see. Pick a time of day that would suit you.
    .medium = Invite someone for a short visit or a video call. Say how long would suit you.
    .large = Spend twenty minutes with someone you like, in person or by video. Agree on the end before you begin.

nudge-find-your-people =
    .small = Look up one online group about something you enjoy.
    .medium = Read along in an online group you like for ten minutes. Leave one friendly reply.
    .large = Take part in an online group you like for twenty minutes. Ask or share one thing.

nudge-play-together =
    .small = Send someone a riddle or a quiz question.
    .medium = Play a quick game with someone for ten minutes, in person or online.
    .large = Play a game with someone for half an hour, in person or online. Words, cards or a quiz all count.

nudge-share-a-laugh =
    .small = Send someone a joke or a clip that made you smile.
    .medium = Share ten minutes of something funny with someone, in person or on a call.
    .large = Share a half-hour show with someone, in person or on a call. Tell each other your favourite bit.

nudge-small-favour =
    .small = Do someone a two-minute favour from where you are, such as looking something up.
    .medium = Do someone a ten-minute favour from where you are, such as checking a letter.
    .large = Give someone twenty minutes of help from where you are. Listening, explaining or looking things up counts.


## Home

nudge-tidy-one-patch =
    .small = Put one light thing back where you like it to be.
    .medium = Tidy one small patch, such as a bedside table, for five minutes. Then call it done.
    .large = Tidy one corner for fifteen minutes, with a rest in the middle. Light things only, then call it done.

nudge-make-your-nest =
    .small = Make the spot where you rest a bit nicer. Straighten one cushion or blanket.
    .medium = Take five minutes to make the spot where you rest nicer. Put something you love within reach.
    .large = Take fifteen minutes, with pauses, to make your resting spot nicer. Think of light, sounds and things you love.

nudge-tend-a-plant =
    .small = Give one plant a little water, or put a leaf in a glass.
    .medium = Spend five minutes with a plant. Water it, turn it to the light, pick off a dry leaf.
    .large = Take fifteen minutes with your plants. Or plant a pip from your kitchen in a cup.

nudge-cook-a-part =
    .small = Do one small part of a meal, such as washing an apple.
    .medium = Sit down and get one part of a meal ready for ten minutes.
    .large = Make a simple dish you like in about twenty-five minutes. Sit for as much of it as you like.

nudge-wash-a-cup =
    .small = Wash your favourite cup in warm water, without hurry.
    .medium = Wash a few dishes for five minutes. The rest can stay where they are.
    .large = Wash dishes for fifteen minutes, with a sit-down in the middle. The rest can stay where they are.

nudge-forgotten-corner =
    .small = Spend two minutes in a room or corner that you've been using less.
    .medium = Spend ten minutes in a room or corner that you've been using less. Take some music or a cup of tea along.
    .large = Spend half an hour in a room or corner that you've been using less. Sit, stand or lie as you like.

nudge-chore-with-a-song =
    .small = Put on one song and do any light chore until it ends.
    .medium = Put on three songs. Do a light chore for the first, rest for the second, go on for the third.
    .large = Put on six songs. Do a light chore for one, rest for the next, and so on to the end.

nudge-fold-some-washing =
    .small = Fold one towel or shirt, sitting or standing.
    .medium = Sit and fold light washing for five minutes. What is left can wait.
    .large = Fold light washing for fifteen minutes, with a short rest after every five pieces.

nudge-tidy-your-photos =
    .small = Delete one photo you don't need, and keep one you love.
    .medium = Sort the photos on your phone for five minutes. Mark three favourites.
    .large = Take fifteen minutes to make an album of ten photos you love.

nudge-plan-a-meal =
    .small = Choose one meal you'd enjoy this week.
    .medium = Choose one meal you'd enjoy this week. Write or record a short list of what it needs.
    .large = Take fifteen minutes to plan three meals you'd enjoy. Make one of them very easy, for a hard day.

nudge-let-a-chore-go =
    .small = Choose one chore to leave for today, on purpose.
    .medium = Go through your chores for five minutes, on paper or in your head. Choose two to leave, on purpose.
    .large = List your chores for fifteen minutes. Sort them into four: today, later, ask someone, let go.

nudge-hard-day-box =
    .small = Name one thing you like to have near you on a hard day.
    .medium = Take five minutes to start a bag or a box for hard days. Put two things you like in it.
    .large = Take fifteen minutes to fill a bag or a box for hard days. A kind note to yourself can go in, too.

nudge-unused-drawer =
    .small = Open one drawer or cupboard that you've been leaving alone. Take out one light thing.
    .medium = Open a drawer or cupboard that you've been leaving alone. Sort light things in it for five minutes.
    .large = Open a drawer or cupboard that you've been leaving alone. Sort light things for fifteen minutes, with a rest.


## Pleasure

nudge-old-song =
    .small = Listen to one song you loved when you were younger. Do nothing else while it plays.
    .medium = Listen to two songs you loved when you were younger. Do nothing else while they play.
    .large = Listen to music you loved when you were younger for twenty minutes. Do nothing else while it plays.

nudge-rest-on-purpose =
    .small = Rest for two minutes on purpose, with nothing to finish first.
    .medium = Rest for ten minutes on purpose, at a time you choose. Nothing has to be finished first.
    .large = Rest for half an hour on purpose, at a time you choose. Nothing has to be finished first.

nudge-tea-time =
    .small = Drink the first three sips of your next drink slowly. Notice the taste.
    .medium = Have your next drink from a cup you like. Give it ten minutes, with nothing else to do.
    .large = Give yourself a tea time of twenty minutes. Have a cup you like and something nice to hear.

nudge-doodle =
    .small = Doodle on a scrap of paper for two minutes. It doesn't have to become anything.
    .medium = Draw or colour for ten minutes. Nobody has to see it.
    .large = Draw or colour for twenty minutes, with music if you like. Nobody has to see it.

nudge-nice-to-touch =
    .small = Touch something soft or smooth for a minute. Notice how it feels.
    .medium = Find three things that are nice to touch, such as a sleeve or a cup. Spend two minutes with each.
    .large = Get cosy for twenty minutes with something that's nice to touch. A soft sleeve or blanket will do.

nudge-something-funny =
    .small = Watch or listen to something funny for two minutes.
    .medium = Watch or listen to something funny for ten minutes. Pick the best line.
    .large = Watch or listen to a funny show for half an hour. Pick the best line.

nudge-story-time =
    .small = Read or listen to one short poem, or the start of a story.
    .medium = Read or listen to a story for ten minutes. Eyes closed is fine.
    .large = Read or listen to a story for half an hour. Stop in the middle if you like.

nudge-hobby-you-miss =
    .small = Look at or hold one thing that belongs to a hobby you miss.
    .medium = Spend five minutes on a hobby you miss. The smallest way you can think of is fine.
    .large = Spend twenty minutes on a hobby you miss. Set a timer and stop while you still enjoy it.

nudge-favourite-clothes =
    .small = Put on one thing you like but seldom wear, even just a scarf.
    .medium = Take five minutes to choose something nice to wear, and put it on. It can be just for you.
    .large = Take twenty minutes to dress as if for a small outing. Staying in is fine.

nudge-hum-a-tune =
    .small = Hum or sing one line of a song.
    .medium = Hum or sing along to two songs, as softly as you like.
    .large = Hum or sing along to songs you love for fifteen minutes. Keep them as soft as you like.

nudge-look-forward =
    .small = Name one small, free thing you could look forward to this week.
    .medium = Pick one small, free thing to enjoy this week. Choose the day and what would make it easier.
    .large = Take fifteen minutes to plan a small, free pleasure for this week. Plan an easier version for a hard day, too.

nudge-good-memory =
    .small = Call to mind one good moment from your life. Name one thing you could hear or smell.
    .medium = Spend five minutes with a song or a photo from a time you like. Note one thing it brings back.
    .large = Take twenty minutes to tell the story of one good day in your life. Write it or record it.

nudge-travel-from-here =
    .small = Look up one photo or sound of a place you'd love to visit.
    .medium = Visit a place you'd love to see for ten minutes. Video, pictures or music can take you there.
    .large = Take a half-hour trip to a place you'd love to see. Go by video, music or radio.


## Work and learning

nudge-one-page =
    .small = Read or listen to one page of something that interests you.
    .medium = Read or listen to something that interests you for ten minutes. Keep one thing from it.
    .large = Read or listen to something that interests you for twenty-five minutes. Pause halfway.

nudge-open-a-letter =
    .small = Open one letter or email that has been waiting. Reading it can come another day.
    .medium = Open one letter or email that has been waiting. Take five minutes to find what it asks for.
    .large = Take one letter or email that has been waiting. Spend twenty minutes on the first part of it.

nudge-start-a-form =
    .small = Get out one form that has been waiting. Fill in your name and leave it there.
    .medium = Spend ten minutes on a form that has been waiting. Skip any box that is hard.
    .large = Spend twenty-five minutes on a form that has been waiting, with a break. Skip any box that is hard.

nudge-new-word =
    .small = Learn one word in a language you like. Say it out loud twice.
    .medium = Spend ten minutes learning a few words in a language you like.
    .large = Spend twenty minutes on a free lesson in a language you like. Say a few words out loud.

nudge-look-it-up =
    .small = Look up one thing you've wondered about lately.
    .medium = Watch, read or listen for ten minutes about something you've wondered about.
    .large = Spend twenty-five minutes finding out about something you've wondered about. Tell someone the best bit.

nudge-first-lesson =
    .small = Look up one free course, online or at a library, on something you enjoy.
    .medium = Try the first ten minutes of a free course online. You can leave it there.
    .large = Try the first half hour of a free course online. Pause it whenever you like.

nudge-help-from-here =
    .small = Think of a cause you care about. Look up one way to help from home.
    .medium = Spend ten minutes finding out how to help a cause you care about from home. Note one question.
    .large = Spend twenty minutes helping a cause you care about from home. A message or a small online task counts.

nudge-what-you-do-well =
    .small = Name one thing you do well, whatever the day is like. Say it out loud or write it down.
    .medium = Take five minutes to name three things you do well, whatever the day is like. Write or record them.
    .large = Take fifteen minutes to write or record what you do well. Add where you'd like to use it next.

nudge-hello-to-a-colleague =
    .small = Send a short hello to someone you know from work or a course.
    .medium = Take five minutes to message someone you know from work or a course. Ask what's new.
    .large = Catch up with someone you know from work or a course for fifteen minutes.

nudge-new-reading-spot =
    .small = Read or work for two minutes in a spot you don't often use.
    .medium = Read or work for ten minutes in a spot you don't often use.
    .large = Read or work for twenty minutes in a spot you don't often use. Change how you sit or lie halfway.

nudge-task-by-the-clock =
    .small = Set a timer for two minutes and start one task. Stop when it rings.
    .medium = Set a timer for ten minutes and work on one task. Stop when it rings, even halfway.
    .large = Work on one task for ten minutes, rest for five, then work for ten more. Stop there.

nudge-sort-some-papers =
    .small = Take one paper from a pile. Keep it or let it go.
    .medium = Sit and sort papers for five minutes. Keep them or let them go.
    .large = Sit and sort papers for twenty minutes, with a rest in the middle. Keep them or let them go.

nudge-share-a-tip =
    .small = Send someone one tip about something you know well.
    .medium = Spend ten minutes telling someone about something you know well.
    .large = Spend twenty minutes writing or recording a small guide to something you know well.
