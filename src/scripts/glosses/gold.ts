/** Stories with their answers as findings, for fitting and measuring: passages with marks, and made stories. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {allParts} from '../../annotate/all-parts.js'
import {openStory} from '../../annotate/open-story.js'
import {detectFindings, type PreparedStory, prepareStory} from '../../annotate/pipeline.js'
import type {Finding} from '../../detect/types.js'
import {trimContent} from '../../gloss/translation-odds.js'
import english from '../../hosts/en/english.js'
import {firstEndingAfter} from '../../prose/spans.js'
import {toSourceSpan} from '../../source/source-span.js'
import type {Format, Passage} from '../../source/types.js'

/** Words by number: passage times this plus word. */
export const WIDE = 2 ** 20

export interface GoldStory {
  readonly name: string
  readonly author: string
  readonly story: PreparedStory
  readonly findings: readonly Finding[]
  /** For each finding, the words of the spans that translate it, as keys. */
  readonly answers: readonly (readonly string[])[]
  /** `gloss words|foreign words` of all translations. */
  readonly parts: ReadonlySet<string>
  /** Words that count neither way. */
  readonly free: ReadonlySet<number>
  readonly weight: number
  readonly text: string
  readonly format: Format
}

interface Marks {
  readonly utterances: readonly {id: string; span: [number, number]}[]
  readonly loans?: readonly {id: string; span: [number, number]}[]
  readonly names: readonly {span: [number, number]}[]
  readonly glosses: readonly {parts: readonly {span: [number, number]; of: readonly string[]}[]}[]
}

export const keyOf = (words: readonly number[]): string => [...words].sort((a, b) => a - b).join(',')

export function goldStory(name: string, author: string, text: string, format: Format, gold: Marks, weight = 1): GoldStory {
  const {tree, text: source, settings} = openStory(text, {format}, allParts)
  const story = prepareStory(tree, source, settings)
  const {passages} = story
  // All words, by their places in the source.
  const words: {start: number; end: number; number: number; passage: Passage; index: number}[] = []
  for (const passage of passages) {
    passage.words.forEach((word, index) => {
      const at = toSourceSpan(passage, word)
      if (at) words.push({start: at.start, end: at.end, number: passage.index * WIDE + index, passage, index})
    })
  }
  words.sort((a, b) => a.start - b.start)
  const inside = ([start, end]: readonly [number, number]) => {
    const found: typeof words = []
    for (let i = firstEndingAfter(words, start); i < words.length && (words[i] as {start: number}).start < end; i++) {
      const word = words[i] as (typeof words)[number]
      // A word of ours may be wider than one of the exam's: by an apostrophe.
      if (word.start >= start - 1 && word.end <= end + 1) found.push(word)
    }
    return found
  }
  const free = new Set<number>()
  for (const {span} of gold.names) for (const {number} of inside(span)) free.add(number)
  const ids = new Map<string, {finding: Finding[]; words: number[]}>()
  const findings: {finding: Finding; id: string}[] = []
  const add = (kind: 'line' | 'word', id: string, span: [number, number]) => {
    const own = inside(span)
    const entry = ids.get(id) ?? {finding: [], words: []}
    ids.set(id, entry)
    for (const {number} of own) if (!free.has(number)) entry.words.push(number)
    // A line over several passages is a finding in each.
    for (let i = 0; i < own.length; ) {
      let end = i
      while (own[end]?.passage === own[i]?.passage) end++
      const {passage, index} = own[i] as (typeof words)[number]
      const last = own[end - 1] as (typeof words)[number]
      const sentence = Math.max(0, firstEndingAfter(passage.sentences, passage.words[index]?.start as number))
      const finding: Finding = {
        kind,
        passage: passage.index,
        sentence,
        start: passage.words[index]?.start as number,
        end: passage.words[last.index]?.end as number,
        words: {start: index, end: last.index + 1},
        confidence: 1,
        clues: [],
      }
      findings.push({finding, id})
      i = end
    }
  }
  for (const {id, span} of gold.utterances) add('line', id, span)
  for (const {id, span} of gold.loans ?? []) add('word', id, span)
  findings.sort((a, b) => a.finding.passage - b.finding.passage || a.finding.start - b.finding.start)
  const answers = new Map<string, string[]>()
  const parts = new Set<string>()
  for (const {parts: own} of gold.glosses) {
    for (const {span, of} of own) {
      const said = keyOf(
        inside(span)
          .map(({number}) => number)
          .filter((number) => !free.has(number)),
      )
      const lines = of.flatMap((id) => ids.get(id)?.words ?? [])
      if (lines.length === 0) continue
      parts.add(`${said}|${keyOf(lines)}`)
      for (const id of of) answers.set(id, [...(answers.get(id) ?? []), said])
    }
  }
  return {
    name,
    author,
    story,
    findings: findings.map(({finding}) => finding),
    answers: findings.map(({id}) => answers.get(id) ?? []),
    parts,
    free,
    weight,
    text,
    format,
  }
}

