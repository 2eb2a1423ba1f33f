/** Stories with the answer for each word, as the chain reads them: passages with drawn answers, tagged books, made stories. */
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {allParts} from '../../annotate/all-parts.js'
import {type PreparedStory, prepareStory} from '../../annotate/pipeline.js'
import {resolveOptions} from '../../annotate/resolve-options.js'
import {settleHost} from '../../annotate/settle-host.js'
import {type ChainStory, chainStory} from '../../detect/chain/chain-story.js'
import {sourceFormats} from '../../source/source-formats.js'
import {toSourceSpan} from '../../source/source-span.js'
import type {Format, Passage} from '../../source/types.js'
import {OWN_PASSAGES} from '../own-passages.js'
import {DIALECTS, respell} from './dialects.js'

/** Begins the groups of the passages that were written for fitting. */
export const OWN = 'own:'

/** Labels of words. */
const OPEN = -1

/** A snippet is a piece of a passage, read as if it were the whole story. */
export type Kind = 'passage' | 'book' | 'made' | 'snippet'

export interface Example {
  readonly name: string
  /** Whose work it is: all works of one hand are in the same part of a cross-validation. */
  readonly group: string
  readonly kind: Kind
  readonly story: ChainStory
  readonly prepared: PreparedStory
  readonly settings: Settings
  /** Whether `prepared` has all that a story is annotated with; books are large, and most of them lack the places of glosses. */
  readonly isRead: boolean
  /** By token: 1 foreign, 0 the host's, -1 open. */
  readonly labels: Int8Array
  /** By token: in a loan. */
  readonly isLoan: Uint8Array
}

type Settings = Parameters<typeof prepareStory>[2]
type Mark = readonly [start: number, end: number]
interface Marks {
  readonly foreign: readonly Mark[]
  readonly open: readonly Mark[]
  readonly loans: readonly Mark[]
}

function readStory(text: string, format: Format, isRead = true): Pick<Example, 'story' | 'prepared' | 'settings' | 'isRead'> {
  const tree = sourceFormats[format].parse(text)
  const {settings} = settleHost(tree, {...resolveOptions({}, allParts), format: sourceFormats[format], ...(isRead ? {} : {conventions: []})})
  const prepared = prepareStory(tree, text, settings)
  const story = chainStory(prepared.passages, {survey: prepared.survey, host: settings.host})
  return {story, prepared, settings, isRead}
}

/** Calls `each` with the place of every token in the source. */
function placeTokens(story: ChainStory, each: (token: number, start: number, end: number) => void): void {
  const {passages, tokens} = story
  for (const passage of passages as readonly Passage[]) {
    for (let token = passage.tokens.start; token < passage.tokens.end; token++) {
      const span = toSourceSpan(passage, {start: tokens.starts[token] as number, end: tokens.ends[token] as number})
      if (span) each(token, span.start, span.end)
    }
  }
}

function label(story: ChainStory, size: number, {foreign, open, loans = []}: Omit<Marks, 'loans'> & Partial<Marks>) {
  const at = new Int8Array(size)
  const inLoan = new Uint8Array(size)
  for (const [start, end] of open) at.fill(OPEN, start, end)
  for (const [start, end] of foreign) at.fill(1, start, end)
  for (const [start, end] of loans) inLoan.fill(1, start, end)
  const count = story.passages.at(-1)?.tokens.end ?? 0
  const labels = new Int8Array(count)
  const isLoan = new Uint8Array(count)
  placeTokens(story, (token, start, end) => {
    // A word is what most of its letters are.
    let ones = 0
    let opens = 0
    for (let i = start; i < end; i++) {
      if (at[i] === 1) ones++
      else if (at[i] === OPEN) opens++
    }
    labels[token] = 2 * ones >= end - start ? 1 : 2 * (ones + opens) >= end - start ? OPEN : 0
    isLoan[token] = inLoan[start] as number
  })
  return {labels, isLoan}
}

/** A mark or a span of the evaluation's annotations. */
type Annotated = Mark & {readonly span: Mark}
interface Annotations {
  readonly utterances: readonly Annotated[]
  readonly loans: readonly Annotated[]
  readonly names?: readonly Annotated[]
  readonly ignore?: readonly Annotated[]
}
interface AnnotatedText {
  readonly text: string
  readonly gold: Annotations
}

