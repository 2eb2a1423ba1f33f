/** Public names, entry points and published files. */
import {existsSync, readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import {clues} from '../../src/detect/clues/index.js'
import {formats} from '../../src/formats.js'
import {annotate, conventions} from '../../src/index.js'
import {compileEnglish} from '../../src/scripts/compile-english.js'
import {schemas} from '../../src/scripts/write-schemas.js'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const story = read('examples/story/salt-road.md')

test('public names', async () => {
  expect(Object.keys(await import('../../src/index.js')).sort()).toEqual([
    'annotate',
    'concordance',
    'conventions',
    'createLexicon',
    'extractDecisions',
    'mergeGlossaries',
    'rehypeXenogloss',
    'remarkXenogloss',
    'toWebAnnotations',
    'xenoglossToMarkdown',
  ])
  expect(Object.keys(await import('../../src/html.js')).sort()).toEqual(['extendSanitizeSchema', 'glossaryToHast', 'renderers', 'toHast', 'toPage'])
  expect(Object.keys(await import('../../src/formats.js')).sort()).toEqual(['formats', ...formats.map(({name}) => name)].sort())
  expect(Object.keys(await import('../../src/markdown-it.js'))).toEqual(['markdownItXenogloss'])
  expect(await import('../../src/remark.js')).toMatchObject({default: (await import('../../src/index.js')).remarkXenogloss})
  expect(Object.keys(await import('../../src/corpus.js')).sort()).toEqual(['listStories', 'mergeResults', 'runCorpus'])
  expect(Object.keys(await import('../../src/dom.js')).sort()).toEqual(['annotateElement', 'toPageAnnotation'])
  expect(Object.keys(await import('../../src/worker.js'))).toEqual(['createWorkerAnnotator'])
  expect(Object.keys(await import('../../src/hosts.js')).sort()).toEqual([
    'compileWords',
    'elisionRule',
    'encliticRule',
    'glossFrom',
    'hostTags',
    'hyphenRule',
    'inflectionRule',
    'loadHost',
    'makeHost',
    'makeScriptHost',
    'prefixRule',
    'recognizeHost',
    'stemByEndings',
  ])
  expect(Object.keys(await import('../../src/reader.js')).sort()).toEqual(['define', 'mount'])
})

test('every entry point is built, with types', () => {
  const {exports} = JSON.parse(read('package.json')) as {exports: Record<string, string | Record<string, string>>}
  const files = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
  for (const file of files.filter((path) => !path.includes('*'))) expect(existsSync(new URL(file, root)), file).toBe(true)
})

test('every built entry point extends the types of mdast and hast', () => {
  const {exports} = JSON.parse(read('package.json')) as {exports: Record<string, {types?: string}>}
  const entries = [exports['.'], exports['./html']].map((entry) => entry?.types as string)
  for (const entry of entries) {
    const imported = [...read(entry).matchAll(/from '\.\/([^']+)\.js'/gu)].map(([, name]) => read(`dist/${name}.d.ts`)).join('\n')
    expect(imported, entry).toMatch(/declare module 'mdast' \{\s+interface PhrasingContentMap \{\s+utterance: UtteranceNode;/u)
    expect(imported, entry).toMatch(/declare module 'hast' \{\s+interface ElementData \{[^}]*xenogloss\?: XenoglossFields/u)
  }
})

test('clue and convention names are unique', () => {
  for (const items of [clues, conventions]) expect(new Set(items.map(({name}) => name)).size).toBe(items.length)
})

describe('published JSON Schemas', () => {
  test.each(Object.entries(schemas()))('%s is generated from the current code', (path, text) => {
    expect(read(path)).toBe(text)
  })

  const validate = (schema: string, value: unknown) => {
    const ajv = new Ajv({allErrors: true})
    return ajv.validate(JSON.parse(read(schema)) as object, JSON.parse(JSON.stringify(value))) ? [] : ajv.errors
  }

  test.each(['dictionaries/memoirs-krypton.json', 'dictionaries/vessik.json'])('%s is a valid dictionary', (path) => {
    expect(validate('dictionaries/dictionary.schema.json', JSON.parse(read(path)))).toEqual([])
  })

  test('standoff and glossary of a story are valid', () => {
    const {standoff, glossary} = annotate(story)
    expect(validate('src/annotate/standoff.schema.json', standoff)).toEqual([])
    expect(validate('dictionaries/dictionary.schema.json', glossary)).toEqual([])
    expect(validate('src/annotate/standoff.schema.json', {...standoff, links: [{source: [0], target: [0, 1], confidence: 2}]})).not.toEqual([])
  })
})

test('the compiled English word list is current', () => {
  expect(read('src/hosts/en/english-words.ts')).toBe(compileEnglish())
})

test('messages are VFile messages from xenogloss, in order', () => {
  const {messages} = annotate(story)
  expect(messages.length).toBeGreaterThan(0)
  for (const {source, ruleId, place, line} of messages) {
    expect(source).toBe('xenogloss')
    expect(['line-without-gloss', 'near-spelling', 'unknown-word']).toContain(ruleId)
    expect(place).toBeDefined()
    expect(line).toBeGreaterThan(0)
  }
  expect(String(messages.find(({ruleId}) => ruleId === 'near-spelling'))).toMatch(/“\p{L}+” is a near spelling of “\p{L}+”/u)
  const lines = messages.map(({line}) => line as number)
  expect(lines).toEqual([...lines].sort((a, b) => a - b))
})
