import type {GlossCandidate} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import {createFormTable} from '../../prose/form-table.js'
import {trim} from '../../prose/spans.js'
import {createTokenizer, tokenizeText, toWords} from '../../prose/tokenizer.js'
import type {Place, Span, Word} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap, map} from '../../util/lists.js'
import {scoreTranslation, trimContent} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** An entry of a list: a line or word of the story, a dash, equals sign, tilde, arrow, tab or colon, its translation. */
const ENTRY = /^[ \t]*(?:[-•·–—*][ \t]+)?(.{1,200}?)(?:[ \t]+[-–—=~→:][ \t]+|[ \t]*(?:=|\t|: )[ \t]*)(\S.*)$/gmu

/** Prior log-odds of an entry. */
const PRIOR = 3

/** Longest left side that is looked up, in words. */
const MAX_WORDS = 30

/** Most places where an entry's left side is looked up; one that occurs more often is a word for the dictionary. */
const MAX_PLACES = 200

/** Most entries with the same first word. */
const MAX_SAME_FIRST = 50

interface ListEntry {
  readonly passage: number
  readonly left: Span
  readonly right: Span
  /** Keys of the words of the left side. */
  readonly keys: readonly string[]
}

/** Longest prefix of a paragraph without line breaks in which a separator is looked for, in UTF-16 code units. */
const SEPARATOR_WITHIN = 256

/** A separator: a fast test before `ENTRY`. */
const SEPARATOR = /[ \t][-–—=~→:][ \t]|=|\t|: /u

/** Returns a function that splits text into keys, with one token reader for all entries. */
function createKeyReader(): (text: string) => string[] {
  const forms = createFormTable()
  const tokenizer = createTokenizer(forms)
  return (text) => {
    const words = tokenizer.tokenize(text)
    return map(toWords(tokenizer.tokens(), words, forms), ({key}) => key)
  }
}

/** The entries of one passage. */
function findEntries({index: passage, text}: Passage, readKeys: (text: string) => string[]): ListEntry[] {
  if (!SEPARATOR.test(text.includes('\n') ? text : text.slice(0, SEPARATOR_WITHIN))) return []
  return Array.from(text.matchAll(ENTRY), ({0: whole, 1: first, 2: second, index: start}): ListEntry => {
    const from = start + whole.indexOf(first as string)
    const left = trim(text, {start: from, end: from + (first as string).length})
    const keys = readKeys(text.slice(left.start, left.end))
    return {passage, left, right: trim(text, {start: start + whole.length - (second as string).length, end: start + whole.length}), keys}
  }).filter(({keys}) => keys.length > 0 && keys.length <= MAX_WORDS)
}

/** Longest heading, in UTF-16 code units. */
const MAX_HEADING = 80

/**
 * The entries of all lists of a story. A list is either under a heading that announces it, or has at least two consecutive entries, of
 * which half or more have a left side of mostly unknown words.
 */
function findLists(passages: readonly Passage[], {glossing, familiarity}: Host): ListEntry[] {
  const lists: (readonly ListEntry[])[] = []
  let run: ListEntry[] = []
  let isAnnounced = false
  const readKeys = createKeyReader()
  const isForeign = ({keys}: ListEntry): boolean => 2 * keys.filter((key) => familiarity(key).tier === undefined).length >= keys.length
  const closeRun = () => {
    if (isAnnounced || (run.length > 1 && 2 * run.filter(isForeign).length >= run.length)) lists.push(run)
    run = []
  }
  for (const passage of passages) {
    if (passage.sentences.length === 0) continue
    const entries = findEntries(passage, readKeys)
    const isHeading = entries.length === 0 && passage.text.length < MAX_HEADING && glossing.heading.test(passage.text)
    if (entries.length > 0 && !isHeading) for (const entry of entries) run.push(entry)
    else {
      closeRun()
      isAnnounced = isHeading
    }
  }
  closeRun()
  return lists.flat()
}

/** Finds where the left sides occur outside the lists. */
function findPlaces(entries: readonly ListEntry[], passages: readonly Passage[]): Map<ListEntry, Place[]> {
  const byFirstKey = new Map<string, ListEntry[]>()
  for (const entry of entries) {
    const sameFirst = byFirstKey.get(entry.keys[0] as string)
    if (!sameFirst) byFirstKey.set(entry.keys[0] as string, [entry])
    else if (sameFirst.length < MAX_SAME_FIRST) sameFirst.push(entry)
  }
  const listPassages = new Set(map(entries, ({passage}) => passage))
  const places = new Map<ListEntry, Place[]>()
  for (const {index, words} of passages) {
    if (listPassages.has(index)) continue
    words.forEach(({key}, i) => {
      for (const entry of byFirstKey.get(key) ?? []) {
        if (!entry.keys.every((other, k) => words[i + k]?.key === other)) continue
        const list = places.get(entry) ?? []
        if (list.length < MAX_PLACES) list.push({passage: index, start: (words[i] as Word).start, end: (words[i + entry.keys.length - 1] as Word).end})
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
    const entries = findLists(passages, host)
    if (entries.length === 0) return []
    const places = findPlaces(entries, passages)
    return flatMap(entries, (entry): GlossCandidate[] => {
      const of = places.get(entry)
      const passage = passages[entry.passage] as Passage
      const content = trimContent(passage.text, entry.right, host)
      const odds = scoreTranslation(passage, content, content.ledIn, host, PRIOR)
      if (!of || !odds) return []
      const span = {start: content.start, end: content.end}
      const [single] = entry.keys.length === 1 ? tokenizeText(passage.text.slice(entry.left.start, entry.left.end)) : []
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
