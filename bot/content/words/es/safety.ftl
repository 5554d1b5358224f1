# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, distance, a person, honesty. No
# advice, no cheer, no score, no method. What stands behind a $ is the country's own where the country is known.
# All languages have the same messages. A name that begins with "=" counts only alone: "wrong", not "all is wrong".
# "Tú", in words that are at home in Spain and in Latin America.

safety-line = { $line }, { $number }{ $hours ->
        [always] {", "}día y noche
        [limited] {", "}no a todas horas
        [unknown] {""}
       *[other] {", "}{ $hours }
    }{ $free ->
        [yes] {", "}gratis
       *[no] {""}
    }{ $noted ->
        [yes] {", "}{ $note }
       *[no] {""}
    }
safety-write = { $writing ->
        [word] Si prefieres escribir: manda { $word } por SMS al { $write_number }.
        [text] Si prefieres escribir: manda un SMS al { $write_number }.
        [text_or_chat] Si prefieres escribir: manda un SMS al { $write_number }, o usa el chat de { $chat }.
        [chat] Si prefieres escribir: el chat de { $chat }.
        [web] Si prefieres escribir: el chat en la web de { $write_line }.
       *[none] Si prefieres escribir: en findahelpline.com ves dónde hacerlo por chat o SMS.
    }
safety-talk = { $known ->
        [yes] Para hablar con alguien: { safety-line }.
       *[no] Para encontrar con quién hablar, por teléfono o por chat: findahelpline.com o befrienders.org.
    }{ $writing ->
        [none] {""}
       *[other] {" "}{ safety-write }
    }

safety-crisis =
    Gracias por contármelo. Debe de ser muy duro.

    ¿Estás a salvo ahora mismo? Si estás en peligro, te has hecho daño o has tomado algo que puede dañarte, llama ya al { $emergency }, aunque fuera sin querer. O pide a alguien que llame.{ $country_known ->
        [yes] {""}
       *[no] {" "}No sé qué número de emergencias vale donde estás. El 112 funciona desde la mayoría de los móviles.
    }

    { safety-talk }

    Si tienes cerca algo con lo que podrías hacerte daño, aléjate de ello, o pide a alguien que se lo lleve. Puede ayudar contárselo a alguien de confianza, o tener a alguien contigo.

    Soy un programa. Nadie está leyendo esto en este momento, y no puedo llamar por ti.{ $held ->
        [yes] {" "}Los registros esperan hasta que escribas "seguir".
       *[no] {""}
    }
crisis-next = { safety-crisis }
    .not-safe = No estoy a salvo
    .not-safe-said = no estoy a salvo | no a salvo | no me siento a salvo | estoy en peligro | = no | = n | = no no | = nop | = la verdad no | = la verdad que no | = creo que no | = no mucho | = no estoy bien | = no estoy segura | = no estoy seguro | = ayuda | = ayúdame | = ayudame | = necesito ayuda | tomé pastillas | he tomado pastillas
    .safe = Por ahora estoy a salvo
    .safe-said = = por ahora estoy a salvo | = estoy a salvo | = a salvo | = sí estoy a salvo | = si estoy a salvo | = por ahora sí | = por ahora si | = por ahora | = estoy bien | = sí estoy bien | = si estoy bien
    .hard-to-call = Me cuesta llamar
    .hard-to-call-said = me cuesta mucho llamar | es difícil llamar | es dificil llamar | no puedo llamar | no quiero llamar | no me atrevo a llamar | me da miedo llamar | odio llamar | odio el teléfono | odio hablar por teléfono
    .tomorrow = Pregúntame mañana cómo estoy
    .tomorrow-said = = pregúntame mañana | = preguntame mañana | = preguntame mañana como estoy | = mañana
    .misheard = No quería decir eso
    .misheard-said = = no quería decir eso | = no queria decir eso | = no quise decir eso | = no era eso | = no me refería a eso | = no me referia a eso | = me entendiste mal | = me has entendido mal | = te equivocas | = estás equivocado | = era broma | = era una broma | = estaba bromeando | no quise decir eso | no lo decía así | no lo decia asi | falsa alarma | me entendiste mal
    .carry-on = Seguir con los registros
    .carry-on-said = = seguir con los registros | = seguir | = sigue | = seguí | = seguimos | = sigamos | = continuar | = continúa | = continua | = retomar
