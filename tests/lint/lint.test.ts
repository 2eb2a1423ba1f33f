/** The lint API: options, fixes, front matter, remark-lint, and properties that hold for any story. */
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkLint from 'remark-lint'
import remarkParse from 'remark-parse'
import {type PluggableList, unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {allParts} from '../../src/annotate/all-parts.js'
import {openStory} from '../../src/annotate/open-story.js'
import {prepareStory} from '../../src/annotate/pipeline.js'
import {annotate, type Dictionary, type Format, type Options, type Passage, remarkXenogloss} from '../../src/index.js'
import {applyFixes, lint, proofread, remarkLintXenogloss, ruleNames} from '../../src/lint.js'
import type {Place} from '../../src/prose/types.js'
import {createPlaceFinder} from '../../src/source/place-finder.js'
import {toSourceSpan} from '../../src/source/source-span.js'
import {PIER} from '../support/drawn-diagnostics.js'
import {randomInputs} from '../support/random-inputs.js'
import {randomStories} from '../support/random-stories.js'
import {hasShared, shared} from '../support/shared.js'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const story = read('../../examples/story/salt-road.md')
const vessik = JSON.parse(read('../../dictionaries/vessik.json')) as Dictionary
/** A story with many mistakes. */
const faulty = `${PIER}“Tal mirrdo okresh.” She waved. (The traveller goes.) “Tal na’davu gesht tal na'davu harreth na'davu!” (I go.

“Tal lamma okresh.

The woman hid her eyes. (I cannot see my boat.) They sat under the marrudh (well tree). Nobody named the marrudh (salt wind).`

const idsOf = (messages: readonly {ruleId?: string | undefined}[]): (string | undefined)[] => messages.map(({ruleId}) => ruleId)
const spanOf = ({place}: ReturnType<typeof lint>[number]) => (place && 'start' in place ? [place.start.offset as number, place.end.offset as number] : [])

describe('messages', () => {
  test('are VFile messages for editors and reporters', () => {
    const message = lint(faulty).find(({ruleId}) => ruleId === 'near-spelling')
    expect(message).toMatchObject({source: 'xenogloss', fatal: false, actual: 'mirrdo', expected: ['mirrod'], note: expect.stringContaining('`variants`')})
    expect(String(message)).toMatch(/^\d+:6-\d+:12: “mirrdo” is a near spelling of “mirrod”$/u)
    expect(message?.url).toBeUndefined()
  })

  test('are in text order', () => {
    const starts = lint(faulty).map((message) => spanOf(message)[0] as number)
    expect(starts.length).toBeGreaterThan(4)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  test('are the same for an existing annotation', () => {
    expect(proofread(annotate(faulty), faulty)).toEqual(lint(faulty))
    const file = new VFile({value: faulty, path: 'pier.md'})
    expect(lint(file).map(String)).toEqual(lint(faulty).map(String))
    expect(file.messages).toEqual([])
  })

  test('include those of `annotate`, word for word', () => {
    const all = lint(story).map(String)
    for (const message of annotate(story).messages) expect(all).toContain(String(message))
  })

  test('of the example story are correct', () => {
    const messages = lint(story)
    const counts = Object.fromEntries(ruleNames.map((name) => [name, messages.filter(({ruleId}) => ruleId === name).length]).filter(([, count]) => count))
    // Greetings and a cry without translations; intentional misspellings; a glottal stop that a boy drops.
    expect(counts).toEqual({'line-without-gloss': 4, 'near-spelling': 4, 'apostrophe-variant': 3})
  })

  test('with a dictionary do not include its variants', () => {
    expect(idsOf(lint(story, {dictionaries: [vessik]}))).not.toContain('near-spelling')
  })

  test('quote the visible text of HTML', () => {
    const html = `<p>“Or<b>reth</b> sulvane, mirrod. He waved.</p>`
    expect(lint(html, {format: 'html'}).map(({reason}) => reason)).toEqual(['Missing closing quotation mark: “Orreth sulvane, mirrod.”'])
  })
})

describe('`rules`', () => {
  test('turns off single rules', () => {
    const all = new Set(idsOf(lint(faulty)))
    for (const name of all) {
      const others = new Set(idsOf(lint(faulty, {rules: {[name as string]: false}})))
      expect(others).toEqual(new Set([...all].filter((other) => other !== name)))
    }
    expect(lint(faulty, {rules: Object.fromEntries(ruleNames.map((name) => [name, false]))})).toEqual([])
    expect(lint(faulty, {rules: {'near-spelling': true}})).toEqual(lint(faulty))
  })

  test('applies to `annotate` too', () => expect(idsOf(annotate(faulty, {rules: {'line-without-gloss': false}}).messages)).not.toContain('line-without-gloss'))

  test.each<[unknown, RegExp]>([
    [{spelling: false}, /`rules`.*no rule `spelling`; there are `front-matter`/u],
    [{'near-spelling': 'sometimes'}, /`rules\['near-spelling'\]` must be true or false, 'on' or 'off', not 'sometimes'/u],
    [['near-spelling'], /`rules` must be an object/u],
    [7, /`rules` must be an object/u],
  ])('%j is a TypeError', (rules, message) => {
    expect(() => lint('', {rules} as Options)).toThrow(TypeError)
    expect(() => lint('', {rules} as Options)).toThrow(message)
  })

  const front = (rules: string): string => `---\nxenogloss:\n  rules: ${rules}\n---\n\n${PIER}“Tal okresh lamma!” He left.\n`
  test('can be set in front matter', () => {
    expect(idsOf(lint(front('{unknown-word: on}')))).toContain('line-without-gloss')
    expect(lint(front('{line-without-gloss: off}'))).toEqual([])
    expect(lint(front('{line-without-gloss: false}'))).toEqual([])
    expect(lint(front('{unknown-word: false}'), {rules: {'line-without-gloss': false}})).toEqual([])
    expect(idsOf(lint(front('{line-without-gloss: off}'), {rules: {'line-without-gloss': true}}))).toContain('line-without-gloss')
  })

  test('invalid values there are reported', () => {
    expect(lint(front('{spelling: off}')).map(String)).toContainEqual(expect.stringMatching(/^3:3-3:8: Front matter: .*no rule `spelling`/u))
    expect(lint(front('{unknown-word: perhaps}')).map(String)).toContainEqual(expect.stringMatching(/^3:3-3:8: Front matter: .*true or false/u))
  })
})

describe('fixes', () => {
  test('correct the story', () => {
    const fixed = applyFixes(faulty, lint(faulty))
    expect(fixed).toContain('“Tal mirrod okresh.”')
    expect(fixed).toContain("gesht tal na'davu harreth")
    expect(fixed).toContain('(I go.)\n')
    expect(fixed).toContain('“Tal lamma okresh.”\n')
    expect(lint(fixed).filter(({expected}) => expected)).toEqual([])
  })

  test('if they overlap, only the first is applied', () => {
    const [message] = lint(faulty).filter(({ruleId}) => ruleId === 'near-spelling')
    expect(applyFixes(faulty, [message!, message!])).toBe(faulty.replace('mirrdo', 'mirrod'))
  })

  test('do not change a source that was edited since', () => expect(applyFixes(`x${faulty}`, lint(faulty))).toBe(`x${faulty}`))

  test('are not offered for words with markup', () => {
    const marked = `${PIER}“Tal m*irr*do okresh.” She waved. (The traveller goes.)`
    for (const {expected, actual} of lint(marked)) expect(`${expected}${actual}`).not.toContain('irr*')
  })
})

describe('under remark', () => {
  const NOTED = `---\ntitle: The pier\nxenogloss: {lang: art-x-mirr}\n---\n\n${PIER}“Tal okresh lamma!”[^1] He left. “Harreth okresh tal davu!” She left.\n\n[^1]: Go with the lamp.\n`
  const run = async (plugins: PluggableList, text = NOTED, path?: string) => {
    const pipeline = unified()
      .use(remarkParse)
      .use(remarkFrontmatter)
      .use(remarkGfm)
      .use(plugins)
      .use(function () {
        this.compiler = () => ''
      })
    return pipeline.process(new VFile({value: text, ...(path !== undefined && {path})}))
  }

  test('reports the same messages as `lint`', async () => {
    const {messages} = await run([remarkLint, remarkLintXenogloss])
    expect(messages.map(String)).toEqual(lint(NOTED).map(String))
    expect(messages.map(String)).toEqual([expect.stringContaining('Line without a translation: “Harreth okresh tal davu!”')])
    expect(messages).toMatchObject([{source: 'xenogloss', fatal: false}])
  })

  test('does not change the tree', async () => {
    const parse = unified().use(remarkParse).use(remarkFrontmatter)
    const tree = parse.parse(NOTED) as Root
    const before = structuredClone(tree)
    await unified().use(remarkLintXenogloss).run(tree, new VFile(NOTED))
    expect(tree).toEqual(before)
  })

  test('uses the annotation of remarkXenogloss, without duplicate messages', async () => {
    const both = await run([remarkLint, remarkXenogloss, remarkLintXenogloss], faulty, 'pier.md')
    const alone = await run([remarkLintXenogloss], faulty, 'pier.md')
    expect(both.messages.map(String)).toEqual(alone.messages.map(String))
    expect(String(both.messages[0])).toMatch(/^pier\.md:/u)
    expect(both.data.xenogloss?.standoff.utterances.length).toBeGreaterThan(5)
  })

  test.each([
    ['with remark-lint', [remarkLint, remarkLintXenogloss]],
    ['without', [remarkLintXenogloss]],
  ] as [string, PluggableList][])('comments turn off rules, %s', async (_, plugins) => {
    const line = '“Harreth okresh tal davu!” She left.'
    const ids = async (text: string) => idsOf((await run(plugins, PIER + text)).messages)
    expect(await ids(line)).toEqual(['line-without-gloss'])
    expect(await ids(`<!--lint ignore line-without-gloss-->\n\n${line}\n\n${line}`)).toEqual(['line-without-gloss'])
    expect(await ids(`<!--lint disable line-without-gloss-->\n\n${line}\n\n<!--lint enable line-without-gloss-->\n\n${line}`)).toEqual(['line-without-gloss'])
    expect(await ids(`<!--lint disable near-spelling-->\n\n${line}`)).toEqual(['line-without-gloss'])
    expect(await ids(`<!--lint disable-->\n\n${line}`)).toEqual([])
  })

  test('accepts the severities of remark-lint', async () => {
    const fatal = async (config: unknown) => (await run([[remarkLintXenogloss, config]] as PluggableList)).messages.map((message) => message.fatal)
    expect(await fatal('error')).toEqual([true])
    expect(await fatal(2)).toEqual([true])
    expect(await fatal(['warn', {lang: 'art-x-tal'}])).toEqual([false])
    expect(await fatal(['error', {rules: {'line-without-gloss': false}}])).toEqual([])
    expect(await fatal({rules: {'line-without-gloss': false}})).toEqual([])
    expect(await fatal(['off'])).toEqual([])
    expect(await fatal(false)).toEqual([])
    await expect(fatal(['loud'])).rejects.toThrow(/severity/u)
    await expect(fatal({langs: 'x'})).rejects.toThrow(/no option `langs`/u)
  })
})

describe('properties', () => {
  const checkLint = (source: string, options: Options = {}) => {
    const messages = lint(source, options)
    let last = 0
    for (const message of messages) {
      const [start = -1, end = -1] = spanOf(message)
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThanOrEqual(start)
      expect(end).toBeLessThanOrEqual(source.length)
      expect(ruleNames).toContain(message.ruleId)
      if (message.expected) expect(source.slice(start, end)).toBe(message.actual)
      last = start
    }
    expect(lint(source, options)).toEqual(messages)
    const fixed = applyFixes(source, messages)
    if (fixed !== source) annotate(fixed, options)
    return messages
  }
  const formats: readonly Format[] = ['markdown', 'text', 'html']

  test('no string causes an error', () =>
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 200}), fc.constantFrom(...formats), (text, format) => void checkLint(text, {format}))))

  test('messages are inside the source and in order, fixes apply, and a second run gives the same result', () =>
    fc.assert(
      fc.property(fc.array(randomStories, {maxLength: 6}), fc.constantFrom(...formats), fc.boolean(), (paragraphs, format, known) => {
        checkLint(paragraphs.join('\n\n'), {format, ...(known && {dictionaries: [vessik]})})
      }),
      randomInputs(10),
    ))

  test('source spans map back to passages, through escapes, entities and tags', () => {
    for (const [source, format] of [
      [`${story}\n\n“Tal\\! *mir*rod &amp; ok&#x72;esh tal davu,” he said. > “Orreth sulvane, mirrod.”`, 'markdown'],
      ['<table>“Orreth sul<b>vane</b>, mirrod!”<tr><td>“Tal mirr&ouml;d &amp; okresh!” she said. (The traveller goes.)</table>', 'html'],
      [story, 'text'],
    ] as const) {
      const {tree, settings} = openStory(source, {format}, allParts)
      const {standoff} = annotate(source, {format})
      const {passages} = prepareStory(tree, source, settings)
      const placeAt = createPlaceFinder(passages)
      expect(standoff.terms.length).toBeGreaterThan(3)
      for (const {start, end} of [...standoff.utterances, ...standoff.terms, ...standoff.glosses]) {
        const place = placeAt({start, end}) as Place
        expect(toSourceSpan(passages[place.passage] as Passage, place)).toEqual({start, end})
      }
      expect(placeAt({start: source.length + 1, end: source.length + 2})).toBeUndefined()
    }
  })

  test('a fixed mistake is not reported again', () => {
    for (const message of lint(faulty).filter(({expected}) => expected)) {
      const [start = 0] = spanOf(message)
      const fixed = applyFixes(faulty, [message])
      expect(fixed).not.toBe(faulty)
      expect(lint(fixed).filter((other) => other.ruleId === message.ruleId && spanOf(other)[0] === start)).toEqual([])
    }
  })

  test.each([
    ['a script', '<script>alert("“Orreth sulvane mirrod”")</script>'],
    ['names of objects', '“constructor __proto__ toString!” He waved. (hasOwnProperty valueOf.) “Orreth constructor __proto__ sulvane.”'],
    ['nothing', ''],
    ['a lone bracket', '('],
    ['marks alone', '“”((“'],
    ['two thousand brackets after a line', `“Orreth sulvane, mirrod okresh.” ${'('.repeat(2000)}`],
  ])('%s', (_, source) => {
    for (const format of formats) checkLint(source, {format})
    checkLint(source, {dictionaries: [vessik]})
  })

  test.each([
    ['one line of half a megabyte', `${'The ferryman waited for a long time, and nobody came down to the jetty. '.repeat(7_000)}“Tal mirrod okresh!”`],
    ['thousands of lines in one paragraph', '“Tal mirrod okresh!” she said (a traveller). '.repeat(2500)],
    ['unclosed brackets and quotation marks', '“Tal okresh ( ['.repeat(10_000)],
    ['thousands of spellings', Array.from({length: 3000}, (_, i) => `“Zhu${i.toString(26).replace(/\d/gu, 'q')}th rokk${i} vezzu!” (Go.)`).join('\n\n')],
  ])('%s', {timeout: 30_000}, (_, source) => void lint(source, {format: 'text'}))
})

test.skipIf(!hasShared)('on the shared chapter', () => {
  const text = hasShared ? readFileSync(shared('story/memoirs-103.txt'), 'utf8') : ''
  const messages = lint(text, {format: 'text'})
  const counts = Object.fromEntries(ruleNames.map((name) => [name, messages.filter(({ruleId}) => ruleId === name).length]))
  console.log('Messages on the shared chapter:', counts)
  expect(Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))).toEqual({'explained-late': 1})
})