const FOLDER = '../shared/eval'

/** @param folder of passages
 * @param prefix of the names of their authors */
export async function passageStories(folder: string, prefix = ''): Promise<GoldStory[]> {
  const {passagesOf} = (await import(pathToFileURL(join(FOLDER, 'passages.mjs')).href)) as {
    passagesOf: (folder: string) => Iterable<{name: string; format: Format; text: string; gold: Marks}>
  }
  const found: GoldStory[] = []
  for (const {name, format, text, gold} of passagesOf(folder)) {
    found.push(goldStory(name, prefix + name.replace(/^chapter-/u, '').replace(/-?\d*\.\w+$/u, ''), text, format, gold))
  }
  return found
}

/** The same story with what is found in it today in place of what is there: a finding has the answers of the line that it shares most words with. */
export function asFound(gold: GoldStory, weight: number): GoldStory {
  const {settings} = openStory(gold.text, {format: gold.format}, allParts)
  const {findings} = detectFindings(gold.story, settings)
  const answers = findings.map(({passage, words: own}) => {
    let best: number | undefined
    let most = 0
    const inside: number[] = []
    gold.findings.forEach((other, i) => {
      if (other.passage !== passage) return
      const shared = Math.min(other.words.end, own.end) - Math.max(other.words.start, own.start)
      if (2 * shared > other.words.end - other.words.start) inside.push(i)
      if (shared > most) {
        most = shared
        best = i
      }
    })
    // What covers several lines is translated by all of their translations together.
    const several = new Set(inside.flatMap((i) => gold.answers[i]?.[0] ?? []))
    if (several.size > 1) return [keyOf([...several].flatMap((key) => key.split(',').map(Number)))]
    return best === undefined ? [] : (gold.answers[best] as readonly string[])
  })
  return {...gold, name: `${gold.name}*`, findings, answers, weight}
}

interface Labelled {
  readonly book: string
  readonly para?: number
  readonly span: {start: number; end: number; text: string}
  readonly gloss?: {start: number; end: number}
  readonly label: string
}

