/** Where a paragraph has marks that may structure it, by kind: ascending UTF-16 offsets. */
export interface PunctuationOffsets {
  /** Quotation marks of all languages, including apostrophes. */
  readonly quotes: readonly number[]
  readonly brackets: readonly number[]
  /** Asterisks and underscores. */
  readonly stars: readonly number[]
}

const CHARACTERS: Readonly<Record<keyof PunctuationOffsets, string>> = {
  quotes: '"“”„‟＂〝〞〟«»‹›⟨⟩〈〉《》「」『』‘’‚\'`<>',
  brackets: '()[]{}（）［］〔〕【】｛｝',
  stars: '*_',
}
const KINDS = Object.keys(CHARACTERS) as (keyof PunctuationOffsets)[]

/** For each UTF-16 code unit, its index in `KINDS` plus one; 0 for all others. */
const kindsOfUnits = new Uint8Array(0x10000)
KINDS.forEach((kind, index) => {
  for (const character of CHARACTERS[kind]) kindsOfUnits[character.charCodeAt(0)] = index + 1
})

const NO_OFFSETS: readonly number[] = []

const LESS_THAN = 60
const GREATER_THAN = 62

/** What typed angle brackets enclose if they quote: several words or a sentence; no tag (`<i>`), name (`<mira>`), address or assignment. */
const QUOTED_IN_ANGLES = /^[\p{L}\p{N}¿¡…"“‘'][^=@]*[\s,.!?…—–-]/u
const WORD_BEFORE = /[\p{L}\p{N}]$/u

/**
 * Returns the offsets without those of `<` and `>` that are no pair of quotation marks. Of doubled marks (`<<Sel davan>>`) the inner ones
 * are kept.
 */
function dropUnpairedAngles(text: string, quotes: readonly number[]): number[] {
  const kept: number[] = []
  let open = -1
  for (const offset of quotes) {
    const unit = text.charCodeAt(offset)
    if (unit === LESS_THAN) open = offset
    else if (unit !== GREATER_THAN) kept.push(offset)
    else if (open >= 0) {
      if (QUOTED_IN_ANGLES.test(text.slice(open + 1, offset)) && !WORD_BEFORE.test(text.charAt(open - 1))) kept.push(open, offset)
      open = -1
    }
  }
  return kept.sort((a, b) => a - b)
}

/** Finds the marks of a paragraph in one pass, which all later steps share; separate searches would read the text six times. */
export function findPunctuation(text: string): PunctuationOffsets {
  let quotes: number[] | undefined
  let brackets: number[] | undefined
  let stars: number[] | undefined
  for (let i = 0; i < text.length; i++) {
    const kind = kindsOfUnits[text.charCodeAt(i)] as number
    if (kind === 0) continue
    if (kind === 1) (quotes ??= []).push(i)
    else if (kind === 2) (brackets ??= []).push(i)
    else (stars ??= []).push(i)
  }
  if (quotes && (text.includes('<') || text.includes('>'))) quotes = dropUnpairedAngles(text, quotes)
  return {quotes: quotes ?? NO_OFFSETS, brackets: brackets ?? NO_OFFSETS, stars: stars ?? NO_OFFSETS}
}
