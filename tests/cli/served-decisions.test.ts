/** Decisions of the page of `serve`: what they do to a glossary file, how they are taken back, and what is said if it cannot be written. */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {createGlossaryKeeper} from '../../src/cli/glossary-keeper.js'
import {writeResult} from '../../src/cli/output.js'
import {applyServedDecisions, createDecisionMerger, type ServedGlossaries} from '../../src/cli/served-decisions.js'
import {annotate, type Entry, type Glossary} from '../../src/index.js'
import {decideEntry} from '../../src/playground/table/decide-entry.js'
import {createTemporaryFolder, STORY} from '../support/command.js'

const learned = annotate(STORY, {lang: 'art-x-ferry'}).glossary
const found = (headword: string): Entry => learned.entries.find((entry) => entry.headword === headword) as Entry
const file: Glossary = {
  language: 'art-x-ferry',
  entries: [
    {headword: 'vess', senses: ['salt']},
    {
      headword: 'sorul',
      status: 'proposed',
      notes: 'chapter 2',
      senses: [{definition: 'lantern', certainty: 'inferred'}],
      count: 4,
      evidence: [{start: 3, end: 8, work: '2'}],
    },
  ],
}
const corrected = decideEntry(found('sorul'), {kind: 'correct', meanings: ['beacon']})

/** Applies decisions one after the other, as the table sends them. */
const createSession = () => {
  const merger = createDecisionMerger()
  return (before: ServedGlossaries, entry: Entry, language = 'art-x-ferry', keepsFile = true) =>
    applyServedDecisions(before, [{language, entry}], {merger, learned: [learned, {language: 'art-x-other', entries: []}], keepsFile})
}

test('a new entry is added without counts and places; taken back, it is gone', () => {
  const decide = createSession()
  const after = decide({file: {...file, entries: []}, others: []}, corrected)
  expect(after.file?.entries).toMatchObject([{headword: 'sorul', senses: [{definition: 'beacon', status: 'accepted'}]}])
  expect(after.file?.entries[0]).not.toHaveProperty('evidence')
  const rejected = decide(after, decideEntry(found('sorul'), {kind: 'reject'}))
  expect(rejected.file?.entries).toMatchObject([{status: 'rejected'}])
  expect(decide(rejected, found('sorul')).file?.entries).toEqual([])
})

test('an entry keeps what it has; taken back, it is as before', () => {
  const decide = createSession()
  const after = decide({file, others: []}, corrected)
  const [, {senses = [], ...own}] = file.entries as [Entry, Entry]
  expect(after.file?.entries[0]).toBe(file.entries[0])
  expect(after.file?.entries[1]).toEqual({
    ...own,
    status: undefined,
    senses: [...(corrected.senses ?? []).filter((sense) => typeof sense !== 'string' && sense.status !== 'proposed'), ...senses],
  })
  const rejected = decide(after, decideEntry(found('sorul'), {kind: 'reject'}))
  expect(rejected.file?.entries[1]).toMatchObject({status: 'rejected', notes: 'chapter 2', count: 4})
  expect(decide(rejected, found('sorul')).file).toEqual(file)
})

test('what another program wrote meanwhile is not taken back', () => {
  const decide = createSession()
  decide({file, others: []}, corrected)
  const other: Glossary = {...file, entries: [{headword: 'sorul', senses: ['torch'], notes: 'of the other program'}]}
  expect(decide({file: other, others: []}, found('sorul')).file?.entries[0]).toMatchObject({notes: 'of the other program'})
})

test('other languages, and stories without a file, stay in memory; a missing file gets the first language', () => {
  const decide = createSession()
  const entry = {headword: '__proto__', senses: ['constructor']}
  expect(decide({file, others: []}, entry, 'art-x-other')).toEqual({file, others: [{language: 'art-x-other', entries: [entry]}]})
  expect(decide({file: undefined, others: []}, corrected, 'art-x-ferry', false)).toMatchObject({file: undefined, others: [{language: 'art-x-ferry'}]})
  expect(decide({file: undefined, others: []}, corrected)).toMatchObject({file: {language: 'art-x-ferry'}, others: []})
})

test('what is no list of decisions is refused', () => {
  const options = {merger: createDecisionMerger(), learned: [learned], keepsFile: true}
  for (const changes of [
    undefined,
    {},
    'x',
    [null],
    [7],
    [{language: 'art-x-ferry'}],
    [{entry: {headword: 'x'}}],
    [{language: 'nobody', entry: {headword: 'x'}}],
  ])
    expect(() => applyServedDecisions({file, others: []}, changes, options), JSON.stringify(changes)).toThrow(TypeError)
})

test('a file that cannot be written is said, and the page keeps its decisions', async () => {
  const keeper = await createGlossaryKeeper<string>({
    read: async () => ({version: '1', value: 'before'}),
    write: () => Promise.reject(Object.assign(new Error('full'), {code: 'ENOSPC', syscall: 'write', path: 'words.json'})),
    apply: () => 'after',
    onRead: () => {},
    reportError: () => {},
  })
  const {status, body} = await keeper.decide(new TextEncoder().encode('{"version": "1", "changes": []}'))
  expect([status, JSON.parse(body as string)]).toEqual([500, {error: expect.stringMatching(/^words\.json: .*\(ENOSPC\)$/u)}])
  expect(keeper.current().value).toBe('before')
})

test('a file that another program changes while ours is being written is left alone', async () => {
  const path = join(createTemporaryFolder(), 'words.txt')
  writeFileSync(path, 'before')
  const keeper = await createGlossaryKeeper<string>({
    read: async () => ({version: readFileSync(path, 'utf8'), value: readFileSync(path, 'utf8')}),
    write: (value, requireUnchanged) => {
      writeFileSync(path, 'of another program')
      return writeResult(path, value, requireUnchanged)
    },
    apply: () => 'ours',
    onRead: () => {},
    reportError: () => {},
  })
  const {status} = await keeper.decide(new TextEncoder().encode('{"version": "before", "changes": []}'))
  expect([status, readFileSync(path, 'utf8'), readdirSync(dirname(path))]).toEqual([409, 'of another program', ['words.txt']])
})
