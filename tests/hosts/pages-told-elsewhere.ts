/** Pages of contemporary dialogue in each host language but English: written for these tests, with lines of languages invented for them. */

/** A page and what is to be found in it. */
export interface HostPage {
  readonly text: string
  /** Each line and its translation, in text order. */
  readonly lines: readonly (readonly [line: string, translation: string])[]
}

const page = (text: string, ...lines: HostPage['lines']): HostPage => ({text: text.trim().replaceAll('\n', '\n\n'), lines})

export const HOST_PAGES: Readonly<Record<string, HostPage>> = {
  de: page(
    `
„Hast du mein Handy gesehen?“, fragte Lena und schob den Laptop zur Seite.
„Es liegt neben der Kaffeemaschine“, sagte Jonas. „Dein Bus fährt in zehn Minuten.“
Sie seufzte, las noch schnell die letzte E-Mail und zog die Jacke an. Auf dem Bildschirm des Computers blinkte eine Warnung.
An der Haltestelle wartete eine alte Frau mit einem Rollkoffer und einer Plastiktüte.
„Orrekh tuvassi melhun dar?“, sagte die Frau leise. (Kannst du mir bitte helfen?)
Lena verstand kein Wort. Sie suchte in ihrer Tasche nach dem Telefon und öffnete die App zum Übersetzen.
„Einen Moment, bitte“, sagte sie. „Das Internet ist hier so langsam.“
„Ishmarr velo tuvassi“, antwortete die Frau, was so viel bedeutet wie „niemand hilft hier“.
Lena schüttelte den Kopf. Sie nahm den Koffer und trug ihn zur Straßenbahn, die gerade um die Ecke bog.
„Danke“, murmelte die Frau mit starkem Akzent. Dann lächelte sie zum ersten Mal.
„Sennu halvekh orrin!“, rief sie durch die offene Tür. (Möge dein Weg leicht sein.)
Die Türen schlossen sich. Lena blieb auf dem Bahnsteig stehen und schrieb Jonas eine Nachricht. Sie würde zu spät kommen, er sollte nicht mit dem Essen warten.
„Kein Problem“, schrieb er sofort zurück. „Die Pizza ist im Ofen, und der Fernseher läuft schon.“
`,
    ['Orrekh tuvassi melhun dar?', 'Kannst du mir bitte helfen?'],
    ['Ishmarr velo tuvassi', 'niemand hilft hier'],
    ['Sennu halvekh orrin!', 'Möge dein Weg leicht sein.'],
  ),
  es: page(
    `
—¿Has visto mi móvil? —preguntó Lucía mientras apagaba el ordenador.
—Está al lado de la cafetera —dijo Andrés—. Tu autobús sale dentro de diez minutos.
Ella suspiró, leyó otra vez el correo electrónico de su jefa y se puso la chaqueta. La batería del teléfono estaba casi vacía.
En la parada esperaba una mujer mayor con una maleta de ruedas.
—Zhoruk imbelash tethu varn? —murmuró la mujer. (¿Puedes ayudarme, por favor?)
Lucía no entendió nada. Buscó en el bolso las gafas y abrió la aplicación de traducir.
—Un momento —dijo—. Internet va muy lento en este barrio.
—Khelvu dorash imbelash —dijo la mujer, que significa «aquí nadie ayuda».
Lucía negó con la cabeza. Cogió la maleta y la subió al tranvía que acababa de llegar.
—Gracias —dijo la mujer con un acento muy fuerte, y sonrió por primera vez.
—Tarrun eshkavo linth! —gritó desde la ventanilla. (Que tu camino sea ligero.)
Las puertas se cerraron. Lucía se quedó en el andén y escribió un mensaje a Andrés. Iba a llegar tarde y no hacía falta que la esperara.
—No pasa nada —contestó él por teléfono—. La pizza está en el horno y acaba de empezar la película en la televisión.
`,
    ['Zhoruk imbelash tethu varn?', '¿Puedes ayudarme, por favor?'],
    ['Khelvu dorash imbelash', 'aquí nadie ayuda'],
    ['Tarrun eshkavo linth!', 'Que tu camino sea ligero.'],
  ),
  fr: page(
    `
— Tu as vu mon téléphone ? demanda Claire en fermant son ordinateur.
— Il est sur la table, à côté de la machine à café, répondit Marc. Ton bus passe dans dix minutes.
Elle relut l’e-mail de sa sœur, glissa la clé USB dans son sac et descendit l’escalier. La batterie était presque vide.
À l’arrêt, une vieille dame attendait avec une valise à roulettes.
— Grothu kessimar vol dunneth ? murmura-t-elle. (Pouvez-vous m’aider ?)
Claire ne comprenait pas. Elle ouvrit une application de traduction, mais la connexion était trop faible.
« Attendez une seconde », dit-elle. « Je vais appeler quelqu’un qui parle votre langue. »
« Vashku morr kessimar », dit la vieille dame, ce qui veut dire « personne n’aide ici ».
Claire secoua la tête. Elle prit la valise et la monta dans le tramway qui venait d’arriver.
— Merci, souffla la vieille dame avec un fort accent, et elle sourit pour la première fois.
« Hollu threndak ovis ! » cria-t-elle par la fenêtre. (Que ta route soit légère.)
Les portes se refermèrent. Claire resta sur le quai et envoya un message à Marc. Elle serait en retard, il ne fallait pas l’attendre.
— Pas de problème, dit-il au téléphone. La pizza est au four et le film commence à la télévision.
`,
    ['Grothu kessimar vol dunneth ?', 'Pouvez-vous m’aider ?'],
    ['Vashku morr kessimar', 'personne n’aide ici'],
    ['Hollu threndak ovis !', 'Que ta route soit légère.'],
  ),
  it: page(
    `
«Hai visto il mio cellulare?» chiese Giulia, spegnendo il computer.
«È vicino alla macchina del caffè» disse Marco. «Il tuo autobus passa fra dieci minuti.»
Lei sospirò, lesse ancora una volta la mail della direttrice e si mise la giacca. La batteria del telefono era quasi scarica.
Alla fermata aspettava una vecchia con una valigia a rotelle.
«Kthuvar ghelsh onnek dhu?» mormorò la vecchia. (Puoi aiutarmi, per favore?)
Giulia non capì niente. Cercò gli occhiali nella borsa e aprì l’applicazione per tradurre.
«Un momento» disse. «Qui internet è lentissimo.»
«Yorrukh neth ghelsh» disse la vecchia, che significa «qui nessuno aiuta».
Giulia scosse la testa. Prese la valigia e la portò sul tram che era appena arrivato.
«Grazie» disse la donna con un forte accento, e sorrise per la prima volta.
«Wennakh tuor ishul!» gridò dal finestrino. (Che la tua strada sia leggera.)
Le porte si chiusero. Giulia rimase sul marciapiede e scrisse un messaggio a Marco. Avrebbe fatto tardi, non doveva aspettarla.
«Nessun problema» rispose lui al telefono. «La pizza è nel forno e il film sta cominciando alla televisione.»
`,
    ['Kthuvar ghelsh onnek dhu?', 'Puoi aiutarmi, per favore?'],
    ['Yorrukh neth ghelsh', 'qui nessuno aiuta'],
    ['Wennakh tuor ishul!', 'Che la tua strada sia leggera.'],
  ),
  pl: page(
    `
– Widziałeś mój telefon? – zapytała Ania, wyłączając komputer.
– Leży obok ekspresu do kawy – powiedział Tomek. – Twój autobus odjeżdża za dziesięć minut.
Westchnęła, przeczytała jeszcze raz e-mail od szefowej i włożyła kurtkę. Bateria była prawie pusta.
Na przystanku czekała stara kobieta z walizką na kółkach.
– Orvelth hunnash imbru quevan? – powiedziała cicho kobieta. (Czy możesz mi pomóc?)
Ania nic nie zrozumiała. Poszukała w torebce okularów i otworzyła aplikację do tłumaczenia.
– Chwileczkę – powiedziała. – Internet działa tu bardzo wolno.
– Thovash rell hunnash – odpowiedziała kobieta, co znaczy „nikt tu nie pomaga”.
Ania pokręciła głową. Wzięła walizkę i wniosła ją do tramwaju, który właśnie podjechał.
– Dziękuję – szepnęła kobieta z obcym akcentem i po raz pierwszy się uśmiechnęła.
– Velluth quorra ishven! – zawołała przez okno. (Niech twoja droga będzie lekka.)
Drzwi się zamknęły. Ania została na peronie i napisała do Tomka wiadomość. Miała się spóźnić i nie musiał na nią czekać.
– Nie ma sprawy – powiedział przez telefon. – Pizza jest w piekarniku, a w telewizji zaczyna się film.
`,
    ['Orvelth hunnash imbru quevan?', 'Czy możesz mi pomóc?'],
    ['Thovash rell hunnash', 'nikt tu nie pomaga'],
    ['Velluth quorra ishven!', 'Niech twoja droga będzie lekka.'],
  ),
  pt: page(
    `
— Viste o meu telemóvel? — perguntou a Joana, desligando o computador.
— Está ao lado da máquina de café — disse o Rui. — O teu autocarro sai daqui a dez minutos.
Ela suspirou, leu outra vez o e-mail da chefe e vestiu o casaco. A bateria do telefone estava quase vazia.
Na paragem esperava uma mulher velha com uma mala de rodas.
— Zhorruk imbelth tekhu varn? — murmurou a mulher. (Podes ajudar-me, por favor?)
A Joana não percebeu nada. Procurou os óculos na carteira e abriu a aplicação de traduzir.
— Um momento — disse ela. — A internet aqui é muito lenta.
— Khelvu dorrakh imbelth — disse a mulher, que significa «aqui ninguém ajuda».
A Joana abanou a cabeça. Pegou na mala e levou-a para o elétrico que acabava de chegar.
— Obrigada — disse a mulher com um sotaque muito forte, e sorriu pela primeira vez.
— Tharrun eshkavu linth! — gritou ela da janela. (Que o teu caminho seja leve.)
As portas fecharam-se. A Joana ficou na paragem e escreveu uma mensagem ao Rui. Ia chegar tarde e ele não precisava de esperar.
— Não faz mal — respondeu ele ao telefone. — A pizza está no forno e o filme vai começar na televisão.
`,
    ['Zhorruk imbelth tekhu varn?', 'Podes ajudar-me, por favor?'],
    ['Khelvu dorrakh imbelth', 'aqui ninguém ajuda'],
    ['Tharrun eshkavu linth!', 'Que o teu caminho seja leve.'],
  ),
  ru: page(
    `
— Ты не видел мой телефон? — спросила Лена, выключая компьютер.
— Он лежит возле кофеварки, — сказал Андрей. — Твой автобус уходит через десять минут.
Она вздохнула, ещё раз прочитала письмо от начальницы и надела куртку. Батарея почти села.
На остановке ждала старая женщина с чемоданом на колёсиках.
— Орвелш хуннат имбру квейван? — тихо сказала женщина. (Ты можешь мне помочь?)
Лена ничего не поняла. Она достала из сумки очки и открыла в интернете словарь.
— Одну минуту, — сказала она. — Здесь очень медленный интернет.
— Тховаш релл хуннат, — ответила женщина, что значит «никто здесь не помогает».
Лена покачала головой. Она взяла чемодан и занесла его в трамвай, который как раз подошёл.
— Спасибо, — шепнула женщина с сильным акцентом и впервые улыбнулась.
— Веллут кворра ишвен! — крикнула она из окна. (Пусть твой путь будет лёгким.)
Двери закрылись. Лена осталась на остановке и написала Андрею сообщение. Она опаздывала, ждать её было не нужно.
— Ничего страшного, — сказал он по телефону. — Пицца в духовке, а по телевизору начинается фильм.
`,
    ['Орвелш хуннат имбру квейван?', 'Ты можешь мне помочь?'],
    ['Тховаш релл хуннат,', 'никто здесь не помогает'],
    ['Веллут кворра ишвен!', 'Пусть твой путь будет лёгким.'],
  ),
  sv: page(
    `
– Har du sett min mobil? frågade Karin och stängde av datorn.
– Den ligger bredvid kaffebryggaren, sa Erik. Din buss går om tio minuter.
Hon suckade, läste mejlet från chefen en gång till och tog på sig jackan. Batteriet var nästan slut.
Vid hållplatsen väntade en gammal kvinna med en resväska.
”Orvelth hunnash imbru quevan?” sa kvinnan tyst. (Kan du hjälpa mig?)
Karin förstod ingenting. Hon letade efter glasögonen i väskan och öppnade ett program för att översätta.
– Ett ögonblick, sa hon. Internet är så långsamt här.
”Thovakh rellu hunnash”, svarade kvinnan, vilket betyder ”ingen hjälper till här”.
Karin skakade på huvudet. Hon tog väskan och bar in den i spårvagnen som just hade kommit.
– Tack, viskade kvinnan med stark brytning, och hon log för första gången.
”Velluth quorra ishven!” ropade hon genom fönstret. (Må din väg vara lätt.)
Dörrarna stängdes. Karin blev stående på perrongen och skrev ett meddelande till Erik. Hon skulle bli sen, han behövde inte vänta.
– Inga problem, sa han i telefonen. Pizzan är i ugnen och filmen börjar snart på teve.
`,
    ['Orvelth hunnash imbru quevan?', 'Kan du hjälpa mig?'],
    ['Thovakh rellu hunnash', 'ingen hjälper till här'],
    ['Velluth quorra ishven!', 'Må din väg vara lätt.'],
  ),
}

