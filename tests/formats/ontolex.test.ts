/** OntoLex: the resulting RDF. */
import {join} from 'node:path'
import fc from 'fast-check'
import jsonld from 'jsonld'
import {describe, expect, test} from 'vitest'
import {ontolex} from '../../src/formats/ontolex.js'
import type {Dictionary} from '../../src/index.js'
import {withoutRejected} from '../../src/lexicon/entry.js'
import {arbitraryEntries, exampleAnnotation, fullDictionary, krypton, vessik} from '../support/dictionaries.js'
import {runProgram, testWith, writeToFolder} from '../support/programs.js'

describe('ontolex', () => {
  /** Fails, because files need no external documents. */
  const documentLoader = (url: string): never => {
    throw new Error(`asked for ${url}`)
  }
  const triplesOf = async (sample: Dictionary, options = {}) =>
    (await jsonld.toRDF(JSON.parse(ontolex.write(sample, options)), {format: 'application/n-quads', documentLoader, safe: true} as never)) as unknown as string

  test('describes the spelling, meaning and parts of a word', async () => {
    const triples = await triplesOf(fullDictionary, {base: 'https://example.org/vessik#'})
    const about = (name: string) => triples.split('\n').filter((line) => line.startsWith(`<https://example.org/vessik#${name}>`))
    expect(about('e.na_27_ollim.form')).toContain(
      `<https://example.org/vessik#e.na_27_ollim.form> <http://www.w3.org/ns/lemon/ontolex#writtenRep> "na'ollim"@art-x-vessik .`,
    )
    expect(about('e.na_27_ollim.form-1').join()).toContain(`"na'ollimnu"@art-x-vessik`)
    expect(about('e.na_27_ollim.sense-1').join()).toContain('"my child; <b>mine</b> & no other"@en')
    expect(about('e.na_27_ollim.component-1').join()).toContain('<https://example.org/vessik#e.na_27_->')
    expect(about('e.na_27_ollim').join()).toContain('lexinfo#noun>')
    expect(about('e.na_27_-').join()).toContain('ontolex#Affix>')
    expect(about('e.vu_20_thessa').join()).toContain('ontolex#MultiwordExpression>')
    expect(about('lexicon').filter((line) => line.includes('lime#entry>'))).toHaveLength(fullDictionary.entries.length)
  })

  testWith(['rapper'], 'is valid RDF', async () => {
    for (const sample of [vessik, krypton, exampleAnnotation.glossary, fullDictionary, ...fc.sample(arbitraryEntries, 4)]) {
      const path = join(writeToFolder(await triplesOf(sample), 'words.nq'), 'words.nq')
      const lines = runProgram('rapper', ['-q', '-i', 'nquads', '-o', 'ntriples', path]).trim().split('\n')
      expect(lines.filter((line) => line.includes('lemon/lime#entry>'))).toHaveLength(withoutRejected(sample).entries.length)
    }
  })
})
