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
        [word] Si tu préfères écrire : envoie { $word } par SMS au { $write_number }.
        [text] Si tu préfères écrire : envoie un SMS au { $write_number }.
        [text_or_chat] Si tu préfères écrire : envoie un SMS au { $write_number }, ou passe par le chat de { $chat }.
        [chat] Si tu préfères écrire : le chat de { $chat }.
        [web] Si tu préfères écrire : le chat sur le site de { $write_line }.
       *[none] Si tu préfères écrire : findahelpline.com montre où le faire par chat ou SMS.
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

    Es-tu en sécurité en ce moment ? Si tu es en danger, si tu t'es fait mal ou si tu as pris quelque chose de dangereux, appelle le { $emergency } maintenant, même si c'était une erreur. Ou demande à quelqu'un d'appeler.{ $country_known ->
        [yes] {""}
       *[no] {" "}Je ne sais pas quel numéro d'urgence vaut là où tu es. Le 112 répond depuis la plupart des portables.
    }

    { safety-talk }

    S'il y a près de toi de quoi te faire du mal, éloigne-toi, ou demande à quelqu'un de l'emporter. Le dire à une personne de confiance, ou l'avoir près de toi, peut aider.

    Je suis un programme. Personne ne lit ceci en direct, et je ne peux pas appeler à ta place.{ $held ->
        [yes] {" "}Les bilans attendent que tu écrives « reprendre ».
       *[no] {""}
    }
crisis-next = { safety-crisis }
    .not-safe = Je ne suis pas en sécurité
    .not-safe-said = pas en sécurité | pas en securite | je suis pas en sécurité | je suis pas en securite | je ne suis pas en securite | je ne me sens pas en sécurité | je me sens pas en sécurité | je me sens pas en securite | plus en sécurité | en danger | je suis en danger | = non | = n | = non non | = nan | = pas vraiment | = non pas vraiment | = pas du tout | = aide-moi | = à l'aide | = au secours | = j'ai besoin d'aide | pris des cachets | pris des médicaments
    .safe = Je suis en sécurité pour l'instant
    .safe-said = = je suis en sécurité | = je suis en securite | = oui je suis en sécurité | = oui je suis en securite | = suis en sécurité | = pour l'instant | = pour l'instant oui | = pour le moment oui | = oui pour l'instant | = ça va | = ca va | = oui ça va | = oui ca va
    .hard-to-call = J'ai du mal à appeler
    .hard-to-call-said = j'ai du mal a appeler | c'est dur d'appeler | c'est difficile d'appeler | appeler est difficile | je peux pas appeler | je ne peux pas appeler | j'arrive pas à appeler | je n'arrive pas à appeler | je veux pas appeler | je ne veux pas appeler | j'ose pas appeler | je n'ose pas appeler | j'ai peur d'appeler
    .tomorrow = Demande-moi demain comment je vais
    .tomorrow-said = = demande-moi demain | = demande moi demain | = demande moi demain comment je vais | = demain
    .misheard = Ce n'est pas ce que je voulais dire
    .misheard-said = = c'est pas ce que je voulais dire | = c'est pas ce que j'ai dit | = pas ce que je voulais dire | = tu as mal compris | = t'as mal compris | = vous avez mal compris | = mal compris | = malentendu | = je plaisantais | = je rigolais | = c'était une blague | = c'etait une blague | ce n'est pas ce que je voulais dire | c'est pas ce que je voulais dire | fausse alerte | tu m'as mal compris
    .carry-on = Reprendre les bilans
    .carry-on-said = = reprendre | = on reprend | = continuer | = on continue | = continue | = reprends | = reprenez
crisis-not-safe =
    S'il te plaît, appelle le { $emergency } maintenant. Si appeler est difficile, montre ceci à quelqu'un près de toi, ou va là où il y a du monde.

    { safety-talk }

    Tu n'as pas besoin de trouver les bons mots. « Je ne suis pas en sécurité » suffit.
crisis-safe =
    C'est bien que tu sois en sécurité pour l'instant. Si ça change, le numéro est le { $emergency }.

    { safety-talk }

    Le dire à une personne de confiance peut soulager un peu.{ $held ->
        [yes] {" "}Tu peux écrire à tout moment. Les bilans reviennent quand tu écris « reprendre ».
       *[no] {""}
    }
crisis-tomorrow = { $asked_on ->
        [today] Je te demanderai une fois, aujourd'hui à { $asked_at }.
       *[tomorrow] Je te demanderai une fois, demain à { $asked_at }.
    } Si c'est trop lourd avant, ne m'attends pas, s'il te plaît. En danger, appelle le { $emergency }. { safety-talk }
crisis-how-are-you =
    Bonjour. Tu voulais que je te demande aujourd'hui : comment vas-tu ?

    Si tu es en danger, appelle le { $emergency } maintenant, ou demande à quelqu'un près de toi de le faire. { safety-talk }

    Es-tu en sécurité en ce moment ? Un bouton suffit. Ne pas répondre, c'est bien aussi. Je suis un programme, et personne ne lit ceci en direct.