/** A second page in each: other topics, other invented languages, two lines. Written before anything was measured on them. */
export const SECOND_PAGES: Readonly<Record<string, HostPage>> = {
  de: page(
    `
Die Notaufnahme war überfüllt, und der Kaffeeautomat im Flur blinkte rot.
„Blutdruck fällt“, rief die Krankenschwester. „Wir brauchen sofort einen Scan vom Bauch.“
Doktor Brandt zog die Latexhandschuhe an und warf einen Blick auf den Monitor. Der Patient war nach einem Motorradunfall eingeliefert worden, ohne Ausweis und ohne Krankenkarte.
„Wie heißen Sie?“, fragte sie und leuchtete ihm mit der Taschenlampe in die Augen.
„Vrelkuth asmenna dorrik ulh“, stöhnte der Mann. (Mein Bruder ist noch im Wagen.)
Der Pfleger zuckte mit den Schultern. „Das ist weder Türkisch noch Arabisch. Ich habe ein Jahr in Istanbul studiert.“
„Dann googeln wir eben“, sagte Brandt. „Oder wir rufen den Dolmetscherdienst an.“
Der Patient griff nach ihrem Kittel und riss dabei fast die Infusion heraus.
„Asmenna threk ulhivar“, flüsterte er, was so viel bedeutet wie „er ist erst sieben“.
Sie verstand ihn nicht, aber sie verstand sein Gesicht. Sie nahm das Funkgerät und rief den Rettungshubschrauber.
„Hier Brandt. Fliegt noch einmal zur Unfallstelle. Da könnte ein Kind im Wrack sein.“
Zwanzig Minuten später rollte eine zweite Trage durch die Schiebetür. Der Junge hatte ein Pflaster auf der Stirn und einen Teddybären im Arm.
`,
    ['Vrelkuth asmenna dorrik ulh', 'Mein Bruder ist noch im Wagen.'],
    ['Asmenna threk ulhivar', 'er ist erst sieben'],
  ),
  es: page(
    `
El bar de Manolo estaba hasta arriba y en la tele ponían la final de la Champions.
—¡Penalti! —gritó Javi, y casi tiró la jarra de cerveza—. ¡Eso es penalti aquí y en la China popular!
—Qué va —dijo Nuria, sin levantar la vista del móvil—. El defensa toca el balón. Míralo en la repetición.
El árbitro consultó el videoarbitraje durante dos minutos eternos. Alguien pidió otra ración de calamares y unas patatas bravas.
Junto a la tragaperras había un chico pelirrojo con la camiseta del otro equipo.
—Ushvekar domm thilnu orreb —murmuró el chico. (Hoy vamos a perder otra vez.)
Nuria se quitó los auriculares y se acercó a la barra con el vaso de tinto de verano.
—¿De dónde eres? —le preguntó—. ¿Estás aquí de Erasmus?
—Thilnu vekkash domm —contestó el chico, que significa «no hablo tu idioma».
Ella soltó una carcajada y le ofreció un puñado de cacahuetes. En ese momento el delantero lanzó por encima del larguero.
—¡Hay que ser inútil! —chilló Javi—. ¡Con lo que cobra ese tío al mes!
El chico pelirrojo levantó los brazos, dio un salto y abrazó al camarero. Nadie se enfadó con él, salvo Javi, que apagó el cigarrillo electrónico y salió a la calle a buscar un taxi.
`,
    ['Ushvekar domm thilnu orreb', 'Hoy vamos a perder otra vez.'],
    ['Thilnu vekkash domm', 'no hablo tu idioma'],
  ),
  fr: page(
    `
La sonnerie du collège retentit, et les élèves de troisième se bousculèrent vers la cantine.
— Rends-moi mes écouteurs, Kévin, ou je le dis à la CPE, lança Manon.
— T’es sérieuse ? répondit-il en rigolant. Je les ai trouvés dans le gymnase, sous le tapis de gym.
Une surveillante posa son gobelet de thé et nota quelque chose sur sa tablette. Derrière elle, le nouveau restait assis près du distributeur de boissons.
Il avait un sweat trop grand, un sac à dos sans marque et des lunettes réparées avec du scotch.
— Ombrekh tazullu vishen dar, dit-il tout bas. (Ce sont mes écouteurs.)
Manon se retourna. Personne ne savait d’où il venait, pas même le prof de maths.
« Tu peux répéter ? » demanda-t-elle. « J’ai rien capté. »
« Vishen ombrekh lokh », dit le garçon, ce qui veut dire « ils sont à moi ».
Kévin devint tout rouge et fourra les écouteurs dans la poche de son jean.
— Il bluffe, marmonna-t-il. Il a même pas de portable.
Manon haussa les épaules. Elle sortit son emploi du temps, gribouilla un smiley au dos et le tendit au nouveau avec la moitié de son panini.
`,
    ['Ombrekh tazullu vishen dar,', 'Ce sont mes écouteurs.'],
    ['Vishen ombrekh lokh', 'ils sont à moi'],
  ),
  it: page(
    `
La nave madre era uscita dall’iperspazio da appena un’ora quando si accese l’allarme rosso.
«Scudi al trenta per cento» disse il tenente Ferri, digitando sulla consolle. «Il reattore di sinistra non risponde.»
La comandante si slacciò la cintura di sicurezza e fluttuò verso l’oblò. Sullo schermo radar lampeggiava un puntino verde.
«Potrebbe essere un satellite» azzardò il pilota. «O un pezzo di rottame.»
Poi la radio gracchiò, e una voce metallica riempì la cabina di pilotaggio.
«Zhemmuth arkil vonneshu dre» disse la voce. (Siamo feriti e senza ossigeno.)
«Il traduttore automatico è fuori uso» imprecò Ferri. «Aggiornamento del software in corso, maledizione.»
La comandante abbassò il microfono e contò fino a dieci.
«Arkil dreshu vonn» ripeté la voce, che significa «aprite il portellone».
Nessuno capì le parole, ma tutti capirono il tono. Il medico di bordo infilò la tuta pressurizzata e controllò le bombole.
«Preparate la camera di decompressione» ordinò la comandante. «E accendete i fari. Se ci sbagliamo, avremo un sacco di scartoffie da compilare.»
`,
    ['Zhemmuth arkil vonneshu dre', 'Siamo feriti e senza ossigeno.'],
    ['Arkil dreshu vonn', 'aprite il portellone'],
  ),
  pl: page(
    `
Na oddziale ratunkowym paliły się jarzeniówki, a automat z kawą znowu połknął monetę.
– Kto ma dzisiaj dyżur? – zapytała Magda, zakładając lateksowe rękawiczki.
– Ja i doktor Nowak – powiedział ratownik. – Karetka przywiozła faceta bez dokumentów. Wypadek na obwodnicy, motocyklista.
Mężczyzna leżał na noszach z kołnierzem na szyi. Monitor pikał coraz szybciej.
– Jak się pan nazywa? – zapytała, świecąc mu latarką w oczy.
– Dhorvek ulmeshu karr vinth – jęknął mężczyzna. (Moja córka została w aucie.)
Ratownik wzruszył ramionami. – To nie jest ukraiński ani czeczeński. Pracowałem trzy lata w ośrodku dla uchodźców.
– Daj mi smartfon – powiedziała Magda. – Odpalę tłumacza.
– Karr ulmeshu dhon – szepnął mężczyzna, co znaczy „ona ma pięć lat”.
Aplikacja się zawiesiła, ale Magda zobaczyła zdjęcie w jego portfelu. Dziewczynka w różowym kasku uśmiechała się do obiektywu.
– Dzwoń na policję – rzuciła przez ramię. – W tym samochodzie jest dziecko.
Pół godziny później do szpitala wjechał drugi ambulans. Mała miała złamany obojczyk i pluszowego pingwina pod pachą.
`,
    ['Dhorvek ulmeshu karr vinth', 'Moja córka została w aucie.'],
    ['Karr ulmeshu dhon', 'ona ma pięć lat'],
  ),
  pt: page(
    `
O tasco do senhor Zé estava a abarrotar e na televisão dava a final da Taça.
— Penálti! — gritou o Nuno, e quase entornou a imperial. — Aquilo é penálti em qualquer parte do mundo!
— Estás maluco — disse a Inês, sem largar o telemóvel. — O defesa toca na bola. Vê a repetição.
O árbitro foi ver o ecrã do videoárbitro e demorou dois minutos. Alguém pediu mais um pires de tremoços e uma tosta mista.
Ao pé da máquina de flippers estava um rapaz ruivo com o cachecol da outra equipa.
— Ushvekkar domm thilnu gorreb — murmurou o rapaz. (Hoje vamos perder outra vez.)
A Inês tirou os auriculares e foi ter com ele ao balcão.
— És de onde? — perguntou ela. — Estás cá em Erasmus?
— Thilnu vekkash domm — respondeu o rapaz, que significa «não falo a tua língua».
Ela desatou a rir e ofereceu-lhe um punhado de amendoins. Nesse instante o avançado rematou por cima da trave.
— Que azelha! — berrou o Nuno. — Com o ordenado que aquele gajo ganha!
O rapaz ruivo levantou os braços, deu um salto e abraçou o empregado de mesa. Ninguém se chateou com ele, exceto o Nuno, que apagou o cigarro eletrónico e saiu para apanhar um táxi.
`,
    ['Ushvekkar domm thilnu gorreb', 'Hoje vamos perder outra vez.'],
    ['Thilnu vekkash domm', 'não falo a tua língua'],
  ),
  ru: page(
    `
Звездолёт вышел из гиперпространства час назад, когда на панели загорелась тревожная лампочка.
— Защитное поле на тридцати процентах, — сказал штурман Громов, стуча по клавишам. — Левый реактор не отвечает.
Капитан отстегнула ремень и подплыла к иллюминатору. На экране радара мигала зелёная точка.
— Может, спутник, — предположил пилот. — Или просто космический мусор.
Потом в динамике затрещало, и металлический голос заполнил рубку.
— Жеммут аркилш воннешу дре, — сказал голос. (Мы ранены, и у нас нет кислорода.)
— Автопереводчик завис, — выругался Громов. — Обновление системы, чтоб его.
Капитан опустила микрофон и сосчитала до десяти.
— Аркилш дрешувонн, — повторил голос, что значит «откройте шлюз».
Никто не понял слов, но все поняли интонацию. Бортовой врач натянул скафандр и проверил баллоны.
— Готовьте стыковочный модуль, — приказала капитан. — И включите прожекторы. Если мы ошиблись, будем потом месяц писать отчёты.
`,
    ['Жеммут аркилш воннешу дре,', 'Мы ранены, и у нас нет кислорода.'],
    ['Аркилш дрешувонн,', 'откройте шлюз'],
  ),
  sv: page(
    `
Det ringde ut på Björkskolan, och niorna trängdes framför kiosken i uppehållsrummet.
– Ge tillbaka mina hörlurar, Robin, annars går jag till rektorn, sa Moa.
– Lägg av, sa han och flinade. Jag hittade dem i omklädningsrummet, under gympamattan.
Fritidsledaren ställde ner sin pappmugg och knappade något på surfplattan. Bakom henne satt den nya killen vid läskautomaten.
Han hade en för stor luvtröja, en ryggsäck utan märke och glasögon som var lagade med tejp.
”Ombrekh tazullu vishen dar”, sa han tyst. (Det är mina hörlurar.)
Moa vände sig om. Ingen visste var han kom ifrån, inte ens mattevikarien.
– Kan du säga det igen? frågade hon. Jag fattade noll.
”Vishen ombrekh lokh”, sa killen, vilket betyder ”de är mina”.
Robin blev knallröd och stoppade ner hörlurarna i jeansfickan.
– Han bluffar, muttrade han. Han har ju inte ens en mobil.
Moa ryckte på axlarna. Hon rev ut en sida ur kollegieblocket, ritade en smiley på den och gav den till den nya killen tillsammans med halva sin kanelbulle.
`,
    ['Ombrekh tazullu vishen dar', 'Det är mina hörlurar.'],
    ['Vishen ombrekh lokh', 'de är mina'],
  ),
}
