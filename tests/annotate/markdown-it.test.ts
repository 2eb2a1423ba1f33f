/** Stories in markdown-it: adds spans and changes nothing else. */
import fc from 'fast-check'
import MarkdownIt, {type Token} from 'markdown-it'
import {describe, expect, test} from 'vitest'
import {type MarkdownItData, markdownItXenogloss} from '../../src/markdown-it.js'
import {randomInputs} from '../support/random-inputs.js'
import {randomStories} from '../support/random-stories.js'

const SETTINGS = {html: true, linkify: true, typographer: true}
const plain = new MarkdownIt(SETTINGS)
const annotated = new MarkdownIt(SETTINGS).use(markdownItXenogloss)

const stripSpans = (html: string) => html.replace(/<span class="xg-[^>]*>|<\/span>/gu, '')
/** Renders without the spans of terms, which have a test of their own, to keep expectations short. */
const withoutTerms = new MarkdownIt(SETTINGS).use(markdownItXenogloss)
for (const type of ['xenogloss_open', 'xenogloss_close']) {
  withoutTerms.renderer.rules[type] = (tokens, index, options, _env, self) => (tokens[index]?.info === 'term' ? '' : self.renderToken(tokens, index, options))
}
const renderWithoutTerms = (story: string) => withoutTerms.render(story).trim()
const annotateStory = (story: string): MarkdownItData => {
  const env: {xenogloss?: MarkdownItData} = {}
  annotated.render(story, env)
  return env.xenogloss as MarkdownItData
}

const line = (text: string) => `<span class="xg-utterance" lang="art-x-unknown" title="Good evening, traveller.">${text}</span>`
const gloss = (text = 'Good evening, traveller.') => `<span class="xg-gloss">(<span class="xg-translation">${text}</span>)</span>`

describe('the rendered page', () => {
  test('has terms inside utterances', () => {
    expect(annotated.renderInline('“Orreth sulvane,” she said. (Good evening.)', {})).toBe(
      '“<span class="xg-utterance" lang="art-x-unknown" title="Good evening."><span class="xg-term" lang="art-x-unknown">Orreth</span> ' +
        '<span class="xg-term" lang="art-x-unknown">sulvane</span>,</span>” she said. ' +
        '<span class="xg-gloss">(<span class="xg-translation">Good evening.</span>)</span>',
    )
  })

  const withGloss = (text: string) => `${text} (Good evening, traveller.)`
  test.each([
    ['an utterance', withGloss('“Orreth sulvane, mirrod.”'), `<p>“${line('Orreth sulvane, mirrod.')}” ${gloss()}</p>`],
    ['an utterance in emphasis', withGloss('*“Orreth sulvane, mirrod.”*'), `<p><em>“${line('Orreth sulvane, mirrod.')}”</em> ${gloss()}</p>`],
    [
      'emphasis in an utterance',
      withGloss('“Orreth **sul*va*ne**, mirrod.”'),
      `<p>“${line('Orreth <strong>sul<em>va</em>ne</strong>, mirrod.')}” ${gloss()}</p>`,
    ],
    [
      'an utterance that ends inside emphasis',
      withGloss('“Orreth *sulvane, mirrod.” She* waited.'),
      `<p>“${line('Orreth ')}<em>${line('sulvane, mirrod.')}” She</em> waited. ${gloss()}</p>`,
    ],
    ['a link', withGloss('“Orreth [sulvane](/s), mirrod.”'), `<p>“${line('Orreth <a href="/s">sulvane</a>, mirrod.')}” ${gloss()}</p>`],
    [
      'raw HTML',
      withGloss('“Orreth <b>sulvane, mirrod.” She</b> waited.'),
      `<p>“${line('Orreth ')}<b>${line('sulvane, mirrod.')}” She</b> waited. ${gloss()}</p>`,
    ],
    ['line breaks', withGloss('“Orreth\nsulvane,  \nmirrod.”'), `<p>“${line('Orreth\nsulvane,<br>\nmirrod.')}” ${gloss()}</p>`],
    ['escapes and references', withGloss('\\*&amp;\\\\ “Orreth sulvane, mirrod.”'), `<p>*&amp;\\ “${line('Orreth sulvane, mirrod.')}” ${gloss()}</p>`],
    ['smart quotes', withGloss('"Orreth sulvane, mirrod."'), `<p>“${line('Orreth sulvane, mirrod.')}” ${gloss()}</p>`],
    ['a list', withGloss('- “Orreth sulvane, mirrod.”'), `<ul>\n<li>“${line('Orreth sulvane, mirrod.')}” ${gloss()}</li>\n</ul>`],
    ['a block quote', withGloss('> “Orreth sulvane, mirrod.”'), `<blockquote>\n<p>“${line('Orreth sulvane, mirrod.')}” ${gloss()}</p>\n</blockquote>`],
  ])('%s', (_, story, html) => {
    expect(renderWithoutTerms(story)).toBe(html)
  })

  test('in a table and under a heading', () => {
    const cell = renderWithoutTerms(`| a | b |\n|---|---|\n| 1 | ${withGloss('“Orreth sulvane, mirrod.”')} |`)
    expect(cell).toContain(`<td>“${line('Orreth sulvane, mirrod.')}” ${gloss()}</td>`)
    expect(renderWithoutTerms(`# The *Road*\n\n${withGloss('“Orreth sulvane, mirrod.”')}`)).toContain(
      '<h1>The <em>Road</em></h1>\n<p>“<span class="xg-utterance"',
    )
  })

  test.each([
    ['a fence', '```\n“Orreth sulvane, mirrod.” (Good evening.)\n```'],
    ['indented code', '    “Orreth sulvane, mirrod.” (Good evening.)'],
    ['inline code', 'She typed `“Orreth sulvane, mirrod.”` and left.'],
    ['an HTML block', '<div title="x">\n“Orreth sulvane, mirrod.” (Good evening.)\n</div>'],
    ['the alt text of an image', '![“Orreth sulvane, mirrod.”](/x.png)'],
  ])('leaves %s unchanged', (_, story) => {
    expect(annotated.render(story)).toBe(plain.render(story))
  })
})

describe('the data on env', () => {
  test('has offsets into the text of the tokens', () => {
    const {text, standoff, glossary} = annotateStory('# One\n\n“*Orreth* sul\\-vane &amp; `x` mirrod,” she\nsaid. (Good evening, traveller.)')
    expect(text).toBe('One\n\n“Orreth sul-vane & \ufffc mirrod,” she\nsaid. (Good evening, traveller.)')
    const [utterance] = standoff.utterances
    expect(text.slice(utterance?.start, utterance?.end)).toBe('Orreth sul-vane & \ufffc mirrod,')
    expect(utterance?.translation).toBe('Good evening, traveller.')
    expect(standoff.glosses.map(({start, end}) => text.slice(start, end))).toEqual(['(Good evening, traveller.)'])
    expect(glossary.entries.map(({headword}) => headword)).toContain('mirrod')
  })

  test('nodes without words, and an empty document', () => {
    expect(annotateStory('***\n\n<!-- x -->')).toMatchObject({text: '', standoff: {utterances: [], terms: []}})
    expect(annotateStory('')).toMatchObject({text: ''})
  })
})

test('tokens have types, metadata and levels', () => {
  const inline = annotated.parse('“Orreth sulvane, mirrod,” she said. (Good evening, traveller.)', {}).find(({type}) => type === 'inline')
  const spans = inline?.children?.filter(({type}) => type === 'xenogloss_open')
  expect(spans?.map(({info}) => info)).toEqual(['utterance', 'term', 'term', 'term', 'gloss', 'translation'])
  expect(spans?.[0]?.meta).toMatchObject({type: 'utterance', id: 'u1', gloss: 'g1', translation: 'Good evening, traveller.'})
  let level = 0
  for (const token of inline?.children ?? []) {
    if (token.nesting < 0) level--
    expect(token.level).toBe(level)
    if (token.nesting > 0) level++
  }
})

test('invalid options throw a TypeError that names them', () => {
  expect(() => new MarkdownIt().use(markdownItXenogloss, {threshold: 2})).toThrow(/Option `threshold` must be a number from 0 to 1/u)
  expect(() => new MarkdownIt().use(markdownItXenogloss, {colour: 1} as never)).toThrow(/There is no option `colour`/u)
})

describe('invariants', () => {
  const tags = fc.constantFrom(
    '<b>',
    '</b>',
    '<i lang=tlh>',
    '</i>',
    '<br>',
    '<kbd>',
    '</kbd>',
    '<x-y/>',
    '*',
    '**',
    '_',
    '~~',
    '[',
    '](/a)',
    '\n',
    '\\\n',
    '&lt;',
  )
  const words = fc.constantFrom('“Orreth', 'sulvane,', 'mirrod.”', 'She said.', '(Good', 'evening.)', '“Vennu okresh tal?”')
  const tangled = fc.array(fc.oneof(tags, words), {maxLength: 30}).map((pieces) => pieces.join(' '))

  test('without the spans the output equals that of plain markdown-it', () => {
    fc.assert(
      fc.property(fc.oneof(randomStories, tangled), (story) => {
        expect(stripSpans(annotated.render(story))).toBe(plain.render(story))
      }),
      randomInputs(20),
    )
  })

  test('spans and elements are nested, and offsets refer to the text', () => {
    fc.assert(
      fc.property(fc.oneof(randomStories, tangled), (story) => {
        const env: {xenogloss?: MarkdownItData} = {}
        const words = new Map<unknown, string>()
        for (const {children} of annotated.parse(story, env)) {
          const open: Token[] = []
          for (const token of children ?? []) {
            if (token.nesting > 0) open.push(token)
            if (token.nesting < 0) expect(open.pop()?.tag).toBe(token.tag)
            if (token.type === 'text') for (const {meta} of open) if (meta) words.set(meta.id, (words.get(meta.id) ?? '') + token.content)
          }
          expect(open).toEqual([])
        }
        const {text, standoff} = env.xenogloss as MarkdownItData
        for (const {id, start, end} of [...standoff.utterances, ...standoff.terms]) {
          expect(text.slice(start, end).replace(/[\n\ufffc]/gu, '')).toBe(words.get(id))
        }
      }),
      randomInputs(20),
    )
  })

  test('deeply nested tags', () => {
    const story = `${'<b>'.repeat(20_000)} “Orreth sulvane, mirrod.” (Good evening, traveller.)`
    expect(stripSpans(annotated.render(story))).toBe(plain.render(story))
  })
})