# After a day of a hold: the way back, in other words each time.
safety-way-back = { $moment ->
        [0] Si tu n'es pas en danger, touche « Je suis en sécurité pour l'instant », ou écris « continuer ».
        [1] Pour le moment, je ne note pas de chiffres et ne demande rien. Si tu es en sécurité, touche « Je suis en sécurité pour l'instant » ; « continuer » ramène les bilans.
       *[other] Quand tu es hors de danger, « continuer » suffit, et on reprend comme avant.
    }
crisis-still-here =
    J'ai lu ce que tu écris. Je suis un programme, et il faut une personne pour ça. Si tu es en danger, appelle le { $emergency } maintenant.

    { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-still-here-again =
    Tu peux continuer à écrire. Je peux seulement te montrer qui peut aider. Si tu n'es pas en sécurité, appelle le { $emergency } maintenant. { safety-talk }{ $waits ->
        [long] {" "}{ safety-way-back }
       *[no] {""}
    }
crisis-not-safe-still = Tu as écrit que tu n'es pas en sécurité. Si tu es en sécurité, touche « Je suis en sécurité pour l'instant ». Sinon, appelle le { $emergency } maintenant. { safety-talk }
crisis-yes = Je veux bien te comprendre. Es-tu en sécurité, ou pas ? Un bouton suffit. Si tu as un doute, appelle le { $emergency } maintenant.
    .words-said = oui | ouais | ok | d'accord
crisis-regret = Tu as bien fait de l'écrire. Je ne l'ai dit à personne. Si tu n'es pas en sécurité, appelle le { $emergency }. Si je t'ai mal compris, touche « Ce n'est pas ce que je voulais dire ».
    .words-said = laisse tomber | c'est pas grave | oublie | pardon | désolé | désolée | desole | ne le dis à personne | le dis à personne | ne dis rien à personne
crisis-carried-on = D'accord, les bilans reviennent. Trois jours sans petits pas. Si tu n'es pas en sécurité, appelle le { $emergency }.
unsure-is-it =
    Je veux bien te comprendre. Est-ce que tu penses à te faire du mal, ou à ne plus vouloir vivre ? Si oui, ou si tu es en danger, appelle le { $emergency } maintenant.

    { safety-talk }
    .yes = Oui
    .yes-said = = oui | un peu | = peut-être | = peut-etre | = parfois | je crois que oui
    .no = Non, je voulais dire autre chose
    .no-said = = non | pas ça | pas ca | rien de tout ça | autre chose | bien sûr que non
unsure-no = Merci de me le dire. J'ai mal compris.
crisis-safe-still =
    Je suis là. Pour continuer, écris "continuer". Si ça devient plus lourd, appelle le { $emergency }.

    { safety-talk }

crisis-misheard = Pardon, j'ai mal compris. On continue comme avant. Si tu as pris trop de quelque chose, même par erreur, appelle le { $emergency } maintenant.{ $known ->
        [yes] {" "}{ $line } répond au { $number }.
       *[no] {""}
    }

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

    En danger : { $emergency }. { safety-talk }
barrier-aloud =
    En danger, montre ceci à une personne de confiance, pour qu'elle appelle le { $emergency } à ta place. Tu n'as pas besoin de parler.

    { safety-write }
barrier-bad-enough =
    Il n'est pas nécessaire que ce soit pire. Si tu te demandes si c'est assez grave, c'est une raison suffisante pour appeler.

    En danger : { $emergency }. { safety-talk }
barrier-tried =
    C'est dur quand ça n'a pas aidé. Cette fois, une autre personne répondra peut-être, et il y a plus d'un chemin : befrienders.org et findahelpline.com en montrent d'autres.

    En danger : { $emergency }. { safety-talk }
barrier-heard =
    Merci de me dire ce qui rend ça difficile. Tu peux commencer l'appel par ces mots. Une personne de confiance peut appeler pour toi, ou rester près de toi.

    En danger : { $emergency }. { safety-talk }

safety-kept = Pas tes mots. Je garde seulement le fait que c'est arrivé, quand, dans quelle langue et quels boutons tu touches. Si tu es en danger, appelle le { $emergency }. Écris « reprendre » quand tu veux retrouver les bilans.
safety-not-opened = Ton message est arrivé, mais je ne peux ni l'entendre ni le voir. Je ne lis que des mots et des boutons. Si tu es en danger, appelle le { $emergency } maintenant. { safety-talk }
safety-stopped = En danger, appelle le { $emergency }.
safety-in-other-languages =
    English: in danger, call { $emergency }. To talk: findahelpline.com

    Español: en peligro, llama al { $emergency }. Para hablar: findahelpline.com

    Deutsch: In Gefahr { $emergency } anrufen. Zum Reden: findahelpline.com
