# One memory in two places, such as Telegram and Discord.
link-platforms =
    .telegram = Telegram
    .discord = Discord
    .other = another place
link-code =
    Your code: { $code }

    Write it to me in the other messenger within { $minutes } minutes. Then I know you in both, and write where you last wrote to me. It works once.

    Whoever has this code can read along, so keep it to yourself, and never type one that somebody gave you.
link-from-there = I do not know you here yet. If we already talk elsewhere, write /link to me there. I give you a code, and you write it here.
link-unknown = I do not know that code, or its time is over. Write /link in the other messenger for a new one.
link-not-now = I cannot join these two now. It takes two different messengers, none of them joined already, and nothing urgent open in either. Please look there first.
link-same = That is the code for the other messenger. Write it to me there.
link-already = We already talk in two places: { $first } and { $second }. To part them, write /unlink.
link-two-sure =
    You have told me things here too. If I join the two, all of it goes together. Your times, your goal and your plans stay as they are over there; what was under way here is put down. It cannot be taken apart again. Shall I?
    .yes = Join them
    .yes-said = yes | join | join them | go ahead | do it
    .no = Leave it
    .no-said = no | leave it | not now | cancel
link-not = All right, it stays as it was.
link-joined = Now I know you in both: { $first } and { $second }. I write where you last wrote to me, and what you tell me can be read in both. If { $first } is not yours, write /unlink now.
link-joined-elsewhere = You joined { $second } to what you told me here. From now on I write where you last wrote to me. If that was not you, write /unlink now.
unlink-alone = I know you only here. To join another messenger, write /link.
unlink-where =
    We talk in two places: { $first } and { $second }. Where shall I forget you? What you told me stays in the other one.
    .first = In the first one
    .first-said = first | the first | the first one | forget me in the first one
    .second = In the second one
    .second-said = second | the second | the second one | forget me in the second one
    .nowhere = Leave both
    .nowhere-said = nowhere | no | leave it | leave both | cancel | neither
unlinked = Done. I no longer know you on { $parted }. What you told me stays on { $stays }. What stands in a chat stays until you delete that chat.
deleted-elsewhere = You asked me, in the other place, to delete everything. It is gone here too.
