/**
 * Measures how languages are recognised, on what `annotate` says: of found lines and loans that editors tag with a listed language, the share that gets
 * the same tag; and of those that are of no listed language, the share that gets one. Run by `npm run measure:languages`.
 *
 *     npx tsx src/scripts/measure-languages.ts [--data FOLDER] [--eval FOLDER] [--memoirs FILE] [--train] [--verbose]
 */
import {existsSync, readFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {annotate} from '../index.js'
import {NONE, OPEN, type TaggedText, taggedBooks, taggedStories} from './languages/tagged-texts.js'

const {values} = parseArgs({
  options: {
    data: {type: 'string', default: '../shared/eval/data'},
    eval: {type: 'string', default: '../shared/eval'},
    memoirs: {type: 'string', default: '../shared/story/memoirs-103.txt'},
    /** Also the books that the weights are fitted on. */
    train: {type: 'boolean'},
    verbose: {type: 'boolean'},
  },
})

/** Found lines and loans of one answer. */
interface Tally {
  found: number
  /** With the tag of the answer. */
  right: number
  /** With the tag of another listed language. */
  other: number
  readonly examples: string[]
}

/** Tallies what is found in a text by group, of which `groupOf` makes the name. */
function tally({text, format, spans}: Pick<TaggedText, 'text' | 'format' | 'spans'>, tallies: Map<string, Tally>, groupOf: (answer: string) => string): void {
  const {utterances, terms} = annotate(text, {format} as {format: 'text'}).standoff
  const answers = new Array<string>(text.length)
  for (const {start, end, answer} of spans) answers.fill(answer, start, end)
  let last = 0
  const isLoan = ({start}: {start: number}): boolean => {
    while (last < utterances.length && (utterances[last]?.end ?? 0) <= start) last++
    return (utterances[last]?.start ?? Number.POSITIVE_INFINITY) > start
  }
  for (const {start, end, lang, langConfidence} of [...utterances, ...terms.filter(isLoan)]) {
    const answer = answers[start] ?? OPEN
    if (answer === OPEN) continue
    const group = groupOf(answer)
    const own = tallies.get(group) ?? {found: 0, right: 0, other: 0, examples: []}
    tallies.set(group, own)
    own.found++
    if (langConfidence !== undefined && lang === answer) own.right++
    else if (langConfidence !== undefined) own.other++
    const isWrong = answer === NONE ? langConfidence !== undefined : lang !== answer
    if (isWrong) own.examples.push(`${lang}: ${text.slice(start, end).replaceAll(/<[^>]*>|\s+/gu, ' ')}`)
  }
}

const percent = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(1).padStart(5)} %`

function print(title: string, tallies: ReadonlyMap<string, Tally>): void {
  console.log(`\n${title}`)
  for (const [group, {found, right, other, examples}] of [...tallies].sort(([, a], [, b]) => b.found - a.found)) {
    console.log(`${group.padEnd(34)} found ${String(found).padStart(5)}   its tag ${percent(right, found)}   another tag ${percent(other, found)}`)
    if (values.verbose && examples.length > 0) console.log(`   ${examples.slice(0, 30).join(' | ')}`)
  }
}

/** The languages that the target names. */
const TARGET = new Set(['fr', 'la', 'es', 'de', 'it', 'pt'])

async function measureBooks(folder: string, title: string, isChosen: (book: TaggedText) => boolean): Promise<void> {
  const tallies = new Map<string, Tally>()
  for (const book of await taggedBooks(folders, folder)) if (isChosen(book)) tally(book, tallies, (answer) => answer)
  print(title, tallies)
  const listed = [...tallies].filter(([group]) => TARGET.has(group)).map(([, own]) => own)
  const sum = (of: (own: Tally) => number): number => listed.reduce((total, own) => total + of(own), 0)
  const found = sum((own) => own.found)
  console.log(
    `${[...TARGET].join(' ')}: its tag ${percent(
      sum((own) => own.right),
      found,
    )} of ${found}, another tag ${percent(
      sum((own) => own.other),
      found,
    )}`,
  )
}

const folders = {data: values.data, evaluation: values.eval}
await measureBooks('pages', 'Published books, never fitted on', () => true)
if (values.train)
  await measureBooks('pages-train', 'Published books, fitted on, authors that fit-languages.ts holds out to measure', ({isHeldOut}) => isHeldOut)
const stories = await taggedStories(folders)
const passages = new Map<string, Tally>()
const made = new Map<string, Tally>()
for (const story of stories) {
  if (story.kind === 'passage') tally(story, passages, (answer) => (answer === NONE ? `other languages${story.isHeldOut ? ', held out' : ''}` : answer))
  else tally(story, made, () => story.name.replace(/:.*$/u, ''))
}
print('Passages', passages)
print('Made stories: a language each', made)
if (existsSync(values.memoirs)) {
  const text = readFileSync(values.memoirs, 'utf8')
  const memoirs = new Map<string, Tally>()
  tally({text, format: 'text', spans: [{start: 0, end: text.length, answer: NONE}]}, memoirs, () => 'an invented language')
  print('A chapter of fan fiction', memoirs)
}
