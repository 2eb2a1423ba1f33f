/** TMX: lines and their translations. */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {tmx} from '../../src/formats/tmx.js'
import {anyEntries, full, krypton, learnt, tale, vessik} from '../support/dictionaries.js'
import {ask, testWith, unpack} from '../support/programs.js'

const schema = (name: string) => fileURLToPath(new URL(`schemas/${name}`, import.meta.url))
describe('tmx', () => {
  const stories = [{...learnt, work: 'salt', title: 'The Salt Road', source: tale}]
  const text = tmx.write(learnt.glossary, {stories, name: 'Vessik'})

  test('holds the lines of a story with their translations', () => {
    expect(text).toContain("<seg>Kui ke'esharath vu sorulnu,</seg>")
    expect(text).toContain('<seg>She did not come to the lamps.</seg>')
    expect(text.match(/<tu>/gu)?.length).toBeGreaterThan(30)
    expect(text).toContain('<prop type="x-work">The Salt Road</prop>')
  })

  test('puts lines together that one translation renders', () => {
    expect(text).toContain('<seg>Ollim. Ollim rillo.</seg>')
    expect(text.match(/A child, and a small one\./gu)).toHaveLength(1)
  })

  test('holds words where there are no stories, affixes and the rejected left out', () => {
    const words = tmx.write({...full, entries: [...full.entries, {headword: 'mokh', senses: ['alone'], status: 'rejected'}]})
    expect(words).toContain('<seg>child</seg>')
    expect(words).not.toContain("<seg>na'-</seg>")
    expect(words).not.toContain('mokh')
  })

  testWith(['xmllint'], 'is TMX 1.4b, as a DTD of our own has it', () => {
    for (const written of [text, ...[vessik, krypton, full, ...fc.sample(anyEntries, 8)].map((sample) => tmx.write(sample))]) {
      const path = join(unpack(written, 'lines.tmx'), 'lines.tmx')
      ask('xmllint', ['--noout', '--nonet', '--dtdvalid', schema('tmx-1.4b.dtd'), path])
    }
  })
})
