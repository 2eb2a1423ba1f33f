import type {Host} from '../../hosts/types.js'
import {genericLetterModel, logProbability} from '../../prose/letter-model.js'
import type {PrintedForm} from '../../prose/types.js'
import {isCapitalized, startsWithAsciiLower} from '../../prose/word-shape.js'
import type {UsageCounts} from '../types.js'
import {LANGUAGE_COUNT, LANGUAGES, marksBeside, NAME} from '../words/marks-of.js'
import {F, LENGTHS} from './templates.js'
import {CAPITAL_WORD, classOf, coarseOf, HOST_WORD, LISTED_WORD, NAME_WORD, OTHER_WORD, RARE_WORD, UNKNOWN_WORD, WORD_CLASS} from './word-classes.js'

/** What is known of the printed forms of a story before their places are looked at. */
export interface StoryWords {
  readonly wordClass: Uint8Array
  readonly coarse: Uint8Array
  /** Host's log-odds of a word by itself. */
  readonly odds: Float64Array
  /** Bits of languages whose lists have it. */
  readonly languages: Uint8Array
  readonly isCapital: Uint8Array
  /** Per letter log-odds of its spelling in any language against the host's; 0 for known words. */
  readonly spelling: Float64Array
  /** Features of forms, one after the other, and where those of each begin. */
  readonly features: Int32Array
  readonly starts: Int32Array
  /** Number for word order, where the host has one. */
  readonly orderKind: Int32Array | undefined
  /** Log-odds of each form before any feature: less for words unknown to a host that knows fewer words. */
  readonly prior: Float64Array
  /** Number of the story's kind: length and whether it has emphasis. */
  readonly kind: number
  /** How much of the story is respelt, in five bins. */
  readonly dialect: number
  /** By printed form: whether it keeps standing in sentences that are surely the host's. */
  readonly isFramed: Uint8Array
  readonly keyOf: Int32Array
  /** By printed form: class of a function word. */
  readonly grammar: Uint8Array
  /** By printed form: whether it is a word of the host's in letters of another style. */
  readonly isStyled: Uint8Array
}

/** Words from which a text is no short piece, and from which it is a book. */
const LONG = [1500, 12000]

const sizeOf = (words: number): number => (words < (LONG[0] as number) ? 0 : words < (LONG[1] as number) ? 1 : 2)

const lengthBin = (length: number): number => Math.min(LENGTHS - 1, length <= 4 ? length - 1 : length <= 6 ? 4 : 5)

/** Index of the first bound that a value is below. */
export function binOf(value: number, bounds: readonly number[]): number {
  let bin = 0
  while (bin < bounds.length && value >= (bounds[bin] as number)) bin++
  return bin
}

const SPELLING = [-1.2, -0.7, -0.4, -0.15, 0.05, 0.3, 0.7]
const COUNTS = [2, 4, 9, 25]
/** Log-odds of a word of the host's in letters of another style. */
const STYLED = -3
/** Share of respelt words. */
const DIALECT = [0.001, 0.005, 0.015, 0.04]

const bits = (mark: number): number => {
  let count = 0
  for (let rest = mark; rest > 0; rest &= rest - 1) count++
  return count
}

/** How a word is used with and without capitals. */
function caseUse(total: number, capitals: number): number {
  if (total === 1) return 0
  return capitals === 0 ? 1 : capitals < total ? 2 : 3
}

