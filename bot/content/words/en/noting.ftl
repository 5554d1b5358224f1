# A person's own words come back as they were typed. Nothing is said about them: no advice, no judgement.
note-how = To see all, or take one out, write "my notes".
note-kept-medicine = Kept with your medicines: “{ $words }”. { note-how }
note-kept-trigger = Kept with your triggers: “{ $words }”. { note-how }
note-kept-question = Kept with your questions for the doctor: “{ $words }”. { note-how }
note-kept-other = Kept in your notes: “{ $words }”. { note-how }
note-many = If that was more than you meant to take, call { $emergency } now, even if you feel well.
note-too-long = That is longer than I can keep in one note ({ $limit } characters), so I kept none of it. Please send it in two parts, each beginning with "note:".
note-matters =
    .medicine = medicine
    .trigger = trigger
    .question = for the doctor
    .other = note
note-line = { $number }. { $day }, { $matter }: { $words }
note-list =
    What you noted:
    { $lines }

    To take one out, write "delete note { $number }".{ $older ->
        [no] {""}
       *[yes] {" "}Older ones are kept, too: /export shows them.
    }
note-none = There is nothing here yet. To keep something, write "note:" and your words. "Trigger: long drive" or "question for my doctor: can I swim?" work, too.
note-not-found = I have no note with the number { $number }. "My notes" shows them.
note-delete-sure =
    Shall I take this one out? “{ $words }”
    .yes = Take it out
    .yes-said = yes | delete | delete it | yes delete | take it out | ok | okay
    .no = Keep it
    .no-said = no | keep | keep it | cancel | leave it
note-deleted = It is gone from what I store.
note-stays = All right, it stays.
