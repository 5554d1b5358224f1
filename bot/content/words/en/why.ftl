# The rule and the data behind a message that came unasked: why-when, then the rule.
why-when = I wrote on my own { $day } at { $asked_at }.
why-check-in = You chose check-ins { $check_in_days } at { $check_in_time }, and I had no number of yours for that day.{ $less ->
        [offered] {" "}The last three had no answer, so I offered to ask less.
        [half] {" "}As I had not heard from you, I ask half as often.
       *[no] {""}
    } No answer is fine.
why-quiet = I had not heard from you for a while. That told me that you may want quiet, so I said once that I would be.
why-step = You chose small steps { $nudge_days } at { $nudge_time }. { $pain ->
        [none] I had no score of that day or the day before that spoke against one.
       *[other] Your last score was { $pain }, below your bad-day line of { $line }.
    }{ $liked ->
        [none] {""}
       *[other] {" "}You liked: { $liked }.
    }{ $fresh ->
        [yes] {" "}I had not offered this one lately.
       *[no] {""}
    }
why-step-result = I said that I would ask how it went, after you chose to try this: “{ $step }”
why-letter = You chose { $letter_day } at { $letter_time } for your letter. It holds what you told me of those seven days, and nothing else.
why-how-are-you = You asked me to ask how you are.
why-other = It belongs to something that you set up with me.
why-nothing-yet = So far I wrote only when you did. { check-in-plan }{ $nudge_count ->
        [0] {""}
       *[other] {" "}Small steps come { $nudge_days } at { $nudge_time }, never on a bad day.
    }{ $letters ->
        [no] {""}
       *[yes] {" "}Your letter comes on { $letter_day } at { $letter_time }.
    } That is all I send on my own.
why-nothing-comes = Nothing comes from me on its own right now. I answer when you write.
