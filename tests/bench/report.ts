/** What the benchmarks say, in a few lines: medians, what they are beside each other, and the first call. */
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

interface Benchmark {
  readonly name: string
  readonly median: number
}

const RUNS = 7

const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

function row(name: string, value: number, digits: number, unit: string): void {
  console.log(`  ${name.padEnd(48)}${value.toFixed(digits).padStart(9)} ${unit}`)
}

function firstCalls(): void {
  const script = fileURLToPath(new URL('first-call.js', import.meta.url))
  const runs = Array.from({length: RUNS}, () => JSON.parse(execFileSync(process.execPath, [script], {encoding: 'utf8'})) as Record<string, number>)
  const median = (key: string) => medianOf(runs.map((run) => run[key] as number))
  console.log(`\nThe first call, in a process of its own (median of ${RUNS})\n`)
  row("import('xenogloss')", median('load'), 0, 'ms')
  row('annotate a paragraph for the first time', median('first'), 0, 'ms')
  row('annotate it again', median('second'), 1, 'ms')
}

function speeds(path: string): void {
  const {files} = JSON.parse(readFileSync(path, 'utf8')) as {files: {groups: {benchmarks: Benchmark[]}[]}[]}
  const medians = new Map(files.flatMap(({groups}) => groups.flatMap(({benchmarks}) => benchmarks)).map(({name, median}) => [name, median]))
  const of = (name: string) => medians.get(name) ?? Number.NaN
  console.log('\nMedians\n')
  for (const [name, median] of medians) row(name, median, 1, 'ms')
  console.log('\nRatios in this run\n')
  row('annotate Markdown / fromMarkdown', of('annotate Markdown') / of('fromMarkdown alone'), 2, '×')
  row('annotate text / fromMarkdown', of('annotate text') / of('fromMarkdown alone'), 2, '×')
  row('annotate HTML / fromMarkdown', of('annotate HTML') / of('fromMarkdown alone'), 2, '×')
  row('the whole / an eighth', of('annotate Markdown') / of('annotate Markdown, an eighth'), 2, '×')
}

interface Rate {
  readonly first: number
  readonly again: number
}

function dictionaries(): void {
  const script = fileURLToPath(new URL('lexicon.js', import.meta.url))
  const one = JSON.parse(execFileSync(process.execPath, ['--expose-gc', script], {encoding: 'utf8'})) as Record<string, Rate> &
    Record<'load' | 'bytes' | 'spellerLoad', number>
  const rate = (name: string, {first, again}: Rate) => row(name, again / 1000, 0, `thousand a second (${Math.round(first / 1000)} the first time)`)
  console.log('\nA dictionary of 100,000 words\n')
  row('createLexicon and the first look-up', one.load, 0, 'ms, of 1000 at most')
  row('memory that it holds', one.bytes / 1e6, 1, 'MB, of 60 at most')
  rate('look-ups of listed words', one.exact as Rate)
  rate('look-ups that undo affixes', one.affixed as Rate)
  rate('the same listed words in a Map', one.plain as Rate)
  row('nspell loads the same', one.spellerLoad, 0, 'ms')
  rate('nspell: listed words', one.spelt as Rate)
  rate('nspell: words with affixes', one.speltInflected as Rate)
}

firstCalls()
dictionaries()
speeds(process.argv[2] as string)
