/**
 * Fits the two readings of the chain that finds foreign words, and the trees that judge findings as wholes; writes
 * `src/detect/chain/fitted-weights.ts` and `src/detect/findings/fitted-trees.ts`.
 *
 *     npx tsx src/scripts/fit-stretches.ts --data FOLDER --eval FOLDER [--check FOLDER] [--folds 5]
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {type ChainWeights, readOnce} from '../detect/chain/readings.js'
import {ALL_COUNT, ALL_TEMPLATES, EDGES, FIRST_COUNT, FIRST_TEMPLATES, MOVES, type Template, TRANSITIONS} from '../detect/chain/templates.js'
import {lazy} from '../util/lazy.js'
import {minimise} from './minimise.js'
import {fitFindings} from './stretches/fit-findings.js'
import {type Example, OWN, readExamples} from './stretches/labelled-stories.js'
import {objectiveOf} from './stretches/objective.js'
import {report} from './stretches/report.js'
import {type Numbered, sequencesOf} from './stretches/sequences.js'

const {values} = parseArgs({
  options: {
    data: {type: 'string', default: '../shared/eval/data'},
    eval: {type: 'string', default: '../shared/eval'},
    check: {type: 'string'},
    folds: {type: 'string', default: '4'},
    steps: {type: 'string', default: '90'},
    penalty: {type: 'string', default: '1.5'},
    verbose: {type: 'boolean'},
    every: {type: 'string', default: '1'},
    dry: {type: 'boolean'},
    /** Where the fitted chains are kept; if the file exists, they are read from it and only the trees of findings are fitted. */
    keep: {type: 'string'},
  },
})
const began = performance.now()
const log = (text: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`)

const folds = Number(values.folds)
const {passages, books, made, snippets} = await readExamples(values.data, values.eval, {every: Number(values.every)})
const examples = [...passages, ...books, ...made, ...snippets]
log(`${passages.length} passages, ${books.length} books, ${made.length} made stories, ${snippets.length} snippets`)

/** All works of one hand are in one part; groups are dealt out in turn, by kind. */
const groups = new Map<string, number>()
for (const kind of ['passage', 'book', 'made'] as const) {
  const names = [...new Set(examples.flatMap((one) => (one.kind === kind ? [one.group] : [])))].sort()
  for (const [index, name] of names.entries()) groups.set(`${kind}:${name}`, (index * 7) % folds)
}
const foldOf = ({kind, group}: Example): number => groups.get(`${kind === 'snippet' ? 'passage' : kind}:${group}`) as number

const kept: number[][] = values.keep && existsSync(values.keep) ? JSON.parse(readFileSync(values.keep, 'utf8')) : []
const isKept = kept.length > 0
const fitted: number[][] = []

function fitWeights(sequences: () => Numbered, features: number, without: number | undefined, start?: Float64Array): Float64Array {
  const point = kept.length > 0 ? Float64Array.from(kept.shift() as number[]) : minimiseObjective(sequences(), features, without, start)
  fitted.push([...point])
  return point
}

function minimiseObjective(sequences: Numbered, features: number, without: number | undefined, start?: Float64Array): Float64Array {
  const chosen = Uint8Array.from(sequences.example, (number) => (foldOf(examples[number] as Example) === without ? 0 : 1))
  const objective = objectiveOf(sequences, features, {penalty: Number(values.penalty), chosen})
  let last = 0
  const point = minimise(start ?? new Float64Array(features + TRANSITIONS), objective, {
    steps: Number(values.steps) / (without === undefined ? 1 : 1.5),
    report: (_, value) => (last = value),
  })
  log(`fitted without part ${without ?? 'none'}: ${last.toFixed(0)}`)
  return point
}

const weightsOf = (point: Float64Array, features: number): ChainWeights => ({features: point.subarray(0, features), transitions: point.subarray(features)})

const firstSequences = lazy(() => sequencesOf(examples))
const first = fitWeights(firstSequences, FIRST_COUNT, undefined)
const firstFound = new Map<Example, Float64Array>()
const firstOfFold: Float64Array[] = []
const secondOfFold: Float64Array[] = []
for (let fold = 0; fold < folds; fold++) {
  const point = fitWeights(firstSequences, FIRST_COUNT, fold)
  firstOfFold.push(point)
  const own = weightsOf(point, FIRST_COUNT)
  if (!isKept) for (const one of examples) if (foldOf(one) === fold) firstFound.set(one, readOnce(one.story, own))
}
if (!isKept) {
  log('first reading, parts held out')
  report(examples, firstFound)
}

const secondSequences = lazy(() => sequencesOf(examples, firstFound))
// The second reading begins with what the first has learnt.
function startFrom(learnt: Float64Array): Float64Array {
  const start = new Float64Array(ALL_COUNT + TRANSITIONS)
  start.set(learnt.subarray(0, FIRST_COUNT))
  start.set(learnt.subarray(FIRST_COUNT), ALL_COUNT)
  return start
}
const second = fitWeights(secondSequences, ALL_COUNT, undefined, startFrom(first))
const secondFound = new Map<Example, Float64Array>()
for (let fold = 0; fold < folds; fold++) {
  const point = fitWeights(secondSequences, ALL_COUNT, fold, startFrom(firstOfFold[fold] as Float64Array))
  secondOfFold.push(point)
  const own = weightsOf(point, ALL_COUNT)
  if (!isKept)
    for (const one of examples) if (foldOf(one) === fold) secondFound.set(one, readOnce(one.story, own, {found: firstFound.get(one) as Float64Array}))
}
if (!isKept) {
  log('second reading, parts held out')
  report(examples, secondFound, values.verbose)
  const isOwn = ({group}: Example): boolean => group.startsWith(OWN)
  const passagesWhere = (isWanted: (one: Example) => boolean) => examples.filter((one) => one.kind === 'passage' && isWanted(one))
  log('of these, passages written for fitting')
  report(passagesWhere(isOwn), secondFound)
  log('other passages')
  report(
    passagesWhere((one) => !isOwn(one)),
    secondFound,
  )
}
const findings = fitFindings(examples, foldOf, (one) => ({
  first: weightsOf(firstOfFold[foldOf(one)] as Float64Array, FIRST_COUNT),
  second: weightsOf(secondOfFold[foldOf(one)] as Float64Array, ALL_COUNT),
}))
log('findings as wholes')

if (values.keep) writeFileSync(values.keep, JSON.stringify(fitted))

const round = (value: number): number => Math.round(value * 1000) / 1000 || 0
function print(point: Float64Array, templates: readonly Template[], count: number): object {
  const features = Object.fromEntries(templates.map(({name, offset, size}) => [name, Array.from(point.subarray(offset, offset + size), round)]))
  const edges = Object.fromEntries(
    EDGES.map((edge, index) => [edge, Array.from(point.subarray(count + index * MOVES.length, count + (index + 1) * MOVES.length), round)]),
  )
  return {features, edges}
}
const weights = {first: print(first, FIRST_TEMPLATES, FIRST_COUNT), second: print(second, ALL_TEMPLATES, ALL_COUNT)}
const text = JSON.stringify(weights).replace(/("(?:first|second|features|edges)":\{|"\w+":\[)/gu, '\n$1')
const provenance = `// Made by fit-stretches.ts. Do not edit. Fitted on ${passages.length} passages, ${books.length} readings of books, ${made.length} made stories, ${snippets.length} snippets.`
const write = (path: string, content: string): void => {
  if (!values.dry)
    writeFileSync(
      fileURLToPath(new URL(path, import.meta.url)),
      `// biome-ignore-all format: written by a script\n// biome-ignore-all lint: written by a script\n${provenance}\n${content}`,
    )
}
write('../detect/chain/fitted-weights.ts', `export const FITTED = ${text}\n`)
const printedTrees = findings.map((tree) => `[${tree.join(',')}]`).join(',\n')
write('../detect/findings/fitted-trees.ts', `export const FITTED_TREES: readonly (readonly number[])[] = [\n${printedTrees},\n]\n`)
const all = [...first, ...second]
log(`${all.filter((weight) => Math.abs(weight) >= 0.0005).length} weights, ${all.filter((weight) => Math.abs(weight) >= 0.05).length} of them 0.05 or more`)

if (values.check) {
  const held = await readExamples(values.check, values.eval, {made: false, snippets: false, pages: 'pages'})
  const all = [...held.passages, ...held.books]
  const found = new Map<Example, Float64Array>()
  for (const one of all) found.set(one, readOnce(one.story, weightsOf(second, ALL_COUNT), {found: readOnce(one.story, weightsOf(first, FIRST_COUNT))}))
  log(`never seen: ${values.check}`)
  report(all, found)
}
