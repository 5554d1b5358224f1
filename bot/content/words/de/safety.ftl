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
        [word] Wenn du lieber schreibst: { $word } als SMS an { $write_number }.
        [text] Wenn du lieber schreibst: eine SMS an { $write_number }.
        [text_or_chat] Wenn du lieber schreibst: eine SMS an { $write_number } oder im Chat auf { $chat }.
        [chat] Wenn du lieber schreibst: im Chat auf { $chat }.
        [web] Wenn du lieber schreibst: im Chat auf der Website von { $write_line }.
       *[none] Wenn du lieber schreibst: findahelpline.com zeigt, wo das per Chat oder SMS geht.
    }
safety-talk = { $known ->
        [yes] Zum Reden: { safety-line }.
       *[no] Jemanden zum Reden, am Telefon oder im Chat, findest du auf findahelpline.com oder befrienders.org.
    }{ $writing ->
        [none] {""}
       *[other] {" "}{ safety-write }
    }

safety-crisis =
    Danke, dass du mir das sagst. Das klingt sehr schwer.

    Bist du gerade in Sicherheit? Wenn du in Gefahr oder verletzt bist oder etwas genommen hast, das dir schaden kann, ruf jetzt die { $emergency } an, auch wenn es ein Versehen war. Oder bitte jemanden, anzurufen.{ $country_known ->
        [yes] {""}
       *[no] {" "}Ich weiß nicht, welche Notrufnummer bei dir gilt. 112 geht von den meisten Handys.
    }

    { safety-talk }

    Wenn etwas in deiner Nähe ist, womit du dich verletzen könntest, geh davon weg, oder gib es jemandem. Es kann helfen, es jemandem zu sagen, dem du vertraust, oder jemanden bei dir zu haben.

    Ich bin ein Programm. Niemand liest hier gerade mit, und ich kann nicht für dich anrufen.{ $held ->
        [yes] {" "}Die Check-ins warten, bis du „weiter“ schreibst.
       *[no] {""}
    }
crisis-next = { safety-crisis }
    .not-safe = Ich bin nicht in Sicherheit
    .not-safe-said = nicht sicher | bin nicht sicher | ich bin nicht sicher | ich bin nicht in sicherheit | nicht in sicherheit | ich fühle mich nicht sicher | bin in gefahr | in gefahr | = nein | = n | = nee nee | = nein nein | = ne | = nee | = nö | = eher nicht | = nicht wirklich | = nein bin ich nicht | = hilfe | = hilf mir | = hilf mir bitte | = ich brauche hilfe | tabletten genommen | etwas genommen
    .safe = Im Moment bin ich in Sicherheit
    .safe-said = = sicher | = ich bin sicher | = bin sicher | = in sicherheit | = ich bin in sicherheit | = ja ich bin sicher | = für jetzt bin ich sicher | = für jetzt | = fürs erste | = im moment ja | = mir geht es gut | = mir geht's gut | = alles ok | = alles gut
    .hard-to-call = Anrufen fällt mir schwer
    .hard-to-call-said = anrufen ist schwer | das anrufen fällt mir schwer | telefonieren fällt mir schwer | ich kann nicht anrufen | kann nicht anrufen | ich kann da nicht anrufen | ich will nicht anrufen | ich möchte nicht anrufen | ich trau mich nicht anzurufen | ich traue mich nicht anzurufen | ich hasse telefonieren
    .tomorrow = Frag mich morgen, wie es mir geht
    .tomorrow-said = = frag mich morgen | = frag morgen
    .misheard = Das habe ich nicht gemeint
    .misheard-said = = nicht gemeint | = das hab ich nicht gemeint | = so war das nicht gemeint | = so meinte ich das nicht | = falsch verstanden | = du hast mich falsch verstanden | = missverstanden | = missverständnis | = war ein scherz | = war nur spaß | = war nur spass | so meinte ich das nicht | das meinte ich nicht | so war das nicht gemeint | falscher alarm | das hast du falsch verstanden
    .carry-on = Weiter mit den Check-ins
    .carry-on-said = = weiter | = mach weiter | = weitermachen | = weiter mit den check-ins | = weiter mit den check ins | = weiter mit check-ins | = fortsetzen
