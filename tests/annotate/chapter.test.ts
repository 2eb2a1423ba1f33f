import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {annotate, createLexicon, type Dictionary} from '../../src/index.js'
import {hasShared, shared} from '../support/shared.js'

type Span = [number, number]
interface Gold {
  utterances: {span: Span}[]
  loans: {span: Span}[]
}

describe.skipIf(!hasShared)('the reference chapter', () => {
  const read = () => {
    const text = readFileSync(shared('story/memoirs-103.txt'), 'utf8')
    const gold = JSON.parse(readFileSync(shared('eval/gold/memoirs-103.json'), 'utf8')) as Gold
    const dictionary = JSON.parse(readFileSync(new URL('../../dictionaries/memoirs-krypton.json', import.meta.url), 'utf8')) as Dictionary
    return {text, gold, dictionary}
  }
  const score = async (text: string, gold: Gold, dictionaries: Dictionary[]) => {
    const scorer = (await import(shared('eval/score.mjs'))) as {score: (...args: unknown[]) => Record<string, {f1: number; precision: number}>}
    return scorer.score(text, gold, annotate(text, {format: 'text', dictionaries}).standoff)
  }

  test('reaches the exam’s scores without a dictionary', async () => {
    const {text, gold} = read()
    const {detection, pairing, parts, loans, links} = await score(text, gold, [])
    expect(detection?.f1).toBeGreaterThanOrEqual(0.99)
    expect(pairing?.f1).toBe(1)
    expect(parts?.f1).toBeGreaterThanOrEqual(0.97)
    expect(loans?.f1).toBeGreaterThanOrEqual(0.95)
    expect(links?.f1).toBeGreaterThanOrEqual(0.78)
    expect(links?.precision).toBeGreaterThanOrEqual(0.85)
  })

  test('keeps its scores with a dictionary', async () => {
    const {text, gold, dictionary} = read()
    const {detection, pairing, loans, links} = await score(text, gold, [dictionary])
    expect([detection?.f1, pairing?.f1, loans?.f1]).toEqual([1, 1, 1])
    expect(links?.f1).toBeGreaterThanOrEqual(0.95)
  })

  test('merges near spellings into one word, and keeps names apart', () => {
    const {text} = read()
    const {glossary} = annotate(text, {format: 'text'})
    const spellings = glossary.entries.map(({headword, variants = []}) => new Set([headword, ...variants]))
    const areMerged = (...words: string[]) => spellings.some((set) => words.every((word) => set.has(word)))
    expect(areMerged("cle'ekant", "cle'ektant")).toBe(true)
    expect(areMerged('xrecta', 'xreticia')).toBe(true)
    expect(glossary.entries.find(({headword}) => headword === "sha'xrectia")?.see).toContain('xrecta')
    expect(areMerged("aushna'", 'aushna')).toBe(true)
    expect(glossary.entries.find(({headword}) => headword === 'Cades-Se')).toMatchObject({kind: 'name', senses: [{definition: 'Bruce'}]})
    expect(spellings.some((set) => ['Mar-El', 'mar-el', 'Kal-El', 'kal-el'].some((name) => set.has(name)))).toBe(false)
  })

  test('every invented word is in its dictionary', () => {
    const {text, gold, dictionary} = read()
    const {lookup} = createLexicon(dictionary)
    const words = [...gold.utterances, ...gold.loans].flatMap(({span: [start, end]}) => text.slice(start, end).match(/[\p{L}]+(?:['’-][\p{L}]+)*['’]?/gu) ?? [])
    expect(words.length).toBeGreaterThan(70)
    expect(words.filter((word) => lookup(word).length === 0)).toEqual([])
  })
})
