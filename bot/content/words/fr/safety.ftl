# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, distance, a person, honesty. No
# advice, no cheer, no score, no method. What stands behind a $ is the country's own where the country is known.
# All languages have the same messages. A name that begins with "=" counts only alone: "wrong", not "all is wrong".
# "Tu".

safety-line = { $line }, { $number }{ $hours ->
        [always] {", "}jour et nuit
        [limited] {", "}pas à toute heure
        [unknown] {""}
       *[other] {", "}{ $hours }
    }{ $free ->
        [yes] {", "}gratuit
       *[no] {""}
    }{ $noted ->
        [yes] {", "}{ $note }
       *[no] {""}
    }
safety-write = { $writing ->
        [word] Pour écrire plutôt : envoie { $word } par SMS au { $write_number }.
        [text] Pour écrire plutôt : envoie un SMS au { $write_number }.
        [text_or_chat] Pour écrire plutôt : envoie un SMS au { $write_number }, ou passe par le chat de { $chat }.
        [chat] Pour écrire plutôt : le chat de { $chat }.
        [web] Pour écrire plutôt : le chat sur le site de { $write_line }.
       *[none] Pour écrire plutôt : findahelpline.com montre où le faire par chat ou SMS.
    }
safety-talk = { $known ->
        [yes] Pour parler à quelqu'un : { safety-line }.
       *[no] Pour trouver à qui parler, par téléphone ou par chat : findahelpline.com ou befrienders.org.
    }{ $writing ->
        [none] {""}
       *[other] {" "}{ safety-write }
    }

safety-crisis =
    Merci de me le dire. Ça a l'air très lourd à porter.

    Es-tu en sécurité en ce moment ? Si tu es en danger, ou si tu as pris quelque chose, appelle le { $emergency } maintenant, ou demande à quelqu'un près de toi de le faire.{ $country_known ->
        [yes] {""}
       *[no] {" "}Je ne sais pas quel numéro d'urgence vaut là où tu es. Le 112 répond depuis la plupart des portables.
    }

    { safety-talk }

    S'il y a près de toi quelque chose avec quoi tu pourrais te faire du mal, mets de la distance entre toi et cette chose. Y a-t-il une personne de confiance à qui tu pourrais le dire, ou qui pourrait rester avec toi ?

    Je suis un programme. Personne ne lit ceci en direct, et je ne peux pas appeler à ta place.{ $held ->
        [yes] {" "}Je n'envoie plus ni bilan ni petit pas tant que tu ne me le dis pas.
       *[no] {""}
    }
crisis-next = { safety-crisis }
    .not-safe = Je ne suis pas en sécurité
    .not-safe-said = pas en sécurité | pas en securite | je suis pas en sécurité | je suis pas en securite | je ne suis pas en securite | je ne me sens pas en sécurité | je me sens pas en sécurité | je me sens pas en securite | plus en sécurité | en danger | je suis en danger | = non | = nan | = pas vraiment | = non pas vraiment | = pas du tout
    .safe = Je suis en sécurité pour l'instant
    .safe-said = = je suis en sécurité | = je suis en securite | = oui je suis en sécurité | = oui je suis en securite | = suis en sécurité | = oui | = ouais | = pour l'instant | = pour l'instant oui | = pour le moment oui | = oui pour l'instant | = ça va | = ca va | = oui ça va | = oui ca va
    .hard-to-call = J'ai du mal à appeler
    .hard-to-call-said = j'ai du mal a appeler | c'est dur d'appeler | c'est difficile d'appeler | appeler est difficile | je peux pas appeler | je ne peux pas appeler | j'arrive pas à appeler | je n'arrive pas à appeler | je veux pas appeler | je ne veux pas appeler | j'ose pas appeler | je n'ose pas appeler | j'ai peur d'appeler
    .tomorrow = Demande-moi demain comment je vais
    .tomorrow-said = = demande-moi demain | = demande moi demain | = demande moi demain comment je vais | = demain
    .misheard = Ce n'est pas ce que je voulais dire
    .misheard-said = = c'est pas ce que je voulais dire | = c'est pas ce que j'ai dit | = pas ce que je voulais dire | = tu as mal compris | = t'as mal compris | = vous avez mal compris | = mal compris | = malentendu | = je plaisantais | = je rigolais | = c'était une blague | = c'etait une blague | = faux
    .carry-on = Reprendre les bilans
    .carry-on-said = = reprendre | = on reprend | = continuer | = on continue | = continue | = reprends | = reprenez
crisis-not-safe =
    S'il te plaît, appelle le { $emergency } maintenant. Si appeler est difficile, montre ceci à quelqu'un près de toi, ou va là où il y a du monde.

    { safety-talk }

    Tu n'as pas besoin de trouver les bons mots. « Je ne suis pas en sécurité » suffit.
crisis-safe =
    C'est bien que tu sois en sécurité pour l'instant. Si ça change, le numéro est le { $emergency }.

    { safety-talk }

    Le dire à une personne de confiance peut alléger un peu.{ $held ->
        [yes] {" "}Je me tais jusqu'à ce que tu dises « reprendre ».
       *[no] {""}
    }
