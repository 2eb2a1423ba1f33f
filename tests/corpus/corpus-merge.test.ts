/** Glossaries that are joined on the disk, against the same joined in memory; and the small parts that this rests on. */
import {mkdtempSync, readdirSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {BUCKETS, bucketOf, components} from '../../src/corpus/components.js'
import {inOrder} from '../../src/corpus/in-order.js'
import type {Refused, StoryLine} from '../../src/corpus/jobs.js'
import {linesOf} from '../../src/corpus/lines-of.js'
import {mergeSpill} from '../../src/corpus/merge-spill.js'
import {openPool} from '../../src/corpus/pool.js'
import {portionOf, written} from '../../src/corpus/portion.js'
import {seenIds} from '../../src/corpus/seen-ids.js'
import {openSpill} from '../../src/corpus/spill.js'
import {json} from '../../src/formats/json/json.js'
import {type Glossary, mergeGlossaries} from '../../src/index.js'
import {arbitraryGlossary} from '../support/glossaries.js'

const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
const pool = await openPool({options: {}, fields: [], learns: true, most: 1}, {workers: 0, seconds: 1, megabytes: 1})

/** What several shelves of glossaries give when they are joined on the disk; texts by language. */
async function onDisk(glossaries: readonly Glossary[], part: number): Promise<Record<string, string>> {
  const path = join(folder, 'out/')
  const spill = await openSpill(path)
  for (const glossary of glossaries) await spill.add(portionOf([written(glossary)]))
  const paths = await mergeSpill(spill, {path, evidence: 'all', lang: 'art-x-none', pool, part})
  await spill.remove()
  return Object.fromEntries(paths.map((file) => [file.slice(path.length, -'.json'.length), readFileSync(file, 'utf8')]))
}

function inMemory(glossaries: readonly Glossary[]): Record<string, string> {
  const languages = [...new Set(glossaries.flatMap(({language, entries}) => (entries.length > 0 ? language : [])))]
  const none = {'art-x-none': [{language: 'art-x-none', entries: []}]}
  const lists: Record<string, Glossary[]> =
    languages.length === 0 ? none : Object.fromEntries(languages.map((language) => [language, glossaries.filter((own) => own.language === language)]))
  return Object.fromEntries(Object.entries(lists).map(([language, own]) => [language, json.write(mergeGlossaries(own))]))
}

/** Some that say how their language is spelt and what it is called, and do not agree in it. */
const shelf = fc.array(
  fc
    .tuple(
      fc.constantFrom('art-x-vessik', 'art-x-olvane').chain((language) => arbitraryGlossary(language)),
      fc.constantFrom({}, {}, {spelling: {variants: [['s', 'S', 'sh']]}}, {spelling: {caseSensitive: true}}, {name: 'Vessik', licence: 'CC0-1.0'}),
    )
    .map(([{entries, ...glossary}, said]) => ({...glossary, ...said, entries})),
  {maxLength: 6},
)

test('is mergeGlossaries of all at one time, byte for byte, whatever the parts', async () => {
  await fc.assert(
    fc.asyncProperty(shelf, fc.constantFrom(1, 300, 1e6), async (glossaries, part) => {
      expect(await onDisk(glossaries, part)).toEqual(inMemory(glossaries))
      expect(await onDisk([...glossaries].reverse(), part)).toEqual(inMemory(glossaries))
    }),
    {numRuns: 40},
  )
  expect(readdirSync(folder)).toEqual(['out'])
})

test('hundreds of parts, and a spelling that leads from one word to another', async () => {
  const word = (index: number) => `w${index.toString(36)}`
  const chained = Array.from({length: 900}, (_, index): Glossary => {
    // Of three words each shares a spelling with the next, the fourth begins anew.
    const variants = index % 4 === 3 ? [] : [word(index + 1)]
    return {language: 'art-x-vessik', entries: [{headword: word(index), variants, senses: [`meaning ${index % 7}`]}]}
  })
  const found = await onDisk(chained, 1)
  expect(found).toEqual(inMemory(chained))
  expect(JSON.parse(found['art-x-vessik'] as string).entries).toHaveLength(225)
})

test('components: what is joined has one root, whatever the order', () => {
  const bucket = fc.oneof(fc.nat(20), fc.constantFrom(BUCKETS - 1, BUCKETS - 2))
  fc.assert(
    fc.property(fc.array(fc.tuple(bucket, bucket)), (pairs) => {
      const [one, other] = [components(), components()]
      for (const [a, b] of pairs) one.join(a, b)
      for (const [a, b] of [...pairs].reverse()) other.join(b, a)
      for (const [a, b] of pairs) expect(one.rootOf(a)).toBe(one.rootOf(b))
      for (const each of pairs.flat()) expect(one.rootOf(each)).toBe(other.rootOf(each))
    }),
  )
  expect(components().rootOf(5)).toBe(5)
})

test('buckets are spread evenly', () => {
  const counts = new Map<number, number>()
  for (let index = 0; index < 64_000; index++) {
    const region = Math.floor(bucketOf(`art-x-vessik\0word${index}`) / (BUCKETS / 64))
    counts.set(region, (counts.get(region) ?? 0) + 1)
  }
  expect(Math.min(...counts.values())).toBeGreaterThan(800)
  expect(Math.max(...counts.values())).toBeLessThan(1200)
})

describe('lines', () => {
  const cut = async (chunks: readonly Uint8Array[], most: number) => {
    async function* given() {
      yield* chunks
    }
    const lines: (StoryLine | Refused)[] = []
    for await (const line of linesOf<never>(given(), most)) lines.push(line)
    return lines
  }
  const text = fc.array(fc.constantFrom('a', 'é', '\n', '\n', ' ', 'long line'), {maxLength: 30}).map((parts) => parts.join(''))

  test('are the same however the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40)), async (whole, cuts) => {
        const bytes = Buffer.from(whole)
        const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
        const found = await cut(chunks, 8)
        const expected = whole.split('\n').flatMap((line, index): (StoryLine | Refused)[] => {
          const size = Buffer.byteLength(line)
          if (size > 8) return [{line: index + 1, error: `expected a line of at most 8 bytes, got ${size}`}]
          return line.trim() === '' ? [] : [{line: index + 1, bytes: new Uint8Array(Buffer.from(line))}]
        })
        expect(found).toEqual(expected)
      }),
    )
  })

  test('each has a buffer of its own', async () => {
    const [first] = await cut([Buffer.from('one\ntwo\n')], 8)
    expect(first && 'bytes' in first && first.bytes.buffer.byteLength).toBe(3)
  })
})

