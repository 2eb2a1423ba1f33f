import type {GlossCandidate} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import {createFormTable} from '../../prose/form-table.js'
import {trim} from '../../prose/spans.js'
import {createTokenizer, tokenizeText, toWords} from '../../prose/tokenizer.js'
import type {Place, Span, Word} from '../../prose/types.js'
import {isFirstOfTwoCells} from '../../source/is-first-of-two-cells.js'
import type {Passage} from '../../source/types.js'
import {flatMap, map} from '../../util/lists.js'
import {findTableRows} from '../find-table-rows.js'
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
  readonly left: Place
  readonly right: Place
  /** Keys of the words of the left side. */
  readonly keys: readonly string[]
  /** Whether a heading announces the list. */
  readonly announced: boolean
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

type FoundEntry = Omit<ListEntry, 'announced'>

const wholeOf = ({length}: string): Span => ({start: 0, end: length})

/** A bracket that the left side opens and does not close: `[Mira: Thank you!]` is a message. */
const UNCLOSED = /[([{][^)\]}]*$/u
/** A name before what somebody says. */
const NAME = /^\p{Lu}[\p{L}\p{M}’'-]*$/u
const SENTENCE = /[.!?…]["”’)\]]*$/u

/** The entries of one passage, from an offset on. */
function findEntries({index: passage, text}: Passage, readKeys: (text: string) => string[], from = 0, pattern = ENTRY): FoundEntry[] {
  if (!SEPARATOR.test(text.includes('\n') || from > 0 ? text : text.slice(0, SEPARATOR_WITHIN))) return []
  return Array.from(text.slice(from).matchAll(pattern), ({0: whole, 1: first, 2: second, index}): FoundEntry => {
    const start = from + index
    const begin = start + whole.indexOf(first as string)
    const left = trim(text, {start: begin, end: begin + (first as string).length})
    const keys = readKeys(text.slice(left.start, left.end))
    const right = trim(text, {start: start + whole.length - (second as string).length, end: start + whole.length})
    return {left: {passage, ...left}, right: {passage, ...right}, keys}
  }).filter(({keys, left}) => keys.length > 0 && keys.length <= MAX_WORDS && !UNCLOSED.test(text.slice(left.start, left.end)))
}

/** Longest heading, in UTF-16 code units. */
const MAX_HEADING = 80

/** An entry of a list in one line: `Translations: Sel davan: I am here, osk karr: good luck.` */
const INLINE_ENTRY =
  /(?:^|[,;.!?][ \t]+)([^,;:=\n]{1,120}?)(?:[ \t]*[:=][ \t]*|[ \t]+[-–—][ \t]+)(\S[^:=\n]*?)(?=[,;.!?]?[ \t]*$|[,;.!?][ \t]+[^,;:=\n]{1,120}?(?:[ \t]*[:=]|[ \t]+[-–—][ \t]))/gu
/** Fewer are a sentence with a colon. */
const MIN_INLINE = 2

/** The entries of a list that stands in one line behind its heading. */
function findInlineEntries(passage: Passage, {glossing}: Host, readKeys: (text: string) => string[]): FoundEntry[] {
  const {text} = passage
  const colon = text.slice(0, MAX_HEADING).indexOf(':')
  if (colon < 0 || text.includes('\n') || !glossing.heading.test(text.slice(0, colon))) return []
  const entries = findEntries(passage, readKeys, colon + 1 + /^\s*/u.exec(text.slice(colon + 1))![0].length, INLINE_ENTRY)
  return entries.length >= MIN_INLINE ? entries : []
}

/**
 * The entries of all lists of a story. A list is either under a heading that announces it, or has at least two consecutive entries, of
 * which half or more have a left side of mostly unknown words.
 */
function findLists(passages: readonly Passage[], host: Host): (readonly ListEntry[])[] {
  const {glossing, familiarity} = host
  const lists: (readonly ListEntry[])[] = []
  let run: FoundEntry[] = []
  let isAnnounced = false
  const readKeys = createKeyReader()
  const toEntry = (left: Place, right: Place): FoundEntry[] => {
    const keys = readKeys((passages[left.passage] as Passage).text.slice(left.start, left.end))
    return keys.length > 0 && keys.length <= MAX_WORDS ? [{left, right, keys}] : []
  }
  const isSpeech = ({left, right}: FoundEntry): boolean => {
    const {text} = passages[left.passage] as Passage
    if (left.passage !== right.passage) return false
    return NAME.test(text.slice(left.start, left.end)) && SENTENCE.test(text.slice(right.start, right.end))
  }
  const isForeign = (entry: FoundEntry): boolean => !isSpeech(entry) && isUnknown(entry)
  const isUnknown = ({keys}: FoundEntry): boolean => 2 * keys.filter((key) => familiarity(key).tier === undefined).length >= keys.length
  const closeRun = () => {
    if (isAnnounced || (run.length > 1 && 2 * run.filter(isForeign).length >= run.length)) lists.push(map(run, (entry) => ({...entry, announced: isAnnounced})))
    run = []
  }
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at] as Passage
    if (passage.sentences.length === 0) continue
    const {index, text} = passage
    if (isFirstOfTwoCells(passages, at)) {
      const next = passages[++at] as Passage
      run.push(...toEntry({passage: index, ...trim(text, wholeOf(text))}, {passage: next.index, ...trim(next.text, wholeOf(next.text))}))
      continue
    }
    const inline = findInlineEntries(passage, host, readKeys)
    if (inline.length > 0) {
      closeRun()
      isAnnounced = false
      lists.push(map(inline, (entry) => ({...entry, announced: true})))
      continue
    }
    const rows = flatMap(findTableRows(text), ({left, right}) => toEntry({passage: index, ...left}, {passage: index, ...right}))
    const entries = rows.length > 0 ? rows : findEntries(passage, readKeys)
    const isHeading = entries.length === 0 && text.length < MAX_HEADING && glossing.heading.test(text)
    if (entries.length > 0 && !isHeading) for (const entry of entries) run.push(entry)
    else {
      closeRun()
      isAnnounced = isHeading
    }
  }
  closeRun()
  return lists
}

