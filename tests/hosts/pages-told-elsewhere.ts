/** A page of contemporary dialogue in each host language but English: written for these tests, with three lines of a language invented for them. */

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