test('ids: every one is new once', () => {
  const {isNew} = seenIds()
  const ids = Array.from({length: 5000}, (_, index) => `story ${index}`)
  expect(ids.every((id) => isNew(id))).toBe(true)
  expect(ids.some((id) => isNew(id))).toBe(false)
})

describe('in order', () => {
  test('answers come in the order of the jobs, and no more is held than may be', async () => {
    let [held, most, running, atOnce] = [0, 0, 0, 0]
    async function* jobs() {
      for (let index = 0; index < 200; index++) {
        held++
        most = Math.max(most, held)
        yield {index}
      }
    }
    const work = async ({index}: {index: number}) => {
      atOnce = Math.max(atOnce, ++running)
      for (let turns = (index * 7) % 5; turns > 0; turns--) await new Promise(setImmediate)
      running--
      return {index: index * 10}
    }
    const found: number[] = []
    for await (const [job, answer] of inOrder(jobs(), work, {atOnce: 3, most: 10, bytesOf: () => 1})) {
      expect(answer.index).toBe(job.index * 10)
      found.push(job.index)
      held--
    }
    expect(found).toEqual(Array.from({length: 200}, (_, index) => index))
    expect(atOnce).toBe(3)
    // One is read ahead, one is in the hands of the reader.
    expect(most).toBeLessThanOrEqual(12)
  })

  test('an answer does not wait for the job after it', async () => {
    async function* jobs() {
      yield {}
      await new Promise(() => {})
    }
    const answers = inOrder(jobs(), async () => ({}), {atOnce: 1, most: 10, bytesOf: () => 1})
    expect((await answers.next()).done).toBe(false)
    await answers.return(undefined)
  })
})
