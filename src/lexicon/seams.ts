import type {Spelling} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'

/** A change of spelling where two parts meet: `left` + `right` is `written`. */
export interface Seam {
  readonly left: string
  readonly right: string
  readonly written: string
}

/** What may be written at the edge of a word for one affix, and what to put back onto the stem when it is undone. */
export interface Shape {
  readonly written: string
  readonly restored: string
}

/** Seams that one notation may stand for; a dictionary made to cost is cut off here. */
const MOST = 4096

const NAME = /<([^<>]*)>/u

/**
 * The seams of a notation, its classes filled in with every letter of theirs: `n+<labial>=m<labial>`.
 *
 * @throws TypeError for a class that the spelling does not have, and for more than 4096 seams
 */
export function seamsOf(notation: string, {classes = {}}: Spelling, keyOf: (surface: string) => string): Seam[] {
  let open = [notation]
  for (let name = NAME.exec(open[0] as string)?.[1]; name !== undefined; name = NAME.exec(open[0] as string)?.[1]) {
    const letters = Object.hasOwn(classes, name) ? classes[name] : undefined
    if (!letters) throw new TypeError(`seam “${notation}”: expected a class of spelling.classes, got <${name}>`)
    open = flatMap(open, (text) => map(letters, (letter) => text.replaceAll(`<${name}>`, letter)))
    if (open.length > MOST) throw new TypeError(`seam “${notation}”: expected at most ${MOST} combinations of letters`)
  }
  return map(open, (text) => {
    const [, left = '', right = '', written = ''] = /^([^+]*)\+([^=]*)=(.*)$/u.exec(text) ?? []
    return {left: keyOf(left), right: keyOf(right), written: keyOf(written)}
  })
}

/** The shapes of a suffix beside its own: where the stem's end and its beginning change each other. */
export const suffixShapes = (key: string, seams: readonly Seam[]): Shape[] =>
  flatMap(seams, ({left, right, written}) => (key.startsWith(right) ? [{written: written + key.slice(right.length), restored: left}] : []))

/** The shapes of a prefix beside its own. */
export const prefixShapes = (key: string, seams: readonly Seam[]): Shape[] =>
  flatMap(seams, ({left, right, written}) => (key.endsWith(left) ? [{written: key.slice(0, key.length - left.length) + written, restored: right}] : []))
