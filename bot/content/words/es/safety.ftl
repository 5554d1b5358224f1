# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, a person, honesty. No advice, no
# cheer, no score, no method. $emergency and $number are the country's own where the country is known.
# "Tú", in words that are at home in Spain and in Latin America.

safety-crisis =
    Gracias por contármelo. Suena muy difícil de llevar.

    ¿Estás a salvo ahora mismo? Si estás en peligro, o has tomado algo, llama ya al { $emergency }, o pide a alguien que esté cerca que llame.
    { $known ->
        [yes] Para hablar con alguien: { $line }, { $number } ({ $note }).
       *[no] Para encontrar con quién hablar, por teléfono o por chat: findahelpline.com o befrienders.org.
    }
    { $country_known ->
        [yes] {""}
       *[no] No sé en qué país estás. El 112 funciona desde la mayoría de los teléfonos móviles.
    }
    ¿Hay alguien de confianza a quien puedas contárselo, o que pueda estar contigo? Si tienes cerca algo con lo que podrías hacerte daño, pon distancia entre eso y tú.

    Soy un programa. Nadie está leyendo esto en este momento, y no puedo llamar por ti. No te mandaré registros ni pasos hasta que tú lo digas.
crisis-next = { safety-crisis }
    .not-safe = No estoy a salvo
    .not-safe-said = no estoy a salvo | no a salvo | no | nop | la verdad no | la verdad que no | creo que no | no mucho | no estoy bien | no estoy segura | no estoy seguro | no me siento a salvo | estoy en peligro
    .safe = Por ahora estoy a salvo
    .safe-said = por ahora estoy a salvo | estoy a salvo | a salvo | sí | si | sip | sí estoy a salvo | si estoy a salvo | por ahora sí | por ahora si | por ahora | estoy bien | sí estoy bien | si estoy bien
    .misheard = No quería decir eso
    .misheard-said = no quería decir eso | no queria decir eso | no quise decir eso | no era eso | no me refería a eso | no me referia a eso | me entendiste mal | me has entendido mal | te equivocas | estás equivocado | era broma | era una broma | estaba bromeando
    .carry-on = Seguir con los registros
    .carry-on-said = seguir con los registros | seguir | sigue | seguí | seguimos | sigamos | continuar | continúa | continua | retomar
crisis-not-safe =
    Llama ahora al { $emergency }, por favor. Si te cuesta llamar, enséñale esto a alguien que esté cerca, o ve a donde haya otras personas.
    { $known ->
        [yes] { $line }: { $number } ({ $note }).
       *[no] Por teléfono o por chat: findahelpline.com.
    }
    No tienes que encontrar las palabras justas. "No estoy a salvo" es suficiente.
crisis-safe =
    Me alegra que por ahora estés a salvo. Si cambia, el número es el { $emergency }.
    { $known ->
        [yes] { $line } también está ahí: { $number } ({ $note }).
       *[no] En findahelpline.com encuentras con quién hablar.
    }
    Contárselo a una persona de confianza puede aliviar el peso. Me quedo en silencio hasta que digas "seguir".
crisis-still-here =
    Te leo. Soy un programa y no puedo responder a esto como lo haría una persona. Si estás en peligro, llama ya al { $emergency }.
    { $known ->
        [yes] Para hablar con alguien: { $line }, { $number } ({ $note }).
       *[no] Para hablar con alguien: findahelpline.com.
    }
crisis-still-here-again = { $moment ->
        [0] Te leo. Me quedo en silencio y por ahora no anoto nada. En peligro, llama al { $emergency }. Para volver a los registros, escribe "seguir".
        [1] Lo leo, y no guardo nada de ello. Si estás en peligro, llama al { $emergency }. Escribe "seguir" cuando quieras volver a los registros.
       *[other] Estoy aquí, como programa. El { $emergency } está ahí si hay peligro. Con "seguir" vuelven los registros.
    }
safety-kept = Guardo que ocurrió y cuándo, no tus palabras. Si estás en peligro, llama al { $emergency }. Escribe "seguir" cuando quieras volver a los registros.
safety-someone-else-crisis =
    Parece que te preocupa alguien. Si está en peligro, llama ya al { $emergency }, y quédate a su lado si puedes hacerlo sin riesgo para ti.
    { $known ->
        [yes] Para preguntar qué puedes hacer: { $line }, { $number } ({ $note }). También ayudan a quien se preocupa por otra persona.
       *[no] Para preguntar qué puedes hacer: findahelpline.com. También ayudan a quien se preocupa por otra persona.
    }
    Soy un programa y no puedo llamar por ti. Si se trata de ti, dímelo.
