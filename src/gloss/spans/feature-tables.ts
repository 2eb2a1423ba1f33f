/** The features of candidate spans: each template is a table with a weight for each combination of its values. */
import {KINDS} from './cues.js'
import {template} from './span-templates.js'

export const EDGE = 16
const CUE = KINDS.length + 1
export const DIST = 14
export const REL = 4
export const SETTING = 7
/** word, one or two words, more. */
export const KIND = 3

/** Templates of candidates. */
export const T = {
  distance: template('distance|kind', DIST, REL, KIND),
  setting: template('distance|setting|kind', DIST, REL, SETTING, 2),
  left: template('distance|left|kind', DIST, REL, EDGE, 2),
  arrangement: template('distance|setting|left|whole', DIST, REL, SETTING, EDGE, 2),
  edges: template('setting|left|right', SETTING, EDGE, EDGE),
  beyond: template('left|beyond', EDGE, EDGE),
  rightBeyond: template('right|beyond', EDGE, EDGE),
  right: template('right|kind|near', EDGE, KIND, 3),
  leftKind: template('left|kind|near', EDGE, KIND, 3),
  whole: template('whole|setting|kind', 3, SETTING, KIND),
  cue: template('cue|kind', CUE, KIND),
  cueLeft: template('cue|left', CUE, EDGE),
  cueDistance: template('cue|distance', CUE, DIST, REL),
  length: template('length|kind', 13, KIND),
  lengthNear: template('length|near', 13, 3, 2),
  lengthWhole: template('length|whole', 13, 3),
  short: template('words|kind', 8, KIND),
  mood: template('mood', 4, 4),
  moodFar: template('mood|near', 4, 4, 3),
  capital: template('capital', 2, 2, EDGE),
  names: template('names', 3, 3),
  numbers: template('numbers', 3),
  twice: template('twice', 2, 2),
  sentences: template('sentences|kind', 5, 2),
  commas: template('commas', 4, 4),
  known: template('known', 5),
  person: template('person|setting', 4, SETTING),
  said: template('said|setting', 2, SETTING),
  past: template('past|setting', 4, SETTING),
  first: template('first', 128),
  firstSetting: template('first|speech', 128, 2),
  last: template('last', 128),
  before: template('before', 128),
  between: template('between|near', 8, 3),
  tag: template('tag|distance', 3, 2, DIST),
  findings: template('findings|distance', 4, DIST, 2),
  aside: template('aside|bracket|kind', 4, 3, 2),
  line: template('line|right', 2, 2, EDGE),
  order: template('order|near', 4, 3, 2),
  like: template('like|kind', 3, KIND),
  dictionary: template('dictionary', 4),
  hint: template('hint', 3, 16),
  loan: template('holds-loan', 2, 2),
  article: template('article', 2, 2, 2),
  nested: template('nested', 2, 2, SETTING),
  after: template('after|distance', EDGE, DIST),
  cross: template('left|length', EDGE, 13),
  pair: template('left|right', EDGE, EDGE),
  wholes: template('line-whole|span-whole|distance', 3, 3, DIST),
  stanza: template('stanza', 5, 2),
  routeRight: template('route|right', 3, EDGE, 2),
  strong: template('strong-cue|near|kind', 2, 3, KIND),
  strongPlace: template('strong-cue|setting|in-quotes', 2, SETTING, 2),
  fromEnd: template('lines-left|sentences-left|setting', 4, 4, SETTING),
  fromStart: template('lines-before|sentences-before|setting', 4, 4, SETTING),
  interpreter: template('interpreter|distance', 3, DIST),
} as const

/** Templates of *none*. */
export const N = {
  kind: template('none|kind', KIND),
  size: template('none|words|kind', 8, 2),
  repeated: template('none|said-before', 2, 2, 2),
  note: template('none|note', 2, 2),
  list: template('none|list', 4, 2),
  setting: template('none|setting|after', SETTING, EDGE),
  settingKind: template('none|setting|kind', SETTING, KIND),
  mood: template('none|mood|kind', 4, 2),
  phrase: template('none|phrase', 2, 2, 2),
  known: template('none|known', 3, 2),
  following: template('none|following', 3, 4),
} as const

/** The number of a feature: the first value, then values and the sizes of their ranges by turns; no list is made of them. */
export const at = (base: number, a: number, b = 0, ofB = 1, c = 0, ofC = 1, d = 0, ofD = 1, e = 0, ofE = 1): number =>
  base + (((a * ofB + b) * ofC + c) * ofD + d) * ofE + e

/** A value between 0 and the last bin. */
export const bin = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value)
