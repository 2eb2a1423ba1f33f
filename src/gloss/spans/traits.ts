import type {Survey} from '../../detect/types.js'
import {EDGE_ROLES, ROLES} from '../../hosts/roles.js'
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

/** *I*, which English prints with a capital wherever it stands. */
const FIRST_PERSON = /^i(?:'|$)/u

/** The words of grammar whose place at the edge of a span says most, by role; others share a number. */
const EDGE_NUMBERS: ReadonlyMap<string, number> = new Map(EDGE_ROLES.map((role, index) => [role, index + 3]))

/** Traits of all printed forms of a story, by their numbers. */
export interface Traits {
  readonly bits: Uint16Array
  /** The number of a word at an edge: of its own, 1 for others that the host knows, 2 for strange ones. */
  readonly edge: Uint8Array
}

export function traitsOf(
  {forms, tierOf}: Pick<Survey, 'forms' | 'tierOf'>,
  {functionWords, roleOf, isPast, hasCapitalNouns}: Pick<Host, 'functionWords' | 'roleOf' | 'isPast' | 'hasCapitalNouns'>,
): Traits {
  const bits = new Uint16Array(forms.length)
  const edge = new Uint8Array(forms.length)
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] as PrintedForm
    const {key, surface} = form
    const role = roleOf(key) ?? ''
    const capital = isCapitalized(surface)
    const figure = isNumeral(key)
    const isHost = tierOf(form) !== undefined
    const known = isHost || capital || figure
    bits[i] =
      (known ? KNOWN : 0) |
      (isHost ? HOST_WORD : 0) |
      (capital ? CAPITAL : 0) |
      (capital && !FIRST_PERSON.test(role) && !(hasCapitalNouns && isHost) ? NAME : 0) |
      (figure ? FIGURE : 0) |
      (ROLES.thirdPerson.has(role) ? THIRD_PERSON : 0) |
      (ROLES.firstOrSecond.has(role) ? FIRST_OR_SECOND : 0) |
      (ROLES.saying.has(role) ? SAYING : isPast(key) ? PAST : 0) |
      (ROLES.interpreting.has(role) ? INTERPRETING : 0) |
      (ROLES.article.has(role) ? ARTICLE : 0) |
      (ROLES.conjunction.has(role) ? GOES_ON : 0) |
      (key.length > 2 && !functionWords.has(key) ? CONTENT : 0)
    edge[i] = EDGE_NUMBERS.get(role) ?? (known ? 1 : 2)
  }
  return {bits, edge}
}