safety-someone-else-crisis =
    Ça fait peur. Si cette personne est en danger ou a pris quelque chose, appelle le { $emergency } maintenant, et reste avec elle si c'est sans risque pour toi. Tu peux lui en parler ouvertement, et l'écouter.

    { safety-talk } On y aide aussi ceux qui s'inquiètent pour quelqu'un.

    Je suis un programme et je ne peux pas appeler à ta place. Si c'est de toi qu'il s'agit, dis-le-moi.
safety-someone-else-red-flag-emergency = Il faut peut-être de l'aide tout de suite. S'il te plaît, appelle le { $emergency } maintenant pour cette personne. Je ne peux pas en juger par chat. Si c'est de toi qu'il s'agit, dis-le-moi.
safety-someone-else-red-flag-urgent = Ce que tu décris a besoin d'être examiné. Si c'est nouveau ou si ça empire, appelle le { $emergency } pour cette personne, ou demande à un médecin aujourd'hui. Je ne peux pas en juger par chat. Si c'est de toi qu'il s'agit, dis-le-moi.
safety-soft = Merci de me le dire. Si ça redevient aussi lourd, { $known ->
        [yes] tu peux appeler { $line } au { $number }
       *[no] findahelpline.com indique qui appeler
    }. En danger, appelle le { $emergency }.

safety-red-flag-emergency =
    Merci de me le dire. Ce que tu décris doit être examiné maintenant.

    S'il te plaît, appelle le { $emergency }, ou va aux urgences les plus proches. Demande à quelqu'un de t'y emmener si tu peux.

    Je ne peux pas en juger par chat. En cas de doute, appelle.{ $held ->
        [yes] {" "}Les bilans attendent que tu écrives « reprendre ».
       *[no] {""}
    }
safety-red-flag-urgent =
    Merci de me le dire. Ce que tu décris doit être examiné aujourd'hui.

    S'il te plaît, appelle ton médecin ou un service de garde aujourd'hui. Si ça empire vite, ou si tu te sens très mal, appelle le { $emergency }.

    Je ne peux pas en juger par chat. En cas de doute, appelle.{ $held ->
        [yes] {" "}Les bilans attendent que tu écrives « reprendre ».
       *[no] {""}
    }
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Je demande de l'aide
    .getting-help-said = = je demande de l'aide | = je vais chercher de l'aide | = j'appelle | = j'ai appelé | = j'ai appele | = j'y vais | = je vais aux urgences | = on y va | = je le fais | = je vais appeler
    .old = C'est ancien et mon médecin le sait
    .old-said = = c'est ancien | = ancien | = c'est vieux | = mon médecin le sait | = mon medecin le sait | = mon docteur le sait | = mon médecin est au courant | = mon medecin est au courant | = c'est connu | = connu | = c'est pas nouveau | = ce n'est pas nouveau | = pas nouveau | = je l'ai depuis des années | = je l'ai depuis des annees | = depuis des années | = depuis des annees
    .misheard = C'est une faute de frappe
    .misheard-said = = je me suis trompé | = je me suis trompe | = je me suis trompée | = erreur de frappe | = faute de frappe | = c'est une erreur | = pas ce que je voulais dire | = c'est pas ce que je voulais dire | = mal compris | = tu as mal compris
    .carry-on = Reprendre les bilans
    .carry-on-said = = reprendre | = on reprend | = continuer | = on continue | = continue | = reprends | = reprenez
red-flag-getting-help = C'est bien que tu demandes de l'aide. Si ça empire d'ici là, appelle le { $emergency }.{ $held ->
        [yes] {" "}Je me tais maintenant. Quand tu veux retrouver les bilans, touche « Reprendre les bilans » ou écris « reprendre ».
       *[no] {""}
    }
red-flag-old = Merci de me le dire. Si quelque chose est nouveau ou pire, appelle quand même le { $emergency } maintenant. Sinon, on continue comme d'habitude.
red-flag-misheard = D'accord, on continue comme avant. Si tu as bien ça, appelle le { $emergency } maintenant.
red-flag-carried-on = D'accord, les bilans reprennent. Je laisse les petits pas de côté pendant un jour. Si ça revient ou si ça empire, appelle le { $emergency } ou ton médecin le jour même.
red-flag-still-here = Je ne peux pas en juger par chat. Si c'est nouveau ou si tu as un doute, appelle le { $emergency } ou fais-toi emmener, s'il te plaît. Quand tu veux, touche un bouton ci-dessous.
red-flag-still-here-again = { $moment ->
        [0] Je me tais et je ne note rien pour le moment. Si c'est nouveau ou si ça empire, appelle le { $emergency }. Pour retrouver les bilans, écris « reprendre ».
        [1] D'ici, je ne peux pas en juger. Au { $emergency }, on peut. Écris « reprendre » quand tu veux retrouver les bilans.
       *[other] Je suis là, en tant que programme. Si tu as un doute, appelle le { $emergency }. « Reprendre » fait revenir les bilans.
    }
