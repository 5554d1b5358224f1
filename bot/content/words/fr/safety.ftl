# Read these aloud before changing them. Order: acknowledge, ask, one number, one line, a person, honesty. No advice, no
# cheer, no score, no method. $emergency and $number are the country's own where the country is known.

safety-crisis =
    Merci de me le dire. Ça a l'air très lourd à porter.

    Es-tu en sécurité en ce moment ? Si tu es en danger, ou si tu as pris quelque chose, appelle le { $emergency } maintenant, ou demande à quelqu'un près de toi de le faire.
    { $known ->
        [yes] Pour parler à quelqu'un : { $line }, { $number } ({ $note }).
       *[no] Pour trouver à qui parler, par téléphone ou par chat : findahelpline.com ou befrienders.org.
    }
    { $country_known ->
        [yes] {""}
       *[no] Je ne sais pas dans quel pays tu es. Le 112 répond depuis la plupart des téléphones portables.
    }
    Y a-t-il une personne de confiance à qui tu pourrais le dire, ou qui pourrait rester avec toi ? S'il y a près de toi quelque chose avec quoi tu pourrais te faire du mal, mets de la distance entre toi et cette chose.

    Je suis un programme. Personne ne lit ceci en direct, et je ne peux pas appeler à ta place. Je n'envoie plus ni bilan ni petit pas tant que tu ne me le dis pas.
crisis-next = { safety-crisis }
    .not-safe = Je ne suis pas en sécurité
    .not-safe-said = pas en sécurité | pas en securite | je suis pas en sécurité | je suis pas en securite | je ne suis pas en securite | je ne me sens pas en sécurité | je me sens pas en sécurité | je me sens pas en securite | plus en sécurité | non | nan | pas vraiment | non pas vraiment | pas du tout | en danger | je suis en danger
    .safe = Je suis en sécurité pour l'instant
    .safe-said = je suis en sécurité | je suis en securite | oui je suis en sécurité | oui je suis en securite | suis en sécurité | oui | ouais | pour l'instant | pour l'instant oui | pour le moment oui | oui pour l'instant | ça va | ca va | oui ça va | oui ca va
    .misheard = Ce n'est pas ce que je voulais dire
    .misheard-said = c'est pas ce que je voulais dire | c'est pas ce que j'ai dit | pas ce que je voulais dire | tu as mal compris | t'as mal compris | vous avez mal compris | mal compris | malentendu | je plaisantais | je rigolais | c'était une blague | c'etait une blague | faux
    .carry-on = Reprendre les bilans
    .carry-on-said = reprendre | on reprend | continuer | on continue | continue | reprends | reprenez
crisis-not-safe =
    S'il te plaît, appelle le { $emergency } maintenant. Si appeler est difficile, montre ceci à quelqu'un près de toi, ou va là où il y a du monde.
    { $known ->
        [yes] { $line } : { $number } ({ $note }).
       *[no] Par téléphone ou par chat : findahelpline.com.
    }
    Tu n'as pas besoin de trouver les bons mots. « Je ne suis pas en sécurité » suffit.
crisis-safe =
    C'est bien que tu sois en sécurité pour l'instant. Si ça change, le numéro est le { $emergency }.
    { $known ->
        [yes] { $line } est là aussi : { $number } ({ $note }).
       *[no] Tu trouves à qui parler sur findahelpline.com.
    }
    Le dire à une personne de confiance peut alléger un peu. Je me tais jusqu'à ce que tu dises « reprendre ».
crisis-still-here =
    Je t'entends. Je suis un programme et je ne peux pas répondre à ceci comme le ferait une personne. Si tu es en danger, appelle le { $emergency } maintenant.
    { $known ->
        [yes] Pour parler à quelqu'un : { $line }, { $number } ({ $note }).
       *[no] Pour parler à quelqu'un : findahelpline.com.
    }
crisis-still-here-again = { $moment ->
        [0] Je t'entends. Je me tais et je ne note rien pour le moment. En danger, appelle le { $emergency }. Pour retrouver les bilans, écris « reprendre ».
        [1] J'ai lu, et je n'en garde rien. Si tu es en danger, appelle le { $emergency }. Écris « reprendre » quand tu veux retrouver les bilans.
       *[other] Je suis là, en tant que programme. En danger, le { $emergency } répond. « Reprendre » fait revenir les bilans.
    }
safety-kept = Je garde que c'est arrivé et quand, pas tes mots. Si tu es en danger, appelle le { $emergency }. Écris « reprendre » quand tu veux retrouver les bilans.
safety-someone-else-crisis =
    On dirait que tu t'inquiètes pour quelqu'un. Si cette personne est en danger, appelle le { $emergency } maintenant, et reste avec elle si tu peux le faire sans risque.
    { $known ->
        [yes] Pour demander ce que tu peux faire : { $line }, { $number } ({ $note }). On y aide aussi ceux qui s'inquiètent pour quelqu'un.
       *[no] Pour demander ce que tu peux faire : findahelpline.com. On y aide aussi ceux qui s'inquiètent pour quelqu'un.
    }
    Je suis un programme et je ne peux pas appeler à ta place. Si c'est de toi qu'il s'agit, dis-le-moi.
