import type {Candidate} from './candidates.js'
import type {Target} from './context.js'
import {
  COLON,
  COMMA,
  DASH,
  EMPHASIS,
  EMPHASISED,
  type Enclosure,
  EQUALS,
  type Layout,
  OTHER_BRACKET,
  QUOTE,
  ROUND,
  SLASH,
  SPEECH,
  SQUARE,
  TILDE,
} from './passage-layout.js'
import {SPOKEN_EMPHASIS, settingOf} from './span-shape.js'

const PIPE = 9
const ARROW = 11
const OR = 3
const SAYS = 5
const REPORTED = 9

/** Signs that separate a line from its translation. */
const SIGNS: ReadonlySet<number> = new Set([TILDE, PIPE, SLASH, ARROW, EQUALS])

/** The enclosures around a word, the innermost first. */
function enclosuresAround({enclosures, enclosureOf}: Layout, word: number): Enclosure[] {
  const found: Enclosure[] = []
  for (let at = enclosureOf[word] as number; at >= 0; at = (enclosures[at] as Enclosure).parent) found.push(enclosures[at] as Enclosure)
  return found
}

/** What the way is called in which a span translates a line. */
export function conventionOf({passage, from, to, route, distance}: Candidate, target: Target, layout: Layout): string {
  if (route === 1) return 'notes'
  if (route === 2) return 'translation-list'
  if (distance >= 8) return 'reverse'
  const setting = settingOf(layout, from, to)
  const left = layout.left[from] as number
  const beyond = layout.leftBeyond[from] as number
  const isSeparated = SIGNS.has(left) || SIGNS.has(beyond)
  const isAway = passage !== target.passage
  if (setting === ROUND || setting === SQUARE || setting === OTHER_BRACKET) {
    const bracket = enclosuresAround(layout, from).find(({kind, to: end}) => kind === setting && to <= end)
    if (isAway && bracket?.from === 0 && bracket.to === layout.count) return 'own-paragraph'
    return setting === ROUND ? 'round-brackets' : 'square-brackets'
  }
  if (isSeparated) return 'separator'
  if (isAway && layout.lines > 1 && (from === 0 || layout.line[from] === 1)) return 'verse'
  const cue = layout.cue[from] as number
  if (cue === OR) return 'apposition'
  if (cue !== 0 && cue !== SAYS && cue !== REPORTED) return 'meaning'
  if (left === DASH || (left === QUOTE && beyond === DASH)) return 'dash'
  const isEmphasised = enclosuresAround(layout, from).some(({kind, from: start, to: end}) => kind === EMPHASISED && start === from && end === to)
  if (isEmphasised || setting === EMPHASISED || setting === SPOKEN_EMPHASIS || left === EMPHASIS) return 'emphasis'
  if (isAway) return 'nearby'
  if (left === COLON) return 'separator'
  if (left === COMMA) return 'apposition'
  return setting === SPEECH ? 'repeated' : 'nearby'
}
