# Someone close. Steady writes to nobody: it only helps with the words.
ally-who-who =
    Who is someone you could write to? A name is enough, or "my sister". I write to nobody: I only help with the words.
    .skip = Not now
    .skip-said = skip | not now | no | nobody | no one | later | cancel
ally-kept = I keep “{ $ally }” as someone you can write to. To change it, write "my ally is" and a name, or "forget my ally".
ally-forgotten = All right, I have taken that out.
ally-none = There is nobody I keep for that.
ally-tone =
    A few words for { $ally }. How shall they sound?
    .short = Short
    .short-said = short | brief | keep it short
    .asking = Asking for help
    .asking-said = asking | ask | help me ask | ask for help | asking for something
    .telling = Just telling
    .telling-said = telling | just tell | tell
    .other = For someone else
    .other-said = other | someone else | another | somebody else
    .skip = Not now
    .skip-said = skip | not now | no | later | cancel
ally-ask-what =
    What would you like to ask for? For example: call me tonight.
    .open = Leave that open
    .open-said = open | leave it open | don't know | dont know | nothing | anything
    .skip = Not now
    .skip-said = skip | not now | no | later | cancel
ally-ask-what-unclear = That is a little long. Up to 120 characters fit.
ally-not-now = All right. Write /ally whenever you like.
ally-draft = Here is a draft. Copy it, change it, and send it yourself if you like. I send nothing, and I do not keep it.{ $scored ->
        [yes] {""}
       *[no] {" "}There is no number for today, so it has none.
    }
ally-draft-short = { $greeting } { $scored ->
        [yes] today is { $pain } out of 10 for me.
       *[no] a quick word about today: the pain is with me.
    } You do not have to do anything.
ally-draft-telling = { $greeting } I want to tell you how it is. { $scored ->
        [yes] On a scale from 0 to 10, my pain is { $pain } today.
       *[no] The pain is with me today.
    } I am not asking for anything. It helps that you know.
ally-draft-asking = { $greeting } { $scored ->
        [yes] today is { $pain } out of 10 for me.
       *[no] the pain is with me today.
    } { $asked ->
        [yes] I would like to ask you for something: { $ask }
       *[no] Could you be there for me a little? Tell me what would work for you.
    }
ally-greeting =
    .named = Hi { $ally },
    .unnamed = Hi,
    .unnamed-said = my | our | the
