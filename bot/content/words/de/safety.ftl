# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, distance, a person, honesty. No
# advice, no cheer, no score, no method. What stands behind a $ is the country's own where the country is known.
# All languages have the same messages. A name that begins with "=" counts only alone: "wrong", not "all is wrong".

safety-line = { $line }, { $number }{ $hours ->
        [always] {", "}Tag und Nacht
        [limited] {", "}nicht rund um die Uhr
        [unknown] {""}
       *[other] {", "}{ $hours } Uhr
    }{ $free ->
        [yes] {", "}kostenlos
       *[no] {""}
    }{ $noted ->
        [yes] {", "}{ $note }
       *[no] {""}
    }
safety-write = { $writing ->
        [word] Lieber schreiben: { $word } als SMS an { $write_number }.
        [text] Lieber schreiben: eine SMS an { $write_number }.
        [text_or_chat] Lieber schreiben: eine SMS an { $write_number } oder im Chat auf { $chat }.
        [chat] Lieber schreiben: im Chat auf { $chat }.
        [web] Lieber schreiben: im Chat auf der Website von { $write_line }.
       *[none] Lieber schreiben: findahelpline.com zeigt, wo das per Chat oder SMS geht.
    }
safety-talk = { $known ->
        [yes] Zum Reden: { safety-line }.
       *[no] Jemanden zum Reden, am Telefon oder im Chat, findest du auf findahelpline.com oder befrienders.org.
    }{ $writing ->
        [none] {""}
       *[other] {" "}{ safety-write }
    }

safety-crisis =
    Danke, dass du mir das sagst. Das klingt sehr schwer zu tragen.

    Bist du gerade in Sicherheit? Wenn du in Gefahr bist oder etwas genommen hast, ruf jetzt { $emergency } an, oder bitte jemanden in deiner Nähe darum.{ $country_known ->
        [yes] {""}
       *[no] {" "}Ich weiß nicht, welche Notrufnummer bei dir gilt. 112 geht von den meisten Handys.
    }

    { safety-talk }

    Wenn etwas in deiner Nähe ist, womit du dich verletzen könntest, bring Abstand zwischen dich und das. Gibt es jemanden, dem du vertraust, dem du es sagen könntest oder der bei dir sein kann?

    Ich bin ein Programm. Niemand liest hier gerade mit, und ich kann nicht für dich anrufen.{ $held ->
        [yes] {" "}Ich schicke keine Check-ins und keine Schritte, bis du sagst, dass es weitergeht.
       *[no] {""}
    }
crisis-next = { safety-crisis }
    .not-safe = Ich bin nicht sicher
    .not-safe-said = nicht sicher | bin nicht sicher | ich bin nicht in sicherheit | nicht in sicherheit | ich fühle mich nicht sicher | bin in gefahr | in gefahr | = nein | = ne | = nee | = nö | = eher nicht | = nicht wirklich | = nein bin ich nicht
    .safe = Für jetzt bin ich sicher
    .safe-said = = sicher | = ich bin sicher | = bin sicher | = in sicherheit | = ich bin in sicherheit | = ja | = jo | = ja bin ich | = ja ich bin sicher | = für jetzt | = fürs erste | = im moment ja | = mir geht es gut | = mir geht's gut | = alles ok | = alles gut
    .hard-to-call = Anrufen fällt mir schwer
    .hard-to-call-said = anrufen ist schwer | das anrufen fällt mir schwer | telefonieren fällt mir schwer | ich kann nicht anrufen | kann nicht anrufen | ich kann da nicht anrufen | ich will nicht anrufen | ich möchte nicht anrufen | ich trau mich nicht anzurufen | ich traue mich nicht anzurufen | ich hasse telefonieren
    .tomorrow = Frag mich morgen, wie es mir geht
    .tomorrow-said = = frag mich morgen | = frag morgen | = morgen
    .misheard = Das habe ich nicht gemeint
    .misheard-said = = nicht gemeint | = das hab ich nicht gemeint | = so war das nicht gemeint | = so meinte ich das nicht | = falsch verstanden | = du hast mich falsch verstanden | = missverstanden | = missverständnis | = falsch | = war ein scherz | = war nur spaß | = war nur spass
    .carry-on = Weiter mit den Check-ins
    .carry-on-said = = weiter | = mach weiter | = weitermachen | = weiter mit den check-ins | = weiter mit den check ins | = weiter mit check-ins | = fortsetzen
