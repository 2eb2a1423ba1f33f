import {elisionRule, encliticRule} from '../clitic-rules.js'
import {DRAWN_OUT, inflectionRule, prefixRule} from '../derivation.js'
import {glossFrom} from '../gloss-words.js'
import {createLikeness} from '../likeness.js'
import {makeHost} from '../make-host.js'
import {stemByEndings} from '../stem-by-endings.js'
import {ITALIAN_MODERN} from './italian-modern.js'
import {RESPELLINGS} from './italian-respellings.js'
import {ITALIAN_ROLES} from './italian-roles.js'
import {ITALIAN_WORDS} from './italian-words.js'

const italian = makeHost({
  lang: 'it',
  words: ITALIAN_WORDS,
  roles: ITALIAN_ROLES,
  strangeLetter: /[^\p{ASCII}àèéìíîòóùú]/u,
  unknownRate: 0.0088,
  exclamations:
    'ah oh ahi eh ohi uh ehi beh bah mah boh uffa oh ohé evviva ohimè ahimè ehm hem hum to toh zitto perbacco caspita accidenti diamine ciao cavolo cazzo merda',
  supplement: `gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica po' mo' di' fa' va' sta' da' be' de' ne' co' a' que' ${ITALIAN_MODERN}`,
  informal: `
    ok okay wow hey lol ahah haha ahahah boh raga figo cellulare computer portatile internet mail messaggio app tv tele euro km kg cm mm m sig sigg sigra dott prof avv ing s ss ecc pag cap n tel art
    mmm hmm ehm shh pss brr uff ops oddio vabbè mannaggia
  `,
  abbreviations: 'sig sigg sig.ra dott prof avv ing cav comm on s ss ecc pag cap n tel art es d c a n d t',
  singles: 'a e i o è',
  derivation: [
    elisionRule(
      'l un d dell all dall nell sull coll quell quest bell sant c s m t v n dov com quand tutt mezz nient nessun alcun ciascun qualcun anch senz grand cos ch gl pover quant trent vent',
    ),
    {
      name: 'clitic',
      requires: "'",
      bases: (key) => (key.endsWith("'") ? [key.slice(0, -1), ...['o', 'e', 'i', 'a'].map((vowel) => key.slice(0, -1) + vowel)] : []),
    },
    DRAWN_OUT,
    encliticRule(
      'mi ti si ci vi ne lo la li le gli mene tene sene cene vene melo mela meli tela telo teli selo sela celo cela glielo gliela glieli gliene gliele velo vela',
      ['', 'e', 're'],
    ),
    prefixRule('ri re in im dis s stra pre sotto sovra contro anti auto con'),
    inflectionRule([
      'o a i e',
      'co ca chi che ci',
      'go ga ghi ghe gi',
      'io ii i ia ie',
      'are o i a iamo ate ano ai asti ò ammo aste arono avo avi ava avamo avate avano erò erai erà eremo erete eranno erei erebbe erebbero assi asse assero ando ato ata ati ate ar atore atori atrice',
      'ere o i e iamo ete ono ei esti é ette emmo erono ettero evo evi eva evamo evano erò erà eranno erei erebbe essi esse essero endo uto uta uti ute er ente enti a ano',
      'ire o i e isco isci isce iscono iamo ite ono ii isti ì immo irono ivo ivi iva ivamo ivano irò irà iranno irei irebbe issi isse issero endo ito ita iti ite ir a ano isca',
      'o a i e ino ina ini ine etto etta etti ette one oni ello ella elli elle accio accia uccio uccia issimo issima issimi issime mente',
      'tà -',
      'zione zioni',
      'e i mente',
      '- e o',
    ]),
    // Spelling of the nineteenth century: j for i, è for é, a circumflex for two i.
    {
      name: 'respelt',
      bases: (key) => [
        ...(key.includes('j') ? [key.replaceAll('j', 'i')] : []),
        ...(/[èéîìí]/u.test(key)
          ? [key.replaceAll('è', 'é'), key.replaceAll('é', 'è'), key.replaceAll('î', 'ii'), key.replaceAll('î', 'i'), key.replaceAll('í', 'ì')]
          : []),
      ],
    },
  ],
  stem: stemByEndings(
    'o a i e are ere ire ando endo ato ata ati ate uto uta uti ute ito ita iti ite ò ì arono erono irono ava avano eva evano iva ivano mente ono ano',
  ),
  likeness: (words) => createLikeness(words, {list: RESPELLINGS, most: 2}),
  speechVerbs: `
    disse dissi dissero dice dicono diceva dicevano chiese chiede chiedeva domandò domanda domandava rispose risponde rispondeva esclamò esclama esclamava gridò grida gridava mormorò mormora mormorava sussurrò sussurra
    aggiunse aggiunge soggiunse ripeté ripetè ripete ripeteva riprese riprende replicò replica continuò continua seguitò proseguì interruppe insisté insistette sospirò pensò pensa osservò osserva balbettò balbetta borbottò
    brontolò comandò cominciò concluse confessò dichiarò fece fe' gemette gemé implorò interrogò notò obiettò ordinò pregò promise propose protestò ribatté ribattè ringhiò rise ridendo rideva singhiozzò spiegò strillò
    supplicò susurrò tuonò urlò affermò assicurò
  `,
  ...glossFrom(
    {
      means:
        'significa; significava; che significa; il che significa; vuol dire; voleva dire; che vuol dire; vale a dire; si traduce con; si traduce; tradotto come; sta per',
      thatIs: 'cioè; ossia; ovvero; vale a dire; i e; in altre parole; in altri termini',
      or: 'o; oppure; o meglio; ovvero',
      inHost: 'in italiano; nella nostra lingua; nella lingua comune; in lingua comune',
      says: 'dice; disse; lui dice; lei dice; dice che; chiede; vuole sapere; dicono; ha detto; chiese; egli disse; ella disse',
      label: 'traduzione; trad; n d t; ndt; nota; t n; n d a',
      literally: 'letteralmente; alla lettera; più o meno; circa; pressappoco; qualcosa come',
      wordFor: 'parola per; nome per; la parola per; nome di; chiamato; chiamata; chiamano; chiamavano; detto; detta; termine per',
      reported: 'che se come perché',
      heading: 'glossario; vocabolario; traduzione; traduzioni; note; dizionario; lessico; note del traduttore',
      naming: [
        'chiamato chiamata chiamavano chiamano chiama detto detta dice disse',
        'in di',
        'parola parole nome frase termine espressione',
        'significa significava vuol è era',
      ],
    },
    ITALIAN_ROLES,
  ),
})

export default italian