interface Tools {
  readonly passagesOf: (folder: string) => Iterable<AnnotatedText & {readonly name: string; readonly format: Format}>
  readonly pageBooks: (folder: string) => string[]
  readonly bookPage: (file: string) => {source: string; words: {start: number; surface: string; is: string}[]}
  readonly readBook: (file: string) => {text: string; spans: {start: number; end: number}[]}[]
  readonly makeStory: (options: object) => AnnotatedText
  readonly toHtml: (story: AnnotatedText, seed: number) => AnnotatedText
  readonly readPairs: (file: string) => string[][]
  readonly readWords: (file: string) => string[][]
}

async function toolsIn(folder: string): Promise<Tools> {
  const load = (name: string) => import(pathToFileURL(join(folder, name)).href)
  return {...(await load('passages.mjs')), ...(await load('pages.mjs')), ...(await load('make-stories.mjs'))}
}

/** One book in so many is read with the places of its glosses. */
const READ = 6

/** Longer books are read to here. */
const LONGEST = 700_000

function pageExample(tools: Tools, file: string, format: Format, isRead: boolean): Example {
  const {source: whole, words} = tools.bookPage(file)
  const end = whole.length > LONGEST ? whole.indexOf('</p>', LONGEST) + 5 : whole.length
  const source = whole.slice(0, end)
  const bare = format === 'text'
  // The same story without its tags, at the same offsets.
  const text = bare
    ? source
        .replace(/<p>/gu, '\n\n\n')
        .replace(/<\/?i>|<\/p>/gu, (tag) => '\ufeff'.repeat(tag.length))
        .replace(/&amp;/gu, '&    ')
        .replace(/&lt;/gu, '<   ')
    : source
  const read = readStory(text, format, isRead)
  const foreign: Mark[] = []
  const open: Mark[] = []
  for (const {start, surface, is} of words) {
    if (start >= end) break
    if (is === 'foreign') foreign.push([start, start + surface.length])
    else if (is === 'open') open.push([start, start + surface.length])
    else if (bare && is === 'italic') open.push([start, start + surface.length])
  }
  const name = file.split('/').at(-1) as string
  return {name: `${name}:${format}`, group: name.split('_')[0] as string, kind: 'book', ...read, ...label(read.story, text.length, {foreign, open})}
}

/** Numbers of paragraphs of snippets. */
const SNIPPETS = [1, 3]
/** Of snippets without anything foreign, one in so many is taken. */
const QUIET = 3

/** Snippets of a story: it is cut between paragraphs, and each piece is read alone. */
function snippetsOf({name, group, text, format, marks}: {name: string; group: string; text: string; format: Format; marks: Marks}): Example[] {
  const found: Example[] = []
  const cuts = [...text.matchAll(format === 'html' ? /<\/(?:p|div|blockquote|li|h\d)>\s*|(?:<br ?\/?>\s*){2,}/giu : /\n\s*\n/gu)].map(
    (cut) => cut.index + cut[0].length,
  )
  for (const size of SNIPPETS) {
    for (let at = 0, from = 0, quiet = 0; at < cuts.length; at += size) {
      const to = cuts[at + size - 1] ?? text.length
      const cut = ([start, end]: Mark): Mark[] => (end <= from || start >= to ? [] : [[Math.max(start, from) - from, Math.min(end, to) - from]])
      const own = {foreign: marks.foreign.flatMap(cut), open: marks.open.flatMap(cut), loans: marks.loans.flatMap(cut)}
      if (own.foreign.length > 0 || quiet++ % QUIET === 0) {
        const piece = text.slice(from, to)
        const read = readStory(piece, format)
        found.push({name: `${name}:${from}`, group, kind: 'snippet', ...read, ...label(read.story, piece.length, own)})
      }
      from = to
    }
  }
  return found
}

export interface Examples {
  readonly snippets: Example[]
  readonly passages: Example[]
  readonly books: Example[]
  readonly made: Example[]
}

