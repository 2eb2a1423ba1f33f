/** Every public function checks its options, and names what is wrong. */
import {unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {toAo3} from '../../src/ao3.js'
import {toEpub} from '../../src/epub.js'
import {explain} from '../../src/explain.js'
import {extendSanitizeSchema, glossaryToHast, toHast, toPage} from '../../src/html.js'
import {annotate, concordance, createLexicon, toWebAnnotations, xenoglossToMarkdown} from '../../src/index.js'
import {lint, proofread} from '../../src/lint.js'

const text = '“Orreth sulvane, mirrod.” (Good evening, traveller.)'
const annotation = annotate(text)
const {standoff, glossary} = annotation
const [entry] = glossary.entries
const lexicon = createLexicon(glossary)
// biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
type Wrong = any

const FUNCTIONS: Readonly<Record<string, {call: (options: Wrong) => unknown; good?: object; bad: readonly [object, RegExp][]}>> = {
  annotate: {call: (options) => annotate(text, options), bad: [[{threshold: '1'}, /`threshold`/u]]},
  lint: {call: (options) => lint(text, options), bad: [[{lang: 7}, /`lang`/u]]},
  proofread: {call: (options) => proofread(annotation, text, options), bad: [[{rules: []}, /`rules`/u]]},
  toHast: {
    call: (options) => toHast(annotation, options),
    bad: [
      [{renderer: 'tips'}, /`renderer`.*'tooltip'.*'tips'/u],
      [{gloss: 'gone'}, /`gloss`.*'kept' or 'hidden' or 'moved'/u],
      [{known: 'orreth'}, /`known`.*a list/u],
      [{lang: 'no tag'}, /`lang`.*BCP 47/u],
      [{entries: true}, /`entries`.*'enclosed'/u],
    ],
  },
  toPage: {
    call: (options) => toPage(annotation, options),
    good: {title: 'x'},
    bad: [
      [{title: undefined}, /`title` must be a text, not undefined/u],
      [{title: 'x', links: {styles: 'x.css'}}, /`links\.styles`/u],
    ],
  },
  toAo3: {
    call: (options) => toAo3(annotation, options),
    bad: [
      [{renderer: 'tooltip'}, /`renderer`.*'ao3' or 'ruby'/u],
      [{chapter: 1.5}, /`chapter`.*whole number/u],
      [{prefix: 'x'}, /no option `prefix`/u],
    ],
  },
  toEpub: {
    call: (options) => toEpub([annotation], options),
    good: {title: 'x'},
    bad: [
      [{title: ' '}, /`title`.*not empty/u],
      [{title: 'x', modified: new Date(Number.NaN)}, /`modified`.*date/u],
    ],
  },
  toWebAnnotations: {
    call: (options) => toWebAnnotations(standoff, options),
    good: {text},
    bad: [
      [{}, /`text` must be given/u],
      [{text: 7}, /`text` must be a text, not 7/u],
      [{text, source: 'chapter one.md'}, /`source`.*absolute IRI.*'chapter one\.md'/u],
      [{text: 'another'}, /`text`.*shorter/u],
    ],
  },
  glossaryToHast: {call: (options) => glossaryToHast(glossary, options), bad: [[{prefix: 'a b'}, /`prefix`/u]]},
  extendSanitizeSchema: {call: (options) => extendSanitizeSchema({}, options), bad: [[{prefix: 7}, /`prefix`/u]]},
  xenoglossToMarkdown: {call: xenoglossToMarkdown, bad: [[{marks: 'yes'}, /`marks`.*true or false/u]]},
  concordance: {call: (options) => concordance(entry!, [{source: text, standoff}], options), bad: [[{width: -1}, /`width`/u]]},
  lookup: {call: (options) => lexicon.lookup('orreth', options), bad: [[{fuzzy: 1}, /`fuzzy`/u]]},
}

describe.each(Object.entries(FUNCTIONS))('%s', (_, {call, good = {}, bad}) => {
  test.each(bad)('%j', (options, message) => {
    expect(() => call(options)).toThrow(TypeError)
    expect(() => call(options)).toThrow(message)
  })

  test('what is no object, an unknown name, and getters that throw', () => {
    for (const options of [null, 7, [], 'x']) expect(() => call(options)).toThrow(/^The options must be an object, not /u)
    expect(() => call({...good, zzzzz: 1})).toThrow(/^There is no option `zzzzz`; /u)
    const [name = 'renderer'] = Object.keys(bad[0]?.[0] ?? good)
    const throwing = Object.defineProperty({...good}, name, {
      enumerable: true,
      get: () => {
        throw new RangeError('boom')
      },
    })
    expect(() => call(throwing)).toThrow(TypeError)
    expect(() => call(throwing)).toThrow(`Option \`${name}\` cannot be read: boom`)
  })
})

test('an option is read once', () => {
  let reads = 0
  const options = {
    get lang() {
      return ++reads === 1 ? 'art-x-mirr' : 7
    },
  }
  expect(annotate(text, options as never).standoff.utterances[0]?.lang).toBe('art-x-mirr')
  expect(reads).toBe(1)
})

test('getters that throw inside of an option', () => {
  const thrower = (name: string) => Object.defineProperty({}, name, {enumerable: true, get: () => expect.unreachable()})
  for (const options of [
    {dictionaries: [thrower('entries')]},
    {dictionaries: [thrower('lookup')]},
    {terms: thrower('x')},
    {terms: [thrower('headword')]},
    {clues: [thrower('of')]},
  ])
    expect(() => annotate(text, options as never)).toThrow(TypeError)
})

test('a place to explain', () => {
  for (const at of [undefined, -1, Number.NaN, {start: 1}, 'x']) expect(() => explain(annotation, text, at as never)).toThrow(/explain: the place/u)
})

describe('outputs without what they may lack', () => {
  test('annotations without an IRI have one that the text determines', () => {
    const [first, ...others] = toWebAnnotations(standoff, {text})
    expect(first?.target.source).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u)
    expect(first?.id).toBe(`${first?.target.source}#u1`)
    expect(toWebAnnotations(standoff, {text})).toEqual([first, ...others])
    expect(toWebAnnotations(standoff, {text: `${text} `})[0]?.target.source).not.toBe(first?.target.source)
  })

  test('a chapter for the archive has neither the title of its page nor what is hidden', () => {
    const page = `<!doctype html><html><head><title>The Ferry</title><style>p {}</style></head><body><p hidden>Secret</p><p>${text}</p><textarea>typed</textarea></body></html>`
    expect(toAo3(annotate(page, {format: 'html'})).chapter.html).toMatch(/^<p>“<a class="xg-line"(?:(?!Ferry|Secret|typed).)*<\/p>$/u)
  })

  test('blank titles of chapters and a blank author are as none', () => {
    const book = unzipSync(toEpub([{...annotation, title: ' '}], {title: 'x', author: ''}))
    const read = (path: string) => new TextDecoder().decode(book[path])
    expect(read('EPUB/nav.xhtml')).toContain('Chapter 1')
    expect(read('EPUB/package.opf')).not.toContain('dc:creator')
  })
})
