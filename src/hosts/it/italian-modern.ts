/** Italian words of today that novels of 1840 to 1920 lack or hardly have, by hand, written for this project. */
export const ITALIAN_MODERN = `
    aeroporto afghanistan afghano aggiornamento ahmed aids airbag albanese alessia algeria algoritmo alibi allenamento allenatore allergia allergico
    altoparlanti amazon amsterdam analogico ananas androide anestesia anestesista antibiotico aperitivo app arachidi ascensore asciugacapelli asma
    asteroide astronauta astronave atomica attaccante australia auto autobus autogrill avatar avocado avvocatessa baby-sitter babysitter badante
    bagagliaio bagdad banana bancomat bangkok barcellona basket batterista belga benzina benzinaio bermuda biberon bici bicicletta bikini biro
    bisessuale bistecca blog blogger blues bluetooth bollitore bombardiere bombola bosnia boston boutique bowling brasile brasiliano brioche broccoli
    brooklyn browser budapest bulgaria bunker bus caffellatte cagare cagata camion camionista campus canada canadese cantautore catetere ceca
    cecchino cechia ceco cellulari celsius centrocampista cerniera champions chat chattare chemioterapia chicago chip chitarrista cile cina cinema
    ciuccio clacson clic cliccare climatico clonare clone coca coca-cola cocaina cocktail coinquilino colf collant colombiano commando contraccezione
    coordinate copenaghen corea coreana coronavirus cosmonauta covid croazia cubano culo curriculum cyber cyborg decappottabile decompressione
    defibrillatore delhi dentifricio deodorante depressurizzazione derby detective diabete diabetico diesel digitare discoteca distributore dna
    documentario dollaro doping drone dvd e-mail ecografia ecologia ecologico ecologista edoardo eleonora elfa elfi elfo elicottero email ematoma
    emoji emoticon emotivo eolico erasmus estonia euro evidenziatore extracomunitario extraterrestre facebook fanculo fascismo fascista fatima fax
    femminismo femminista festival fica fiction figa figo film finlandese finlandia fisioterapista fitness flebo flipper flirtare fluorescente
    follower foto fotocamera fotocopiatrice fotocopie freelance freezer frigo frigorifero frizione frustrazione fumetto furgoncino furgone galassia
    galattico garage gasolio gay gelateria gene genetica giga gigabyte ginecologo giubbotto goblin golem googlare google gps grammo guerriglia
    guerrigliero hacker hackerare hamburger hangar hardware hashish hashtag helsinki hobbit hockey hollywood hostess hot-dog hotel ictus imbranato
    immigrato immigrazione incasinato incazzarsi incazzato indonesia infarto inflazione influencer informatica infradito instagram insulina
    intercettazione internet iperspazio iracheno iran iraniano iraq irlanda islanda ispettrice israeliano istanbul jazz jeans jet jogging joystick
    juventus kabul karaoke kebab kenya ketchup kiev kilowatt kiwi lasagne laser lattice laurearsi lavatrice leggings lesbica libia licantropo
    licenziamento limousine link lisbona lupo-mannaro lussemburgo madrid mafioso mail maionese manager manhattan manifestanti maratona marijuana
    marketing marocco marziano master mega megawatt merdoso messico microchip microfono microonde migrante miliardario miliardo millimetro minigonna
    missile mohamed moka monica monitor monolocale moquette motocicletta motociclista mutante nazista neon netflix nigeria nigeriana noemi nucleari
    nutella oblò offline okay olimpiadi ologramma omosessuale online orco ormone oslo ossigeno ostello ozono pagella pakistan palestinese
    pallacanestro pandemia pantaloncini parabrezza paracetamolo paramedico parcheggio password pattumiera pechino pediatra peluche penicillina
    pennarello phon piadina piercing pigiama pilotaggio pinzatrice pisciare pixel pizzeria plancia playlist playstation plutonio pneumatico podcast
    pop popcorn praga preservativo pressurizzato profilattico prosecco psichiatra psichiatria psichiatrico pugile punk puttana puzzle quantico
    quantistica quiz radar radioattività radioattivo radiografia rap rapper razzismo razzista reception receptionist reggiseno regista riciclaggio
    riciclare riflettore riscaldamento robot rock rockettaro rompipalle rompiscatole rotatoria roulotte router rugby rumeno sabrina sassofono
    sballarsi scannerizzare scartoffie scemenza sceneggiatore sceneggiatura sci sciare sciatore scocciare scocciatura scooter scotch selfie semaforo
    senatrice senegalese sensore serbia sergio sexy sfigato sfottere shampoo shanghai shopping shuttle siluro sindacalista singapore skateboard slip
    slovacchia slovacco slovenia smartphone smoking sms snowboard software spam spinellare spritz stampante stefania stetoscopio stoccolma stress
    stressato stronzo studentessa stuzzichini sudafrica suoneria supermercato supplementari surf surfista sushi sydney tablet tachipirina taiwan
    tangenziale tassista tata tatuaggio tatuato taxi techno tecnologia tecnologico telefilm televisore tennis tennista tequila terapeuta terapia
    terminal termosifone terrorismo terrorista thailandia thriller ticket tifare tifoso tiktok tipa tiramisù tirocinante toast tofu tokyo tonnellata
    toronto tostapane traduttore trailer trans trapianto trauma traumatizzato troll trolley turismo turista turistico tuta twittare twitter ucraina
    ungheria unicorno uranio usb vaccinazione vaffanculo valerio vegano vegetariano videocamera videochiamata videogame videogioco videoregistratore
    vietnam vietnamita vip virus vitamine vodka washington water watt web webcam week-end weekend whatsapp whisky wi-fi wifi wikipedia xbox yen yoga
    yogurt youtube zombie zurigo
`
