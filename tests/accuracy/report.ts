/**
 * Prints how well the passages are annotated:
 *
 *     npx tsx tests/accuracy/report.ts [--only TEXT] [--verbose]
 *
 * `--only` takes the passages whose name or habit contains the text; `--verbose` prints for each passage what was missed, what was wrong,
 * which translations were not paired and which were paired wrongly.
 */
import {parseArgs} from 'node:util'
import {annotate} from '../../src/index.js'
import {passageFiles, readPassage} from '../support/passages.js'
import {formatDifferences, formatTotal, ratesOf, scorePassage, totalScore} from '../support/score.js'

const {values} = parseArgs({options: {only: {type: 'string', default: ''}, verbose: {type: 'boolean', default: false}}})
const passages = passageFiles()
  .map(readPassage)
  .filter(({name, habit}) => name.includes(values.only) || habit.includes(values.only))
const scores = passages.map((passage) => {
  const score = scorePassage(passage, annotate(passage.text, {format: passage.format}).standoff)
  if (values.verbose) {
    const f1 = (field: 'foreign' | 'translations') => (100 * ratesOf(score[field]).f1).toFixed(0)
    console.log(`${passage.name}: foreign words ${f1('foreign')}, translations ${f1('translations')}`)
    if (score.differences.length > 0) console.log(formatDifferences(score))
  }
  return score
})
console.log(`${formatTotal(totalScore(scores))}\n${passages.length} passages`)
