import {createLikeness} from '../likeness.js'
import {makeHost} from '../make-host.js'
import {cues} from './english-cues.js'
import {DERIVATION_RULES} from './english-derivation.js'
import {glossing} from './english-glossing.js'
import {ABBREVIATIONS, EXCLAMATIONS, SUPPLEMENT} from './english-grammar.js'
import {INFORMAL} from './english-informal.js'
import {naming} from './english-naming.js'
import {ENGLISH_ODDS} from './english-odds.js'
import {englishOrder} from './english-order.js'
import {RESPELLINGS} from './english-respellings.js'
import {ENGLISH_ROLES} from './english-roles.js'
import {SPEECH_VERBS} from './english-speech.js'
import {stem} from './english-stem.js'
import {uninflect} from './english-uninflect.js'
import {ENGLISH_WORDS} from './english-words.js'

const english = makeHost({
  lang: 'en',
  words: ENGLISH_WORDS,
  roles: ENGLISH_ROLES,
  exclamations: EXCLAMATIONS,
  supplement: SUPPLEMENT,
  informal: INFORMAL,
  abbreviations: ABBREVIATIONS,
  singles: 'a i',
  derivation: DERIVATION_RULES,
  odds: ENGLISH_ODDS,
  stem,
  uninflect,
  possessor: (key) => (key.includes("'") ? key.replace(/'s?$/u, '') : key),
  isPast: (key) => key.length > 4 && key.endsWith('ed'),
  speechVerbs: SPEECH_VERBS,
  naming,
  cues,
  glossing,
  likeness: (words) => createLikeness(words, {list: RESPELLINGS, most: 1}),
  order: englishOrder,
})

export default english