crisis-not-safe =
    Llama ahora al { $emergency }, por favor. Si te cuesta llamar, enséñale esto a alguien que esté cerca, o ve a donde haya otras personas.

    { safety-talk }

    No tienes que encontrar las palabras justas. "No estoy a salvo" es suficiente.
crisis-safe =
    Me alegra que por ahora estés a salvo. Si cambia, el número es el { $emergency }.

    { safety-talk }

    Contárselo a una persona de confianza puede aliviar el peso.{ $held ->
        [yes] {" "}Puedes escribir cuando quieras. Los registros vuelven cuando escribas "seguir".
       *[no] {""}
    }
crisis-tomorrow = { $asked_on ->
        [today] Te preguntaré una vez, hoy a las { $asked_at }.
       *[tomorrow] Te preguntaré una vez, mañana a las { $asked_at }.
    } Si antes se te hace muy pesado, no me esperes, por favor. En peligro, llama al { $emergency }. { safety-talk }
crisis-how-are-you =
    Hola. Querías que te preguntara hoy: ¿cómo estás?

    Si estás en peligro, llama ya al { $emergency }, o pide a alguien que esté cerca que llame. { safety-talk }

    ¿Estás a salvo ahora mismo? Basta con un botón. No responder también está bien. Soy un programa, y nadie está leyendo esto en este momento.
# After a day of a hold: the way back, in other words each time.
safety-way-back = { $moment ->
        [0] Si no estás en peligro, toca "Por ahora estoy a salvo", o escribe "seguir".
        [1] Por ahora no anoto números ni pregunto nada. Si estás a salvo, toca "Por ahora estoy a salvo"; "seguir" trae de vuelta los registros.
       *[other] Cuando estés fuera de peligro, basta "seguir", y continuamos como antes.
    }
