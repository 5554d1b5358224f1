# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, distance, a person, honesty. No
# advice, no cheer, no score, no method. What stands behind a $ is the country's own where the country is known.
# All languages have the same messages. A name that begins with "=" counts only alone: "wrong", not "all is wrong".
# "Você", in words that are understood in Brazil and in Portugal.

safety-line = { $line }, { $number }{ $hours ->
        [always] {", "}dia e noite
        [limited] {", "}não a toda hora
        [unknown] {""}
       *[other] {", "}{ $hours }
    }{ $free ->
        [yes] {", "}grátis
       *[no] {""}
    }{ $noted ->
        [yes] {", "}{ $note }
       *[no] {""}
    }
safety-write = { $writing ->
        [word] Se prefere escrever: mande { $word } por SMS para { $write_number }.
        [text] Se prefere escrever: mande um SMS para { $write_number }.
        [text_or_chat] Se prefere escrever: mande um SMS para { $write_number }, ou use o chat de { $chat }.
        [chat] Se prefere escrever: o chat de { $chat }.
        [web] Se prefere escrever: o chat no site de { $write_line }.
       *[none] Se prefere escrever: findahelpline.com mostra onde fazer isso por chat ou SMS.
    }
safety-talk = { $known ->
        [yes] Para falar com alguém: { safety-line }.
       *[no] Para encontrar com quem falar, por telefone ou chat: findahelpline.com ou befrienders.org.
    }{ $writing ->
        [none] {""}
       *[other] {" "}{ safety-write }
    }

safety-crisis =
    Agradeço por me contar. Isso parece muito difícil de carregar.

    Você está em segurança agora? Se está em perigo, se feriu ou tomou algo que pode fazer mal, ligue já para { $emergency }, mesmo que tenha sido sem querer. Ou peça a alguém que ligue.{ $country_known ->
        [yes] {""}
       *[no] {" "}Não sei qual é o número de emergência onde você está. O 112 funciona na maioria dos celulares.
    }

    { safety-talk }

    Se há por perto algo com que você possa se ferir, afaste-se disso, ou peça a alguém que leve embora. Pode ajudar contar a alguém de confiança, ou ter alguém com você.

    Eu sou um programa. Ninguém está lendo isto agora, e eu não posso ligar por você.{ $held ->
        [yes] {" "}Os registros esperam até você escrever "continuar".
       *[no] {""}
    }
crisis-next = { safety-crisis }
    .not-safe = Não estou em segurança
    .not-safe-said = não estou em segurança | nao estou em segurança | nao estou em seguranca | = não estou seguro | = não estou segura | = nao estou seguro | = nao estou segura | = não estou bem | = não | = nao | = n | = não não | = acho que não | = nem por isso | = não muito | = ajuda | = me ajuda | = me ajude | = socorro | = preciso de ajuda | tomei comprimidos
    .safe = Por agora estou em segurança
    .safe-said = = por agora estou em segurança | = estou em segurança | = estou em seguranca | = em segurança | = estou seguro | = estou segura | = to seguro | = to segura | = tô seguro | = tô segura | = por agora sim | = por enquanto sim | = por agora | = estou bem | = tô bem | = to bem
    .hard-to-call = É difícil ligar
    .hard-to-call-said = e dificil ligar | difícil ligar | dificil ligar | não consigo ligar | nao consigo ligar | não posso ligar | nao posso ligar | não quero ligar | nao quero ligar | tenho medo de ligar | não tenho coragem de ligar | odeio ligar | odeio telefone
    .tomorrow = Pergunte amanhã como estou
    .tomorrow-said = = pergunte amanhã | = me pergunte amanhã | = pergunta amanhã | = pergunte amanha como estou | = amanhã | = amanha
    .misheard = Não foi isso que eu quis dizer
    .misheard-said = = não foi isso que eu quis dizer | = nao foi isso que eu quis dizer | = não era isso | = nao era isso | = não foi isso | = você entendeu mal | = entendeu errado | = percebeste mal | = não quis dizer isso | = nao quis dizer isso | = estava brincando | = estava a brincar | = era brincadeira | não foi isso que eu quis dizer | nao foi isso que eu quis dizer | não quis dizer isso | nao quis dizer isso | alarme falso | você me entendeu mal
    .carry-on = Seguir com os registros
    .carry-on-said = = seguir com os registros | = seguir | = continuar | = pode continuar | = continua | = segue | = vamos continuar | = retomar
