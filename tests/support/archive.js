/** Stories for an archive: one, told again and again with other names, other paragraphs in another order, shorter and longer. */
import {readFileSync} from 'node:fs'

/** What its people may be called instead. */
const NAMES = ['Anna', 'Bertil', 'Clara', 'Daniel', 'Edith', 'Felix', 'Greta', 'Hugo', 'Ingrid', 'Jonas', 'Karin', 'Lukas', 'Martha', 'Nils', 'Olga', 'Peter']

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state. */
function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * @param {string} told the story that all the others are made of
 * @returns {(index: number, share?: number) => {id: string, text: string, format: 'text'}} one of the archive, the same every time; `share`
 *   of its paragraphs is told, for tests that have no time
 */
export function tellerOf(told) {
  /** Without front matter, headings and notes. */
  const paragraphs = told.split(/\n{2,}/u).filter((text) => /^[“\p{L}]/u.test(text))
  /** Words with a capital in the middle of sentences: the names. */
  const called = [...new Set(told.match(/(?<=\p{Ll} )\p{Lu}\p{Ll}{2,}(?=[ ,.’'])/gu) ?? [])]
  return (index, share = 1) => {
    const random = seeded(index + 1)
    const names = new Map(called.map((name) => [name, NAMES[Math.floor(random() * NAMES.length)]]))
    const order = paragraphs.map((text) => ({text, at: random()})).sort((a, b) => a.at - b.at)
    // From half the story to one and a half of it.
    const count = Math.round(paragraphs.length * (0.5 + random()) * share)
    const chosen = Array.from({length: count}, (_, at) => order[at % order.length].text)
    const text = chosen.join('\n\n').replace(/\p{Lu}\p{Ll}{2,}/gu, (word) => names.get(word) ?? word)
    return {id: `story-${index}`, text: `${text}\n`, format: 'text'}
  }
}

/** The archive of the tests: our story. */
export const storyOf = tellerOf(readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8'))

/** Lines of NDJSON. */
export const archive = (count, {from = 0, share = 1} = {}) =>
  Array.from({length: count}, (_, index) => `${JSON.stringify(storyOf(from + index, share))}\n`).join('')
