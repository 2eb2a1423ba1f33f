/** Compares glossaries merged on disk with the same merged in memory, and tests the building blocks of the merge. */
import {mkdtempSync, readdirSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {BUCKET_COUNT, hashToBucket} from '../../src/corpus/buckets.js'
import {createDisjointSets} from '../../src/corpus/disjoint-sets.js'
import {createContribution, serializeGlossary} from '../../src/corpus/glossary-contribution.js'
import type {RejectedStory, StoryLine} from '../../src/corpus/input-story.js'
import {mapInOrder} from '../../src/corpus/map-in-order.js'
import {mergeSpill} from '../../src/corpus/merge-spill.js'
import {createSeenIds} from '../../src/corpus/seen-ids.js'
import {openSpill} from '../../src/corpus/spill.js'
import {splitLines} from '../../src/corpus/split-lines.js'
import {openWorkerPool} from '../../src/corpus/worker-pool.js'
import {json} from '../../src/formats/json/json.js'
import {type Glossary, mergeGlossaries} from '../../src/index.js'
import {arbitraryGlossary} from '../support/glossaries.js'
import {randomInputs} from '../support/random-inputs.js'

const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
const pool = await openWorkerPool({options: {}, fields: [], collectsGlossary: true, maxBytes: 1}, {workers: 0, seconds: 1, megabytes: 1})

/** Merges glossaries on disk, in parts of the given size. @returns JSON by language */
async function mergeOnDisk(glossaries: readonly Glossary[], partBytes: number): Promise<Record<string, string>> {
  const path = join(folder, 'out/')
  const spill = await openSpill(path)
  for (const glossary of glossaries) await spill.add(createContribution([serializeGlossary(glossary)]))
  const paths = await mergeSpill(spill, {path, evidence: 'all', lang: 'art-x-none', pool, partBytes})
  await spill.remove()
  return Object.fromEntries(paths.map((file) => [file.slice(path.length, -'.json'.length), readFileSync(file, 'utf8')]))
}

function mergeInMemory(glossaries: readonly Glossary[]): Record<string, string> {
  const languages = [...new Set(glossaries.flatMap(({language, entries}) => (entries.length > 0 ? language : [])))]
  const none = {'art-x-none': [{language: 'art-x-none', entries: []}]}
  const lists: Record<string, Glossary[]> =
    languages.length === 0 ? none : Object.fromEntries(languages.map((language) => [language, glossaries.filter((own) => own.language === language)]))
  return Object.fromEntries(Object.entries(lists).map(([language, own]) => [language, json.write(mergeGlossaries(own))]))
}

/** Glossaries with and without spelling rules and names, which may contradict each other. */
const glossaryLists = fc.array(
  fc
    .tuple(
      fc.constantFrom('art-x-vessik', 'art-x-olvane').chain((language) => arbitraryGlossary(language)),
      fc.constantFrom({}, {}, {spelling: {variants: [['s', 'S', 'sh']]}}, {spelling: {caseSensitive: true}}, {name: 'Vessik', licence: 'CC0-1.0'}),
    )
    .map(([{entries, ...glossary}, head]) => ({...glossary, ...head, entries})),
  {maxLength: 6},
)

test('a merge on disk equals mergeGlossaries, byte for byte, for any part size', async () => {
  await fc.assert(
    fc.asyncProperty(glossaryLists, fc.constantFrom(1, 300, 1e6), async (glossaries, partBytes) => {
      expect(await mergeOnDisk(glossaries, partBytes)).toEqual(mergeInMemory(glossaries))
      expect(await mergeOnDisk([...glossaries].reverse(), partBytes)).toEqual(mergeInMemory(glossaries))
    }),
    randomInputs(6),
  )
  expect(readdirSync(folder)).toEqual(['out'])
})

test('hundreds of parts, with words joined by shared spellings', async () => {
  const word = (index: number) => `w${index.toString(36)}`
  const chained = Array.from({length: 900}, (_, index): Glossary => {
    // Each of three words shares a spelling with the next; the fourth starts a new group.
    const variants = index % 4 === 3 ? [] : [word(index + 1)]
    return {language: 'art-x-vessik', entries: [{headword: word(index), variants, senses: [`meaning ${index % 7}`]}]}
  })
  const found = await mergeOnDisk(chained, 1)
  expect(found).toEqual(mergeInMemory(chained))
  expect(JSON.parse(found['art-x-vessik'] as string).entries).toHaveLength(225)
})

test('disjoint sets: united buckets have one root, in any order', () => {
  const bucket = fc.oneof(fc.nat(20), fc.constantFrom(BUCKET_COUNT - 1, BUCKET_COUNT - 2))
  fc.assert(
    fc.property(fc.array(fc.tuple(bucket, bucket)), (pairs) => {
      const [one, other] = [createDisjointSets(), createDisjointSets()]
      for (const [a, b] of pairs) one.union(a, b)
      for (const [a, b] of [...pairs].reverse()) other.union(b, a)
      for (const [a, b] of pairs) expect(one.find(a)).toBe(one.find(b))
      for (const each of pairs.flat()) expect(one.find(each)).toBe(other.find(each))
    }),
  )
  expect(createDisjointSets().find(5)).toBe(5)
})

test('hashes are distributed evenly', () => {
  const counts = new Map<number, number>()
  for (let index = 0; index < 64_000; index++) {
    const region = Math.floor(hashToBucket(`art-x-vessik\0word${index}`) / (BUCKET_COUNT / 64))
    counts.set(region, (counts.get(region) ?? 0) + 1)
  }
  expect(Math.min(...counts.values())).toBeGreaterThan(800)
  expect(Math.max(...counts.values())).toBeLessThan(1200)
})

describe('splitLines', () => {
  const split = async (chunks: readonly Uint8Array[], maxBytes: number) => {
    async function* input() {
      yield* chunks
    }
    const lines: (StoryLine | RejectedStory)[] = []
    for await (const line of splitLines<never>(input(), maxBytes)) lines.push(line)
    return lines
  }
  const text = fc.array(fc.constantFrom('a', 'é', '\n', '\n', ' ', 'long line'), {maxLength: 30}).map((parts) => parts.join(''))

  test('yields the same lines for any chunks', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40)), async (whole, cuts) => {
        const bytes = Buffer.from(whole)
        const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
        const found = await split(chunks, 8)
        const expected = whole.split('\n').flatMap((line, index): (StoryLine | RejectedStory)[] => {
          const size = Buffer.byteLength(line)
          if (size > 8) return [{line: index + 1, error: `expected a line of at most 8 bytes, got ${size}`}]
          return line.trim() === '' ? [] : [{line: index + 1, bytes: new Uint8Array(Buffer.from(line))}]
        })
        expect(found).toEqual(expected)
      }),
    )
  })

  test('copies each line into its own buffer', async () => {
    const [first] = await split([Buffer.from('one\ntwo\n')], 8)
    expect(first && 'bytes' in first && first.bytes.buffer.byteLength).toBe(3)
  })
})

