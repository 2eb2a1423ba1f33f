/** TMX: utterances and their translations. */
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {tmx} from '../../src/formats/tmx.js'
import {arbitraryEntries, exampleAnnotation, exampleStory, fullDictionary, krypton, vessik} from '../support/dictionaries.js'
import {runProgram, testWith, writeToFolder} from '../support/programs.js'

const schema = (name: string) => fileURLToPath(new URL(`schemas/${name}`, import.meta.url))
describe('tmx', () => {
  const stories = [{...exampleAnnotation, work: 'salt', title: 'The Salt Road', source: exampleStory}]
  const text = tmx.write(exampleAnnotation.glossary, {stories, name: 'Vessik'})

  test('contains the utterances of a story with their translations', () => {
    expect(text).toContain("<seg>Kui ke'esharath vu sorulnu,</seg>")
    expect(text).toContain('<seg>She did not come to the lamps.</seg>')
    expect(text.match(/<tu>/gu)?.length).toBeGreaterThan(30)
    expect(text).toContain('<prop type="x-work">The Salt Road</prop>')
  })

  test('combines utterances that share one translation', () => {
    expect(text).toContain('<seg>Ollim. Ollim rillo.</seg>')
    expect(text.match(/A child, and a small one\./gu)).toHaveLength(1)
  })

  test('without stories, contains words except affixes and rejected entries', () => {
    const words = tmx.write({...fullDictionary, entries: [...fullDictionary.entries, {headword: 'mokh', senses: ['alone'], status: 'rejected'}]})
    expect(words).toContain('<seg>child</seg>')
    expect(words).not.toContain("<seg>na'-</seg>")
    expect(words).not.toContain('mokh')
  })

  testWith(['xmllint'], 'conforms to our DTD of TMX 1.4b', () => {
    for (const written of [text, ...[vessik, krypton, fullDictionary, ...fc.sample(arbitraryEntries, 8)].map((sample) => tmx.write(sample))]) {
      const path = join(writeToFolder(written, 'lines.tmx'), 'lines.tmx')
      runProgram('xmllint', ['--noout', '--nonet', '--dtdvalid', schema('tmx-1.4b.dtd'), path])
    }
  })
})
