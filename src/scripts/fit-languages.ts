/**
 * Fits the weights by which languages are recognised, and writes `src/languages/fitted-languages.ts`: a conditional logit over the listed languages and none
 * of them, for each thing that the annotator finds in books that editors tagged, in passages and in made stories. One author in three is held out to
 * measure, then the weights are fitted on all; the books of `pages` are never fitted on.
 *
 *     npx tsx src/scripts/fit-languages.ts [--data FOLDER] [--eval FOLDER] [--dry]
 */
import {writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {FEATURE_COUNT, FEATURES} from '../languages/piece-features.js'
import {featuresOfPieces, guessPieces, MIN_CONFIDENCE, toProbabilities, withCompany} from '../languages/recognize-pieces.js'
import {recognizers} from '../languages/recognizers.js'
import {type QuotedStory, readQuotedStory} from './languages/quoted-stories.js'
import {NONE, OPEN, taggedBooks, taggedStories} from './languages/tagged-texts.js'
import {minimise} from './minimise.js'

const {values} = parseArgs({
  options: {data: {type: 'string', default: '../shared/eval/data'}, eval: {type: 'string', default: '../shared/eval'}, dry: {type: 'boolean'}},
})

/** Of the square of each weight, in the objective. */
const PENALTY = 0.5
const STEPS = 150
/** A story's pieces depend on each other: those of a long story count less, by the root of their number. */
const FULL_WEIGHT = 3
/** Numbers of pieces of the parts that are read as stories of their own, and which share of the parts is taken of books and of other stories. */
const PART_SIZES = [1, 3]
const BOOK_STEP = 7
const STORY_STEP = 3

const langs = recognizers.map(({lang}) => lang)

/** Stories, and small parts of them, as few things are quoted in most stories. */
function withParts(stories: readonly QuotedStory[]): QuotedStory[] {
  return stories.flatMap((story) => {
    const {pieces, answers, kind} = story
    const parts: QuotedStory[] = [story]
    if (pieces.length <= FULL_WEIGHT) return parts
    for (const size of PART_SIZES) {
      const step = size * (kind === 'book' ? BOOK_STEP : STORY_STEP)
      for (let i = 0; i + size <= pieces.length; i += step) parts.push({...story, pieces: pieces.slice(i, i + size), answers: answers.slice(i, i + size)})
    }
    return parts
  })
}

type Rows = readonly (readonly Float64Array[])[]

const cache = new Map<QuotedStory, Rows>()
function ownRows(story: QuotedStory): Rows {
  let rows = cache.get(story)
  if (!rows) cache.set(story, (rows = featuresOfPieces(story.pieces, recognizers)))
  return rows
}

function fitWeights(stories: readonly QuotedStory[], rowsOf: (story: QuotedStory) => Rows): number[] {
  const examples = stories.flatMap((story) => {
    const rows = rowsOf(story)
    return story.answers.flatMap((answer, piece) => {
      const index = answer === NONE ? langs.length : langs.indexOf(answer)
      return answer === OPEN ? [] : [{rows: rows[piece] as readonly Float64Array[], index, weight: 1 / Math.sqrt(story.pieces.length / FULL_WEIGHT + 1)}]
    })
  })
  const point = minimise(
    new Float64Array(FEATURE_COUNT),
    (weights, gradient) => {
      let value = 0
      for (let k = 0; k < FEATURE_COUNT; k++) {
        value += (PENALTY * (weights[k] as number) ** 2) / 2
        gradient[k] = PENALTY * (weights[k] as number)
      }
      for (const {rows, index, weight} of examples) {
        const guess = toProbabilities(rows.map((row) => row.reduce((sum, feature, k) => sum + feature * (weights[k] as number), 0)))
        value -= weight * Math.log((guess[index] as number) + Number.MIN_VALUE)
        for (const [language, row] of rows.entries()) {
          const error = weight * ((guess[language] as number) - (language === index ? 1 : 0))
          for (let k = 0; k < FEATURE_COUNT; k++) gradient[k]! += error * (row[k] as number)
        }
      }
      return value
    },
    {steps: STEPS},
  )
  return Array.from(point, (weight) => Math.round(1000 * weight) / 1000)
}

interface Weights {
  readonly first: readonly number[]
  readonly second: readonly number[]
}

function fitPasses(stories: readonly QuotedStory[]): Weights {
  const parts = withParts(stories)
  const first = fitWeights(parts, ownRows)
  const second = fitWeights(parts, (story) => withCompany(ownRows(story), story.pieces, guessPieces(ownRows(story), first, story.pieces, recognizers)))
  return {first, second}
}

/** Prints how many pieces of the listed languages get their tag, how many another, and how many of other languages get any. */
function report(title: string, stories: readonly QuotedStory[], {first, second}: Weights): void {
  const counts = {right: 0, wrong: 0, listed: 0, false: 0, none: 0}
  for (const story of stories) {
    const rows = ownRows(story)
    const guesses = guessPieces(withCompany(rows, story.pieces, guessPieces(rows, first, story.pieces, recognizers)), second, story.pieces, recognizers)
    for (const [piece, answer] of story.answers.entries()) {
      if (answer === OPEN) continue
      const own = (guesses[piece] as Float64Array).subarray(0, langs.length)
      const best = Math.max(...own)
      const tag = best >= MIN_CONFIDENCE ? langs[own.indexOf(best)] : undefined
      counts[answer === NONE ? 'none' : 'listed']++
      if (tag === answer) counts.right++
      else if (tag !== undefined) counts[answer === NONE ? 'false' : 'wrong']++
    }
  }
  const share = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toFixed(1)} % of ${all}`
  console.log(
    `${title.padEnd(28)} right ${share(counts.right, counts.listed)}, another language ${share(counts.wrong, counts.listed)}; tagged though none ${share(counts.false, counts.none)}`,
  )
}

const folders = {data: values.data, evaluation: values.eval}
const books = Array.from(await taggedBooks(folders, 'pages-train'), readQuotedStory)
const pages = Array.from(await taggedBooks(folders, 'pages'), readQuotedStory)
const others = (await taggedStories(folders)).map(readQuotedStory)
const stories = [...books, ...others]
const known = fitPasses(stories.filter(({isHeldOut}) => !isHeldOut))
const all = fitPasses(stories)
for (const kind of ['book', 'passage', 'made'] as const)
  for (const heldOut of [false, true])
    report(
      `${kind}, ${heldOut ? 'held out' : 'fitted on'}`,
      stories.filter((story) => story.kind === kind && story.isHeldOut === heldOut),
      known,
    )
report('pages, without held out', pages, known)
report('pages', pages, all)

const list = (weights: readonly number[]): string => FEATURES.map((name, index) => `  '${name}': ${weights[index]},`).join('\n')
const file = `// biome-ignore-all format: written by a script
/**
 * Weights of the features by which languages are recognised: of a piece alone, and with what the rest of the story is taken for. Written by
 * \`scripts/fit-languages.ts\`: fitted on what is found in ${books.length} tagged books, ${others.filter(({kind}) => kind === 'passage').length} passages and ${others.filter(({kind}) => kind === 'made').length} made stories.
 */
import type {FeatureName} from './piece-features.js'

type Weights = Readonly<Record<FeatureName, number>>

export const FIRST_WEIGHTS: Weights = {
${list(all.first)}
}

export const SECOND_WEIGHTS: Weights = {
${list(all.second)}
}
`
if (!values.dry) writeFileSync(fileURLToPath(new URL('../languages/fitted-languages.ts', import.meta.url)), file)
