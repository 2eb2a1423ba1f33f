import {stripApostrophes} from '../prose/folding.js'

/** Splits a key at hyphens and behind apostrophes, which stay with the elided part: *qu'est-ce* is *qu'*, *est*, *ce*. */
export const splitWord = (key: string): readonly string[] =>
  /['-]/u.test(key)
    ? stripApostrophes(key)
        .split(/(?<=')|-/u)
        .filter((part) => part !== '' && part !== "'")
    : [key]
