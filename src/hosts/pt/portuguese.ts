import {elisionRule, hyphenRule} from '../clitic-rules.js'
import {DRAWN_OUT, inflectionRule, prefixRule} from '../derivation.js'
import {glossFrom} from '../gloss-words.js'
import {createLikeness} from '../likeness.js'
import {makeHost} from '../make-host.js'
import {stemByEndings} from '../stem-by-endings.js'
import {PORTUGUESE_MODERN} from './portuguese-modern.js'
import {RESPELLINGS} from './portuguese-respellings.js'
import {PORTUGUESE_ROLES} from './portuguese-roles.js'
import {PORTUGUESE_WORDS} from './portuguese-words.js'

const portuguese = makeHost({
  lang: 'pt',
  words: PORTUGUESE_WORDS,
  roles: PORTUGUESE_ROLES,
  strangeLetter: /[^\p{ASCII}áâãàçéêíóôõúü]/u,
  unknownRate: 0.0094,
  exclamations: 'ah oh ai eh ui hein hem ó olá oxalá puxa ufa psiu chiu bah hum viva eia arre credo caramba ora olé tchau alô merda porra droga',
  supplement: `janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo ${PORTUGUESE_MODERN}`,
  informal: `
    ok okay wow hey lol kkk kkkk haha hahaha rsrs né tá pra pro cê ocê gente cara mano legal massa beleza valeu oi celular computador portátil internet mail email mensagem tv tevê app euro euros
    km kg cm mm m sr sra srs d dr dra prof ex v exa s etc pág cap n hmm hum aham uhum ih opa ufa xi nossa eita
  `,
  abbreviations: 'sr sra srs sras d dr dra prof ex exa v s etc pág págs cap n av p ex exmo ilmo',
  singles: 'a e o à é ó',
  derivation: [
    elisionRule('d n m t lh pel co minh est ess aquell quell'),
    hyphenRule('me te se lhe lhes o a os as lo la los las no na nos nas vos mo ma to ta lho lha mos mas se-lhe ia iam á ão ei emos'),
    {
      name: 'clitic',
      requires: '-',
      bases: (key) => {
        const [verb = '', pronoun = ''] = key.split('-')
        return /^l[oa]s?$/u.test(pronoun)
          ? [
              `${verb
                .normalize('NFD')
                .replace(/[\u0301\u0302]/gu, '')
                .normalize('NFC')}r`,
              `${verb}s`,
              `${verb}z`,
            ]
          : []
      },
    },
    DRAWN_OUT,
    prefixRule('des in im re pre sub super anti contra sobre entre con auto en em'),
    inflectionRule([
      '- s es',
      'o a os as',
      'o a os as inho inha inhos inhas zinho zinha ito ita ão ona íssimo íssima íssimos íssimas mente',
      'ar o as a amos ais am ei aste ou ámos aram ava avas ávamos avam ara aras arei arás ará aremos arão aria arias ariam e es emos em asse asses assem ares arem armos ando ado ada ados adas ador adora adores',
      'er ir o es e emos imos em i este iste eu iu eram iram ia ias íamos iam era ira erei erá erão eria eriam irei irá irão iria iriam a as amos am esse isse essem issem endo indo ido ida idos idas edor',
      'car que ques quem quei quemos',
      'gar gue gues guem guei',
      'çar ce ces cem cei',
      'l is',
      'al ais',
      'el eis éis',
      'm ns',
      'ão ões ãos ães',
      'ção ções',
      'r res',
      'z zes',
    ]),
    // Spelling before the reforms of 1911 and later: doubled consonants, ph, th, y, accents.
    {
      name: 'respelt',
      bases: (key) => {
        const plain = key
          .replaceAll('ph', 'f')
          .replaceAll('th', 't')
          .replaceAll('rh', 'r')
          .replace(/ch(?=[rl])/gu, 'c')
          .replaceAll('y', 'i')
          .replace(/([bcdfglmnpt])\1/gu, '$1')
          .replaceAll('ct', 't')
          .replaceAll('pt', 't')
          .replaceAll('mn', 'n')
        const bare = key
          .normalize('NFD')
          .replace(/[\u0300\u0301\u0302]/gu, '')
          .normalize('NFC')
        return [
          ...(plain === key ? [] : [plain]),
          ...(bare === key ? [] : [bare]),
          ...(key.includes('z') ? [key.replaceAll('z', 's')] : []),
          ...(/[ae]m$/u.test(key) ? [key.replace(/am$/u, 'ão')] : []),
        ]
      },
    },
  ],
  stem: stemByEndings('s es o a os as ar er ir ando endo indo ado ada ados adas ido ida idos idas ou eu iu aram eram iram ava avam ia iam mente am em'),
  likeness: (words) => createLikeness(words, {list: RESPELLINGS, most: 2}),
  speechVerbs: `
    disse disseram diz dizem dizia diziam perguntou pergunta perguntava respondeu responde respondia exclamou exclama exclamava gritou grita bradou murmurou murmura murmurava sussurrou acrescentou acrescenta
    tornou volveu replicou retorquiu retrucou repetiu repete continuou continua prosseguiu interrompeu insistiu suspirou pensou pensa observou acudiu atalhou balbuciou concluiu confessou começou declarou explicou
    gemeu gaguejou implorou indagou inquiriu interrogou mandou objectou ordenou pediu ponderou propôs protestou redarguiu resmungou riu rosnou rugiu segredou soluçou suplicou afirmou fez dizendo
  `,
  ...glossFrom(
    {
      means:
        'significa; significava; que significa; o que significa; quer dizer; queria dizer; que quer dizer; o que quer dizer; traduz-se por; traduzido como; equivale a',
      thatIs: 'isto é; ou seja; i e; a saber; por outras palavras; em outras palavras; quer dizer',
      or: 'ou; ou antes; ou melhor; ou ainda',
      inHost: 'em português; na nossa língua; em língua comum; na língua comum; em comum',
      says: 'diz; disse; ele diz; ela diz; ele disse; ela disse; pergunta; quer saber; dizem; perguntou; diz que',
      label: 'tradução; trad; n do t; n da t; n t; nota; t n; n a',
      literally: 'literalmente; à letra; ao pé da letra; mais ou menos; aproximadamente; algo como; qualquer coisa como',
      wordFor: 'palavra para; nome para; a palavra para; nome de; chamado; chamada; chamam; chamavam; termo para; dito',
      reported: 'que se como porque',
      heading: 'glossário; vocabulário; tradução; traduções; notas; dicionário; léxico; notas do tradutor',
      naming: [
        'chamado chamada chamavam chamam chama dizia dizem disse',
        'em de',
        'palavra palavras nome frase termo expressão',
        'significa significava quer queria é era',
      ],
    },
    PORTUGUESE_ROLES,
  ),
})

export default portuguese