export async function readExamples(
  data: string,
  evaluation: string,
  {books = true, made = true, snippets = true, pages = 'pages-train', every = 1} = {},
): Promise<Examples> {
  const tools = await toolsIn(evaluation)
  const found: Examples = {snippets: [], passages: [], books: [], made: []}
  const passages = [OWN_PASSAGES, join(data, 'passages')].flatMap((folder) => Array.from(tools.passagesOf(folder), (passage) => ({...passage, folder})))
  for (const {name, format, text, gold, folder} of passages) {
    const read = readStory(text, format)
    const spans = (list: readonly Annotated[] = []): Mark[] => list.map((mark) => mark.span)
    const group = (folder === OWN_PASSAGES ? OWN : '') + name.replace(/^chapter-/u, '').replace(/-\d.*$/u, '')
    const marks = {foreign: [...spans(gold.utterances), ...spans(gold.loans)], open: spans(gold.names), loans: spans(gold.loans)}
    found.passages.push({name, group, kind: 'passage', ...read, ...label(read.story, text.length, marks)})
    if (snippets) found.snippets.push(...snippetsOf({name, group, text, format, marks}))
  }
  const files = tools.pageBooks(join(data, pages))
  if (books) {
    for (const [index, file] of files.entries()) {
      if (index % every !== 0) continue
      found.books.push(pageExample(tools, file, 'html', index % READ === 0))
      if ((index / every) % 2 === 0) found.books.push(pageExample(tools, file, 'text', index % (2 * READ) === 0))
    }
  }
  if (made) {
    const pairs = readdirSync(join(data, 'pairs'))
      .filter((name) => name.endsWith('.tsv'))
      .sort()
    const styles = ['mixed', 'mixed', 'bare', 'inside', 'repeated', 'footnote', 'end-list', 'emphasis', 'own-paragraph', 'means', 'dash', 'starred']
    const dictionaries = ['tlh', 'tok', 'jbo'].map((name) => tools.readWords(join(data, 'dicts', `${name}.tsv`))).filter((words) => words.length > 20)
    const hosts = files.filter((_, index) => index % 3 === 1).slice(0, 14)
    for (const [index, file] of pairs.entries()) {
      if (every > 1 && index % every !== 0) continue
      const lines = tools.readPairs(join(data, 'pairs', file))
      for (let k = 0; k < 5; k++) {
        const host = tools.readBook(hosts[(index + 3 * k) % hosts.length] as string)
        const style = k === 4 ? 'word-bracket' : (styles[(index + 5 * k) % styles.length] as string)
        const seed = 5000 + 13 * index + k
        const plain = tools.makeStory({
          host,
          pairs: lines,
          words: dictionaries[(index + k) % dictionaries.length] as string[][],
          lang: file,
          seed,
          paragraphs: 50,
          style,
        })
        const format = k % 2 === 0 ? 'markdown' : k === 1 ? 'html' : 'text'
        const {text, gold} = format === 'html' ? tools.toHtml(plain, seed) : plain
        const read = readStory(text, format as Format)
        const spans = (list: readonly Annotated[] = []): Mark[] => list.map((mark) => mark.span ?? mark)
        found.made.push({
          name: `${file}:${style}:${seed}`,
          group: file,
          kind: 'made',
          ...read,
          ...label(read.story, text.length, {
            foreign: [...spans(gold.utterances), ...spans(gold.loans)],
            open: [...spans(gold.ignore), ...spans(gold.names)],
            loans: spans(gold.loans),
          }),
        })
      }
    }
  }
  if (made) {
    const hosts = files.filter((_, index) => index % 3 === 2)
    for (const [index, [name, rules]] of Object.entries(DIALECTS).entries()) {
      for (let k = 0; k < 2; k++) {
        const all = tools.readBook(hosts[(2 * index + k) % hosts.length] as string)
        const from = (7919 * (index + 3 * k)) % Math.max(1, all.length - 400)
        const spoken = all
          .slice(from, from + 400)
          .filter(({text, spans}) => spans.length === 0 && text.includes('“'))
          .slice(0, k === 0 ? 12 : 50)
        const text = spoken.map(({text: own}) => respell(own, rules)).join('\n\n')
        const read = readStory(text, k === 0 ? 'text' : 'markdown')
        found.made.push({
          name: `dialect-${name}-${k}`,
          group: `dialect-${name}`,
          kind: 'made',
          ...read,
          ...label(read.story, text.length, {foreign: [], open: []}),
        })
      }
    }
  }
  return found
}
