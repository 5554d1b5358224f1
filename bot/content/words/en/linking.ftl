# One memory in two places, such as Telegram and Discord.
link-platforms =
    .telegram = Telegram
    .discord = Discord
    .other = another place
link-code =
    Your code: { $code }

    Write it to me in the other messenger within { $minutes } minutes. Then I know you in both, and write where you last wrote to me. It works once.

    Whoever has this code can read along, so keep it to yourself.
link-from-there = I do not know you here yet. If we already talk elsewhere, write /link to me there. I give you a code, and you write it here.
link-unknown = I do not know that code, or its time is over. Write /link in the other messenger for a new one.
link-same = That is the code for the other messenger. Write it to me there.
link-already = We already talk in two places: { $first } and { $second }. To part them, write /unlink.
link-two-sure =
    You have told me things here too. If I join the two, all of it goes together. Your times, your goal and your plans stay as they are over there; what was under way here is put down. It cannot be taken apart again. Shall I?
    .yes = Join them
    .yes-said = yes | join | join them | go ahead | do it
    .no = Leave it
    .no-said = no | leave it | not now | cancel
link-not = All right, it stays as it was.
link-joined = Now I know you in both: { $first } and { $second }. I write where you last wrote to me. To part them, write /unlink.
link-joined-elsewhere = You joined { $second } to what you told me here. From now on I write where you last wrote to me. If that was not you, write /unlink now.
unlink-alone = I know you only here. To join another messenger, write /link.
unlink-where =
    We talk in two places: { $first } and { $second }. Where shall I forget you? What you told me stays in the other one.
    .here = Forget me here
    .here-said = here | this one | forget me here
    .there = Forget me there
    .there-said = there | the other | the other one | over there | forget me there
    .nowhere = Leave both
    .nowhere-said = nowhere | no | leave it | leave both | cancel | neither
unlinked-here = Done. I no longer know you here. What you told me stays in the other place.
unlinked-here-elsewhere = I no longer know you in the other place, as you asked there. All of it stays here.
unlinked-there = Done. I no longer know you in the other place. All of it stays here.
unlinked-there-elsewhere = You asked me, in the other place, to forget you here. What you told me stays there. What stands in this chat stays until you delete the chat.
deleted-elsewhere = You asked me, in the other place, to delete everything. It is gone here too.
