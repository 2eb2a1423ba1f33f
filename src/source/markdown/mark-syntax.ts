import {directive} from 'micromark-extension-directive'
import {map} from '../../util/lists.js'

type Extension = ReturnType<typeof directive>
type Construct = Exclude<NonNullable<NonNullable<Extension['text']>[string]>, readonly unknown[]>
type Tokenize = Construct['tokenize']
type Effects = Parameters<Tokenize>[0]
type State = Parameters<Tokenize>[1]
type Code = Parameters<State>[0]

/** Tests whether a source may contain a mark; most stories do not need the extension. */
export const MARK_START = /:(?:line|word|gloss|host)\[/u

const COLON = 58
const OPENING_BRACKET = 91
const CLOSING_BRACKET = 93
const BACKSLASH = 92

/** Limits on a label, nested brackets and characters, that keep unclosed marks linear. */
const MAX_DEPTH = 32
const MAX_LENGTH = 10_000

const markStarts = map(['line', 'word', 'gloss', 'host'], (name) => Array.from(`:${name}[`, (character) => character.charCodeAt(0)))

/** Accepts `:name[…]` where the name is that of a mark, and the label is closed and not empty. */
function tokenizeLookahead(effects: Effects, ok: State, nok: State): State {
  let at = 0
  let candidates = markStarts
  let depth = 1
  let length = 0
  let isEscaped = false
  const name = (code: Code): State | undefined => {
    candidates = candidates.filter((codes) => codes[at] === code)
    if (candidates.length === 0) return nok(code)
    effects.consume(code)
    at++
    return candidates.some((codes) => codes.length === at) ? label : name
  }
  const label = (code: Code): State | undefined => {
    if (code === null || ++length > MAX_LENGTH || (length === 1 && code === CLOSING_BRACKET)) return nok(code)
    effects.consume(code)
    if (isEscaped) isEscaped = false
    else if (code === BACKSLASH) isEscaped = true
    else if (code === OPENING_BRACKET && ++depth > MAX_DEPTH) return end
    else if (code === CLOSING_BRACKET && --depth === 0) return end
    return label
  }
  const end = (code: Code): State | undefined => {
    effects.exit('data')
    return depth === 0 ? ok(code) : nok(code)
  }
  return (code) => {
    effects.enter('data')
    return name(code)
  }
}

/**
 * Micromark extension: text directives with the names of marks. Other `:name` text stays as it is, because stories have clocks (`10:am`),
 * smileys (`:smile:`) and asides (`note:this`).
 */
export function markSyntax(): Extension {
  const text = directive().text?.[COLON] as Construct
  const tokenize: Tokenize = function (effects, ok, nok) {
    return effects.check({tokenize: tokenizeLookahead, partial: true}, text.tokenize.call(this, effects, ok, nok), nok)
  }
  return {text: {[COLON]: {...text, tokenize}}}
}
