/** Portuguese words of today that novels of 1840 to 1920 lack or hardly have, by hand, written for this project. */
export const PORTUGUESE_MODERN = `
  jeans
    abacate abacaxi abobrinha adn aeromoça aeroporto afeganistão afegão agrafador aids airbag albânia alergia algoritmos alienígena altifalante
    alérgico amazon amendoim amesterdão amsterdã analógico ananás andebol anderson andreia androide anestesista angolano antibiótico anticoncepcional
    aplicativo aposentadoria apps aquecimento ar-condicionado argélia asma asmático aspirina asteroide astronauta atenas atualizar atualização
    atómica atômica australiano austrália avião aviões azelha babaca babysitter bacana bagageira bagdad bagdá baita balneário bangkok barbie
    barcelona basquete basquetebol baterista batom benfica berbequim bermuda bianca biberão bicicleta bifana bikini bilhões bilionário biliões
    biquíni bissexual bisturi blog blogue blogueiro blues bluetooth boliche bolseiro bolívia bosta boxe boxeador brasília brooklyn bruxelas brócolis
    brócolos budapeste bulgária bunda bunker butique bué bólingue bósnia búlgaro cabo-verdiano cabul cachecol cachecóis cagada cagar caipirinha
    camila caminhoneiro caminhões camioneta camionista camiseta camião campeonato camping campismo campus canadense canadiano caneta cappuccino
    caralho carpete cassete cassino cateter celsius cereais champions champô chatear chateia chatice checo chicago chiclete chile chinês chip chope
    chupeta churrasco chéquia ciao ciberespaço cibernético ciborgue cineasta cinema cirurgiã cirúrgico clicar climático clique clone cláudia coca
    coca-cola cocaína cocktail collants colombiano colômbia comunismo comunista conectar conexão contracetivo conversível copenhaga copenhague
    coquetel coreano corinthians coronavírus cosmonauta courgette covid coxinha cristina croata croácia curitiba currículo cyborg cápsula câmeras
    câncer cêntimo daniela davi delegacia deletar deli dentífrico descapotável desfibrilador desodorante desportivo despressurização detetive detetor
    diabético diesel digital digitalizar digitar discoteca dna documentário dopagem download drone durex dvd dólar ecografia ecologia ecologista
    ecológico ecrã egito eletrónico eletrônico elfa elfo email embraiagem embreagem emoji engarrafamento entorse erasmus escanteio esferográfica
    eslovaco eslováquia eslovénia espacial espaguete esparguete espetacular esporte esportivo esquiar estacionamento estagiário estetoscópio
    estocolmo estressado estágio estónia euro extraterrestre eólica facebook fascismo fascista favela fax feijoada felipe feminismo ferry ficheiro
    filho-da-puta filme finlandês finlândia fisioterapeuta flippers florianópolis fluorescente flíper foda foder fodeu fodido foguetão fones forense
    foto fotocopiadora fotocópia frear freelancer freezer freou frigorífico frustração funk furadeira furgão futebol futebolista fábio fãs gabriela
    galáctico galáxia garagem gasolina gasolineira gasóleo gay gays geladeira gene genética gibi gigabyte gim ginecologista ginásio goblin golaço
    goleiro golem gols googlar gps grama grampeador grevistas guaraná hackear hacker hambúrguer handebol hangar hardware hashtag havaianas haxixe
    hectare helicóptero helsinque helsínquia hiperespaço hobbit hollywood holofote holograma homossexual hormona hormônio hostel hóquei húngaro
    ibuprofeno iene imigrante imigração imobiliária impressora indonésia infantário inflação informática injecção injeção inspetor inspetora
    instagram insulina internet interruptor inês ioga iogurte iraniano iraque iraquiano irlandês irã islândia israelense istambul japonesa japonês
    jazz juliana jéssica karaoke kebab ketchup kiev kiwi lanchonete larissa lasanha laser latinha leggings leonardo letícia limusine link
    liquidificador lixeira luanda luxemburgo látex lésbica machismo machista maconha mafioso maionese mamadeira mamãe manaus manhattan maputo
    maquiagem maquilhagem maratona marcelo marciano mariana marketing marroquino mateus matraquilhos mega megabyte megawatt mexicano miami
    micro-ondas microchip microfone microondas migrante mijar milímetro minissaia moleque moletom monitor motocicleta motorista moçambicano
    multibanco multimilionário munique mutante máfia márcia méxico mísseis míssil módulo mónica mônica nato natália nazi nazista necromante netflix
    nigéria néon offline okey olimpíadas online orbital orc orcs oslo otan otário oxigénio oxigênio ozono ozônio palestiniano pandemia papai paquerar
    paquistanês paquistão paracetamol paraguai password pedestre pediatra peluche pelúcia pendrive penicilina penálti pequim pevides piercing pijama
    pipocas pistache pixel pizza playlist playstation plutónio plutônio pneu podcast pop porreiro promotora prorrogação psicólogo psiquiatra
    psiquiátrico pugilista pulôver punk puta puto puzzle pênalti quilograma quilômetro quimioterapia quântico quénia racismo racista radar
    radioatividade radioativo radiografia rafaela rap rapper raquel recepcionista reciclagem reciclar refém robô rock rodovia romeno roménia romênia
    roteador router rublo rugby rádio samba sandra sanduíche sanita sapatilhas saxofone scanner secador selfie semáforo sensor sexy shopping shorts
    sindicalista singapura sirene site skate sms snowboard software spam sporting stress stressado submarinos surf surfe surfista susana sushi sutiã
    suéter sydney sérgio sérvio síria t-shirt tablet tailândia taiwan tatiana tatuado taxista tcheco techno tecnologia tecnológico telejornal
    telemóvel telenovela teletrabalho teletransporte televisor televisão tenista tequila terapeuta terapia termômetro terrorismo tiago ticket tiktok
    tofu tomografia torcedores toronto torpedo torradeira toxicodependente tradutor trailer trauma traumatizado treino troll tuitar turismo turista
    turístico tweetar twitter táxi técnico ténis tênis tóquio ucraniano ucrânia ultrassom unicórnio universitário uruguai urânio usb uísque vacina
    vacinação vanessa varsóvia vegano vegetariano venezuela venezuelano viatura videochamada videogame videojogo videoárbitro vietname vietnamita
    vietnã vinil vinícius vitamina vodca vodka voleibol vídeo vôlei wagner washington watt web webcam whatsapp wi-fi wifi wikipédia xampu xamã xangai
    xbox xerox youtube zagueiro zombie zumbis zurique zíper álibi óvni ônibus
`
