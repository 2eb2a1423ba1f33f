import type {GlossCandidate} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import {printedForms} from '../../prose/printed-forms.js'
import {trim} from '../../prose/spans.js'
import {tokenReader, wordsAmong, wordsOf} from '../../prose/tokenizer.js'
import type {Place, Span, Word} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap, map} from '../../util/lists.js'
import type {Convention} from '../types.js'
import {bareContent, oddsOf} from './sites.js'

/** An entry of a list: a line or word of the story, a dash, sign or colon, its translation. */
const ENTRY = /^[ \t]*(?:[-•·–—*][ \t]+)?(.{1,200}?)(?:[ \t]+[-–—=~→:][ \t]+|[ \t]*(?:=|\t|: )[ \t]*)(\S.*)$/gmu

/** What a list says of its entries. */
const LISTED = 3

/** Entries of more words are not looked up. */
const LONGEST = 30

/** What is said more often than this is a word of the language, and its entry is for the dictionary. */
const MOST_PLACES = 200

/** With the same first word. */
const MOST_ALIKE = 50

interface Listed {
  readonly passage: number
  readonly left: Span
  readonly right: Span
  readonly keys: readonly string[]
}

/** No sign stands further from the beginning of a line, but for one with a wide indent. */
const SIGN_WITHIN = 256

/** What parts an entry's sides, at a glance. */
const SIGN = /[ \t][-–—=~→:][ \t]|=|\t|: /u

/** What reads the words of all entries: a reader of its own for each would cost more than the reading. */
function keysReader(): (text: string) => string[] {
  const forms = printedForms()
  const reader = tokenReader(forms)
  return (text) => {
    const words = reader.read(text)
    return map(wordsAmong(reader.tokens(), words, forms), ({key}) => key)
  }
}

/** The entries of one passage. */
function entriesOf({index: passage, text}: Passage, keysIn: (text: string) => string[]): Listed[] {
  if (!SIGN.test(text.includes('\n') ? text : text.slice(0, SIGN_WITHIN))) return []
  return Array.from(text.matchAll(ENTRY), ({0: whole, 1: first, 2: second, index: start}): Listed => {
    const from = start + whole.indexOf(first as string)
    const left = trim(text, {start: from, end: from + (first as string).length})
    const keys = keysIn(text.slice(left.start, left.end))
    return {passage, left, right: trim(text, {start: start + whole.length - (second as string).length, end: start + whole.length}), keys}
  }).filter(({keys}) => keys.length > 0 && keys.length <= LONGEST)
}

/**
 * The lists of a story: entries under a heading that says so, or at least two, one after the other, whose left sides are
 * mostly words that the host language does not know.
 */
function listsOf(passages: readonly Passage[], {glossing, familiarity}: Host): Listed[] {
  const lists: (readonly Listed[])[] = []
  let run: Listed[] = []
  let announced = false
  const keysIn = keysReader()
  const strange = ({keys}: Listed): boolean => 2 * keys.filter((key) => familiarity(key).tier === undefined).length >= keys.length
  const close = () => {
    if (announced || (run.length > 1 && 2 * run.filter(strange).length >= run.length)) lists.push(run)
    run = []
  }
  for (const passage of passages) {
    if (passage.sentences.length === 0) continue
    const found = entriesOf(passage, keysIn)
    const heads = found.length === 0 && passage.text.length < 80 && glossing.heading.test(passage.text)
    if (found.length > 0 && !heads) for (const entry of found) run.push(entry)
    else {
      close()
      announced = heads
    }
  }
  close()
  return lists.flat()
}

/** Where the left sides are said elsewhere in the story. */
function placesOf(lists: readonly Listed[], passages: readonly Passage[]): Map<Listed, Place[]> {
  const byFirst = new Map<string, Listed[]>()
  for (const entry of lists) {
    const alike = byFirst.get(entry.keys[0] as string)
    if (!alike) byFirst.set(entry.keys[0] as string, [entry])
    else if (alike.length < MOST_ALIKE) alike.push(entry)
  }
  const inList = new Set(map(lists, ({passage}) => passage))
  const places = new Map<Listed, Place[]>()
  for (const {index, words} of passages) {
    if (inList.has(index)) continue
    words.forEach(({key}, i) => {
      for (const entry of byFirst.get(key) ?? []) {
        if (!entry.keys.every((other, k) => words[i + k]?.key === other)) continue
        const list = places.get(entry) ?? []
        if (list.length < MOST_PLACES) list.push({passage: index, start: (words[i] as Word).start, end: (words[i + entry.keys.length - 1] as Word).end})
        places.set(entry, list)
      }
    })
  }
  return places
}

/** A list at the end of a chapter: `venna - little sister`, `osk karr: good luck`, `Sel davan = I am here`. */
export const translationList: Convention = {
  name: 'translation-list',
  find: (passages, {host}) => {
    const lists = listsOf(passages, host)
    if (lists.length === 0) return []
    const places = placesOf(lists, passages)
    return flatMap(lists, (entry): GlossCandidate[] => {
      const of = places.get(entry)
      const passage = passages[entry.passage] as Passage
      const content = bareContent(passage.text, entry.right, host)
      const odds = oddsOf(passage, content, content.ledIn, host, LISTED)
      if (!of || !odds) return []
      const span = {start: content.start, end: content.end}
      const [single] = entry.keys.length === 1 ? wordsOf(passage.text.slice(entry.left.start, entry.left.end)) : []
      return [
        {
          convention: 'translation-list',
          passage: entry.passage,
          ...span,
          content: span,
          of,
          reach: 'all',
          odds,
          ...(single && {headword: single.surface}),
        },
      ]
    })
  },
}