test('an id is new only once', () => {
  const seen = createSeenIds()
  const ids = Array.from({length: 5000}, (_, index) => `story ${index}`)
  expect(ids.every((id) => seen.add(id))).toBe(true)
  expect(ids.some((id) => seen.add(id))).toBe(false)
})

describe('mapInOrder', () => {
  test('yields results in the order of the jobs, within the memory limit', async () => {
    let [held, maxHeld, running, maxRunning] = [0, 0, 0, 0]
    async function* jobs() {
      for (let index = 0; index < 200; index++) {
        held++
        maxHeld = Math.max(maxHeld, held)
        yield {index}
      }
    }
    const work = async ({index}: {index: number}) => {
      maxRunning = Math.max(maxRunning, ++running)
      for (let turns = (index * 7) % 5; turns > 0; turns--) await new Promise(setImmediate)
      running--
      return {index: index * 10}
    }
    const found: number[] = []
    for await (const [job, result] of mapInOrder(jobs(), work, {concurrency: 3, maxBytes: 10, bytesOf: () => 1})) {
      expect(result.index).toBe(job.index * 10)
      found.push(job.index)
      held--
    }
    expect(found).toEqual(Array.from({length: 200}, (_, index) => index))
    expect(maxRunning).toBe(3)
    // One job is read ahead, and one is held by the consumer.
    expect(maxHeld).toBeLessThanOrEqual(12)
  })

  test('a result does not wait for the next job', async () => {
    async function* jobs() {
      yield {}
      await new Promise(() => {})
    }
    const results = mapInOrder(jobs(), async () => ({}), {concurrency: 1, maxBytes: 10, bytesOf: () => 1})
    expect((await results.next()).done).toBe(false)
    await results.return(undefined)
  })
})