safety-someone-else-red-flag = Ce que tu décris a besoin d'être examiné. Si c'est nouveau ou si ça empire, appelle le { $emergency } pour cette personne, ou demande à un médecin aujourd'hui. Je ne peux pas en juger par chat. Si c'est de toi qu'il s'agit, dis-le-moi.
crisis-carried-on = C'est bien que tu sois là. Les bilans reprennent. Je laisse les petits pas de côté pendant trois jours. Les numéros restent dans cette conversation, pour le moment où tu en aurais besoin.
crisis-misheard = Pardon, j'ai mal compris. On continue comme avant. Si un jour c'est ce que tu veux dire, le numéro d'urgence est le { $emergency }{ $known ->
        [yes] {" "}et { $line } répond au { $number }
       *[no] {""}
    }.

safety-red-flag-emergency =
    Ce que tu décris peut être le signe de quelque chose qu'il faut faire examiner maintenant.

    S'il te plaît, appelle le { $emergency }, ou va aux urgences les plus proches. Demande à quelqu'un de t'y emmener si tu peux.

    Je ne peux pas en juger par chat. Si tu as un doute, considère que c'est oui. Je ne te demande plus rien tant que tu ne me le dis pas.
safety-red-flag-urgent =
    Ce que tu décris mérite d'être examiné aujourd'hui.

    S'il te plaît, appelle ton médecin ou un service de garde aujourd'hui. Si ça empire vite, ou si tu te sens très mal, appelle le { $emergency }.

    Je ne peux pas en juger par chat. Si tu as un doute, considère que c'est oui. Je ne te demande plus rien tant que tu ne me le dis pas.
red-flag-next = { safety-red-flag-emergency }
    .getting-help = Je demande de l'aide
    .getting-help-said = je demande de l'aide | je vais chercher de l'aide | j'appelle | j'ai appelé | j'ai appele | j'y vais | je vais aux urgences | on y va | oui | ouais | ok | d'accord | je le fais | je vais appeler
    .old = C'est ancien et mon médecin le sait
    .old-said = c'est ancien | ancien | c'est vieux | mon médecin le sait | mon medecin le sait | mon docteur le sait | mon médecin est au courant | mon medecin est au courant | c'est connu | connu | c'est pas nouveau | ce n'est pas nouveau | pas nouveau | je l'ai depuis des années | je l'ai depuis des annees | depuis des années | depuis des annees
    .misheard = C'est une faute de frappe
    .misheard-said = je me suis trompé | je me suis trompe | je me suis trompée | erreur de frappe | faute de frappe | c'est une erreur | pas ce que je voulais dire | c'est pas ce que je voulais dire | mal compris | tu as mal compris | faux | non
    .carry-on = Reprendre les bilans
    .carry-on-said = reprendre | on reprend | continuer | on continue | continue | reprends | reprenez
red-flag-getting-help = D'accord. C'est ce qu'il faut faire. Je me tais maintenant. Quand tu veux retrouver les bilans, touche « Reprendre les bilans » ou écris « reprendre ».
red-flag-old = Merci de me le dire. Alors on continue comme d'habitude. Si ça change ou si ça empire, appelle le { $emergency } ou ton médecin le jour même.
red-flag-misheard = D'accord, on continue comme avant. Si un jour c'est ce que tu as, appelle le { $emergency }.
red-flag-still-here = Je ne peux pas en juger par chat. Si c'est nouveau ou si tu as un doute, appelle le { $emergency } ou fais-toi emmener, s'il te plaît. Les boutons ci-dessous reprennent quand tu veux.

red-flag-still-here-again = { $moment ->
        [0] Je me tais et je ne note rien pour le moment. Si c'est nouveau ou si ça empire, appelle le { $emergency }. Pour retrouver les bilans, écris « reprendre ».
        [1] D'ici, je ne peux pas en juger. Au { $emergency }, on peut. Écris « reprendre » quand tu veux retrouver les bilans.
       *[other] Je suis là, en tant que programme. Si tu as un doute, appelle le { $emergency }. « Reprendre » fait revenir les bilans.
    }

safety-soft = C'est bien que tu sois là. Si ça redevient un jour aussi lourd, { $known ->
        [yes] { $line } répond au { $number }, et le numéro d'urgence est le { $emergency }.
       *[no] findahelpline.com indique qui appeler, et le numéro d'urgence est le { $emergency }.
    }