/** *haha*, *tonk-a-tonk*, *bip-bip*. */
const REDUPLICATED = /^(.{2,5})[-']?(?:a-)?\1$/u
const APOSTROPHE_INSIDE = /.'./u

/** Log-odds of a word's spelling for each of its letters: any language that is written in Latin letters, against the host. */
export const spellingOf = (key: string, host: Pick<Host, 'spelling'>): number =>
  (logProbability(genericLetterModel, key) - host.spelling(key)) / (key.length + 1)

export function readForms(
  forms: readonly PrintedForm[],
  {
    host,
    uses,
    names,
    isFramedKey,
    words,
    hasEmphasis,
    formCounts,
  }: {
    formCounts: Int32Array
    host: Host
    uses: UsageCounts
    names: ReadonlySet<string>
    isFramedKey: Uint8Array
    words: number
    hasEmphasis: boolean
  },
): StoryWords {
  const count = forms.length
  const wordClass = new Uint8Array(count)
  const coarse = new Uint8Array(count)
  const odds = new Float64Array(count)
  const languages = new Uint8Array(count)
  const isCapital = new Uint8Array(count)
  const spelling = new Float64Array(count)
  const starts = new Int32Array(count + 1)
  const features: number[] = []
  const keyOf = new Int32Array(count)
  const isFramed = new Uint8Array(count)
  const grammar = new Uint8Array(count)
  const isStyled = new Uint8Array(count)
  const prior = new Float64Array(count)
  let respelt = 0
  const size = sizeOf(words)
  const order = host.order?.()
  const orderKind = order && new Int32Array(count)
  const kind = 2 * size + (hasEmphasis ? 1 : 0)
  for (let form = 0; form < count; form++) {
    const printed = forms[form] as PrintedForm
    const {surface, key, keyIndex} = printed
    keyOf[form] = keyIndex
    grammar[form] = host.functionWordClass(key)
    isFramed[form] = isFramedKey[keyIndex] as number
    const familiarity = host.familiarity(surface)
    const own = classOf(printed, familiarity, host)
    // English in letters of another style is English.
    isStyled[form] = familiarity.tier === undefined && own === WORD_CLASS.common ? 1 : 0
    const isUnknown = familiarity.tier === undefined && isStyled[form] === 0
    const isName = names.has(key) && isUnknown
    const rough = isName && own !== WORD_CLASS.figure ? NAME_WORD : coarseOf(own)
    if (order && orderKind) orderKind[form] = order.kindOf(key)
    if (own === WORD_CLASS.respelt || familiarity.rule?.startsWith('dropped') || (isUnknown && key !== surface.toLowerCase() && startsWithAsciiLower(surface)))
      respelt += formCounts[form] as number
    wordClass[form] = own
    coarse[form] = rough
    odds[form] = rough === NAME_WORD || rough === OTHER_WORD ? 0 : isStyled[form] === 1 ? STYLED : host.foreignOdds(printed, familiarity)
    if (rough === UNKNOWN_WORD || rough === LISTED_WORD || rough === CAPITAL_WORD) prior[form] = host.unknownOdds
    isCapital[form] = !startsWithAsciiLower(surface) && isCapitalized(surface) ? 1 : 0
    const marks = marksBeside(host.lang, key, familiarity)
    const language = marks & LANGUAGES
    languages[form] = language
    features.push(F.classLength + own * LENGTHS + lengthBin(key.length))
    features.push(F.classKind + own * 6 + kind)
    const place = isCapital[form] === 1 ? 1 : isUnknown ? 0 : rough === RARE_WORD || rough === LISTED_WORD ? 2 : -1
    if (place >= 0 && rough !== OTHER_WORD) {
      const gap = spellingOf(key, host)
      spelling[form] = gap
      features.push(F.spelling + place * 8 + binOf(gap, SPELLING))
    }
    if (language !== 0) {
      const known = isUnknown ? 1 : 0
      for (let bit = 0; bit < LANGUAGE_COUNT; bit++) if ((language >> bit) & 1) features.push(F.language + known * LANGUAGE_COUNT + bit)
      features.push(F.languageCount + known * 4 + Math.min(3, bits(language) - 1))
    }
    if ((marks & NAME) !== 0) features.push(F.nameMark + (isCapital[form] === 1 ? 0 : isUnknown ? 1 : 2))
    if (rough === UNKNOWN_WORD || rough === CAPITAL_WORD) features.push(F.respelt + (rough === UNKNOWN_WORD ? 0 : 2) + (host.likeness(key) === 0 ? 0 : 1))
    const known = isUnknown ? 1 : 0
    if (host.hasStrangeLetter(key)) features.push(F.letters + known * 6)
    if (key.includes("'")) {
      if (APOSTROPHE_INSIDE.test(key)) features.push(F.letters + known * 6 + (host.possessor(key) === key ? 2 : 1))
      else features.push(F.letters + known * 6 + 3)
    } else if (surface.length > key.length) features.push(F.letters + known * 6 + 4)
    if (key.includes('-')) features.push(F.letters + known * 6 + 5)
    const total = uses.total[keyIndex] as number
    features.push(F.count + (rough * 5 + binOf(total, COUNTS)) * 3 + size)
    if (rough !== HOST_WORD) {
      const capitals = uses.capitalised[keyIndex] as number
      features.push(F.caseUse + rough * 4 + caseUse(total, capitals))
      const spoken = uses.spoken[keyIndex] as number
      features.push(F.toldUse + (rough * 3 + (spoken === 0 ? 0 : spoken < total ? 1 : 2)) * 4 + (total < 2 ? 0 : total < 4 ? 1 : total < 10 ? 2 : 3))
      const told = uses.named[keyIndex] ? 4 : uses.titled[keyIndex] ? 2 : 0
      features.push(F.nameUse + rough * 8 + told + (uses.called[keyIndex] ? 1 : 0))
      if (2 * (uses.leading[keyIndex] as number) > total) features.push(F.leading + rough * 2 + (total > 3 ? 1 : 0))
    }
    if (REDUPLICATED.test(key)) features.push(F.repeated + rough * 3 + 2)
    starts[form + 1] = features.length
  }
  const dialect = binOf(respelt / (words + 100), DIALECT)
  return {
    wordClass,
    coarse,
    odds,
    languages,
    isCapital,
    spelling,
    features: Int32Array.from(features),
    starts,
    kind,
    orderKind,
    prior,
    dialect,
    isFramed,
    keyOf,
    grammar,
    isStyled,
  }
}
