import type {Spelling} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'

/** A change of spelling where two parts meet: `left` + `right` is written as `written`. */
export interface Seam {
  readonly left: string
  readonly right: string
  readonly written: string
}

/** A written form of an affix at the edge of a word, and the letters to restore on the stem when it is removed. */
export interface AffixShape {
  readonly written: string
  readonly restored: string
}

/** Maximum number of seams for one notation, against adversarial dictionaries. */
const MAX_SEAMS = 4096

const CLASS_NAME = /<([^<>]*)>/u

/**
 * Expands a notation with every letter of its classes: `n+<labial>=m<labial>`.
 *
 * @throws TypeError for a class that the spelling does not define, and for more than 4096 seams
 */
export function parseSeams(notation: string, {classes = {}}: Spelling, keyOf: (surface: string) => string): Seam[] {
  let notations = [notation]
  for (let name = CLASS_NAME.exec(notations[0] as string)?.[1]; name !== undefined; name = CLASS_NAME.exec(notations[0] as string)?.[1]) {
    const letters = Object.hasOwn(classes, name) ? classes[name] : undefined
    if (!letters) throw new TypeError(`seam “${notation}”: expected a class of spelling.classes, got <${name}>`)
    notations = flatMap(notations, (text) => map(letters, (letter) => text.replaceAll(`<${name}>`, letter)))
    if (notations.length > MAX_SEAMS) throw new TypeError(`seam “${notation}”: expected at most ${MAX_SEAMS} combinations of letters`)
  }
  return map(notations, (text) => {
    const [, left = '', right = '', written = ''] = /^([^+]*)\+([^=]*)=(.*)$/u.exec(text) ?? []
    return {left: keyOf(left), right: keyOf(right), written: keyOf(written)}
  })
}

/** Returns the shapes of a suffix that result from seams with the end of the stem. */
export const suffixShapes = (key: string, seams: readonly Seam[]): AffixShape[] =>
  flatMap(seams, ({left, right, written}) => (key.startsWith(right) ? [{written: written + key.slice(right.length), restored: left}] : []))

/** Returns the shapes of a prefix that result from seams with the beginning of the stem. */
export const prefixShapes = (key: string, seams: readonly Seam[]): AffixShape[] =>
  flatMap(seams, ({left, right, written}) => (key.endsWith(left) ? [{written: key.slice(0, key.length - left.length) + written, restored: right}] : []))
