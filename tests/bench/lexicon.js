/**
 * A dictionary of 100,000 made-up words: how long it takes to load, what memory it holds, and how many words are looked up in a second,
 * beside a plain `Map`, which knows no spelling and no affix, and nspell, which answers yes or no. Run in a process of its own, with
 * `--expose-gc`.
 */
import {createRequire} from 'node:module'
import {createLexicon} from 'xenogloss'
import {hunspell} from 'xenogloss/formats'

const ENTRIES = 100_000
const LOOKUPS = 30_000

/** Numerical Recipes' linear congruential generator: the same words in every run. */
let seed = 1
const random = (below) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) | 0
  return Math.floor(((seed >>> 0) / 2 ** 32) * below)
}
const pick = (letters) => letters.charAt(random(letters.length))
const syllable = () => pick('ptkbdgmnlrszvfh') + pick('aeiou') + (random(3) === 0 ? pick('nlrskt') : '')

const words = new Set()
while (words.size < ENTRIES) words.add(Array.from({length: 2 + random(3)}, syllable).join(''))
const partsOfSpeech = ['noun', 'verb']
const suffixes = ['-an', '-esh', '-il', '-ora', '-uk', '-met']
const prefixes = ["na'-", 'ke-', 'zho-', 'ul-']
const dictionary = {
  language: 'art-x-bench',
  entries: [
    ...[...suffixes, ...prefixes].map((headword) => ({headword, senses: ['an affix'], attachesTo: partsOfSpeech})),
    ...Array.from(words, (headword, i) => ({headword, partOfSpeech: partsOfSpeech[i % 2], senses: [`meaning ${i}`]})),
  ],
}
const listed = [...words]
const inflected = listed.slice(0, LOOKUPS).map((word, i) => `${prefixes[i % 4].slice(0, -1)}${word}${suffixes[i % 6].slice(1)}`)

const heap = () => {
  globalThis.gc()
  return process.memoryUsage().heapUsed
}
const timed = (run) => {
  const start = performance.now()
  run()
  return performance.now() - start
}
/** Look-ups a second, the third time: what answers is compiled and, for listed words, remembered. */
const rate = (list, look) => {
  const run = () => {
    for (const word of list) if (look(word) === undefined) throw new Error(`not found: ${word}`)
  }
  const first = (list.length / timed(run)) * 1000
  run()
  return {first, again: (list.length / timed(run)) * 1000}
}

const before = heap()
let lexicon
const load = timed(() => {
  lexicon = createLexicon(dictionary)
  lexicon.lookup('zzz')
})
const bytes = heap() - before
const exact = rate(listed, (word) => lexicon.lookup(word)[0])
const affixed = rate(inflected, (word) => lexicon.lookup(word)[0])
const map = new Map(dictionary.entries.map((entry) => [entry.headword, entry]))
const plain = rate(listed, (word) => map.get(word))

const nspell = createRequire(import.meta.url)('nspell')
const files = hunspell.write(dictionary, {name: 'bench'})
const text = (extension) => new TextDecoder().decode(Object.entries(files).find(([name]) => name.endsWith(extension))[1])
let speller
const spellerLoad = timed(() => {
  speller = nspell(text('.aff'), text('.dic'))
})
const spelt = rate(listed, (word) => speller.correct(word) || undefined)
const speltInflected = rate(inflected, (word) => speller.correct(word))
console.log(JSON.stringify({load, bytes, exact, affixed, plain, spellerLoad, spelt, speltInflected}))