safety-someone-else-red-flag = Lo que describes hay que revisarlo. Si es nuevo o va a peor, llama al { $emergency } por esa persona, por favor, o pregunta hoy a un médico. No puedo valorarlo por chat. Si se trata de ti, dímelo.
crisis-carried-on = Qué bien tenerte aquí. Los registros continúan. Durante tres días no te propongo pequeños pasos. Los números se quedan en este chat, para cuando los necesites.
crisis-misheard = Perdona, te entendí mal. Seguimos como antes. Si alguna vez es lo que quieres decir, el número de emergencias es el { $emergency }{ $known ->
        [yes] {" "}y en el { $number } está { $line }
       *[no] {""}
    }.

safety-red-flag-emergency =
    Lo que describes puede ser señal de algo que hay que revisar ahora.

    Llama al { $emergency }, por favor, o ve a las urgencias más cercanas. Pide a alguien que te lleve, si puedes.

    No puedo valorarlo por chat. Si tienes dudas, trátalo como un sí. No te preguntaré nada más hasta que tú lo digas.
safety-red-flag-urgent =
    Lo que describes merece que lo revisen hoy mismo.

    Llama hoy a tu médico o a un servicio de guardia, por favor. Si empeora rápido, o te sientes muy mal, llama al { $emergency }.

    No puedo valorarlo por chat. Si tienes dudas, trátalo como un sí. No te preguntaré nada más hasta que tú lo digas.
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Estoy buscando ayuda
    .getting-help-said = estoy buscando ayuda | busco ayuda | buscando ayuda | voy a pedir ayuda | sí | si | ok | vale | dale | de acuerdo | voy a llamar | ya llamé | ya llame | llamé | he llamado | ya he llamado | estoy llamando | voy a urgencias | voy para urgencias
    .old = Es antiguo y mi médico lo sabe
    .old-said = es antiguo | antiguo | es viejo | viejo | es de siempre | es de hace años | no es nuevo | mi médico lo sabe | mi medico lo sabe | mi médica lo sabe | mi medica lo sabe | mi doctor lo sabe | mi doctora lo sabe | ya lo saben | lo tengo hace años | lo tengo desde hace años
    .misheard = Lo escribí mal
    .misheard-said = lo escribí mal | lo escribi mal | escribí mal | escribi mal | me equivoqué | me equivoque | fue un error | no quería decir eso | no queria decir eso | no quise decir eso | no era eso | me entendiste mal | me has entendido mal | no
    .carry-on = Seguir con los registros
    .carry-on-said = seguir con los registros | seguir | sigue | seguí | seguimos | sigamos | continuar | continúa | continua | retomar
red-flag-getting-help = Bien. Es lo que hay que hacer. Ahora me quedo en silencio. Cuando quieras volver a los registros, toca "Seguir con los registros" o escribe "seguir".
red-flag-old = Gracias por decírmelo. Entonces seguimos como siempre. Si cambia o empeora, llama al { $emergency } o a tu médico el mismo día.
red-flag-misheard = De acuerdo, seguimos como antes. Si alguna vez es lo que tienes, llama al { $emergency }.
red-flag-still-here = No puedo valorarlo por chat. Si es nuevo o tienes dudas, llama al { $emergency }, por favor, o pide que alguien te lleve. Los botones de abajo siguen cuando quieras.

red-flag-still-here-again = { $moment ->
        [0] Me quedo en silencio y por ahora no anoto nada. Si es nuevo o va a peor, llama al { $emergency }. Para volver a los registros, escribe "seguir".
        [1] Desde aquí no puedo valorarlo. En el { $emergency } sí pueden. Escribe "seguir" cuando quieras volver a los registros.
       *[other] Estoy aquí, como programa. Si tienes dudas, llama al { $emergency }. Con "seguir" vuelven los registros.
    }

safety-soft = Me alegra que estés aquí. Si alguna vez vuelve a pesar tanto, { $known ->
        [yes] { $line } está en el { $number }, y el número de emergencias es el { $emergency }.
       *[no] findahelpline.com sabe a quién llamar, y el número de emergencias es el { $emergency }.
    }
