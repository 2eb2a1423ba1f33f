/** What somebody writes in an afternoon: quotation marks, one test of what stands between them, and the first bracket after it. */
import {createRequire} from 'node:module'
import dictionary from 'dictionary-en'
import {eld} from 'eld/medium'

const nspell = createRequire(import.meta.url)('nspell') as (dictionary: unknown) => {correct: (word: string) => boolean}

interface Found {
  readonly line: string
  readonly gloss: string | undefined
}

function annotator(isForeign: (text: string) => boolean): (story: string) => Found[] {
  return (story) => {
    const bracket = /\(([^)]*)\)/gu
    const found: Found[] = []
    for (const match of story.matchAll(/[“"]([^”"]+)[”"]/gu)) {
      const line = match[1] as string
      if (!isForeign(line)) continue
      bracket.lastIndex = match.index + match[0].length
      found.push({line, gloss: bracket.exec(story)?.[1]})
    }
    return found
  }
}

/** A asks a language identifier. */
export const withIdentifier = annotator((text) => eld.detect(text).language !== 'en')

const speller = nspell(dictionary)

/** B asks the word list of a spelling checker: foreign is what it knows less than half of. */
export const withWordList = annotator((text) => {
  const words = text.match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? []
  return words.filter((word) => speller.correct(word)).length < words.length / 2
})
