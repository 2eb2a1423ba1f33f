/** Spanish words of today that novels of 1840 to 1920 lack or hardly have, by hand, written for this project. */
export const SPANISH_MODERN = `
    actualización actualizar adn adrián aeropuerto afganistán afgano aguacate airbag albania alergia algoritmos alicia alienígena altavoz alérgico
    amazon analógico androide anestesia anestesista anorak antibiótico anticonceptivo aparcamiento aparcar app apps aspirina asteroide astronauta
    atascos atómica australia australiano autobuses autobús autovía avatar avión bagdad baloncesto balonmano bangkok barbie bañador becario bici
    bikini bisexual blog bloguero blues bluetooth bogotá bolivia boliviano boludo bombardero bosnia boston boutique brasil brooklyn brócoli budapest
    bulgaria bélgica búlgaro búnker cabina cabreado cagada cagar calabacín camionero camping campus canadiense canadá caracas centrocampista
    centígrados champú chamán chanclas chao chat chatear checo cheque chequia chicago chingar chip chivato chándal ciber ciberespacio claxon clic
    climático cliquear clon clonar cocaína cojones colombia colombiano computadora condón copenhague coreano coronavirus cosmonauta covid cremallera
    croacia croata cuatrimestre cubata culo currículo currículum cuántico cyborg cíborg cóctel cómic córner dani daniela danés delhi deportivo
    descapotable desodorante detective detector diabetes diabético digitalizar discoteca divorciarse dni documental dopaje drogadicto dron ducharse
    dvd dólar ecografía ecologista ecología ecológico ecuatoriano electrónico elfa elfo embrague emoji emoticono empate empollón enchufe entrenador
    escanear escáner eslovaco eslovaquia eslovenia esmoquin espacial espaguetis esquí estadio estadounidense estambul estonia estresado estrés euro
    exmarido exmujer extraterrestre facebook fan fans fascista fax feminista ferry finlandia finlandés flipar fluorescente follar footing foto
    fotocopiadora francotirador freelance frustración furgoneta futbolista fútbol galaxia galáctico garaje gasolina gasolinera gay gays genes
    genética gigabyte gigas gilipollas gilipollez gin-tonic ginecólogo goblin golazo goles golf google googlear gps grimorio guacamole guatemala
    guion guionista güisqui hachís hackear hacker hamburguesa hangar hardware hashtag hectárea helicóptero helsinki hijoputa hiperespacio hobbit
    hockey hollywood holograma homosexual hormonas hot-dog ibuprofeno ictus impresora indonesia infarto inflación influencer informática inmigración
    inmobiliaria instagram insulina internet interruptor inyección irak iraní iraquí irlanda islandia israelí iván javi jazz jefa jersey jerséis
    jessica jet jets jodas jodido jodiendo kabul karaoke kenia kiev kiwi kétchup lasaña lavadora lavavajillas lesbiana licuadora licántropo ligue
    limusina lorena láser machismo machista mafia mafioso maletero manhattan maratón marciano marihuana marketing mayonesa mear medellín megas
    megavatio miami microchip microondas micrófono migrante millardo minifalda misil mogollón mola molaba molan molar monitor monopatín monterrey
    montevideo moscú motocicleta mutante máster méxico nacho narco narcotraficante natalia nazi netflix neumático nevecón neón nicaragua nigeria
    noelia noruego nuclear nuria okey online orbital orbitar orco oslo otan ovni ozono pakistaní pakistán panamá pandemia paracetamol paraguay
    parking pasota pediatra pekín peluche penalti pendrive penicilina pijama pizza playlist playstation plutonio podcast pop postear praga psiquiatra
    psiquiátrico punk puto puzle puñetero píxel quimioterapia quirófano racismo racista radar radiactividad radiactivo radiografía rap rapero raquel
    raúl recepcionista reciclaje reciclar reguetón rehén repostar robot rock rockero router rublo rubén rumanía sara saxofón secador secadora
    seguidores selectividad selfi selfie semirremolque semáforo sensor serbia sergio sexi sexy seúl shanghái sida silvia simulación singapur sms
    snowboard software sonia spam sudadera sudáfrica surf surfear surfista sushi suéter sándwich sídney tailandia taiwán taxista tebeo tecno
    tecnología tecnológico tele telediario teleserie teletrabajo teletransporte televisión televisor tenis tenista tequila terapeuta terapia
    terrorismo thriller ticket tijuana tiktok tipa tique tofu tokio toronto transexual transferencia trauma troll tráiler tuit tuitear turbina
    turismo turístico twitter ucrania ucraniano unicornio uranio uruguay uruguayo usb vanesa varsovia vatios vegano vegetariano venezolano venezuela
    video videoconferencia videojuego videollamada vietnam vietnamita vinilo visado vitamina vitrocerámica vodka voleibol voltio váter vídeo wasap
    washington web whatsapp wi-fi wifi wikipedia xbox yoga yogur yonqui youtube zombi zombie álex ámsterdam óscar
`