crisis-not-safe =
    Bitte ruf jetzt { $emergency } an. Wenn das Anrufen schwerfällt, zeig das hier jemandem in deiner Nähe, oder geh dorthin, wo andere Menschen sind.

    { safety-talk }

    Du musst nicht die richtigen Worte finden. „Ich bin nicht sicher“ genügt.
crisis-safe =
    Ich bin froh, dass du für jetzt sicher bist. Wenn sich das ändert: Die Nummer ist { $emergency }.

    { safety-talk }

    Es einem Menschen zu sagen, dem du vertraust, kann es leichter machen.{ $held ->
        [yes] {" "}Ich bleibe still, bis du „weiter“ sagst.
       *[no] {""}
    }
crisis-tomorrow = { $asked_on ->
        [today] Ich frage dich einmal, heute um { $asked_at } Uhr.
       *[tomorrow] Ich frage dich einmal, morgen um { $asked_at } Uhr.
    } Wenn es vorher schwer wird, warte bitte nicht auf mich. In Gefahr ruf { $emergency } an. { safety-talk }
crisis-how-are-you =
    Hallo. Du wolltest, dass ich heute frage: Wie geht es dir?

    Wenn du in Gefahr bist, ruf jetzt { $emergency } an, oder bitte jemanden in deiner Nähe darum. { safety-talk }

    Ich bin ein Programm, und niemand liest hier gerade mit. Ein Knopf genügt. Keine Antwort ist auch in Ordnung.
crisis-still-here =
    Ich höre dich. Ich bin ein Programm und kann darauf nicht antworten, wie ein Mensch es kann. Wenn du in Gefahr bist, ruf jetzt { $emergency } an.

    { safety-talk }
crisis-still-here-again = { $moment ->
        [0] Ich höre dich. Ich bleibe still und schreibe gerade nichts auf. In Gefahr ruf { $emergency } an. Für Check-ins schreib „weiter“.
        [1] Ich habe das gelesen und behalte nichts davon. Wenn du in Gefahr bist, ruf { $emergency } an. Schreib „weiter“, wenn du wieder Check-ins möchtest.
       *[other] Ich bin da, als Programm. In Gefahr hilft { $emergency }. Mit „weiter“ kommen die Check-ins zurück.
    }
crisis-carried-on = Gut, dass du da bist. Die Check-ins gehen weiter. Die kleinen Schritte lasse ich drei Tage weg. Die Nummern bleiben in diesem Chat, für wann immer du sie brauchst.
crisis-misheard = Es tut mir leid, das habe ich falsch verstanden. Wir machen weiter wie vorher. Falls du es je so meinst: { $emergency } ist die Notrufnummer{ $known ->
        [yes] {", "}und { $line } erreichst du unter { $number }
       *[no] {""}
    }.

