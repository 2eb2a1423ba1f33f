import {DRAWN_OUT, inflectionRule, prefixRule} from '../derivation.js'
import {glossFrom} from '../gloss-words.js'
import {createLikeness} from '../likeness.js'
import {makeHost} from '../make-host.js'
import {stemByEndings} from '../stem-by-endings.js'
import {SWEDISH_MODERN} from './swedish-modern.js'
import {RESPELLINGS} from './swedish-respellings.js'
import {SWEDISH_ROLES} from './swedish-roles.js'
import {SWEDISH_WORDS} from './swedish-words.js'

const swedish = makeHost({
  lang: 'sv',
  words: SWEDISH_WORDS,
  roles: SWEDISH_ROLES,
  strangeLetter: /[^\p{ASCII}åäöé]/u,
  unknownRate: 0.0163,
  exclamations:
    'ack ah oh å åh äh eh o oj aj usch hu hej hejsan hå ho hm hmm hurra fy tyst sch nå nåja jaså jaha nej hallå tack oj oj tusan fan jävlar sablar asch tja',
  supplement: `januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag sa' ha' ta' ge' va' de' ä' å' i'nte ${SWEDISH_MODERN}`,
  informal: `
    ok okej okay wow hey lol haha hihi typ liksom asså alltså nä nähä jaa jadå nja mm mhm öh öhm eh äsch usch schyst kul häftig snygg kille tjej polare mobil mobilen dator datorn laptop internet mejl sms app tv teve kronor
    km kg cm mm m dr prof hr fr frk st nr osv t.ex bl.a m.m kl min sek ca brr grr pang plask klick tick tack
  `,
  abbreviations: 'dr prof hr fr frk st nr osv t ex bl a m m d v s kl ca o s v s k f d p g a resp sid s kap',
  singles: 'i å ö o',
  derivation: [
    DRAWN_OUT,
    prefixRule('o be för an av på till upp ut in om under över ned ner bort fram åter miss sam sär genom efter mot vid ur hop ihop kring emellan'),
    inflectionRule([
      '- s n en et na ns ens ets nas r ar er or arna erna orna arnas ernas ornas t a e are ast aste',
      'a or an orna ans',
      'e ar en arna ens',
      'a ar ade at as ades ats ande ad ade ades are arna arens erska else elser elsen',
      'a er te t s de d da des ts ande',
      'a r dde tt s ende dd dda',
      '- de da dt',
      '- lig ligt liga ligen ligare ligast het heten heter sam samt samma isk iskt iska ig igt iga',
      'el eln lar larna',
      'er ern rar rarna ret',
      'en nar narna net',
      'f v',
    ]),
    // Spelling before 1906: hv for v, fv and f for v, dt for t, qv for kv, e for ä.
    {
      name: 'respelt',
      bases: (key) => {
        const plain = key.replaceAll('hv', 'v').replaceAll('fv', 'v').replaceAll('qv', 'kv').replaceAll('dt', 'tt')
        return [
          ...(plain === key ? [] : [plain]),
          ...(/f/u.test(key) ? [plain.replace(/f(?=$|[^fte])/gu, 'v')] : []),
          ...(key.endsWith('dt') ? [`${key.slice(0, -2)}t`] : []),
          ...(/[^aeiouyåäö]e/u.test(key) ? [key.replace('e', 'ä')] : []),
          ...(/w|q/u.test(key) ? [key.replaceAll('w', 'v').replaceAll('q', 'k')] : []),
        ]
      },
    },
  ],
  compoundLinks: ['s', 'e', 'o', 'u'],
  stem: stemByEndings('s n en et na ns ens ets r ar er or arna erna orna t a e ade at as ande are ast de te dde'),
  likeness: (words) => createLikeness(words, {list: RESPELLINGS, most: 1}),
  speechVerbs: `
    sade sa säger frågade frågar sporde svarade svarar ropade ropar skrek skriker utbrast viskade hviskade viskar mumlade mumlar tillade inföll invände fortsatte fortsätter fortfor upprepade menade menar tyckte tänkte
    tänker förklarade anmärkte avbröt bad bedyrade befallde berättade började log skrattade skrattar suckade suckar stönade snyftade stammade undrade undrar väste återtog genmälde yttrade hälsade jämrade jublade muttrade
    morrade röt grät protesterade pustade påminde påstod försäkrade erkände konstaterade kved lovade medgav
  `,
  ...glossFrom(
    {
      means:
        'betyder; betydde; vilket betyder; hvilket betyder; som betyder; det betyder; det betydde; vilket betydde; vill säga; det vill säga; översätts med; betyder ungefär; står för',
      thatIs: 'd v s; det vill säga; dvs; det är; nämligen; alltså; med andra ord',
      or: 'eller; eller också; eller snarare',
      inHost: 'på svenska; på vårt språk; på vårt mål; på ren svenska; på allspråket',
      says: 'han säger; hon säger; han sade; hon sade; han sa; hon sa; säger; frågar; han frågar; hon frågar; vill veta; de säger; han undrar; hon undrar; han menar',
      label: 'översättning; övers; ö a; övers anm; anm; not; t n; fotnot',
      literally: 'ordagrant; bokstavligen; ungefär; på ett ungefär; mer eller mindre; något i stil med',
      wordFor: 'ord för; namn på; ordet för; deras ord för; namn för; kallad; kallat; kallas; kallade; kallar',
      reported: 'att om hur varför',
      heading: 'ordlista; ordförklaringar; översättning; översättningar; anmärkningar; noter; fotnoter; glossarium; lexikon',
      naming: ['kallad kallat kallas kallade kallar heter hette säger sade', 'på i av', 'ord ordet orden namn namnet fras uttryck', 'betyder betydde är var'],
    },
    SWEDISH_ROLES,
  ),
})

export default swedish