crisis-not-safe =
    Ligue { $emergency } agora, por favor. Se ligar é difícil, mostre isto a alguém perto de você, ou vá para onde haja outras pessoas.

    { safety-talk }

    Você não precisa achar as palavras certas. "Não estou em segurança" basta.
crisis-safe =
    Ainda bem que por agora você está em segurança. Se isso mudar, o número é { $emergency }.

    { safety-talk }

    Contar a uma pessoa de confiança pode deixar mais leve.{ $held ->
        [yes] {" "}Você pode escrever a qualquer hora. Os registros voltam quando você escrever "continuar".
       *[no] {""}
    }
crisis-tomorrow = { $asked_on ->
        [today] Pergunto uma vez, hoje às { $asked_at }.
       *[tomorrow] Pergunto uma vez, amanhã às { $asked_at }.
    } Se antes disso pesar demais, não espere por mim, por favor. Em perigo, ligue { $emergency }. { safety-talk }
crisis-how-are-you =
    Olá. Você queria que eu perguntasse hoje: como você está?

    Se está em perigo, ligue { $emergency } já, ou peça a alguém perto de você para ligar. { safety-talk }

    Você está em segurança agora? Um botão basta. Não responder também está bem. Sou um programa, e ninguém está lendo isto agora.
# After a day of a hold: the way back, in other words each time.
safety-way-back = { $moment ->
        [0] Se não está em perigo, toque em "Por agora estou em segurança", ou escreva "continuar".
        [1] Por agora não anoto números nem pergunto nada. Se está em segurança, toque em "Por agora estou em segurança"; "continuar" traz os registros de volta.
       *[other] Quando estiver fora de perigo, basta "continuar", e seguimos como antes.
    }
