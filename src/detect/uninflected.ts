/** A possessive or plural of the host's, which loans may take: *hahren’s*, *shems*. */
const ENDING = /(?:['’ʼ]s|s['’ʼ]?)$/u

/** Shorter words lose too much. */
const SHORTEST = 3

/** What a loan may be without the host's ending. */
export function uninflect(surface: string): readonly string[] {
  const found: string[] = []
  let word = surface
  for (let time = 0; time < 2; time++) {
    const bare = word.replace(ENDING, '')
    if (bare === word || bare.length < SHORTEST) break
    found.push(bare)
    word = bare
  }
  return found
}