barrier-next = Was macht das Anrufen schwer? Vielen fällt es schwer. In Gefahr ist die Nummer { $emergency }.
    .judged = Ich habe Angst, verurteilt zu werden
    .judged-said = angst verurteilt zu werden | sie verurteilen mich | die verurteilen mich | verurteilt werden | ich schäme mich | schäme mich | ist mir peinlich | das ist mir peinlich | die halten mich für verrückt
    .aloud = Ich kann nicht laut sprechen
    .aloud-said = kann nicht laut sprechen | nicht laut sprechen | ich kann nicht reden | kann nicht reden | ich kann nicht sprechen | kann nicht sprechen | jemand hört mit | man hört mich | ich bin nicht allein | bin nicht allein
    .bad-enough = Vielleicht ist es nicht schlimm genug
    .bad-enough-said = nicht schlimm genug | schlimm genug | ist es schlimm genug | so schlimm ist es nicht | andere brauchen es mehr | anderen geht es schlechter | ich will niemanden stören | ich will nicht stören | zeit verschwenden
    .tried = Ich habe es schon versucht
    .tried-said = schon versucht | ich hab es schon versucht | hab ich schon versucht | habe ich schon versucht | schon probiert | niemand ging ran | keiner ging ran | ging niemand ran | hat nicht geholfen | hat nichts gebracht
barrier-judged =
    Davor haben viele Angst. Wer dort abnimmt, hört jeden Tag Schweres und ist zum Zuhören da. „Das ist schwer zu sagen“ ist ein guter Anfang.

    { safety-talk } In Gefahr: { $emergency }.
barrier-aloud =
    Du musst nicht sprechen. { safety-write }

    In Gefahr zeig das hier jemandem in deiner Nähe, damit er für dich anruft: { $emergency }.
barrier-bad-enough =
    Es muss nicht erst schlimmer werden. Wenn du dich fragst, ob es schlimm genug ist, ist das Grund genug anzurufen.

    { safety-talk } In Gefahr: { $emergency }.
barrier-tried =
    Es tut mir leid, dass es nicht geholfen hat. Diesmal geht vielleicht jemand anderes ran, und es gibt mehr als einen Weg: Weitere findest du auf befrienders.org und findahelpline.com.

    { safety-talk } In Gefahr: { $emergency }.
barrier-heard =
    Danke, dass du mir sagst, was es schwer macht. Jemand in deiner Nähe kann für dich anrufen oder dabei sein, wenn du anrufst.

    { safety-talk } In Gefahr: { $emergency }.

safety-kept = Ich speichere, dass es war, wann, in welcher Sprache und welche Knöpfe du drückst, nicht deine Worte. Wenn du in Gefahr bist, ruf { $emergency } an. Schreib „weiter“, wenn du wieder Check-ins möchtest.
safety-not-opened = Was du geschickt hast, kann ich nicht hören oder sehen. Ich kann nur Worte und Knöpfe lesen. Wenn du in Gefahr bist, ruf jetzt { $emergency } an. { safety-talk }
safety-in-other-languages =
    English: in danger, call { $emergency }. To talk: findahelpline.com

    Español: en peligro, llama al { $emergency }. Para hablar: findahelpline.com

    Français : en danger, appelle le { $emergency }. Pour parler : findahelpline.com
safety-someone-else-crisis =
    Das klingt, als machst du dir Sorgen um jemanden. Ist dieser Mensch in Gefahr, ruf jetzt { $emergency } an, und bleib bei ihm, wenn du das ohne Gefahr kannst. Du kannst offen fragen, ob er ans Sterben denkt, und zuhören.

    { safety-talk } Dort hilft man auch denen, die sich um jemanden sorgen.

    Ich bin ein Programm und kann nicht für dich anrufen. Wenn es um dich geht, sag es mir.
safety-someone-else-red-flag = Was du beschreibst, muss untersucht werden. Ist es neu oder wird es schlimmer, ruf bitte { $emergency } an, oder frag heute noch ärztlich nach. Ich kann das im Chat nicht beurteilen. Wenn es um dich geht, sag es mir.
safety-soft = Ich bin froh, dass du da bist. Falls es je wieder so schwer wird: { $known ->
        [yes] { $line } erreichst du unter { $number }, die Notrufnummer ist { $emergency }.
       *[no] findahelpline.com weiß, wen du anrufen kannst, die Notrufnummer ist { $emergency }.
    }

