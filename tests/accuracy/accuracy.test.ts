/** The annotator on short passages in many habits, in `passages/`. `npx tsx tests/accuracy/report.ts --verbose` prints what was missed. */
import {describe, expect, test} from 'vitest'
import {annotate, type Standoff} from '../../src/index.js'
import {type Passage, parsePassage, passageFiles, readPassage} from '../support/passages.js'
import {countErrors, formatDifferences, formatTotal, type PassageScore, scorePassage, totalScore} from '../support/score.js'

/** F1 in per cent, just below what is reached. Raise them when the annotator gets better; never lower them without a reason. */
const FLOORS = {foreign: 94, translations: 81, loans: 70}
/** False alarms per 10,000 words where nothing is foreign, just above what is reached. */
const CEILING = 70
/** Passages shown when a floor is not reached. */
const WORST = 12

const files = passageFiles()

/** The annotation that the answers ask for. */
function standoffOf({gold}: Passage): Standoff {
  const node = {lang: 'x', confidence: 1, clues: []}
  const hoverOf = (id: string) => gold.hovers.find(({of}) => of.includes(id))?.text
  return {
    utterances: gold.lines.map((line) => ({...node, ...line, ...(hoverOf(line.id) && {translation: hoverOf(line.id)!})})),
    terms: gold.loans.map((loan) => ({...node, ...loan, ...(hoverOf(loan.id) && {meaning: hoverOf(loan.id)!})})),
    glosses: gold.translations.map((part, index) => ({...part, id: `g${index}`, convention: 'x', parts: [part]})),
    links: [],
  }
}

describe('notation', () => {
  test('there are enough passages, and about a third have nothing foreign', () => {
    const passages = files.map(readPassage)
    const quiet = passages.filter(({gold}) => gold.lines.length + gold.loans.length === 0)
    expect(passages.length).toBeGreaterThanOrEqual(70)
    expect(quiet.length / passages.length).toBeGreaterThan(0.25)
    expect(new Set(passages.map(({language}) => language)).size).toBeGreaterThanOrEqual(20)
  })

  test.each(files.map(readPassage))('$name: 60 to 300 words, header and marks are right', ({shown, gold}) => {
    const words = shown.match(/[\p{L}\p{N}]\S*/gu)!.length
    expect(words).toBeGreaterThanOrEqual(60)
    expect(words).toBeLessThanOrEqual(300)
    // No sentence is also a loan, and no translation is inside a foreign line.
    for (const {start, end} of [...gold.loans, ...gold.translations]) expect(gold.lines.filter((line) => line.start < end && start < line.end)).toEqual([])
  })

  test.each([
    ['no header', 'Once upon a time.'],
    ['a mark not closed', '%% habit: x | language: y\n\n⟦L1|ora ven'],
    ['a mark closed twice', '%% habit: x | language: y\n\n⟦L1|ora ven⟧⟧'],
    ['an unknown kind', '%% habit: x | language: y\n\n⟦X1|ora ven⟧'],
    ['a translation of nothing', '%% habit: x | language: y\n\n⟦L1|ora ven⟧ (⟦G2|good day⟧)'],
    ['one number twice', '%% habit: x | language: y\n\n⟦L1|ora ven⟧ ⟦W1|ora⟧'],
  ])('%s is an error', (_, source) => {
    expect(() => parsePassage('x.txt', source)).toThrow('x.txt')
  })
})

describe('scores', () => {
  const passages = files.map(readPassage)

  test('the answers themselves get full marks', () => {
    const {foreign, lines, loans, translations, alarmsPer10k} = totalScore(passages.map((passage) => scorePassage(passage, standoffOf(passage))))
    expect([foreign, lines, loans, translations].map(({f1}) => f1)).toEqual([1, 1, 1, 1])
    expect(alarmsPer10k).toBe(0)
  })

  test('an empty annotation finds nothing and raises no alarm', () => {
    const nothing = {utterances: [], glosses: [], terms: [], links: []}
    const {foreign, loans, translations, alarmsPer10k} = totalScore(passages.map((passage) => scorePassage(passage, nothing)))
    expect([foreign, loans, translations].map(({recall}) => recall)).toEqual([0, 0, 0])
    expect(alarmsPer10k).toBe(0)
  })

  test('every word taken for foreign is an alarm', () => {
    const all = ({text}: Passage): Standoff => ({
      utterances: [{id: 'u1', lang: 'x', confidence: 1, clues: [], start: 0, end: text.length}],
      glosses: [],
      terms: [],
      links: [],
    })
    const quiet = passages.filter(({gold}) => gold.lines.length + gold.loans.length + gold.open.length === 0)
    expect(totalScore(quiet.map((passage) => scorePassage(passage, all(passage)))).alarmsPer10k).toBe(10_000)
  })
})

test('figures', () => {
  const scored = files.map((file) => {
    const passage = readPassage(file)
    return {name: passage.name, score: scorePassage(passage, annotate(passage.text, {format: passage.format}).standoff)}
  })
  const total = totalScore(scored.map(({score}) => score))
  const report = () => {
    const describePassage = ({name, score}: {name: string; score: PassageScore}) => `${name}\n${formatDifferences(score)}`
    const worst = scored.sort((a, b) => countErrors(b.score) - countErrors(a.score)).slice(0, WORST)
    return [formatTotal(total), 'worst passages:', ...worst.map(describePassage)].join('\n')
  }
  const reached =
    100 * total.foreign.f1 >= FLOORS.foreign &&
    100 * total.translations.f1 >= FLOORS.translations &&
    100 * total.loans.f1 >= FLOORS.loans &&
    total.alarmsPer10k <= CEILING
  expect(reached, reached ? '' : report()).toBe(true)
})