crisis-still-here =
    Li o que você escreveu. Sou um programa, e isto precisa de uma pessoa. Se está em perigo, ligue já para { $emergency }.

    { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-still-here-again =
    Pode continuar escrevendo. Só posso mostrar quem ajuda. Se não está em segurança, ligue já para { $emergency }. { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-not-safe-still = Você escreveu que não está em segurança. Se está em segurança, toque em "Por agora estou em segurança". Se não, ligue já para { $emergency }. { safety-talk }
crisis-yes = Quero entender bem. Você está em segurança ou não? Um botão basta. Na dúvida, ligue já para { $emergency }.
    .words-said = sim | s | estou sim | ok | tá bom
crisis-regret = Tudo bem ter escrito isso. Não contei a ninguém. Se não está em segurança, ligue para { $emergency }. Se entendi mal, toque em "Não foi isso que eu quis dizer".
    .words-said = deixa pra lá | deixa | esquece | esqueça | desculpa | desculpe | não conta pra ninguém | não conte a ninguém | nao conte a ninguem
crisis-carried-on = Tudo bem, os registros voltam. Três dias sem pequenos passos. Se não está em segurança, ligue para { $emergency }.
unsure-is-it =
    Quero entender bem você. Você está pensando em se machucar, ou em não querer viver? Se sim, ou se estiver em perigo, ligue já para { $emergency }.

    { safety-talk }
    .yes = Sim
    .yes-said = = sim | um pouco | = talvez | = às vezes | = as vezes | acho que sim
    .no = Não, eu quis dizer outra coisa
    .no-said = = não | = nao | isso não | isso nao | nada disso | outra coisa | claro que não
unsure-no = Agradeço por dizer. Entendi mal.
crisis-safe-still =
    Estou aqui. Para seguir, escreva "continuar". Se ficar mais pesado, ligue para { $emergency }.

    { safety-talk }

crisis-misheard = Desculpe, entendi mal. Seguimos como antes. Se você tomou demais de alguma coisa, mesmo sem querer, ligue já para { $emergency }.{ $known ->
        [yes] {" "}{ $line } atende em { $number }.
       *[no] {""}
    }

barrier-next = O que torna difícil ligar? É difícil para muita gente. Em perigo, o número é { $emergency }.
    .judged = Tenho medo de que me julguem
    .judged-said = medo de que me julguem | medo que me julguem | que me julguem | vão me julgar | vao me julgar | tenho vergonha | vergonha | vão achar que sou louca | vão achar que sou louco
    .aloud = Não posso falar em voz alta
    .aloud-said = nao posso falar em voz alta | falar em voz alta | não posso falar | nao posso falar | não consigo falar | nao consigo falar | alguém me ouviria | vão me ouvir | vao me ouvir | não estou sozinha | não estou sozinho
    .bad-enough = Não sei se é grave o bastante
    .bad-enough-said = nao sei se e grave o bastante | não é tão grave | nao e tao grave | não é para tanto | outros precisam mais | tem gente pior | não quero incomodar | nao quero incomodar | fazer perder tempo
    .tried = Já tentei
    .tried-said = ja tentei | eu já tentei | tentei | já liguei antes | ninguém atendeu | ninguem atendeu | não atendem | não ajudou | nao ajudou | não adiantou | nao adiantou
barrier-judged =
    Muita gente tem medo disso. Quem atende ouve coisas difíceis todos os dias, e está ali para escutar. "É difícil dizer isto" é um bom começo.

    Em perigo: { $emergency }. { safety-talk }
barrier-aloud =
    Em perigo, mostre isto a alguém de confiança, para que ligue para { $emergency } por você. Você não precisa falar.

    { safety-write }
barrier-bad-enough =
    Não precisa piorar primeiro. Se você se pergunta se é grave o bastante, isso já é motivo para ligar.

    Em perigo: { $emergency }. { safety-talk }
barrier-tried =
    Sinto muito que não tenha ajudado. Desta vez outra pessoa pode atender, e há mais de um caminho: befrienders.org e findahelpline.com mostram outros.

    Em perigo: { $emergency }. { safety-talk }
barrier-heard =
    Agradeço por me contar o que torna isso difícil. Você pode começar a ligação com isso mesmo. Alguém de confiança pode ligar por você, ou ficar do seu lado.

    Em perigo: { $emergency }. { safety-talk }

safety-kept = As suas palavras, não. Guardo só que aconteceu, quando, em que língua e quais botões você toca. Se está em perigo, ligue { $emergency }. Escreva "continuar" quando quiser voltar aos registros.
safety-not-opened = A sua mensagem chegou, mas não consigo ouvir nem ver. Só consigo ler palavras e botões. Se está em perigo, ligue { $emergency } agora. { safety-talk }
safety-stopped = Em perigo, ligue para { $emergency }.
safety-in-other-languages =
    English: in danger, call { $emergency }. To talk: findahelpline.com

    Español: en peligro, llama al { $emergency }. Para hablar: findahelpline.com

    Français : en danger, appelle le { $emergency }. Pour parler : findahelpline.com
safety-someone-else-crisis =
    Isso assusta. Se essa pessoa está em perigo ou tomou alguma coisa, ligue já para { $emergency }, e fique com ela se for seguro para você. Você pode perguntar abertamente, e escutar.

    { safety-talk } Lá também ajudam quem se preocupa com outra pessoa.

    Sou um programa e não posso ligar por você. Se é sobre você, me diga.
safety-someone-else-red-flag-emergency = Pode ser preciso ajuda agora mesmo. Por favor, ligue já para { $emergency } por essa pessoa. Não consigo avaliar isto por mensagem. Se é sobre você, me diga.
safety-someone-else-red-flag-urgent = O que você descreve precisa ser visto. Se é novo ou está piorando, ligue { $emergency } por essa pessoa, por favor, ou fale hoje com um médico. Não consigo avaliar isto por mensagem. Se é sobre você, me diga.
safety-soft = Agradeço por me contar. Se voltar a pesar assim, { $known ->
        [yes] você pode ligar para { $line } em { $number }
       *[no] findahelpline.com mostra a quem ligar
    }. Em perigo, ligue para { $emergency }.

safety-red-flag-emergency =
    Agradeço por me contar. O que você descreve precisa ser visto agora.

    Por favor, ligue { $emergency }, ou vá ao pronto-socorro ou à urgência mais próxima. Se puder, peça a alguém que leve você.

    Não consigo avaliar isto por mensagem. Na dúvida, ligue.{ $held ->
        [yes] {" "}Os registros esperam até você escrever "continuar".
       *[no] {""}
    }
safety-red-flag-urgent =
    Agradeço por me contar. O que você descreve precisa ser visto hoje.

    Por favor, ligue hoje para o seu médico ou para um plantão. Se piorar depressa, ou se você se sentir muito mal, ligue { $emergency }.

    Não consigo avaliar isto por mensagem. Na dúvida, ligue.{ $held ->
        [yes] {" "}Os registros esperam até você escrever "continuar".
       *[no] {""}
    }
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Estou buscando ajuda
    .getting-help-said = = estou buscando ajuda | = estou procurando ajuda | = estou a pedir ajuda | = buscando ajuda | = já liguei | = ja liguei | = liguei | = vou ligar | = estou ligando | = estou a ligar | = vou agora | = já vou
    .old = É antigo e meu médico sabe
    .old-said = = é antigo e meu médico sabe | = é antigo | = e antigo | = antigo | = é velho | = meu médico sabe | = o meu médico sabe | = meu medico sabe | = o médico sabe | = a médica sabe | = não é novo | = nao e novo | = tenho há anos | = tenho isso há anos | = já é conhecido
    .misheard = Escrevi errado
    .misheard-said = = escrevi errado | = escrevi mal | = digitei errado | = enganei-me | = me enganei | = erro | = foi engano | = não foi isso que eu quis dizer | = não era isso | = nao era isso
    .carry-on = Seguir com os registros
    .carry-on-said = = seguir com os registros | = seguir | = continuar | = pode continuar | = continua | = segue | = vamos continuar | = retomar
red-flag-getting-help = Ainda bem que você está buscando ajuda. Se piorar até lá, ligue { $emergency }.{ $held ->
        [yes] {" "}Agora fico em silêncio. Quando quiser voltar aos registros, toque em "Seguir com os registros" ou escreva "continuar".
       *[no] {""}
    }
red-flag-old = Agradeço por me contar. Se algo é novo ou piorou, ligue já para { $emergency } mesmo assim. Se não, seguimos como sempre.
red-flag-misheard = Tudo bem, seguimos como antes. Se você tem mesmo isso, ligue já para { $emergency }.
red-flag-carried-on = Tudo bem, os registros continuam. Deixo os pequenos passos de lado por um dia. Se voltar ou piorar, ligue { $emergency } ou fale com o seu médico no mesmo dia.
red-flag-still-here = Não consigo avaliar isto por mensagem. Se é novo ou se você não tem certeza, ligue { $emergency } ou peça a alguém que leve você. Quando quiser, toque em um botão abaixo.
red-flag-still-here-again = { $moment ->
        [0] Fico em silêncio e por agora não anoto nada. Se é novo ou está piorando, ligue { $emergency }. Para voltar aos registros, escreva "continuar".
        [1] Daqui não consigo avaliar. No { $emergency } conseguem. Escreva "continuar" quando quiser voltar aos registros.
       *[other] Estou aqui, como programa. Se você não tem certeza, ligue { $emergency }. Com "continuar" os registros voltam.
    }
