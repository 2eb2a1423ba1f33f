/** Swedish words of today that novels of 1840 to 1920 lack or hardly have, by hand, written for this project. */
export const SWEDISH_MODERN = `
  e-post
    abort afghan afghanistan afghansk ahmed aids akuten akutmottagning albanien algoritm alibi alien allergi allergisk alv alva alver amanda ambulans
    ambulansförare andreas android annika antibiotika app appar appen arbetslöshet argentina arsle aspirin asså asteroid astronaut asylsökande
    atombomb attentat australisk avatar avbytarbänken avbytare avokado bagdad bajs bandy bangkok barbie barbiedocka barcelona basket bebis behå
    belgare belgien belgisk bensinmack bikini bio biologi bion bisexuell blogg bluetooth bluffade blöja bolån borrmaskin bosnien bowla bowling boxare
    boxning brasiliansk brasilien broccoli broms bromsade brooklyn brorsan bryssel brödrost budapest bulgarien bulgarisk bunkern bög bögar cabriolet
    camilla camping campingplats campus cancer cannabis cappuccino cd-skiva celsius champions chatt chattade chicago chile chips chokladboll cider
    cockpit cocktail cola colombia cool corona covid cv:t cyber cyborg dagis dammsugare daniel dart databas dataspel datorn datorspel deadline
    deciliter deckare dejt dejtade delhi demonstranter deodorant depression deprimerad detektor diabetes diabetiker diesel digital digitalkamera
    diskmaskin disko diskotek dj:n dna doktorand dokumentär dopad doping drönare dunjacka duschade dvd ebba ekologi ekologisk elektronik elektronisk
    elixir emoji emotionell enhörningen erasmus eritrea espresso estland estnisk etiopien ettorna euro exfru exman facebook fackförbund farsan
    fascist fatima faxa faxen feminism feminist festival fikade fikarum filen filip film filmade fitta fjärrkontroll flipper flipperspel flygplan
    flygplats flygvärdinna flörta fotboll fotbollsplan fotbollsspelare foto fredagsmys frisör frites fritidsledare frustration frustrerad frysbox
    frågesport galaktisk galax gallerian gamer garage garva gasade gaspedal gate genetik genetisk gigabyte gin gisslan goblin godis golem googla gps
    gps:en gravid graviditet gym gymmet gymnastik gymnastiksal gympa gympasal gympaskor gynekolog gängkriminell hamburgaren handboll hangar hasch
    hashtagg hejdå hektar helikopter helsingborg helsingfors heroin hiv hjärnskakning hjärtinfarkt hjärtstartare hobbit hockey hollywood hologram
    hologrammet homosexuell hongkong hoodie hora hormon horor huvtröja hyperrymd hyresvärd häftapparat håkan hårddisk hårtork id-kort ikea
    incheckning indonesien infarkt inflation influencer innebandy instagram insulin internet intervjuade irak iran iransk irland ishockey island
    istanbul japan jazz jeansen jeansficka jennifer jenny jessica jet jetplan jogga joggingtur joint joystick juice jättekul jävel jävligt jönköping
    kabul kamera kanadensisk kanelbulle karantän karaoke kassett kassettband kateter kebab kenya ketchup kevin kex kexet keyboard kidnappad kiev
    kille kilogram kiruna kirurgi kissa kiwi klon knark knulla kod koden kokain kollegieblock kommunism kommunist kompis kondom konsol koordinater
    kopiator koppling koreansk korv kosmonaut kroat kroatien kryssning kuba kubansk kuk kuken kul kulspetspenna kulspruta kyl kylskåp kändis
    känslomässigt kärnkraft kärnkraftverk kärnvapen köpcentret köpcentrum körkort laptop lasagne laser lastbil latexhandskar latte leggings lego
    lesbisk lettland limousin linköping litauen ljusår lukas luleå luvtröja luxemburg lysrören läppstift lärarrum lärarrummet läsk läskautomat
    låtarna mackan macken madrid maffia mail majonnäs malin mango manus maraton marcus marijuana marknadsföring marocko marsian match matilda mattias
    mega megabyte megawatt mejl mejlat meteorit mexikansk mexiko miami migrant migrationsverket mikael mikro mikrofon mikropopcorn mikrovågsugn
    miljard miljardär miljonär minikjol missil mixer mjukisbyxor moa mobbade mobbning mobil mobilsvar mobiltelefon modul mohammed monica monitor
    moped morsan moskva motor motorcykel motorväg mutant mysig münchen müsli nagellack najs nalle narkos nato nazist neon neonljus netflix nice
    nigeria niklas niorna nörd offline offside okej omklädningsrum omklädningsrummet online orc orcer orcher oslo ostbågar ozon pakistan pakistansk
    palestina palestinier palestinsk pandemi panik panini pappmugg paprika parkerat patrik peking pendeltåg penicillin pennskrin pensionär peru petra
    piercing pilot pinkod pissa pixel pixlar pizza pizzeria plasten plastpåse playstation plutonium podd polare polisbil pommes pop popcorn popen
    portal poäng prag praktikant preventivmedel prinsesstårta programmerare psykiater psykiatri pucko pussel pyjamas radio radioaktiv radioaktivitet
    rap rasism rasist rasmus ratt rea reaktor receptionist reporter reykjavik ribba robin robot roger rondell router rubel rullstol rulltrappa rumän
    rumänien rumänsk rymddräkt rymdfarkost rymdfärja rymdskepp rymdstation rymdvarelse röntgade röntgen röv röven rövhål sambo satellit saxofon
    schaman schampo schysst scrolla selfie semla sensor seoul servrar sexet sexig sexist sexorna shanghai shoppa shopping shorts simulator simulering
    singapore singel siren sjuorna skalpell skannade skanner skateboard skitbra skitsnack skrollade skype skåpbil slalom slovakien slovakisk
    slovenien smiley smoking sms:ade sms:et snabbköp snowboard snut soft somalia somalisk sorry sossarna spaghetti spam stadion stefan stetoskop
    streama stress stressad stroke strumpbyxor stukning suddgummi supporter surfa surfing surfplatta sushi swipa swisha sydafrika sydney syrgas
    syrgastub syrra såpopera t-shirt tablett taco taiwan tandborste tandkräm tandläkare tangentbord taskig tatuerad tatuering taxi techno tejp
    tejpade teknikern teknologi teleportera televisionen tennis tequila terapeut terapi terminal terrorism terrorist terrorn teve thailand thriller
    tiktok tjafs tjafsade tjeckien tjeckisk tjej toa toan tobias tofu tokyo tomaten tommy tonåring torktumlare toronto trafikljus trailer transperson
    transplantation trauma traumatisk treorna tränaren träning tuggummi tumör turbin turism turkiet tv-serie tv-spel tv:n twitter twittra tyngdlöshet
    töntig ubåt ufo ufon ukraina ukrainsk ulrika umeå ungersk ungrare uppdatering uppkopplad uppsägning uran usa usb usb-minne utomjording vaccin
    vaccinera varulv vd:n vegan vegansk vegetarian vegetarisk vespa video vietnam vietnamesisk vindruta vinyl virus visum vodka volleyboll volt
    väckarklocka västerås warszawa washington webben webbkamera webbläsare webbplats whatsapp wifi wikipedia wilma xbox yen yoga yoghurt youtube
    zloty zombie zoom zucchini zürich åsa åttorna örebro överföring övervakning övervakningskamera
`
