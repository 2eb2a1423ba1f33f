/**
 * Cross-validates the learned translations by author. Run: `npx tsx src/scripts/cross-glosses.ts FOLDER FIRST,SECOND …` with pairs of penalties, each with values that are
 * taken from the weight of no translation. `-v` prints what was missed and what was wrong; `--own WEIGHT` is what the passages written for fitting weigh.
 */
import {parseArgs} from 'node:util'
import {decide} from '../gloss/spans/decide.js'
import {templateNamed} from '../gloss/spans/span-templates.js'
import {counts, foldOf, type Ready, show, tally} from './glosses/cross.js'
import {fitBoth} from './glosses/fit-both.js'
import {OWN, trainingStories} from './glosses/training.js'

const FOLDS = 3
/** First of the features of no translation. */
const NONE = templateNamed('none|kind')?.base as number
const {positionals, values} = parseArgs({allowPositionals: true, options: {verbose: {type: 'boolean', short: 'v'}, own: {type: 'string', default: '0'}}})
const [folder = '', ...pairs] = positionals

function printErrors({gold}: Ready, {wrong, missed}: ReturnType<typeof tally>): void {
  const text = (key: string) => {
    const numbers = key.split(',').map(Number)
    const passage = gold.story.passages[Math.floor(numbers[0]! / 2 ** 20)]!
    return passage.text.slice(passage.words[numbers[0]! % 2 ** 20]?.start, passage.words[numbers.at(-1)! % 2 ** 20]?.end)
  }
  if (wrong.size + missed.size > 0) console.log(`== ${gold.name}`)
  for (const one of missed) console.log('   missed', one.split('|').map(text).reverse().join('  =>  '))
  for (const one of wrong) console.log('   wrong ', one.split('|').map(text).reverse().join('  =>  '))
}

const isOwn = ({gold}: Ready): boolean => gold.author.startsWith(OWN)
const isMade = ({gold}: Ready): boolean => gold.author.startsWith('made')
const KINDS = ['exam', 'own'] as const
const kindOf = (story: Ready): (typeof KINDS)[number] => (isOwn(story) ? 'own' : 'exam')

const stories = await trainingStories([folder], Number(values.own))
for (const pair of pairs) {
  const [firstPenalty = 3, secondPenalty = 6, ...biases] = pair.split(',').map(Number)
  const sums = [0, ...biases].flatMap((bias) => KINDS.map((kind) => ({bias, kind, given: counts(), found: counts()})))
  for (let fold = 0; fold < FOLDS; fold++) {
    const isTest = (story: Ready) => !isMade(story) && foldOf(story.gold.author, FOLDS) === fold
    const {first, second} = fitBoth(
      stories.filter((story) => !isTest(story) && story.gold.weight > 0),
      {firstPenalty, secondPenalty},
    )
    const weights = first.map((value, i) => value + (second[i] as number))
    for (const {bias, kind, given, found} of sums) {
      const biased = weights.slice()
      for (let kind = 0; kind < 3; kind++) biased[NONE + kind]! -= bias
      for (const story of stories) {
        if (!isTest(story) || kindOf(story) !== kind) continue
        const taken = new Array(story.choices.length).fill(undefined)
        for (const {list, option} of decide(story.choices, story.context, biased)) taken[list.target.index] = option.candidate
        const isFound = story.gold.name.endsWith('*')
        const errors = tally(isFound ? found : given, story, taken)
        if (values.verbose && isFound && bias === 0) printErrors(story, errors)
      }
    }
  }
  for (const {bias, kind, given, found} of sums) console.log(kind, pair, 'bias', bias, 'lines given', show(given), 'lines found', show(found))
}
