# Check-ins that nobody answers. Nothing here counts the days or says a word about the gap.
# A scheduled question holds no health detail: it may show on a locked screen.
check-in-fewer = How is it today, 0 to 10? If I write too often, one tap makes it less. No answer is fine, too.
check-in-half = How is it today, 0 to 10? From now on I ask half as often. Once you write, it goes back to how you had it.
silence-quiet = I will be quiet now. { $kept_days ->
        [none] Nothing is lost, and you can write at any time.
       *[other] You can write at any time. What you told me stays until you have written nothing for { $kept_days } days.
    }
silence-back = Good to see you.

less-often =
    Shall I ask every other day, or only when you write?
    .every-other-day = Every other day
    .every-other-day-said = every other day | every second day | every 2nd day | less | less often | half
    .only-when = Only when I write
    .only-when-said = only when i write | when i write | never | none | not at all | don't ask | dont ask
    .keep = As it is
    .keep-said = keep | keep it | no | as it is | the same | leave it | not now
settings-only-when = All right, from now on I answer, and send nothing on my own: no check-ins, steps or letters. To change it, write "settings".
settings-as-often = All right, it stays as it is.

hour-move =
    You often answer around { $at }. Shall I check in then, and not at { $check_in_time }?
    .yes = Yes, please
    .yes-said = yes | yep | yeah | ok | okay | sure | please | yes please | do that
    .no = Keep { $check_in_time }
    .no-said = no | nope | keep | keep it | no thanks | not now | leave it
hour-kept = It stays at { $check_in_time }. To change it, write "ask me at" and the time.
