/** Generates an archive of stories: variations of one story with other names, in another order and length. */
import {readFileSync} from 'node:fs'

/** Replacements for the names in the story. */
const NAMES = ['Anna', 'Bertil', 'Clara', 'Daniel', 'Edith', 'Felix', 'Greta', 'Hugo', 'Ingrid', 'Jonas', 'Karin', 'Lukas', 'Martha', 'Nils', 'Olga', 'Peter']

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state. */
function createRandom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * @param {string} source the story to vary
 * @returns {(index: number, share?: number) => {id: string, text: string, format: 'text'}} generates a story, always the same for an index;
 *   `share` is the part of its paragraphs to use, which makes tests faster
 */
export function createStoryGenerator(source) {
  /** Without front matter, headings and notes. */
  const paragraphs = source.split(/\n{2,}/u).filter((text) => /^[“\p{L}]/u.test(text))
  /** Capitalized words inside sentences. */
  const sourceNames = [...new Set(source.match(/(?<=\p{Ll} )\p{Lu}\p{Ll}{2,}(?=[ ,.’'])/gu) ?? [])]
  return (index, share = 1) => {
    const random = createRandom(index + 1)
    const names = new Map(sourceNames.map((name) => [name, NAMES[Math.floor(random() * NAMES.length)]]))
    const order = paragraphs.map((text) => ({text, at: random()})).sort((a, b) => a.at - b.at)
    // From 0.5 to 1.5 times the length of the source.
    const count = Math.round(paragraphs.length * (0.5 + random()) * share)
    const chosen = Array.from({length: count}, (_, at) => order[at % order.length].text)
    const text = chosen.join('\n\n').replace(/\p{Lu}\p{Ll}{2,}/gu, (word) => names.get(word) ?? word)
    return {id: `story-${index}`, text: `${text}\n`, format: 'text'}
  }
}

/** Generates the stories of the tests, from the example story. */
export const storyOf = createStoryGenerator(readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8'))

/** Generates an archive as NDJSON. */
export const archive = (count, {from = 0, share = 1} = {}) =>
  Array.from({length: count}, (_, index) => `${JSON.stringify(storyOf(from + index, share))}\n`).join('')