safety-red-flag-emergency =
    Was du beschreibst, kann ein Zeichen für etwas sein, das jetzt untersucht werden muss.

    Bitte ruf { $emergency } an, oder geh in die nächste Notaufnahme. Lass dich hinbringen, wenn es geht.

    Ich kann das im Chat nicht beurteilen. Wenn du dir nicht sicher bist, nimm es als Ja.{ $held ->
        [yes] {" "}Ich frage dich nichts weiter, bis du sagst, dass es weitergeht.
       *[no] {""}
    }
safety-red-flag-urgent =
    Was du beschreibst, lässt du am besten heute noch ärztlich ansehen.

    Bitte ruf heute in deiner Arztpraxis oder beim ärztlichen Notdienst an. Wenn es schnell schlimmer wird oder du dich sehr krank fühlst, ruf { $emergency } an.

    Ich kann das im Chat nicht beurteilen. Wenn du dir nicht sicher bist, nimm es als Ja.{ $held ->
        [yes] {" "}Ich frage dich nichts weiter, bis du sagst, dass es weitergeht.
       *[no] {""}
    }
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Ich hole mir Hilfe
    .getting-help-said = = ich hole hilfe | = hole hilfe | = hol mir hilfe | = ja | = ok | = okay | = mach ich | = mache ich | = ich rufe an | = ruf an | = hab angerufen | = ich habe angerufen | = bin unterwegs
    .old = Das ist alt und ärztlich bekannt
    .old-said = = alt | = das ist alt | = ist alt | = ist schon alt | = mein arzt weiß es | = mein arzt weiß das | = meine ärztin weiß es | = meine ärztin weiß das | = arzt weiß bescheid | = nicht neu | = nichts neues | = hab ich seit jahren | = habe ich seit jahren | = bekannt
    .misheard = Ich habe mich vertippt
    .misheard-said = = vertippt | = hab mich vertippt | = tippfehler | = nicht gemeint | = das habe ich nicht gemeint | = das hab ich nicht gemeint | = falsch verstanden | = falsch | = nein | = nö
    .carry-on = Weiter mit den Check-ins
    .carry-on-said = = weiter | = mach weiter | = weitermachen | = weiter mit den check-ins | = weiter mit den check ins | = weiter mit check-ins | = fortsetzen
red-flag-getting-help = Gut. Das ist das Richtige. Wenn es bis dahin schlimmer wird, ruf { $emergency } an.{ $held ->
        [yes] {" "}Ich bleibe jetzt still. Wenn du wieder Check-ins möchtest, tippe auf „Weiter mit den Check-ins“ oder schreib „weiter“.
       *[no] {""}
    }
red-flag-old = Danke, dass du es mir sagst. Dann machen wir weiter wie sonst. Wenn es sich ändert oder schlimmer wird, ruf noch am selben Tag { $emergency } oder deine Arztpraxis an.
red-flag-misheard = In Ordnung, wir machen weiter wie vorher. Falls du so etwas je hast, ruf { $emergency } an.
red-flag-carried-on = In Ordnung, die Check-ins gehen weiter. Die kleinen Schritte lasse ich einen Tag weg. Wenn es wiederkommt oder schlimmer wird, ruf noch am selben Tag { $emergency } oder deine Arztpraxis an.
red-flag-still-here = Ich kann das im Chat nicht beurteilen. Wenn es neu ist oder du dir nicht sicher bist, ruf bitte { $emergency } an oder lass dich hinbringen. Mit den Knöpfen unten geht es weiter, wenn du so weit bist.
red-flag-still-here-again = { $moment ->
        [0] Ich bleibe still und schreibe gerade nichts auf. Wenn es neu ist oder schlimmer wird, ruf { $emergency } an. Für Check-ins schreib „weiter“.
        [1] Von hier aus kann ich das nicht beurteilen. Unter { $emergency } kann man es. Schreib „weiter“, wenn du wieder Check-ins möchtest.
       *[other] Ich bin da, als Programm. Wenn du dir nicht sicher bist, ruf { $emergency } an. Mit „weiter“ kommen die Check-ins zurück.
    }