crisis-not-safe =
    Bitte ruf jetzt die { $emergency } an. Wenn das Anrufen schwerfällt, zeig das hier jemandem in deiner Nähe, oder geh dorthin, wo andere Menschen sind.

    { safety-talk }

    Du musst nicht die richtigen Worte finden. „Ich bin nicht in Sicherheit“ genügt.
crisis-safe =
    Ich bin froh, dass du im Moment in Sicherheit bist. Wenn sich das ändert: Die Nummer ist { $emergency }.

    { safety-talk }

    Es einem Menschen zu sagen, dem du vertraust, kann es leichter machen.{ $held ->
        [yes] {" "}Du kannst jederzeit schreiben. Die Check-ins kommen wieder, wenn du „weiter“ schreibst.
       *[no] {""}
    }
crisis-tomorrow = { $asked_on ->
        [today] Ich frage dich einmal, heute um { $asked_at } Uhr.
       *[tomorrow] Ich frage dich einmal, morgen um { $asked_at } Uhr.
    } Wenn es vorher schwer wird, warte bitte nicht auf mich. Bist du in Gefahr, ruf die { $emergency } an. { safety-talk }
crisis-how-are-you =
    Hallo. Du wolltest, dass ich heute frage: Wie geht es dir?

    Wenn du in Gefahr bist, ruf jetzt die { $emergency } an, oder bitte jemanden in deiner Nähe darum. { safety-talk }

    Bist du gerade in Sicherheit? Ein Knopf genügt. Keine Antwort ist auch in Ordnung. Ich bin ein Programm, und niemand liest hier gerade mit.
# After a day of a hold: the way back, in other words each time.
safety-way-back = { $moment ->
        [0] Wenn du nicht in Gefahr bist, tippe auf „Im Moment bin ich in Sicherheit“ oder schreib „weiter“.
        [1] Ich schreibe gerade keine Zahlen auf und frage nichts. Bist du in Sicherheit, tippe auf „Im Moment bin ich in Sicherheit“; „weiter“ bringt die Check-ins zurück.
       *[other] Wenn du außer Gefahr bist, genügt „weiter“, und wir machen weiter wie vorher.
    }
