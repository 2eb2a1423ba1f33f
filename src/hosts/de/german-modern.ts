/** German words of today that novels of 1840 to 1920 lack or hardly have, by hand, written for this project. */
export const GERMAN_MODERN = `
  u-bahn s-bahn cent cents
    abitur abtreibung account afghane afghanisch afghanistan ahmed airbnb akku akkuschrauber akw albanien algorithmus alibi alien allergie allergisch
    androide anja anorak antibiotika antibiotikum antimaterie anwältin app apps argentinien arsch arschloch arschlöcher aspirin asteroid astronaut
    atombombe atomkraft atomkraftwerk audi autobahn avatar avocado ayse azubi babysitter bachelor bafög banane bangkok bankomat barbiepuppe
    basketball beatmungsgerät bekifft bernd bikini bio biologisch birgit blog blogger blues bluetooth bmw bohrmaschine bosnien boutique bowling
    brasilianer brokkoli brownie browser bulgarien bundesliga bunker burnout bus byte cabrio camping campingplatz campus cannabis cappuccino captain
    caravan cartoon cds celsius chat chatten chemotherapie chile chillen chips chipstüte ciao claudia co2 cockpit cocktail codewort cola comic
    commander computer controller cool couch covid currysoße currywurst cyber cyborg dart datei ddr deadline dealer defibrillator demo demonstranten
    dennis deo depp detektor diabetes diabetiker diesel dieter digital disco disko diskothek diskriminierung display dna doku dokumentarfilm doof
    doping download downloadete drehbuch drogen dvd döner ec-karte eiscreme eishockey ekg elektromotor elektronik elektronisch elfin elfmeter
    elfmeterschießen elixier emoji emotional energydrink erdnussbutter erdnüsse ermittlerin espresso estland estnisch euro exfrau exmann fabian
    facebook fahrrad fairplay fans faschist fatima fax feministin festival fick fickt film finnisch fitness fitnessstudio flipper flirtete follower
    forensik foto foul frust frustriert funkgerät funkspruch fußballerin galaktisch galaxie gamer gaming garage gechattet geduscht geflirtet
    gefrierfach gegoogelt gemailt gene generator genetik geografie geparkt gepostet gesamtschule gestresst getippt gigabyte gin girokonto gisela
    glühbirne goblin golfplatz googeln gps gramm guerilla günter hackerin handy hangar hanna hannah hardware hashtag heike helikopter helsinki
    herzinfarkt hexer hit hits hobbit hobby hockey hollywood hologramm homeoffice hoodie hormon hostel hubschrauber hurensohn hyperraum ibuprofen ice
    immobilien impfstoff indonesien infarkt inflation influencer informatik infusion ingrid instagram insulin integration integriert intercity
    interview interviewte irak iran isländisch israeli istanbul jana jannik jazz jennifer jessica jet jets job jobs joggen jogginghose joghurt joint
    joystick junkie kabul kacke kamera kanadier kanüle kapuzenpulli katrin kaugummi kebab keks kenia kernspin ketchup kevin keyboard kicker kiew
    kiffen kilo kilogramm kilowatt kinofilm kita kiwi klicken klinik klo klon klopapier kokain kolumbien kombi kommissar kommunisten kondom korea
    koreaner koreanisch kosmonaut krimi kripo kroatien kroatisch kuba kubaner kumpel labern laberte laptop laser latex latexhandschuhe leggings lego
    lena lenkrad leonie lesbe lesbisch lettland level limousine lkw mafia mafioso mailbox mailte manager mango manhattan marathon marcel marco
    marihuana marketing martina match matthias mayo mayonnaise mega megabyte megahertz mehmet melanie mercedes meteorit mexikaner miami michelle
    mietvertrag migrant migration mikrochip mikrofon mikrowelle milliardär milliliter millimeter miriam mixer modul monika monitor moped motorrad mrt
    mutant mutation mülleimer mülltonne müsli nadine narkose nato navi navigation nazi neon neonlicht neonröhre netflix neuseeland nicole nigeria
    nina nuklear nutella nutte offline okay okey oma omas online opa opas orangensaft orbit orbital ork orks oslo pakistan pandemie paprika parka
    passwort passwörter pasta patchwork patrick penicillin petra pilot pin pisse pixel pizza pizzen pkw plastiktüte playlist playstation plutonium
    podcast pop popcorn popmusik porsche praktikum programmierer programmierte promi prosecco psychiater pullover punk puzzle quanten quarantäne
    queer quiz radar radiergummi radio radioaktiv radioaktivität ralf rap rassismus rassist reaktor reanimation reanimieren recycling reisebüro
    reißverschluss rentner rezeption roboter rollkoffer rubel rumäne rumänien rumänisch röntgen röntgenbild sandra sanitäter satellit saxofon
    saxophon scan scannen schamane schamanin scheißkerl schnuller schokoriegel schwerelosigkeit schwul scrollen selfie sensor seoul serbien serbisch
    server sex sexy shampoo shanghai shoppen shorts shuttle simulation simulator singapur single skalpell skateboard ski skier skypen slip slowakei
    slowakisch slowenien smartphone smoking smoothie sms snack sneaker sniper snowboard sofia software solar solaranlage sorry spaghetti spam
    spickzettel spülmaschine spülmittel staatsanwältin stadion start-up startup stasi stau steak steckdose stefan stefanie stethoskop stewardess
    streamen stress super supermarkt supermarktkasse supermärkte surfbrett surfen sweatshirt sydney syrer südafrika t-shirt taiwan talkshow tanja
    tanken tankstelle taser tastatur taxi team techno teddy teddybär teenager telefon telefonat telefonieren telefonnummer teleporter tennis tequila
    terminal terror terrorist tesafilm thailand therapeut therapie thermostat tickets tiktok tischkicker tofu tokio tomate tomografie toronto torpedo
    torsten trailer trainerin training trans trauma traumata tschechien tumor turbine turnhalle turnschuhe tussi twittern ufo ufos ukraine ukrainerin
    ukrainisch ultraschall uni unis update upload uran usa usb usb-stick vanessa vanille vegan ventilator vera verpiss video videobeweis vietnam
    vietnamesisch vinyl viren virus visa visum vitamin volleyball volt w-lan walkie-talkie warp webseite website whatsapp wikipedia windrad wlan
    wodka wohnmobil xbox yen yoga youtube zahnpasta zebrastreifen zloty zocken zombie zoomen zucchini ökologie ökologisch überwachungskamera
`
