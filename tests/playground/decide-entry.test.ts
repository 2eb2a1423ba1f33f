/** Decisions in the glossary table: what they do to an entry, and that the library takes them as its own. */
import {expect, test} from 'vitest'
import {annotate, type Entry, extractDecisions, type Glossary, mergeGlossaries} from '../../src/index.js'
import {type Decision, decideEntry} from '../../src/playground/table/decide-entry.js'
import {entryKey} from '../../src/playground/table/entry-key.js'
import {summarizeEntry} from '../../src/playground/table/entry-summary.js'
import {createReviewState} from '../../src/playground/table/review-state.js'
import {filterEntries} from '../../src/playground/table/row-filter.js'
import {exampleStory} from '../support/dictionaries.js'

const learned: Entry = {
  headword: 'sorul',
  certainty: 'inferred',
  status: 'proposed',
  senses: [{definition: 'lamp', certainty: 'inferred'}, {definition: 'lit', certainty: 'inferred'}, 'lantern'],
  count: 3,
  evidence: [
    {start: 0, end: 5, meaning: 'lamp', confidence: 0.75},
    {start: 20, end: 25, meaning: 'The lamp', confidence: 0.75},
    {start: 40, end: 45, meaning: 'lit', confidence: 0.6},
  ],
}
const statusesOf = ({status, senses = []}: Entry) => [status, ...senses.map((sense) => (typeof sense === 'string' ? sense : [sense.definition, sense.status]))]

test('accepting takes the first meaning, and what a person wrote; other proposals stay', () => {
  const accepted = decideEntry(learned, {kind: 'accept'})
  expect(statusesOf(accepted)).toEqual(['accepted', ['lamp', 'accepted'], ['lit', 'proposed'], ['lantern', undefined]])
  expect(decideEntry(accepted, {kind: 'accept'})).toEqual(accepted)
  expect(decideEntry({headword: 'sorul', senses: ['lamp']}, {kind: 'accept'})).toEqual({headword: 'sorul', senses: [{definition: 'lamp'}]})
  expect(decideEntry({headword: 'vess', status: 'proposed'}, {kind: 'accept'})).toEqual({headword: 'vess', status: 'accepted'})
})

test('correcting replaces the meanings, and keeps the wrong ones as rejected', () => {
  const corrected = decideEntry(learned, {kind: 'correct', meanings: [' oil lamp ', 'Lantern', 'oil lamp', '']})
  expect(statusesOf(corrected)).toEqual(['accepted', ['oil lamp', 'accepted'], ['Lantern', 'accepted'], ['lamp', 'rejected'], ['lit', 'rejected']])
  // Of another case it is the same meaning.
  expect(statusesOf(decideEntry(learned, {kind: 'correct', meanings: ['Lamp']}))[1]).toEqual(['Lamp', 'accepted'])
  expect(summarizeEntry(corrected)).toEqual({meanings: ['oil lamp', 'Lantern'], certainty: 'attested', count: 3, status: 'accepted'})
})

test('a row says how certain a meaning is', () => {
  expect(summarizeEntry(learned).certainty).toBe('inferred')
  expect(summarizeEntry({...learned, evidence: [{start: 0, end: 5, meaning: 'lamp', confidence: 0.6}]}).certainty).toBe('guessed')
  expect(summarizeEntry({headword: 'vess'}).certainty).toBe('unknown')
  expect(summarizeEntry({headword: 'vess', senses: ['salt']}).certainty).toBe('written')
})

const learn = (dictionaries: readonly Glossary[] = []) => annotate(exampleStory, {work: 'road', lang: 'art-x-vessik', dictionaries}).glossary

test.each<[string, Decision, string | undefined]>([
  ['accepted', {kind: 'accept'}, 'cold'],
  ['corrected', {kind: 'correct', meanings: ['frozen']}, 'frozen'],
  ['rejected', {kind: 'reject'}, undefined],
])('what was %s is so in the next run, and in every one after it', (_, decision, meaning) => {
  const first = learn()
  const entry = first.entries.find(({headword}) => headword === 'beshul') as Entry
  const decided = {...first, entries: first.entries.map((each) => (each === entry ? decideEntry(each, decision) : each))}
  const next = mergeGlossaries([extractDecisions(decided), learn([decided])])
  const again = next.entries.find(({headword}) => headword === 'beshul') as Entry
  expect(again.status ?? 'accepted').toBe(decision.kind === 'reject' ? 'rejected' : 'accepted')
  if (meaning !== undefined) expect(summarizeEntry(again).meanings[0]).toBe(meaning)
  expect(mergeGlossaries([extractDecisions(next), learn([next])])).toEqual(next)
  const term = annotate(exampleStory, {dictionaries: [decided]}).standoff.terms.find(({headword}) => headword === 'beshul')
  if (meaning !== undefined) expect(term?.meaning).toBe(meaning)
})

test('decisions are taken back one by one, also in a glossary that was learnt anew', () => {
  const first = learn()
  const keys = first.entries.map(entryKey)
  const state = createReviewState(first)
  for (const key of keys) state.decide(key, {kind: 'accept'})
  expect(state.glossary().entries.every(({status}) => status === 'accepted')).toBe(true)
  state.replace(mergeGlossaries([extractDecisions(state.glossary()), first]))
  while (state.canUndo()) state.undo()
  expect(state.glossary()).toEqual(first)
  expect(state.undo()).toBeUndefined()
  expect(state.decide('no such word', {kind: 'reject'})).toBeUndefined()
})

test('filters, searches and orders', () => {
  const entries: Entry[] = [
    {headword: 'zan', senses: ['sea'], count: 9},
    {headword: '-eth', status: 'proposed'},
    {headword: 'Ámmeri’', senses: ['salt friend'], status: 'rejected', count: 2},
  ]
  const shown = (query: string, filter: Parameters<typeof filterEntries>[1]['filter'] = 'all', order: 'alphabetical' | 'frequent' = 'alphabetical') =>
    filterEntries({entries}, {query, filter, order}).map(({headword}) => headword)
  expect(shown('')).toEqual(['-eth', 'zan', 'Ámmeri’'])
  expect(shown('', 'all', 'frequent')).toEqual(['zan', 'Ámmeri’', '-eth'])
  expect(shown("AMMERI' friend")).toEqual(['Ámmeri’'])
  expect([shown('', 'proposed'), shown('', 'accepted'), shown('', 'rejected'), shown('', 'meaningless')]).toEqual([['-eth'], ['zan'], ['Ámmeri’'], ['-eth']])
})
