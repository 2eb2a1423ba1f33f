/** The signs that a paragraph is cut at, by what they may be; offsets in UTF-16 code units, in order. */
export interface Signs {
  /** Quotation marks of every nation, apostrophes among them. */
  readonly quotes: readonly number[]
  readonly brackets: readonly number[]
  /** Asterisks and low lines. */
  readonly stars: readonly number[]
}

const EXAMPLES: Readonly<Record<keyof Signs, string>> = {quotes: '"“”„‟«»‹›「」『』‘’‚\'`', brackets: '()[]{}', stars: '*_'}
const NAMES = Object.keys(EXAMPLES) as (keyof Signs)[]

/** What code units are, as indices of `NAMES` plus one. */
const kinds = new Uint8Array(0x10000)
NAMES.forEach((name, index) => {
  for (const sign of EXAMPLES[name]) kinds[sign.charCodeAt(0)] = index + 1
})

const NONE: readonly number[] = []

/**
 * The signs of a paragraph. All that is cut at signs shares this one walk: a search of its own for each kind would go over the
 * text six times, and most of what it finds are marks and apostrophes that the others find too.
 */
export function signsOf(text: string): Signs {
  let quotes: number[] | undefined
  let brackets: number[] | undefined
  let stars: number[] | undefined
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)] as number
    if (kind === 0) continue
    if (kind === 1) (quotes ??= []).push(i)
    else if (kind === 2) (brackets ??= []).push(i)
    else (stars ??= []).push(i)
  }
  return {quotes: quotes ?? NONE, brackets: brackets ?? NONE, stars: stars ?? NONE}
}