crisis-tomorrow = { $asked_on ->
        [today] Je te demanderai une fois, aujourd'hui à { $asked_at }.
       *[tomorrow] Je te demanderai une fois, demain à { $asked_at }.
    } Si c'est trop lourd avant, ne m'attends pas, s'il te plaît. En danger, appelle le { $emergency }. { safety-talk }
crisis-how-are-you =
    Bonjour. Tu voulais que je te demande aujourd'hui : comment vas-tu ?

    Si tu es en danger, appelle le { $emergency } maintenant, ou demande à quelqu'un près de toi de le faire. { safety-talk }

    Je suis un programme, et personne ne lit ceci en direct. Un bouton suffit. Ne pas répondre, c'est bien aussi.
crisis-still-here =
    Je t'entends. Je suis un programme et je ne peux pas répondre à ceci comme le ferait une personne. Si tu es en danger, appelle le { $emergency } maintenant.

    { safety-talk }
crisis-still-here-again = { $moment ->
        [0] Je t'entends. Je me tais et je ne note rien pour le moment. En danger, appelle le { $emergency }. Pour retrouver les bilans, écris « reprendre ».
        [1] J'ai lu, et je n'en garde rien. Si tu es en danger, appelle le { $emergency }. Écris « reprendre » quand tu veux retrouver les bilans.
       *[other] Je suis là, en tant que programme. En danger, le { $emergency } répond. « Reprendre » fait revenir les bilans.
    }
crisis-carried-on = C'est bien que tu sois là. Les bilans reprennent. Je laisse les petits pas de côté pendant trois jours. Les numéros restent dans cette conversation, pour le moment où tu en aurais besoin.
crisis-misheard = Pardon, j'ai mal compris. On continue comme avant. Si un jour c'est ce que tu veux dire, le numéro d'urgence est le { $emergency }{ $known ->
        [yes] {" "}et { $line } répond au { $number }
       *[no] {""}
    }.

barrier-next = Qu'est-ce qui rend l'appel difficile ? C'est dur pour beaucoup de gens. En danger, le numéro est le { $emergency }.
    .judged = J'ai peur qu'on me juge
    .judged-said = peur qu'on me juge | peur d'être jugé | peur d'être jugée | qu'on me juge | ils vont me juger | on va me juger | j'ai honte | honte | on va me prendre pour une folle | on va me prendre pour un fou
    .aloud = Je ne peux pas parler à voix haute
    .aloud-said = je peux pas parler à voix haute | parler à voix haute | je peux pas parler | je ne peux pas parler | on va m'entendre | on m'entendrait | je suis pas seul | je suis pas seule | je ne suis pas seul | je ne suis pas seule
    .bad-enough = Je ne sais pas si c'est assez grave
    .bad-enough-said = je sais pas si c'est assez grave | pas assez grave | c'est pas si grave | ce n'est pas si grave | d'autres en ont plus besoin | il y a pire | je veux pas déranger | je ne veux pas déranger | leur faire perdre leur temps
    .tried = J'ai déjà essayé
    .tried-said = déjà essayé | deja essayé | j'ai deja essayé | j'ai essayé | j'ai déjà appelé | personne n'a répondu | personne répond | personne ne répond | ça n'a pas aidé | ça a pas aidé | ça m'a pas aidé | ça n'a servi à rien
barrier-judged =
    Beaucoup de gens en ont peur. Au bout du fil, on entend des choses dures tous les jours, et on est là pour écouter. « C'est dur à dire » est une bonne façon de commencer.

    { safety-talk } En danger : { $emergency }.
barrier-aloud =
    Tu n'as pas besoin de parler. { safety-write }

    En danger, montre ceci à quelqu'un près de toi, pour qu'il appelle à ta place : { $emergency }.
barrier-bad-enough =
    Il n'est pas nécessaire que ce soit pire. Si tu te demandes si c'est assez grave, c'est une raison suffisante pour appeler.

    { safety-talk } En danger : { $emergency }.
barrier-tried =
    C'est dur quand ça n'a pas aidé. Cette fois, une autre personne répondra peut-être, et il y a plus d'un chemin : befrienders.org et findahelpline.com en montrent d'autres.

    { safety-talk } En danger : { $emergency }.
barrier-heard =
    Merci de me dire ce qui rend ça difficile. Quelqu'un près de toi peut appeler pour toi, ou rester avec toi pendant que tu appelles.

    { safety-talk } En danger : { $emergency }.

safety-kept = Je garde que c'est arrivé, quand, dans quelle langue et quels boutons tu touches, pas tes mots. Si tu es en danger, appelle le { $emergency }. Écris « reprendre » quand tu veux retrouver les bilans.
safety-not-opened = Je ne peux ni entendre ni voir ce que tu as envoyé. Je ne lis que des mots et des boutons. Si tu es en danger, appelle le { $emergency } maintenant. { safety-talk }
safety-in-other-languages =
    English: in danger, call { $emergency }. To talk: findahelpline.com

    Español: en peligro, llama al { $emergency }. Para hablar: findahelpline.com

    Deutsch: In Gefahr { $emergency } anrufen. Zum Reden: findahelpline.com
