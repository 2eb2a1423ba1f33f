/** Spanish words of today that novels of 1840 to 1920 lack or hardly have, by hand, written for this project. */
export const SPANISH_MODERN = `
    actualización actualizar adn adrián aeropuerto afganistán afgano aguacate airbag albania alergia algoritmos alicia alienígena altavoz alérgico
    amazon analógico androide anestesia anestesista anorak antibiótico anticonceptivo aparcamiento aparcar app apps aspirina asteroide astronauta
    atascos atómica australia australiano autobuses autobús autovía avatar avión bagdad baloncesto balones balonmano balón bangkok barbie bañador
    becario bici bikini bisexual blog bloguero blues bluetooth bogotá boli bolivia boliviano boludo bolígrafo bombardero bosnia boston boutique
    brasil brooklyn brócoli budapest bulgaria bélgica búlgaro búnker cabina cabreado cagada cagar calabacín camionero camping campus canadiense
    canadá cancha caracas catéter centrocampista centígrados champions champú chamán chanclas chao chat chatear checo cheque chequia chicago chingar
    chip chivato chute chándal ciber ciberespacio claxon clic climático cliquear clon clonar cocaína cojones colombia colombiano computadora condón
    copenhague coreano coronavirus cosmonauta covid cremallera croacia croata croqueta cuatrimestre cubata culo currículo currículum cuántico cyborg
    cíborg cóctel cómic córner dani daniela danés delhi deportivo descapotable desfibrilador desodorante despresurización detective detector diabetes
    diabético digitalizar discoteca divorciarse dni documental dopaje drogadicto dron ducharse dvd dólar ecografía ecologista ecología ecológico
    ecuatoriano electrónico elfa elfo embrague emoji emoticono empate empollar empollón enchufe entrenador erasmus escanear escáner esguince eslovaco
    eslovaquia eslovenia esmoquin espacial espaguetis esquí estadio estadounidense estambul estetoscopio estonia estresado estrés euro eurocopa
    exmarido exmujer extraterrestre facebook fan fans fascista fax feminista ferry finlandia finlandés flipar fluorescente follar footing foto
    fotocopiadora francotirador freelance frustración furgoneta futbolista futbolín fútbol galaxia galáctico garaje gasolina gasolinera gay gays
    genes genética gigabyte gigas gilipollas gilipollez gin-tonic ginecólogo goblin golazo goles golf google googlear gps grimorio guacamole
    guatemala guion guionista güisqui hachís hackear hacker hamburguesa hangar hardware hashtag hectárea helicóptero helsinki hijoputa hiperespacio
    hobbit hockey hollywood holograma homosexual hormonas hot-dog ibuprofeno ictus impresora indonesia infarto inflación influencer informática
    ingravidez inmigración inmobiliaria instagram insulina internet interruptor inyección irak iraní iraquí irlanda islandia israelí iván javi jazz
    jefa jersey jerséis jessica jet jets jodas jodido jodiendo kabul karaoke kenia kiev kiwi kétchup larguero lasaña lavadora lavavajillas lesbiana
    licuadora licántropo ligue limusina lorena láser látex machismo machista mafia mafioso maletero manhattan maquillaje maratón marciano marihuana
    marketing mayonesa mear medellín megas megavatio miami microchip microondas micrófono migrante millardo minifalda misil mogollón mola molaba
    molan molar monitor monopatín monterrey montevideo moscú motocicleta mutante máster méxico nacho narco narcotraficante natalia nazi netflix
    neumático nevecón neón nicaragua nigeria noelia noruego nuclear nuria okey online orbital orbitar orco oslo otan ovni ozono pakistaní pakistán
    panamá pandemia paracetamol paraguay parking pasota pediatra pegamento pekín pelirrojo peluche penalti pendrive penicilina piercing pijama pitido
    pizza playlist playstation plutonio podcast pop postear praga propulsor psiquiatra psiquiátrico punk puto puzle puñetero píxel quimioterapia
    quiniela quirófano racismo racista radar radiactividad radiactivo radiografía rap rapero raquel rastas raúl recepcionista reciclaje reciclar
    reguetón rehén repostar robot rock rockero rotulador router rublo rubén rumanía sara saxofón secador secadora seguidores selectividad selfi
    selfie semirremolque semáforo sensor serbia sergio sexi sexy seúl shanghái sida silvia simulación singapur sms snowboard software sonia spam
    sudadera sudáfrica surf surfear surfista sushi suéter sándwich sídney tailandia taiwán tatuado tatuaje taxista tebeo tecno tecnología tecnológico
    tele telediario teleserie teletrabajo teletransporte televisión televisor tenis tenista tequila terapeuta terapia terrorismo thriller ticket
    tijuana tiktok tipa tique tofu tokio toronto traductor tragaperras transexual transferencia trauma troll tráiler tuit tuitear turbina turismo
    turístico twitter ucrania ucraniano unicornio uranio uruguay uruguayo usb vanesa var varsovia vatios vegano vegetariano venezolano venezuela
    video videoarbitraje videoconferencia videojuego videollamada vietnam vietnamita vinilo visado vitamina vitrocerámica vodka voleibol voltio váter
    vídeo wasap washington web whatsapp wi-fi wifi wikipedia xbox yoga yogur yonqui youtube zombi zombie álex ámsterdam óscar
`
