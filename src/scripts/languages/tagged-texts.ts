/** Stories of the development data with the language of all that is foreign in them. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Format} from '../../source/types.js'
import {sha1} from '../../util/sha1.js'

/** The answer where there is none to give: editors' tags that are near to a listed language, and what they left untagged. */
export const OPEN = 'open'
/** The answer for any language that is not listed. */
export const NONE = 'none'

/** A part of the text and its language: a BCP 47 tag, `NONE` or `OPEN`. */
export interface TaggedSpan {
  readonly start: number
  readonly end: number
  readonly answer: string
}

export interface TaggedText {
  readonly name: string
  readonly kind: 'book' | 'passage' | 'made'
  /** Whether its author is held out: one in three. */
  readonly isHeldOut: boolean
  readonly text: string
  readonly format: Format
  /** In the order of the text; everything else is of the host language, or open. */
  readonly spans: readonly TaggedSpan[]
}

const TAGS = new Set(['fr', 'la', 'es', 'de', 'it', 'pt', 'pl', 'sv'])
/** Older and neighbouring languages and undetermined ones: neither answer would be wrong. */
const NEAR = /^(?:frm|fro|frp|x-fr|oc|nap|und|jpa|da|no|cpi|ru)$/u

/** The answer for an editor's tag. */
function answerOf(lang: string): string {
  if (lang === 'ru-Latn') return lang
  const [base = ''] = lang.split('-')
  return TAGS.has(base) ? base : NEAR.test(base) || NEAR.test(lang) ? OPEN : NONE
}

const NAMES: Readonly<Record<string, string>> = {
  French: 'fr',
  Latin: 'la',
  Spanish: 'es',
  German: 'de',
  Italian: 'it',
  Portuguese: 'pt',
  Polish: 'pl',
  Swedish: 'sv',
  'Russian in Latin letters': 'ru-Latn',
}

/** The answer for a passage whose head describes its language. */
function answerOfHead(head: string): string {
  const language = /language: ([^|]*)/u.exec(head)?.[1]?.trim() ?? ''
  const plain = language.replace(/ \(.*$| typed .*$/u, '')
  if (NAMES[plain] !== undefined) return NAMES[plain]
  return Object.keys(NAMES).some((name) => plain.includes(name) && !plain.includes('in Latin letters')) || /Cyrillic|spells/u.test(plain) ? OPEN : NONE
}

/** Whether the works of an author are held out. */
const isHeldOut = (author: string): boolean => BigInt(`0x${sha1(author)}`) % 3n === 0n

interface Tools {
  readonly passagesOf: (folder: string) => Iterable<{name: string; format: Format; text: string; gold: Gold}>
  readonly pageBooks: (folder: string) => string[]
  readonly bookPage: (file: string) => {source: string; words: {start: number; surface: string}[]}
  readonly readBook: (file: string) => {text: string; spans: {start: number; end: number; lang: string}[]}[]
  readonly wordsOf: (text: string) => {start: number; end: number}[]
  readonly makeStory: (options: object) => {text: string; gold: Gold}
  readonly readHost: (file: string) => unknown
  readonly readPairs: (file: string) => string[][]
}
interface Gold {
  readonly utterances: readonly {span: readonly [number, number]}[]
  readonly loans?: readonly {span: readonly [number, number]}[]
}

const spansOf = ({utterances, loans = []}: Gold, answer: string): TaggedSpan[] =>
  [...utterances, ...loans].map(({span: [start, end]}) => ({start, end, answer}))

/** Books that editors tagged, in a folder of `data`. */
function* booksIn(folder: string, {pageBooks, bookPage, readBook, wordsOf}: Tools): Generator<TaggedText> {
  for (const file of pageBooks(folder)) {
    const {source, words} = bookPage(file)
    const spans: TaggedSpan[] = []
    let word = 0
    for (const paragraph of readBook(file)) {
      for (const {start, end} of wordsOf(paragraph.text)) {
        const tag = paragraph.spans.find((span) => start < span.end && end > span.start)
        const {start: from, surface} = words[word++] as (typeof words)[number]
        if (tag) spans.push({start: from, end: from + surface.length, answer: answerOf(tag.lang)})
      }
    }
    const name = file.split('/').at(-1) as string
    yield {name, kind: 'book', isHeldOut: isHeldOut(name.split('_')[0] as string), text: source, format: 'html', spans}
  }
}

/** Passages, whose head names the language of all that is foreign. */
function* passagesIn(folder: string, {passagesOf}: Tools): Generator<TaggedText> {
  for (const {name, format, text, gold} of passagesOf(folder)) {
    const answer = answerOfHead(readFileSync(join(folder, name), 'utf8').split('\n', 1)[0] as string)
    const author = name.replace(/^chapter-/u, '').replace(/-\d.*$/u, '')
    yield {name, kind: 'passage', isHeldOut: isHeldOut(author), text, format, spans: spansOf(gold, answer)}
  }
}

const MADE_TAGS: Readonly<Record<string, string>> = {lat: 'la', spa: 'es', deu: 'de'}
const SEEDS = [41, 42, 43]

/** Stories with lines of real languages, most of them none of the listed. */
function* madeStories(data: string, {makeStory, readHost, readPairs}: Tools): Generator<TaggedText> {
  const plan = JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8')) as {stories: {lang: string; pairs: string; host: string; seeds: number[]}[]}
  for (const {lang, pairs, host, seeds} of plan.stories) {
    const options = {host: readHost(join(data, 'books', `${host}.jsonl`)), pairs: readPairs(join(data, 'pairs', `${pairs}.tsv`)), lang}
    for (const seed of [...seeds, ...SEEDS]) {
      const {text, gold} = makeStory({...options, seed})
      yield {name: `${lang}:${seed}`, kind: 'made', isHeldOut: isHeldOut(lang), text, format: 'markdown', spans: spansOf(gold, MADE_TAGS[lang] ?? NONE)}
    }
  }
}

/** Where the data and its tools lie. */
export interface DataFolders {
  readonly data: string
  readonly evaluation: string
}

async function toolsIn(evaluation: string): Promise<Tools> {
  const load = (name: string) => import(pathToFileURL(join(evaluation, name)).href)
  return {...(await load('passages.mjs')), ...(await load('pages.mjs')), ...(await load('make-stories.mjs')), ...(await load('score.mjs'))} as Tools
}

/** The books of a folder, `pages` or `pages-train`. */
export async function taggedBooks({data, evaluation}: DataFolders, folder: string): Promise<Iterable<TaggedText>> {
  return booksIn(join(data, folder), await toolsIn(evaluation))
}

/** Passages, and made stories. */
export async function taggedStories({data, evaluation}: DataFolders): Promise<TaggedText[]> {
  const tools = await toolsIn(evaluation)
  return [...passagesIn(join(data, 'passages'), tools), ...madeStories(data, tools)]
}
