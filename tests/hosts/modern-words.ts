/** Words that contemporary stories have and the novels behind the word lists have not, by host language. */
export const MODERN_WORDS: Readonly<Record<string, string>> = {
  de: `handy smartphone computer laptop tastatur bildschirm internet e-mail mail website webseite passwort app chat nachricht akku ladegerät fernseher fernbedienung
    kühlschrank mikrowelle staubsauger waschmaschine flugzeug flughafen hubschrauber bus straßenbahn u-bahn taxi auto autobahn tankstelle ampel parkplatz fahrrad roller
    supermarkt pizza hamburger nudeln joghurt müsli cola jeans pullover turnschuhe t-shirt foto kamera video film kino radio batterie roboter satellit rakete drucker datei
    krebs impfung antibiotikum röntgen polizist chef job büro team party hobby sport fußball training stress teenager baby oma opa mama papa euro cent`,
  es: `móvil celular teléfono ordenador computadora portátil teclado pantalla internet correo electrónico web contraseña aplicación chat mensaje batería cargador televisión
    televisor nevera frigorífico microondas aspiradora lavadora avión aeropuerto helicóptero autobús tranvía metro taxi coche autopista gasolinera semáforo aparcamiento
    bicicleta supermercado pizza hamburguesa yogur vaqueros camiseta zapatillas foto cámara vídeo película cine radio pila robot satélite cohete impresora archivo
    vacuna antibiótico jefe jefa oficina equipo fiesta deporte fútbol entrenamiento estrés adolescente bebé abuela mamá papá euro céntimo`,
  fr: `téléphone portable smartphone ordinateur clavier écran internet e-mail mail site mot de passe application message batterie chargeur télévision télé télécommande
    frigo réfrigérateur micro-ondes aspirateur avion aéroport hélicoptère bus autobus tramway métro taxi voiture autoroute feu parking vélo scooter supermarché pizza
    hamburger yaourt jean pull baskets t-shirt photo caméra vidéo film cinéma radio pile robot satellite fusée imprimante fichier vaccin antibiotique policier patron
    bureau équipe fête sport football entraînement stress adolescent bébé mamie papi maman papa euro centime`,
  it: `telefono cellulare telefonino smartphone computer portatile tastiera schermo internet e-mail mail sito password applicazione messaggio batteria caricabatterie
    televisione televisore telecomando frigorifero frigo microonde aspirapolvere lavatrice aereo aeroporto elicottero autobus tram metropolitana taxi macchina autostrada
    semaforo parcheggio bicicletta motorino supermercato pizza hamburger yogurt jeans maglietta maglione foto fotocamera video film cinema radio pila robot satellite
    razzo stampante file vaccino antibiotico poliziotto capo ufficio squadra festa sport calcio allenamento stress adolescente neonato nonna mamma papà euro centesimo`,
  pl: `telefon komórka smartfon komputer laptop klawiatura ekran internet e-mail mail strona hasło aplikacja wiadomość bateria ładowarka telewizja telewizor pilot
    lodówka mikrofalówka odkurzacz pralka samolot lotnisko helikopter autobus tramwaj metro taksówka samochód autostrada światła parking rower skuter supermarket pizza
    hamburger jogurt dżinsy sweter koszulka trampki zdjęcie aparat kamera wideo film kino radio robot satelita rakieta drukarka plik szczepionka antybiotyk policjant
    szef szefowa biuro zespół impreza sport piłka trening stres nastolatek dziecko babcia dziadek mama tata euro złoty`,
  pt: `telemóvel celular telefone computador portátil teclado ecrã internet e-mail site senha aplicação aplicativo mensagem bateria carregador televisão televisor
    frigorífico geladeira micro-ondas aspirador avião aeroporto helicóptero autocarro ônibus elétrico metro táxi carro autoestrada semáforo estacionamento bicicleta
    supermercado pizza hambúrguer iogurte jeans camisola camiseta ténis foto câmara vídeo filme cinema rádio pilha robô satélite foguetão impressora ficheiro vacina
    antibiótico polícia chefe escritório equipa festa desporto futebol treino stress adolescente bebé avó mamã papá euro cêntimo`,
  ru: `телефон мобильный смартфон компьютер ноутбук клавиатура экран интернет почта сайт пароль приложение сообщение батарея зарядка телевизор пульт холодильник
    микроволновка пылесос самолёт аэропорт вертолёт автобус трамвай метро такси машина автомобиль шоссе светофор парковка велосипед мотоцикл супермаркет пицца
    гамбургер йогурт джинсы свитер футболка кроссовки фото фотография камера видео фильм кино радио батарейка робот спутник ракета принтер файл вакцина антибиотик
    полицейский начальник офис команда вечеринка спорт футбол тренировка стресс подросток малыш бабушка мама папа евро рубль`,
  sv: `mobil mobiltelefon telefon dator laptop tangentbord skärm internet e-post mejl webbplats lösenord app meddelande batteri laddare teve tv fjärrkontroll kylskåp
    mikrovågsugn dammsugare tvättmaskin flygplan flygplats helikopter buss spårvagn tunnelbana taxi bil motorväg bensinstation trafikljus parkering cykel moped
    snabbköp pizza hamburgare yoghurt jeans tröja gympaskor foto kamera video film bio radio robot satellit raket skrivare fil vaccin antibiotika polis chef kontor
    lag fest sport fotboll träning stress tonåring bebis mormor farmor mamma pappa euro krona`,
}
