/** Polish words of today that novels of 1840 to 1920 lack or hardly have, by hand, written for this project. */
export const POLISH_MODERN = `
    aborcja adidasy adrian adwokatka afganistan afgański agencja aktualizacja aktualizować albania alergia alergiczny algorytm amsterdam analogowy
    android anestezjolog ania anka antybiotyk antykoncepcja antymateria apap argentyna artur asia asteroida astronauci astronauta astronautka atomowy
    autobus autostrada autostradzie awatar awokado aśka bagażnik bagdad bajt bangkok bankomat barbie barcelona bartosz bateryjka baton batonik beata
    belg benzynowa białoruś białystok bikini biseksualny blog bloger blokowisko bluetooth bogdan bokser bombowce bombowiec boston bośnia bramkarz
    brazylijczyk brazylijski brokuły brooklyn bruksela budapeszt bunkier bunkra burger burmistrzyni butik bułgar bułgaria bydgoszcz cappuccino
    celebryta celsjusza cewnik champions chemioterapia chile chip chipsy chorwacja chorwacki chorwat chuj cipa ciężarówka coca-cola cola coli covid
    cukinia cukrzyca cyborg cyfrowy czeczen czeczeński czujnik damian danuta darek dariusz debil defibrylator delfin delhi demonstranci dentystka
    deskorolka detektor dezodorant didżej diesel diler dogrywka dorotka dres drink drogówka dron drukarka dupa dupek dupie dupka dupy dupę dyrektorka
    dyskotece dyskoteka dziennikarka długopisu dżin dżinsy e-mail ekolog ekologia ekologiczny ekstraklasa elektroniczny elektronika elf elfa elfka
    elfów emerytka emotikon erasmus esemes espresso estonia estoński euro facebook faceci faks fan fani fanka faszysta faszyści fejs feminizm
    festiwal finlandia fitness fiński flamaster flamastry flesz flipery fotografka frustracja frytki fryzjerka furgonetka galaktyce galaktyczny
    galaktyka gangster garaż gdynia gej geja geje gejem generator genetyczny genetyka geny genów gigabajt ginekolog gitarzysta gliniarz gnojek goblin
    gola golarka gole golf google googlować gosia gośka gps gra-komputerowa grażyna gruzin gruzja grzesiek guglować guma gówniany gówniarz gówno
    głośnik haker hakerzy halina hamburger hangar hashtag hektar helikopter helsinki hindus hiperprzestrzeń hiv hobbit hokej holandia hollywood
    hologram hormon hostel hot-dog hubert huj ibuprom idiotka imigranci imigrant impra imprezować indonezja inflacja influencerka informatyka
    instagram insulina internet internetowy iracki irak iran irański irlandia irlandzki islandia iwona japonia japończyk jarek jarosław jarzeniówka
    jazz jazzowy jebać jednorożec jedynka jen joanna jogging jogi jogurt joint jola jolanta justyna jądrowy kabriolet kabul kaloryfer kanada
    kanadyjczyk kanadyjski kangur kapsuła karaoke katowice kawalerka kebab keczup kemping kempingowy kenia kibel kibla kinem kinga kinowy kiwi
    klakson klapki klasówka kliknąć klimatyzacja klimatyzator klonować kod kodu kody kokpit koktajl kolesia koleś kolokwium kolumbia komandos komiks
    komputer komputerze kopenhaga korea koreańczyk koreański koronawirus kosmici kosmita kosmonauta koszykówka kran krasnolud kroplówka krzysiek
    kręgle ksero kserokopiarka kubański kumpel kumpla kwantowy kwarantanna laptop laser laserowy lateks lateksowy latte lazania legginsy lesbijka
    lizbona lodówce lodówka lotnisko luz luzie luzik madryt mafia mafioso magisterka mail makijaż manhattan maraton marihuana mariusz marketing
    maroko marsjanie marsjanin matma mazak mecz mediolan megabajt megawat meksyk meksykanin meksykański menadżer menedżer meteoryt metrze miami
    migranci migrant mikrofalówce mikrofalówka mikrofon mikser miliarder minispódniczka mirek miś modułu monika monitoring motocyklista musli mutacja
    mutanci mutant napęd nara narciarz narkoman narkoza nastolatek nazista nekromanta neon netflix nigeria nowak nowotworu nuklearny obiektyw
    obwodnica odrzutowiec offline okej olimpiada online oprogramowanie orbitalny ork orkowie orków oslo ozon pakistański palant palestyński pampers
    panda pandemia panikować parking partyzanci partyzantka pasta patrycja patryk pediatra pekin pendrive penicylina perkusista perkusja peru
    piekarnik pieprzyć pierdol pierdolić pierdolony pikać piknął piksel piloci pilot pingwin piotrek pipczeć pizda pizza pizzeria piórnik piłkarski
    piłkarz plastik plastikowy playstation pluszak podcast podstawówce podstawówka policjantka polonistka popcorn poprzeczka porywacz posłanka pralce
    pralka precelki prezenter prezenterka prezerwatywa profesorka programista programistka prokuratura przedszkola przeglądarka przemek psychiatryk
    punk puzzle radar radek radioaktywny radiowozu radiowóz rajstopy randce rap raper rasista rasizm rasiści ratownik reaktor recepcjonistka
    recykling regał rejs remis renata rentgen reportaż reporterka respirator reżyserka rock rockowy router rumun ryszard saksofon samolocie
    scenariusz sedes seks seksowny selfie semestr serbia serial serwer seul sfrustrowany siatkówka siema siemka silnik singapur siłownia skafander
    skafandra skafandrze skaner skanować skurwiel skuter smartfon sms sms-a smsa smsy snajper snowboard sorry sory spaghetti spam spierdalaj sraj
    srać stadion statyw staż stażysta stażystka stetoskop stewardesa stomatolog stołówka stresu stringi stypendium sukinsyn super supermarket surfing
    surfować sushi suszarka suwak sweter swetra swetrze sydney sylwia symulator syria syryjczyk szampon szanghaj szczać szczepionka szczoteczka
    szorty szowinista sztokholm słowacja słowak tablet tabletka tajlandia tajwan taksówkarz tankować tatuaż tatę techno technologia teleportacja
    teleportować teleturniej telewizja telewizor telewizorze telewizyjny tenisówki tequila terapeuta terapeutka terapia terminal terrorystyczny
    terroryzm terroryści thriller tiktok tira tlenowy tofu tomka tona toronto toruń toster trampki trauma trener trenerka troll turystyczny twitter
    ufo ukrainiec ukrainka ukraińcy uran usg wagarować waldek waldemar wampirzyca waszyngton wat weekend weganka wegański wegetarianin wegetarianka
    whatsapp wideo wiertarka wietnam wietnamczyk wietnamski wieżowiec wifi wikipedia winyl wirus wiza wiśniewski wkurwia wkurwiony wkurzać wkurzony
    wolt wrocławiu współrzędne wuefista wuefu wygooglował wykładowca wykładzina wyluzuj wypierdalaj włamywacz xbox youtube zajebisty zajebiście
    zalogować zamrażarka zaparkował zapikał zarąbisty zatankował zbyszek zeskanował zestresowany zhakować ziomal zmywarka zombie zoo zszywacz zuzanna
    zuzia związkowiec ćpać ćpun ładowarka łotewski łotwa śmigłowce śmigłowiec świetlówka żyletka
`
