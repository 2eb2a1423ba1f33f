import {directive} from 'micromark-extension-directive'
import {map} from '../../util/lists.js'

type Extension = ReturnType<typeof directive>
type Construct = Exclude<NonNullable<NonNullable<Extension['text']>[string]>, readonly unknown[]>
type Tokenize = Construct['tokenize']
type Effects = Parameters<Tokenize>[0]
type State = Parameters<Tokenize>[1]
type Code = Parameters<State>[0]

/** Whether a source may have a mark at all: most stories need no further syntax. */
export const MARK = /:(?:line|word|gloss|host)\[/u

const COLON = 58
const OPENING = 91
const CLOSING = 93
const BACKSLASH = 92

/** Brackets in brackets, and characters, past which no label is looked for: linear time against marks that never close. */
const DEEPEST = 32
const LONGEST = 10_000

const names = map(['line', 'word', 'gloss', 'host'], (name) => Array.from(`:${name}[`, (character) => character.charCodeAt(0)))

/** `:name[…]` with a name of ours and a label that is closed and not empty. */
function ahead(effects: Effects, ok: State, nok: State): State {
  let at = 0
  let open = names
  let depth = 1
  let size = 0
  let escaped = false
  const name = (code: Code): State | undefined => {
    open = open.filter((codes) => codes[at] === code)
    if (open.length === 0) return nok(code)
    effects.consume(code)
    at++
    return open.some((codes) => codes.length === at) ? label : name
  }
  const label = (code: Code): State | undefined => {
    if (code === null || ++size > LONGEST || (size === 1 && code === CLOSING)) return nok(code)
    effects.consume(code)
    if (escaped) escaped = false
    else if (code === BACKSLASH) escaped = true
    else if (code === OPENING && ++depth > DEEPEST) return end
    else if (code === CLOSING && --depth === 0) return end
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
 * micromark extension: text directives with the names of our marks. Any other `:name` stays text as it is written: stories have clocks
 * (`10:am`), smileys (`:smile:`) and asides (`note:this`).
 */
export function markSyntax(): Extension {
  const text = directive().text?.[COLON] as Construct
  const tokenize: Tokenize = function (effects, ok, nok) {
    return effects.check({tokenize: ahead, partial: true}, text.tokenize.call(this, effects, ok, nok), nok)
  }
  return {text: {[COLON]: {...text, tokenize}}}
}