crisis-still-here =
    He leído lo que escribes. Soy un programa, y esto necesita una persona. Si estás en peligro, llama ya al { $emergency }.

    { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-still-here-again =
    Puedes seguir escribiendo. Solo puedo mostrarte quién ayuda. Si no estás a salvo, llama ya al { $emergency }. { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-not-safe-still = Escribiste que no estás a salvo. Si estás a salvo, toca "Por ahora estoy a salvo". Si no, llama ya al { $emergency }. { safety-talk }
crisis-yes = Quiero entenderte bien. ¿Estás a salvo o no? Basta un botón. Si dudas, llama ya al { $emergency }.
    .words-said = sí | si | sip | ok | vale | dale
crisis-regret = Está bien que lo hayas escrito. No se lo he dicho a nadie. Si no estás a salvo, llama al { $emergency }. Si te entendí mal, toca "No quería decir eso".
    .words-said = da igual | olvídalo | olvidalo | perdón | perdon | lo siento | no se lo digas a nadie | no le digas a nadie | no lo cuentes
crisis-carried-on = De acuerdo, vuelven los registros. Tres días sin pequeños pasos. Si no estás a salvo, llama al { $emergency }.
unsure-is-it =
    Quiero entenderte bien. ¿Estás pensando en hacerte daño, o en no querer vivir? Si es así, o si estás en peligro, llama ya al { $emergency }.

    { safety-talk }
    .yes = Sí
    .yes-said = = sí | = si | un poco | = quizás | = quizas | = a veces | creo que sí
    .no = No, quería decir otra cosa
    .no-said = = no | eso no | nada de eso | otra cosa | claro que no
unsure-no = Gracias por decírmelo. Lo entendí mal.
crisis-safe-still =
    Aquí estoy. Para seguir, escribe "seguir". Si se hace más pesado, llama al { $emergency }.

    { safety-talk }

crisis-misheard = Perdona, te entendí mal. Seguimos como antes. Si has tomado demasiado de algo, aunque fuera sin querer, llama ya al { $emergency }.{ $known ->
        [yes] {" "}{ $line } está en el { $number }.
       *[no] {""}
    }

barrier-next = ¿Qué hace que te cueste llamar? A mucha gente le cuesta. En peligro, el número es el { $emergency }.
    .judged = Me da miedo que me juzguen
    .judged-said = miedo a que me juzguen | que me juzguen | me van a juzgar | me juzgarán | me da vergüenza | vergüenza | me da pena | van a pensar que estoy loca | van a pensar que estoy loco
    .aloud = No puedo hablar en voz alta
    .aloud-said = hablar en voz alta | no puedo hablar | alguien me oiría | me pueden oír | me pueden oir | me van a oír | me van a oir | no estoy sola | no estoy solo
    .bad-enough = No sé si es tan grave
    .bad-enough-said = no es tan grave | no sé si es para tanto | no es para tanto | otros lo necesitan más | hay gente peor | no quiero molestar | hacerles perder el tiempo
    .tried = Ya lo intenté
    .tried-said = ya lo he intentado | lo intenté | lo intente | lo he intentado | ya llamé | ya llame | nadie contestó | nadie contesto | no contestan | no me ayudó | no me ayudo | no sirvió | no sirvio
barrier-judged =
    Mucha gente teme eso. Quien contesta oye cosas difíciles todos los días, y está ahí para escuchar. "Me cuesta decir esto" es una buena forma de empezar.

    En peligro: { $emergency }. { safety-talk }
barrier-aloud =
    En peligro, enséñale esto a alguien de confianza, para que llame al { $emergency } por ti. No tienes que hablar.

    { safety-write }
barrier-bad-enough =
    No hace falta que antes vaya a peor. Si te preguntas si es tan grave, ya es motivo suficiente para llamar.

    En peligro: { $emergency }. { safety-talk }
barrier-tried =
    Siento que no te ayudara. Esta vez puede contestar otra persona, y hay más de un camino: en befrienders.org y findahelpline.com hay otros.

    En peligro: { $emergency }. { safety-talk }
barrier-heard =
    Gracias por contarme qué lo hace difícil. Puedes empezar la llamada justo con eso. Alguien de confianza puede llamar por ti, o quedarse a tu lado.

    En peligro: { $emergency }. { safety-talk }

safety-kept = Tus palabras, no. Solo guardo que ocurrió, cuándo, en qué idioma y qué botones pulsas. Si estás en peligro, llama al { $emergency }. Escribe "seguir" cuando quieras volver a los registros.
safety-not-opened = Tu mensaje llegó, pero no puedo oírlo ni verlo. Solo puedo leer palabras y botones. Si estás en peligro, llama ya al { $emergency }. { safety-talk }
safety-stopped = En peligro, llama al { $emergency }.
safety-in-other-languages =
    English: in danger, call { $emergency }. To talk: findahelpline.com

    Português: em perigo, ligue { $emergency }. Para falar: findahelpline.com

    Français : en danger, appelle le { $emergency }. Pour parler : findahelpline.com
safety-someone-else-crisis =
    Eso da miedo. Si esa persona está en peligro o ha tomado algo, llama ya al { $emergency }, y quédate a su lado si es seguro para ti. Puedes preguntarle abiertamente, y escuchar.

    { safety-talk } También ayudan a quien se preocupa por otra persona.

    Soy un programa y no puedo llamar por ti. Si se trata de ti, dímelo.
safety-someone-else-red-flag-emergency = Puede que haga falta ayuda ahora mismo. Llama ya al { $emergency } por esa persona, por favor. No puedo valorarlo por chat. Si se trata de ti, dímelo.
safety-someone-else-red-flag-urgent = Lo que describes hay que revisarlo. Si es nuevo o va a peor, llama al { $emergency } por esa persona, por favor, o pregunta hoy a un médico. No puedo valorarlo por chat. Si se trata de ti, dímelo.
safety-soft = Gracias por contármelo. Si vuelve a pesar tanto, { $known ->
        [yes] puedes llamar a { $line } al { $number }
       *[no] findahelpline.com muestra a quién llamar
    }. En peligro, llama al { $emergency }.

safety-red-flag-emergency =
    Gracias por decírmelo. Lo que describes hay que revisarlo ahora.

    Llama al { $emergency }, por favor, o ve a las urgencias más cercanas. Pide a alguien que te lleve, si puedes.

    No puedo valorarlo por chat. En caso de duda, llama.{ $held ->
        [yes] {" "}Los registros esperan hasta que escribas "seguir".
       *[no] {""}
    }
safety-red-flag-urgent =
    Gracias por decírmelo. Lo que describes hay que revisarlo hoy.

    Llama hoy a tu médico o a un servicio de guardia, por favor. Si empeora rápido, o te sientes muy mal, llama al { $emergency }.

    No puedo valorarlo por chat. En caso de duda, llama.{ $held ->
        [yes] {" "}Los registros esperan hasta que escribas "seguir".
       *[no] {""}
    }
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Estoy buscando ayuda
    .getting-help-said = = estoy buscando ayuda | = busco ayuda | = buscando ayuda | = voy a pedir ayuda | = voy a llamar | = ya llamé | = ya llame | = llamé | = he llamado | = ya he llamado | = estoy llamando | = voy a urgencias | = voy para urgencias
    .old = Es antiguo y mi médico lo sabe
    .old-said = = es antiguo | = antiguo | = es viejo | = viejo | = es de siempre | = es de hace años | = no es nuevo | = mi médico lo sabe | = mi medico lo sabe | = mi médica lo sabe | = mi medica lo sabe | = mi doctor lo sabe | = mi doctora lo sabe | = ya lo saben | = lo tengo hace años | = lo tengo desde hace años
    .misheard = Lo escribí mal
    .misheard-said = = lo escribí mal | = lo escribi mal | = escribí mal | = escribi mal | = me equivoqué | = me equivoque | = fue un error | = no quería decir eso | = no queria decir eso | = no quise decir eso | = no era eso | = me entendiste mal | = me has entendido mal
    .carry-on = Seguir con los registros
    .carry-on-said = = seguir con los registros | = seguir | = sigue | = seguí | = seguimos | = sigamos | = continuar | = continúa | = continua | = retomar
red-flag-getting-help = Me alegra que busques ayuda. Si mientras tanto empeora, llama al { $emergency }.{ $held ->
        [yes] {" "}Ahora me quedo en silencio. Cuando quieras volver a los registros, toca "Seguir con los registros" o escribe "seguir".
       *[no] {""}
    }
red-flag-old = Gracias por decírmelo. Si algo de eso es nuevo o va a peor, llama igualmente ya al { $emergency }. Si no, seguimos como siempre.
red-flag-misheard = De acuerdo, seguimos como antes. Si de verdad lo tienes, llama ya al { $emergency }.
red-flag-carried-on = De acuerdo, los registros continúan. Durante un día no te propongo pequeños pasos. Si vuelve o empeora, llama al { $emergency } o a tu médico el mismo día.
red-flag-still-here = No puedo valorarlo por chat. Si es nuevo o tienes dudas, llama al { $emergency }, por favor, o pide que alguien te lleve. Cuando quieras, toca un botón de abajo.
red-flag-still-here-again = { $moment ->
        [0] Me quedo en silencio y por ahora no anoto nada. Si es nuevo o va a peor, llama al { $emergency }. Para volver a los registros, escribe "seguir".
        [1] Desde aquí no puedo valorarlo. En el { $emergency } sí pueden. Escribe "seguir" cuando quieras volver a los registros.
       *[other] Estoy aquí, como programa. Si tienes dudas, llama al { $emergency }. Con "seguir" vuelven los registros.
    }
