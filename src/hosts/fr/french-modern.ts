/** French words of today that novels of 1840 to 1920 lack or hardly have, by hand, written for this project. */
export const FRENCH_MODERN = `
    accélérateur adn ado ados afghan afghanistan alain albanie alger algorithme alice alien allergie allergique ambulancier analogique ananas anaïs
    androïde anesthésie anesthésiste anorak antibiotique apesanteur apparts appli apéro aspirine astronaute astéroïde atomique audrey aurélie
    australien autobus autocar autriche avatar aéroport baby-foot baby-sitter babysitter bagdad bagnole bangkok barquette basketball baskets batard
    bic bikini bisexuel bite blog blogueur blouson blues bluetooth bluffer bombardier bosnie boulot bowling boxeur braquage brocoli brooklyn
    brésilien budapest bulgarie bunker burger burn-out buteur cacahuète camionnette camionneur camping camping-car caméra cannabis cappuccino
    capteurs carburant casablanca cathéter cdd cdi celsius chaman chemisier chewing-gum chiant chier chimio chimiothérapie chiottes chips chirurgical
    chloé christine ciao ciné cinéma classeurs climatique climatisation climatiseur clone clope coca cocaïne cockpit coloc colocataire colombien
    commando congélateur connard connecter connerie connexion cons contraception cookie cool copenhague copine coronavirus corée coréen coréenne
    cosmonaute couille courgette couscous covid cpe croatie cuba cubain cyber cyborg cédric céline dakar damien dealer delhi delphine diabète
    diabétique didier diesel dingue disco discothèque doctorant doctorat doctoresse documentaire dopage dopé draguer dreadlocks drone dvd
    défibrillateur dégueu dégueulasse dépressif dépressurisation dépressurisé détecteur détective elfe email embouteillage embrayage emma emmerder
    emoji enculé enquêtrice environnement enzo erasmus estonie euro expresso extraterrestre fac facebook facs fan fans fasciste fast-food fatima fax
    ferry fichier film finlande fitness flingue flipper fluorescent fléchettes foot football footballeur footing fourgonnette franck fric frigo
    frustration féminisme féministe galactique galaxie gamer garé gay gays golem googler gps gribouiller grévistes guitariste guérilla gym
    gynécologue gyrophare génétique hacker hamburger handball hashtag helsinki hobbit hockey hollywood hologramme homosexuel homosexuelle hormone
    hyper hélicoptère immigration indonésie infarctus infirmière inflation informaticien informatique instagram insuline internaute interro interview
    inès irak irakien iran iranien islande israélien israël istanbul jazz jeu-vidéo jobs joggeur jogging junkie jérémy kaboul karaoké karine kebab
    kenya ketchup kidnapper kidnapping kiev kiffer kiwi klaxon klaxonner kévin lasagnes laser latex legging lego lesbienne licenciement logiciel lola
    lucas lycéenne macho mafia mafieux mamie manager manhattan manif marathon marijuana marketing marmonner marrante maths matthieu mayo mayonnaise
    mec mecs mega meuf miami micro micro-ondes microphone migrant milliardaire minijupe missile mitraillette mitrailleuses mixeur mobylette mohamed
    monique moniteur montréal moscou motard muffin mutant médias méga météorite nadia nana nathalie nathan nazi netflix nigeria nucléaire nugget
    nutella nécromancienne néon octet okay orbital orc orcs ordinateur orque oslo otan ouaip ovni ozone pakistan pakistanais palestine palestinien
    pandémie panini papi papy paracétamol parka parking pastis patrick pdg penalty perfuser perfusion photocopieuse piercing pisser pixel pizza
    pizzeria playlist playstation podcast pognon poivron polar pompiste pop pop-corn popcorn portable pote poubelle poussette prague prof
    programmation propulseur présentatrice préservatif psy psychiatre psychiatrie psychiatrique psys pull punk pute puzzle pyjama pédiatre
    pénicilline périphérique quantique quentin quiche québécois racisme raciste radar radiateur radio radioactif radioactivité radiographie rap
    rappeur recyclage recycler relou reportage robot rock rouble roumain roumanie rtt rugby rugbyman réalisatrice réceptionniste réfrigérateur salope
    sandrine sarah saxo saxophone scanner scooter scotch scotcher scénario scénariste selfie serbe serbie serveurs sexiste sexy shampoing shampooiner
    shampooing shanghai shit shopping short sida simulation singapour skate skateboard ski skieur skis slip slovaque slovaquie slovénie smartphone
    smiley smoking smoothie sms snack sneakers sniper snowboard soda spaghettis spam spatial stade stagiaire star start-up startup steak stockholm
    stress stressé stylo stéphane stéphanie stéthoscope super supermarché surf surligneur sushi sweat sweat-shirt sydney sylvie sympa syndicaliste
    syrie sénégal sénégalais séoul t-shirt tacos tank taxi taïwan tchat tchatter tchéquie technicien techno technologie technologique tee-shirt
    tequila terminal texto tgv thaïlande thermostat thierry thriller thunes théo thérapie tiktok tofu tokyo toronto tourisme touristique toxico
    traumatisme traumatisé troll trottinette tunisie tunisien turbine tweet tweeter twitter télé téléchargement télécharger télécommande
    téléportation téléporter télétravail téléviseur télévision ukraine ukrainien uranium usb vaccin valérie vidéo vietnam vietnamien vinyle
    visioconférence vitamine viêtnam vodka volley volleyball volt végan végétarien watt webcam week-end weekend whatsapp wi-fi wifi wikipédia wrap
    xbox yaourt yen yoga youtube yves zapper zombie zoé zurich échographie écolo écologie écologique écouteurs écoutille électronique élodie émilie
    émoji émotionnel émotionnelle éolienne éric évier
`
