# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, a person, honesty. No advice, no
# cheer, no score, no method. $emergency and $number are the country's own where the country is known.

safety-crisis =
    Danke, dass du mir das sagst. Das klingt sehr schwer zu tragen.

    Bist du gerade in Sicherheit? Wenn du in Gefahr bist oder etwas genommen hast, ruf jetzt { $emergency } an, oder bitte jemanden in deiner Nähe darum.
    { $known ->
        [yes] Zum Reden: { $line }, { $number } ({ $note }).
       *[no] Jemanden zum Reden, am Telefon oder im Chat, findest du auf findahelpline.com oder befrienders.org.
    }
    { $country_known ->
        [yes] {""}
       *[no] Ich weiß nicht, in welchem Land du bist. 112 geht von den meisten Handys.
    }
    Gibt es jemanden, dem du vertraust, dem du es sagen könntest oder der bei dir sein kann? Wenn etwas in deiner Nähe ist, womit du dich verletzen könntest, bring Abstand zwischen dich und das.

    Ich bin ein Programm. Niemand liest hier gerade mit, und ich kann nicht für dich anrufen. Ich schicke keine Check-ins und keine Schritte, bis du sagst, dass es weitergeht.
crisis-next = { safety-crisis }
    .not-safe = Ich bin nicht sicher
    .not-safe-said = nicht sicher | ich bin nicht sicher | bin nicht sicher | ich bin nicht in sicherheit | nicht in sicherheit | nein | ne | nee | nö | eher nicht | nicht wirklich | nein bin ich nicht | in gefahr
    .safe = Für jetzt bin ich sicher
    .safe-said = sicher | ich bin sicher | bin sicher | in sicherheit | ich bin in sicherheit | ja | jo | ja bin ich | ja ich bin sicher | für jetzt | fürs erste | im moment ja | mir geht es gut | mir geht's gut | alles ok | alles gut
    .misheard = Das habe ich nicht gemeint
    .misheard-said = nicht gemeint | das habe ich nicht gemeint | das hab ich nicht gemeint | so war das nicht gemeint | so meinte ich das nicht | falsch verstanden | du hast mich falsch verstanden | missverstanden | missverständnis | falsch | war ein scherz | war nur spaß | war nur spass
    .carry-on = Weiter mit den Check-ins
    .carry-on-said = weiter | mach weiter | weitermachen | weiter mit den check-ins | weiter mit den check ins | weiter mit check-ins | fortsetzen
crisis-not-safe =
    Bitte ruf jetzt { $emergency } an. Wenn das Anrufen schwerfällt, zeig das hier jemandem in deiner Nähe, oder geh dorthin, wo andere Menschen sind.
    { $known ->
        [yes] { $line }: { $number } ({ $note }).
       *[no] Am Telefon oder im Chat: findahelpline.com.
    }
    Du musst nicht die richtigen Worte finden. „Ich bin nicht sicher“ genügt.
crisis-safe =
    Ich bin froh, dass du für jetzt sicher bist. Wenn sich das ändert: Die Nummer ist { $emergency }.
    { $known ->
        [yes] { $line } ist auch da: { $number } ({ $note }).
       *[no] Jemanden zum Reden findest du auf findahelpline.com.
    }
    Es einem Menschen zu sagen, dem du vertraust, kann es leichter machen. Ich bleibe still, bis du „weiter“ sagst.
crisis-still-here =
    Ich höre dich. Ich bin ein Programm und kann darauf nicht antworten, wie ein Mensch es kann. Wenn du in Gefahr bist, ruf jetzt { $emergency } an.
    { $known ->
        [yes] Zum Reden: { $line }, { $number } ({ $note }).
       *[no] Zum Reden: findahelpline.com.
    }
crisis-carried-on = Gut, dass du da bist. Die Check-ins gehen weiter. Die kleinen Schritte lasse ich drei Tage weg. Die Nummern bleiben in diesem Chat, für wann immer du sie brauchst.
crisis-misheard = Es tut mir leid, das habe ich falsch verstanden. Wir machen weiter wie vorher. Falls du es je so meinst: { $emergency } ist die Notrufnummer{ $known ->
        [yes] {", "}die Nummer von { $line } ist { $number }
       *[no] {""}
    }.

safety-red-flag-emergency =
    Was du beschreibst, kann ein Zeichen für etwas sein, das jetzt untersucht werden muss.

    Bitte ruf { $emergency } an, oder geh in die nächste Notaufnahme. Lass dich hinbringen, wenn es geht.

    Ich kann das im Chat nicht beurteilen. Wenn du unsicher bist, nimm es als Ja. Ich frage dich nichts weiter, bis du sagst, dass es weitergeht.
safety-red-flag-urgent =
    Was du beschreibst, lässt du am besten heute noch ärztlich ansehen.

    Bitte ruf heute in deiner Arztpraxis oder beim ärztlichen Notdienst an. Wenn es schnell schlimmer wird oder du dich sehr krank fühlst, ruf { $emergency } an.

    Ich kann das im Chat nicht beurteilen. Wenn du unsicher bist, nimm es als Ja. Ich frage dich nichts weiter, bis du sagst, dass es weitergeht.
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Ich hole mir Hilfe
    .getting-help-said = ich hole hilfe | hole hilfe | ich hole mir hilfe | hol mir hilfe | ja | ok | okay | mach ich | mache ich | ich rufe an | ruf an | hab angerufen | ich habe angerufen | bin unterwegs
    .old = Das ist alt und ärztlich bekannt
    .old-said = alt | das ist alt | ist alt | ist schon alt | mein arzt weiß es | mein arzt weiß das | meine ärztin weiß es | meine ärztin weiß das | arzt weiß bescheid | nicht neu | nichts neues | hab ich seit jahren | habe ich seit jahren | bekannt
    .misheard = Ich habe mich vertippt
    .misheard-said = vertippt | hab mich vertippt | ich habe mich vertippt | tippfehler | nicht gemeint | das habe ich nicht gemeint | das hab ich nicht gemeint | falsch verstanden | falsch | nein | nö | weiter
red-flag-getting-help = Gut. Das ist das Richtige. Ich bleibe still, bis du wieder schreibst. Wenn es geklärt ist, tippe auf „Das ist alt und ärztlich bekannt“, dann gehen die Check-ins weiter.
red-flag-old = Danke, dass du es mir sagst. Dann machen wir weiter wie sonst. Wenn es sich ändert oder schlimmer wird, ruf noch am selben Tag { $emergency } oder deine Arztpraxis an.
red-flag-misheard = In Ordnung, wir machen weiter wie vorher. Falls du so etwas je hast, ruf { $emergency } an.
red-flag-still-here = Ich kann das im Chat nicht beurteilen. Wenn es neu ist oder du unsicher bist, ruf bitte { $emergency } an oder lass dich hinbringen. Mit den Knöpfen unten geht es weiter, wenn du so weit bist.

safety-soft = Ich bin froh, dass du da bist. Falls es je wieder so schwer wird: { $known ->
        [yes] { $line } erreichst du unter { $number }, die Notrufnummer ist { $emergency }.
       *[no] findahelpline.com weiß, wen du anrufen kannst, die Notrufnummer ist { $emergency }.
    }
