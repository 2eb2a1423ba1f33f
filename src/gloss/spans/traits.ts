import type {Survey} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import type {PrintedForm} from '../../prose/types.js'
import {isCapitalized, isNumeral} from '../../prose/word-shape.js'

/** What is asked of printed forms again and again, as bits. */
export const KNOWN = 1
export const CAPITAL = 2
export const FIGURE = 4
export const THIRD_PERSON = 8
export const FIRST_OR_SECOND = 16
export const SAYING = 32
export const PAST = 64
export const INTERPRETING = 128
export const ARTICLE = 256
export const GOES_ON = 512
export const CONTENT = 1024
/** A capital letter that is no *I*. */
export const NAME = 2048
/** The host language has it; names and figures aside. */
export const HOST_WORD = 4096

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const THIRD = wordsOf('he she they his her their him them')
const SECOND = wordsOf("i you we me my your our us i'm you're i'll you'll we're i've you've")
const SAY = wordsOf(
  'said says asked answered replied whispered muttered murmured shouted called cried told went added snapped growled hissed sighed repeated laughed smiled grinned nodded shook looked turned',
)
const INTERPRET = wordsOf(
  'translated translates translate translating translation interpreted interprets explained explains supplied rendered means meant meaning english repeated echoed',
)
const ARTICLES = wordsOf('a an the')
const CONJUNCTIONS = wordsOf('and but or which who in where when while because as if before after until since so though that')

/** The words of grammar whose place at the edge of a span says most; others share a number. Their order is that of the weights. */
const EDGE_WORDS: ReadonlyMap<string, number> = new Map(
  "a an the and or but so as if of to in on at by for from with that this these those it he she we they i you who which what where when why how is are was were be been has have had do does did not no yes my your his her its our their me him them us there here then now just like only even because though while said says means meaning meant one two some any all don't i'm it's you're he's let go come may will would can could never"
    .split(' ')
    .map((word, index) => [word, index + 3]),
)

/** Traits of all printed forms of a story, by their numbers. */
export interface Traits {
  readonly bits: Uint16Array
  /** The number of a word at an edge: of its own, 1 for others that the host knows, 2 for strange ones. */
  readonly edge: Uint8Array
}

export function traitsOf({forms, tierOf}: Pick<Survey, 'forms' | 'tierOf'>, {functionWords}: Pick<Host, 'functionWords'>): Traits {
  const bits = new Uint16Array(forms.length)
  const edge = new Uint8Array(forms.length)
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] as PrintedForm
    const {key, surface} = form
    const capital = isCapitalized(surface)
    const figure = isNumeral(key)
    const isHost = tierOf(form) !== undefined
    const known = isHost || capital || figure
    bits[i] =
      (known ? KNOWN : 0) |
      (isHost ? HOST_WORD : 0) |
      (capital ? CAPITAL : 0) |
      (capital && key !== 'i' && !key.startsWith("i'") ? NAME : 0) |
      (figure ? FIGURE : 0) |
      (THIRD.has(key) ? THIRD_PERSON : 0) |
      (SECOND.has(key) ? FIRST_OR_SECOND : 0) |
      (SAY.has(key) ? SAYING : key.length > 4 && key.endsWith('ed') ? PAST : 0) |
      (INTERPRET.has(key) ? INTERPRETING : 0) |
      (ARTICLES.has(key) ? ARTICLE : 0) |
      (CONJUNCTIONS.has(key) ? GOES_ON : 0) |
      (key.length > 2 && !functionWords.has(key) ? CONTENT : 0)
    edge[i] = EDGE_WORDS.get(key) ?? (known ? 1 : 2)
  }
  return {bits, edge}
}
