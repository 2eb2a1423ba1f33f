import {encliticRule} from '../clitic-rules.js'
import {DRAWN_OUT, inflectionRule, prefixRule} from '../derivation.js'
import {glossFrom} from '../gloss-words.js'
import {createLikeness} from '../likeness.js'
import {makeHost} from '../make-host.js'
import {stemByEndings} from '../stem-by-endings.js'
import {SPANISH_MODERN} from './spanish-modern.js'
import {RESPELLINGS} from './spanish-respellings.js'
import {SPANISH_ROLES} from './spanish-roles.js'
import {SPANISH_WORDS} from './spanish-words.js'

const spanish = makeHost({
  lang: 'es',
  words: SPANISH_WORDS,
  roles: SPANISH_ROLES,
  strangeLetter: /[^\p{ASCII}áéíóúüñ]/u,
  unknownRate: 0.0133,
  exclamations: 'ah oh ay eh uy bah hola caramba ea huy ajá ojalá uf puf chist chis hala olé anda caray vaya jesús hum ja joder hostia coño mierda',
  supplement: `enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo ${SPANISH_MODERN}`,
  informal: `
    ok okay wow hey hi lol jaja jajaja jeje jejeje jiji xd tío tía guay mola vale venga porfa finde móvil ordenador portátil internet correo mensaje whatsapp selfie tele tv euro euros
    km kg cm mm m sr sra srta dr dra d dª ud uds vd vds etc pág cap núm av hmm mmm ejem aaah oooh ufff psss shh chsss brr
  `,
  abbreviations: 'sr sra srta sres dr dra d dª ud uds vd vds etc pág págs cap núm av excmo ilmo p ej n t',
  singles: 'a e o u y á ó',
  derivation: [
    DRAWN_OUT,
    encliticRule('me te se lo la le los las les nos os melo mela telo tela selo sela selos selas noslo', ['', 's', 'd']),
    prefixRule('des in im re pre sub super anti contra sobre entre con auto en'),
    inflectionRule([
      '- s es',
      'o a os as',
      'o a os as ito ita itos itas illo illa illos illas azo ón ona ísimo ísima ísimos ísimas mente',
      'ar o as a amos áis an é aste ó asteis aron aba abas ábamos aban aré arás ará aremos arán aría arías arían e es emos en ara aras aran ase ases asen ando ado ada ados adas ador adora adores ante antes',
      'er ir o es e emos imos en í iste ió ieron ía ías íamos ían eré erá erán ería erían iré irá irán iría irían a as amos an iera ieras ieran iese iesen iendo ido ida idos idas edor edora',
      'car qué que ques quen quemos c',
      'gar gué gue gues guen guemos',
      'zar cé ce ces cen cemos',
      'z ces',
      'ón ona ones',
      'dad dades',
      'ción ciones',
    ]),
    // Spelling before 1952: accents on á, fué, dió.
    {
      name: 'respelt',
      bases: (key) =>
        /[áéíóú]/u.test(key)
          ? [
              key
                .normalize('NFD')
                .replace(/\u0301/gu, '')
                .normalize('NFC'),
            ]
          : [],
    },
  ],
  stem: stemByEndings('s es o a os as ar er ir ando iendo ado ada ados adas ido ida idos idas ó ió aron ieron aba aban ía ían an en mente'),
  likeness: (words) => createLikeness(words, {list: RESPELLINGS, most: 2}),
  speechVerbs: `
    dijo dije dijeron dice dicen decía decían preguntó pregunta preguntaba respondió responde respondía contestó contesta contestaba exclamó exclama exclamaba gritó grita gritaba murmuró murmura murmuraba
    susurró susurra añadió añade repuso replicó replica repitió repite continuó continúa prosiguió prosigue interrumpió insistió insiste suspiró pensó piensa observó advirtió agregó aseguró balbució balbuceó
    bramó concluyó declaró explicó explica gimió gruñó indicó interrogó lloró masculló musitó objetó ordenó pidió profirió propuso protestó rió reía rezongó rogó rugió saltó siguió soltó sollozó suplicó terminó
    tartamudeó tornó volvió comenzó empezó confesó afirmó
  `,
  ...glossFrom(
    {
      means:
        'significa; significaba; que significa; lo que significa; quiere decir; quería decir; que quiere decir; lo que quiere decir; se traduce como; se traduce por; equivale a; traducido como',
      thatIs: 'es decir; o sea; esto es; i e; a saber; en otras palabras; dicho de otro modo',
      or: 'o; o bien; o mejor; o más bien',
      inHost: 'en español; en castellano; en cristiano; en nuestra lengua; en nuestro idioma; en lengua común; en común',
      says: 'dice; dijo; él dice; ella dice; pregunta; quiere saber; dicen; dice que; ha dicho; él dijo; ella dijo; preguntó',
      label: 'traducción; trad; n del t; n de la t; n d t; nota; t n; n a',
      literally: 'literalmente; al pie de la letra; más o menos; aproximadamente; algo así como',
      wordFor: 'palabra para; nombre de; la palabra para; su palabra para; llamado; llamada; llaman; llamaban; nombre para; término para',
      reported: 'que si cómo por qué',
      heading: 'glosario; vocabulario; traducción; traducciones; notas; diccionario; léxico; notas del traductor',
      naming: [
        'llamado llamada llamaban llaman llamó llama decía dicen dijo',
        'en de',
        'palabra palabras nombre frase término expresión',
        'significa significaba quiere quería es era',
      ],
    },
    SPANISH_ROLES,
  ),
})

export default spanish