safety-someone-else-crisis =
    On dirait que tu t'inquiètes pour quelqu'un. Si cette personne est en danger, appelle le { $emergency } maintenant, et reste avec elle si tu peux le faire sans risque. Tu peux lui demander franchement si elle pense à mourir, et l'écouter.

    { safety-talk } On y aide aussi ceux qui s'inquiètent pour quelqu'un.

    Je suis un programme et je ne peux pas appeler à ta place. Si c'est de toi qu'il s'agit, dis-le-moi.
safety-someone-else-red-flag = Ce que tu décris a besoin d'être examiné. Si c'est nouveau ou si ça empire, appelle le { $emergency } pour cette personne, ou demande à un médecin aujourd'hui. Je ne peux pas en juger par chat. Si c'est de toi qu'il s'agit, dis-le-moi.
safety-soft = C'est bien que tu sois là. Si ça redevient un jour aussi lourd, { $known ->
        [yes] { $line } répond au { $number }, et le numéro d'urgence est le { $emergency }.
       *[no] findahelpline.com indique qui appeler, et le numéro d'urgence est le { $emergency }.
    }

safety-red-flag-emergency =
    Ce que tu décris peut être le signe de quelque chose qu'il faut faire examiner maintenant.

    S'il te plaît, appelle le { $emergency }, ou va aux urgences les plus proches. Demande à quelqu'un de t'y emmener si tu peux.

    Je ne peux pas en juger par chat. Si tu as un doute, considère que c'est oui.{ $held ->
        [yes] {" "}Je ne te demande plus rien tant que tu ne me le dis pas.
       *[no] {""}
    }
safety-red-flag-urgent =
    Ce que tu décris mérite d'être examiné aujourd'hui.

    S'il te plaît, appelle ton médecin ou un service de garde aujourd'hui. Si ça empire vite, ou si tu te sens très mal, appelle le { $emergency }.

    Je ne peux pas en juger par chat. Si tu as un doute, considère que c'est oui.{ $held ->
        [yes] {" "}Je ne te demande plus rien tant que tu ne me le dis pas.
       *[no] {""}
    }
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Je demande de l'aide
    .getting-help-said = = je demande de l'aide | = je vais chercher de l'aide | = j'appelle | = j'ai appelé | = j'ai appele | = j'y vais | = je vais aux urgences | = on y va | = oui | = ouais | = ok | = d'accord | = je le fais | = je vais appeler
    .old = C'est ancien et mon médecin le sait
    .old-said = = c'est ancien | = ancien | = c'est vieux | = mon médecin le sait | = mon medecin le sait | = mon docteur le sait | = mon médecin est au courant | = mon medecin est au courant | = c'est connu | = connu | = c'est pas nouveau | = ce n'est pas nouveau | = pas nouveau | = je l'ai depuis des années | = je l'ai depuis des annees | = depuis des années | = depuis des annees
    .misheard = C'est une faute de frappe
    .misheard-said = = je me suis trompé | = je me suis trompe | = je me suis trompée | = erreur de frappe | = faute de frappe | = c'est une erreur | = pas ce que je voulais dire | = c'est pas ce que je voulais dire | = mal compris | = tu as mal compris | = faux | = non
    .carry-on = Reprendre les bilans
    .carry-on-said = = reprendre | = on reprend | = continuer | = on continue | = continue | = reprends | = reprenez
red-flag-getting-help = D'accord. C'est ce qu'il faut faire. Si ça empire d'ici là, appelle le { $emergency }.{ $held ->
        [yes] {" "}Je me tais maintenant. Quand tu veux retrouver les bilans, touche « Reprendre les bilans » ou écris « reprendre ».
       *[no] {""}
    }
red-flag-old = Merci de me le dire. Alors on continue comme d'habitude. Si ça change ou si ça empire, appelle le { $emergency } ou ton médecin le jour même.
red-flag-misheard = D'accord, on continue comme avant. Si un jour c'est ce que tu as, appelle le { $emergency }.
red-flag-carried-on = D'accord, les bilans reprennent. Je laisse les petits pas de côté pendant un jour. Si ça revient ou si ça empire, appelle le { $emergency } ou ton médecin le jour même.
red-flag-still-here = Je ne peux pas en juger par chat. Si c'est nouveau ou si tu as un doute, appelle le { $emergency } ou fais-toi emmener, s'il te plaît. Les boutons ci-dessous reprennent quand tu veux.
red-flag-still-here-again = { $moment ->
        [0] Je me tais et je ne note rien pour le moment. Si c'est nouveau ou si ça empire, appelle le { $emergency }. Pour retrouver les bilans, écris « reprendre ».
        [1] D'ici, je ne peux pas en juger. Au { $emergency }, on peut. Écris « reprendre » quand tu veux retrouver les bilans.
       *[other] Je suis là, en tant que programme. Si tu as un doute, appelle le { $emergency }. « Reprendre » fait revenir les bilans.
    }
