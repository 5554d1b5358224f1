# What somebody hears whom Steady does not answer otherwise: why, what to do, and whom to call in danger.
access-in-danger = If you are in danger, call { $emergency } now{ $country_known ->
        [yes] {""}
       *[no] {", "}or the emergency number where you are
    }.
access-not-invited = Thank you for writing. This Steady is for people who were invited. If you have a code, please send it to me. { access-in-danger }
access-wrong-code = That code does not fit. Ask whoever gave it to you. { access-in-danger }
access-not-listed = Thank you for writing. This Steady is for a small group of people. If you belong to it, please ask whoever told you of it to add you. { access-in-danger }
access-left-out = This Steady is for a small group of people now, and you are not on its list any more. What you told me is still yours: /export brings it to you, /delete erases it. { access-in-danger }
access-too-fast = I was too slow, and your last message is not stored. Give me a minute, then send it again. { access-in-danger }
access-rush = Many new people write to me right now, so I could not answer you and stored nothing. Please write again in a few minutes. { access-in-danger }