crisis-still-here =
    Ich habe gelesen, was du schreibst. Ich bin ein Programm, und das hier braucht einen Menschen. Wenn du in Gefahr bist, ruf jetzt die { $emergency } an.

    { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-still-here-again =
    Du kannst weiterschreiben. Ich kann nur zeigen, wer hilft. Wenn du nicht in Sicherheit bist, ruf jetzt die { $emergency } an. { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-not-safe-still = Du hast geschrieben, dass du nicht in Sicherheit bist. Wenn du in Sicherheit bist, tippe auf „Im Moment bin ich in Sicherheit“. Wenn nicht, ruf jetzt die { $emergency } an. { safety-talk }
crisis-yes = Ich will dich richtig verstehen. Bist du in Sicherheit oder nicht? Ein Knopf genügt. Wenn du unsicher bist, ruf jetzt die { $emergency } an.
    .words-said = ja | jo | jep | ja bin ich | ok | okay
crisis-regret = Es ist in Ordnung, dass du es geschrieben hast. Ich habe es niemandem gesagt. Wenn du nicht in Sicherheit bist, ruf die { $emergency } an. Habe ich dich falsch verstanden, tippe auf „Das habe ich nicht gemeint“.
    .words-said = egal | schon gut | vergiss es | tut mir leid | sorry | entschuldigung | sag es niemandem | sag's niemandem | bitte sag es niemandem
crisis-carried-on = In Ordnung, die Check-ins kommen wieder. Die kleinen Schritte lasse ich drei Tage weg. Wenn du nicht in Sicherheit bist, ruf die { $emergency } an.
unsure-is-it =
    Ich möchte dich richtig verstehen. Denkst du daran, dir etwas anzutun, oder willst du nicht mehr leben? Wenn ja, oder wenn du in Gefahr bist, ruf jetzt die { $emergency } an.

    { safety-talk }
    .yes = Ja
    .yes-said = = ja | schon | irgendwie | = vielleicht | = manchmal | ich glaube ja
    .no = Nein, ich meinte etwas anderes
    .no-said = = nein | das nicht | nichts davon | etwas anderes | was anderes | natürlich nicht
unsure-no = Danke, dass du das sagst. Ich habe zu viel hineingelesen.
crisis-safe-still =
    Ich bin da. Um weiterzumachen, schreib "weiter". Wenn es schwerer wird, ruf die { $emergency } an.

    { safety-talk }

crisis-misheard = Es tut mir leid, das habe ich falsch verstanden. Wir machen weiter wie vorher. Wenn du zu viel von etwas genommen hast, auch aus Versehen, ruf jetzt die { $emergency } an.{ $known ->
        [yes] {" "}{ $line } erreichst du unter { $number }.
       *[no] {""}
    }

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

    In Gefahr: { $emergency }. { safety-talk }
barrier-aloud =
    Bist du in Gefahr, zeig das hier jemandem, dem du vertraust, damit jemand für dich die { $emergency } anruft. Du musst nicht sprechen.

    { safety-write }
barrier-bad-enough =
    Es muss nicht erst schlimmer werden. Wenn du dich fragst, ob es schlimm genug ist, ist das Grund genug anzurufen.

    In Gefahr: { $emergency }. { safety-talk }
barrier-tried =
    Es tut mir leid, dass es nicht geholfen hat. Diesmal geht vielleicht jemand anderes ran, und es gibt mehr als einen Weg: Weitere findest du auf befrienders.org und findahelpline.com.

    In Gefahr: { $emergency }. { safety-talk }
barrier-heard =
    Danke, dass du mir sagst, was es schwer macht. Genau damit kannst du den Anruf beginnen. Jemand, dem du vertraust, kann für dich anrufen oder dabei sein.

    In Gefahr: { $emergency }. { safety-talk }

safety-kept = Nicht deine Worte. Ich speichere nur, dass es passiert ist, wann, in welcher Sprache und welche Knöpfe du drückst. Wenn du in Gefahr bist, ruf die { $emergency } an. Schreib „weiter“, wenn du wieder Check-ins möchtest.
safety-not-opened = Deine Nachricht ist da, aber ich kann sie nicht hören oder sehen. Ich kann nur Worte und Knöpfe lesen. Wenn du in Gefahr bist, ruf jetzt die { $emergency } an. { safety-talk }
safety-stopped = Bist du in Gefahr, ruf die { $emergency } an.
safety-in-other-languages =
    English: in danger, call { $emergency }. To talk: findahelpline.com

    Español: en peligro, llama al { $emergency }. Para hablar: findahelpline.com

    Français : en danger, appelle le { $emergency }. Pour parler : findahelpline.com
safety-someone-else-crisis =
    Das macht Angst. Ist dieser Mensch in Gefahr oder hat etwas genommen, ruf jetzt die { $emergency } an, und bleib da, wenn es für dich sicher ist. Du kannst offen danach fragen und zuhören.

    { safety-talk } Dort hilft man auch denen, die sich um jemanden sorgen.

    Ich bin ein Programm und kann nicht für dich anrufen. Wenn es um dich geht, sag es mir.
safety-someone-else-red-flag-emergency = Das braucht vielleicht jetzt gleich Hilfe. Bitte ruf jetzt die { $emergency } für diesen Menschen an. Ich kann das im Chat nicht beurteilen. Wenn es um dich geht, sag es mir.
safety-someone-else-red-flag-urgent = Was du beschreibst, muss untersucht werden. Ist es neu oder wird es schlimmer, ruf bitte die { $emergency } an, oder frag heute noch ärztlich nach. Ich kann das im Chat nicht beurteilen. Wenn es um dich geht, sag es mir.
safety-soft = Danke, dass du mir das sagst. Falls es wieder so schwer wird, { $known ->
        [yes] erreichst du { $line } unter { $number }
       *[no] zeigt findahelpline.com, wen du anrufen kannst
    }. Bist du in Gefahr, ruf die { $emergency } an.

safety-red-flag-emergency =
    Danke, dass du das sagst. Das muss jetzt untersucht werden.

    Bitte ruf die { $emergency } an, oder geh in die nächste Notaufnahme. Lass dich hinbringen, wenn es geht.

    Ich kann das im Chat nicht beurteilen. Im Zweifel ruf an.{ $held ->
        [yes] {" "}Die Check-ins warten, bis du „weiter“ schreibst.
       *[no] {""}
    }
safety-red-flag-urgent =
    Danke, dass du das sagst. Das muss heute noch untersucht werden.

    Bitte ruf heute in deiner Arztpraxis oder beim ärztlichen Notdienst an. Wenn es schnell schlimmer wird oder du dich sehr krank fühlst, ruf die { $emergency } an.

    Ich kann das im Chat nicht beurteilen. Im Zweifel ruf an.{ $held ->
        [yes] {" "}Die Check-ins warten, bis du „weiter“ schreibst.
       *[no] {""}
    }
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Ich hole mir Hilfe
    .getting-help-said = = ich hole hilfe | = hole hilfe | = hol mir hilfe | = mach ich | = mache ich | = ich rufe an | = ruf an | = hab angerufen | = ich habe angerufen | = bin unterwegs
    .old = Das ist alt und ärztlich bekannt
    .old-said = = alt | = das ist alt | = ist alt | = ist schon alt | = mein arzt weiß es | = mein arzt weiß das | = meine ärztin weiß es | = meine ärztin weiß das | = arzt weiß bescheid | = nicht neu | = nichts neues | = hab ich seit jahren | = habe ich seit jahren | = bekannt
    .misheard = Ich habe mich vertippt
    .misheard-said = = vertippt | = hab mich vertippt | = tippfehler | = nicht gemeint | = das habe ich nicht gemeint | = das hab ich nicht gemeint | = falsch verstanden
    .carry-on = Weiter mit den Check-ins
    .carry-on-said = = weiter | = mach weiter | = weitermachen | = weiter mit den check-ins | = weiter mit den check ins | = weiter mit check-ins | = fortsetzen
red-flag-getting-help = Ich bin froh, dass du dir Hilfe holst. Wenn es bis dahin schlimmer wird, ruf die { $emergency } an.{ $held ->
        [yes] {" "}Ich bleibe jetzt still. Wenn du wieder Check-ins möchtest, tippe auf „Weiter mit den Check-ins“ oder schreib „weiter“.
       *[no] {""}
    }
red-flag-old = Danke, dass du es mir sagst. Ist etwas davon neu oder schlimmer, ruf trotzdem jetzt die { $emergency } an. Sonst machen wir weiter wie immer.
red-flag-misheard = In Ordnung, wir machen weiter wie vorher. Falls du es doch hast, ruf jetzt die { $emergency } an.
red-flag-carried-on = In Ordnung, die Check-ins gehen weiter. Die kleinen Schritte lasse ich einen Tag weg. Wenn es wiederkommt oder schlimmer wird, ruf noch am selben Tag die { $emergency } oder deine Arztpraxis an.
red-flag-still-here = Ich kann das im Chat nicht beurteilen. Wenn es neu ist oder du dir nicht sicher bist, ruf bitte die { $emergency } an oder lass dich hinbringen. Wenn du so weit bist, tippe unten auf einen Knopf.
red-flag-still-here-again = { $moment ->
        [0] Ich bleibe still und schreibe gerade nichts auf. Wenn es neu ist oder schlimmer wird, ruf die { $emergency } an. Für Check-ins schreib „weiter“.
        [1] Von hier aus kann ich das nicht beurteilen. Unter { $emergency } kann man es. Schreib „weiter“, wenn du wieder Check-ins möchtest.
       *[other] Ich bin da, als Programm. Wenn du dir nicht sicher bist, ruf die { $emergency } an. Mit „weiter“ kommen die Check-ins zurück.
    }