/** Brackets of published books that people have labelled as translation or aside: a story for each twelve paragraphs. */
export function labelledBrackets(data: string, weight: number, bare = true): GoldStory[] {
  const found: GoldStory[] = []
  for (const file of readdirSync(join(data, 'glosses')).sort()) {
    const rows = readFileSync(join(data, 'glosses', file), 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as Labelled)
    const byBook = new Map<string, Labelled[]>()
    const all = new Map<string, Labelled[]>()
    for (const row of rows) all.set(row.book, [...(all.get(row.book) ?? []), row])
    for (const row of rows) {
      if (row.para === undefined || !row.gloss || !['translation', 'aside'].includes(row.label)) continue
      byBook.set(row.book, [...(byBook.get(row.book) ?? []), row])
    }
    for (const [book, own] of byBook) {
      let paragraphs: {text: string; spans?: {start: number; end: number}[]}[]
      try {
        paragraphs = readFileSync(join(data, 'books', `${book}.jsonl`), 'utf8')
          .trim()
          .split('\n')
          .map((row) => JSON.parse(row) as {text: string; spans?: {start: number; end: number}[]})
      } catch {
        continue
      }
      const cases = new Set(own.map(({para}) => para as number))
      // Between the labelled paragraphs, those with foreign words that nothing translates: an author's habits are of the whole book.
      const chosen = paragraphs
        .flatMap(({spans = []}, para) => (cases.has(para) || (bare && spans.length > 0 && spans.length < 6 && para % 3 === 0) ? [para] : []))
        .slice(0, 400)
      const every = all.get(book) ?? []
      for (let i = 0; i < chosen.length; i += 40) {
        if (!chosen.slice(i, i + 40).some((para) => cases.has(para))) continue
        let text = ''
        const gold = {
          utterances: [] as {id: string; span: [number, number]}[],
          loans: [] as {id: string; span: [number, number]}[],
          names: [],
          glosses: [] as {parts: {span: [number, number]; of: string[]}[]}[],
        }
        for (const para of chosen.slice(i, i + 40)) {
          const base = text.length
          const {text: said, spans = []} = paragraphs[para] as (typeof paragraphs)[number]
          text += `${said}\n\n`
          if (bare)
            spans.forEach(({start, end}, k) => {
              if (/^["”’,]*\s*[([]/u.test(said.slice(end)) || every.some((row) => row.para === para && row.span.start < end && start < row.span.end)) return
              const id = `${para}:${k}`
              ;(/\s/u.test(said.slice(start, end).trim()) ? gold.utterances : gold.loans).push({id, span: [base + start, base + end]})
            })
          own
            .filter((row) => row.para === para)
            .forEach((row, k) => {
              const id = `${para}.${k}`
              const span: [number, number] = [base + row.span.start, base + row.span.end]
              if (/\s/u.test(row.span.text.trim())) gold.utterances.push({id, span})
              else gold.loans.push({id, span})
              const {start: outer, end} = row.gloss as {start: number; end: number}
              // The labels include what leads a translation in.
              const {start} = trimContent(said, {start: outer, end}, english)
              if (row.label === 'translation') gold.glosses.push({parts: [{span: [base + start, base + end], of: [id]}]})
            })
        }
        found.push(goldStory(`${file}-${book}-${i}`, `made-${book}`, text, 'text', gold, weight))
      }
    }
  }
  return found
}

/** Made stories in all styles, with other seeds than the exam's. */
export async function madeStories(data: string, weight = 0.3): Promise<GoldStory[]> {
  const {makeStory, RARE_STYLES, STYLES, readHost, readPairs, readWords} = await import(pathToFileURL(join(FOLDER, 'make-stories.mjs')).href)
  const plan = JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8'))
  const dictionary = readdirSync(join(data, 'dicts')).includes(`${plan.words}.tsv`) ? readWords(join(data, 'dicts', `${plan.words}.tsv`)) : []
  const found: GoldStory[] = []
  const styles: string[] = [...Object.keys(STYLES), ...RARE_STYLES]
  plan.stories.forEach(({lang, pairs, host}: {lang: string; pairs: string; host: string}, i: number) => {
    let options: object
    try {
      options = {host: readHost(join(data, 'books', `${host}.jsonl`)), pairs: readPairs(join(data, 'pairs', `${pairs}.tsv`)), words: dictionary, lang}
    } catch {
      return
    }
    const mine = styles.filter(
      (style, k) => (k + i) % 4 === 0 || style === 'joint' || (style.startsWith('word-') && (k + i) % 2 === 0) || (style === 'split' && i % 2 === 0),
    )
    for (const [nth, style] of [...mine, 'mixed', 'mixed', 'mixed'].entries()) {
      if (style.startsWith('word-') && dictionary.length === 0) continue
      const story = makeStory({...options, seed: 5000 + 137 * i + 41 * nth + styles.indexOf(style), style, paragraphs: style === 'mixed' ? 60 : 30})
      const gold = {...story.gold, names: []}
      found.push(goldStory(`${lang}-${style}`, `made-${host}`, story.text, 'markdown', gold, weight))
    }
  })
  return found
}