/** Finds where the left sides occur outside the lists. */
function findPlaces(entries: readonly ListEntry[], passages: readonly Passage[]): Map<ListEntry, Place[]> {
  const byFirstKey = new Map<string, ListEntry[]>()
  for (const entry of entries) {
    const sameFirst = byFirstKey.get(entry.keys[0] as string)
    if (!sameFirst) byFirstKey.set(entry.keys[0] as string, [entry])
    else if (sameFirst.length < MAX_SAME_FIRST) sameFirst.push(entry)
  }
  const listPassages = new Set(flatMap(entries, ({left, right}) => [left.passage, right.passage]))
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

/**
 * Where the lists of a story stand: the spans of the entries of every list that a heading announces or that explains something said
 * elsewhere. What stands in them is no line of the story.
 */
export function findListedSpans(passages: readonly Passage[], host: Host): Place[] {
  const lists = findLists(passages, host)
  if (lists.length === 0) return []
  const places = findPlaces(lists.flat(), passages)
  const isList = (list: readonly ListEntry[]): boolean => list.some((entry) => entry.announced || places.has(entry))
  return flatMap(lists.filter(isList).flat(), ({left, right}) =>
    left.passage === right.passage ? [{passage: left.passage, start: left.start, end: right.end}] : [left, right],
  )
}

/** A list at the end of a chapter: `venna - little sister`, `osk karr: good luck`, `Sel davan = I am here`. */
export const translationList: Convention = {
  name: 'translation-list',
  find: (passages, {host}) => {
    const entries = findLists(passages, host).flat()
    if (entries.length === 0) return []
    const places = findPlaces(entries, passages)
    return flatMap(entries, (entry): GlossCandidate[] => {
      const of = places.get(entry)
      const passage = passages[entry.right.passage] as Passage
      const content = trimContent(passage.text, entry.right, host)
      const odds = scoreTranslation(passage, content, content.ledIn, host, PRIOR, entry.announced ? 0 : undefined)
      if (!of || !odds) return []
      const span = {start: content.start, end: content.end}
      const [single] = entry.keys.length === 1 ? tokenizeText((passages[entry.left.passage] as Passage).text.slice(entry.left.start, entry.left.end)) : []
      return [
        {
          convention: 'translation-list',
          passage: entry.right.passage,
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
