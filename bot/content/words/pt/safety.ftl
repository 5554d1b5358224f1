# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, a person, honesty. No advice, no
# cheer, no score, no method. $emergency and $number are the country's own where the country is known.

safety-crisis =
    Que bom que você me contou. Isso parece muito difícil de carregar.

    Você está em segurança agora? Se está em perigo, ou se tomou alguma coisa, ligue { $emergency } já, ou peça a alguém perto de você para ligar.
    { $known ->
        [yes] Para falar com alguém: { $line }, { $number } ({ $note }).
       *[no] Para encontrar com quem falar, por telefone ou chat: findahelpline.com ou befrienders.org.
    }
    { $country_known ->
        [yes] {""}
       *[no] Não sei qual é o seu país. O 112 funciona na maioria dos telefones móveis.
    }
    Há alguém de confiança a quem você possa contar, ou que possa ficar com você? Se há por perto alguma coisa com que você possa se ferir, ponha distância entre você e ela.

    Eu sou um programa. Ninguém está lendo isto agora, e eu não posso ligar por você. Não envio registros nem pequenos passos até você dizer.
crisis-next = { safety-crisis }
    .not-safe = Não estou em segurança
    .not-safe-said = não estou em segurança | nao estou em segurança | nao estou em seguranca | não estou seguro | não estou segura | nao estou seguro | nao estou segura | não estou bem | não | nao | n | acho que não | nem por isso | não muito
    .safe = Por agora estou em segurança
    .safe-said = por agora estou em segurança | estou em segurança | estou em seguranca | em segurança | estou seguro | estou segura | to seguro | to segura | tô seguro | tô segura | sim | s | estou sim | por agora sim | por enquanto sim | por agora | estou bem | tô bem | to bem
    .misheard = Não foi isso que eu quis dizer
    .misheard-said = não foi isso que eu quis dizer | nao foi isso que eu quis dizer | não era isso | nao era isso | não foi isso | você entendeu mal | entendeu errado | percebeste mal | errado | não quis dizer isso | nao quis dizer isso | estava brincando | estava a brincar | era brincadeira
    .carry-on = Seguir com os registros
    .carry-on-said = seguir com os registros | seguir | continuar | pode continuar | continua | segue | vamos continuar | retomar
crisis-not-safe =
    Ligue { $emergency } agora, por favor. Se ligar é difícil, mostre isto a alguém perto de você, ou vá para onde haja outras pessoas.
    { $known ->
        [yes] { $line }: { $number } ({ $note }).
       *[no] Por telefone ou chat: findahelpline.com.
    }
    Você não precisa achar as palavras certas. "Não estou em segurança" basta.
crisis-safe =
    Ainda bem que por agora você está em segurança. Se isso mudar, o número é { $emergency }.
    { $known ->
        [yes] { $line } também está aí: { $number } ({ $note }).
       *[no] Em findahelpline.com você encontra com quem falar.
    }
    Contar a uma pessoa de confiança pode deixar mais leve. Fico em silêncio até você dizer "continuar".
crisis-still-here =
    Estou lendo você. Sou um programa e não posso responder a isto como uma pessoa pode. Se está em perigo, ligue { $emergency } agora.
    { $known ->
        [yes] Para falar com alguém: { $line }, { $number } ({ $note }).
       *[no] Para falar com alguém: findahelpline.com.
    }
crisis-carried-on = É bom ter você aqui. Os registros continuam. Deixo os pequenos passos de lado por três dias. Os números ficam nesta conversa, para quando você precisar.
crisis-misheard = Desculpe, entendi mal. Seguimos como antes. Se um dia for isso mesmo, { $emergency } é o número de emergência{ $known ->
        [yes] {" "}e { $number } é { $line }
       *[no] {""}
    }.

safety-red-flag-emergency =
    O que você descreve pode ser sinal de algo que precisa ser visto agora.

    Por favor, ligue { $emergency }, ou vá ao pronto-socorro ou à urgência mais próxima. Se puder, peça a alguém que leve você.

    Não consigo avaliar isto por mensagem. Se você não tem certeza, aja como se fosse. Não peço mais nada até você dizer.
safety-red-flag-urgent =
    O que você descreve merece ser visto hoje.

    Por favor, ligue hoje para o seu médico ou para um serviço de atendimento fora de horas. Se piorar depressa, ou se você se sentir muito mal, ligue { $emergency }.

    Não consigo avaliar isto por mensagem. Se você não tem certeza, aja como se fosse. Não peço mais nada até você dizer.
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Estou buscando ajuda
    .getting-help-said = estou buscando ajuda | estou procurando ajuda | estou a pedir ajuda | buscando ajuda | já liguei | ja liguei | liguei | vou ligar | estou ligando | estou a ligar | sim | ok | está bem | tá bom | vou agora | já vou
    .old = É antigo e meu médico sabe
    .old-said = é antigo e meu médico sabe | é antigo | e antigo | antigo | é velho | meu médico sabe | o meu médico sabe | meu medico sabe | o médico sabe | a médica sabe | não é novo | nao e novo | tenho há anos | tenho isso há anos | já é conhecido
    .misheard = Escrevi errado
    .misheard-said = escrevi errado | escrevi mal | digitei errado | enganei-me | me enganei | erro | foi engano | não foi isso que eu quis dizer | não era isso | nao era isso | errado | não | nao | continuar
red-flag-getting-help = Bom. É o certo a fazer. Fico em silêncio até você voltar a escrever. Quando estiver resolvido, toque em "É antigo e meu médico sabe" e os registros continuam.
red-flag-old = Obrigado por me dizer. Então seguimos como sempre. Se mudar ou piorar, ligue { $emergency } ou fale com o seu médico no mesmo dia.
red-flag-misheard = Tudo bem, seguimos como antes. Se um dia for isso mesmo, ligue { $emergency }.
red-flag-still-here = Não consigo avaliar isto por mensagem. Se é novo ou se você não tem certeza, ligue { $emergency } ou peça a alguém que leve você. Os botões abaixo servem para seguir quando você quiser.

safety-soft = Que bom que você está aqui. Se um dia voltar a pesar assim, { $known ->
        [yes] { $line } atende em { $number }, e o número de emergência é { $emergency }.
       *[no] findahelpline.com mostra a quem ligar, e o número de emergência é { $emergency }.
    }
