/** A possessive or plural, which loans may take: *hahren’s*, *shems*. */
const ENDING = /(?:['’ʼ]s|s['’ʼ]?)$/u
/** A plural with a vowel of its own: *maxes*. */
const LONG_ENDING = /es$/u

/** Shorter words lose too much. */
const SHORTEST = 3

/** What a loan may be without English endings, longest first. */
export function uninflect(surface: string): readonly string[] {
  const found: string[] = []
  let word = surface
  for (let time = 0; time < 2; time++) {
    const bare = word.replace(ENDING, '')
    if (bare === word || bare.length < SHORTEST) break
    found.push(bare)
    word = bare
  }
  const stem = surface.replace(LONG_ENDING, '')
  if (stem !== surface && stem.length >= SHORTEST) found.push(stem)
  return found
}
