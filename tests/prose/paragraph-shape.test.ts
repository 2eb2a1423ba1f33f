/** Paragraphs of plain text: the same story in every shape. `¶` marks the start of each paragraph. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {annotate, type Format} from '../../src/index.js'
import {isChapterHeading, isSceneBreak} from '../../src/prose/headings.js'
import {detectParagraphShape, splitParagraphs} from '../../src/prose/paragraph-shape.js'
import {findStarEmphasis} from '../../src/prose/star-emphasis.js'
import {plainText} from '../../src/source/plain-text.js'
import {drawAnnotations, undrawAnnotations} from '../support/drawn-stories.js'
import {randomInputs} from '../support/random-inputs.js'

/** Returns a story with its paragraph starts marked. */
function drawParagraphs(source: string): string {
  const blocks = plainText.parse(source).children.map(({position}) => ({start: position!.start.offset!, end: position!.end.offset!}))
  const shape = detectParagraphShape(blocks.map(({start, end}) => source.slice(start, end)))
  let drawn = ''
  let at = 0
  for (const block of blocks) {
    for (const {start} of splitParagraphs(source, block, shape)) {
      const begin = start + source.slice(start).search(/\S/u)
      drawn += `${source.slice(at, begin)}¶`
      at = begin
    }
  }
  return drawn + source.slice(at)
}
const checkParagraphs = (drawn: string) => expect(drawParagraphs(drawn.replaceAll('¶', ''))).toBe(drawn)

/** A story with enough lines to detect its shape. */
const PARAGRAPHS = [
  'The ferry had been late all winter, and the people on the jetty no longer looked up when the bell rang across the water. Tavik the harbour master wrote the hour into his book, and under it the weather, and under the weather nothing at all.',
  '“Orreth sulvane, mirrod.” The old ferryman lifted his lamp to see who was standing there. (Good evening, traveller.)',
  'Nobody answered. A rope creaked, and somewhere behind the sheds a dog had begun to bark at the tide, as it did every night when the wind came from the marshes and smelt of salt.',
  '“Vennu okresh tal mirrod?” he asked, more loudly than before, and held the lamp out over the planks so that its light fell on a pair of wet boots and the hem of a coat. (Where does the traveller go?)',
  '“I don’t know,” said the woman in the coat.',
  '“Sulvane tal okresh,” he said. “Mirrod vennu sulvane orreth.” He shook his head, and moved the oars to make room for her. (The evening goes on. The traveller is where the good evening is.)',
  'She laughed at that.',
  'It was the first time in a month that anybody had laughed on the jetty, and Tavik, who heard it through the window, put down his pen and forgot for a while to write that down as well.',
]

/** Wraps a paragraph so that no line exceeds the width. */
function wrap(paragraph: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = indent
  for (const word of paragraph.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line += line.trim() === '' ? word : ` ${word}`
  }
  return [...lines, line].join('\n')
}

const SHAPES: Record<string, (paragraphs: readonly string[], width: number) => string> = {
  'blank lines': (paragraphs) => paragraphs.join('\n\n'),
  'one paragraph per line': (paragraphs) => paragraphs.join('\n'),
  'one indented paragraph per line': (paragraphs) => paragraphs.map((text) => `\t${text}`).join('\n'),
  'wrapped, blank lines': (paragraphs, width) => paragraphs.map((text) => wrap(text, width)).join('\n\n'),
  'wrapped, indents': (paragraphs, width) => paragraphs.map((text) => wrap(text, width, '    ')).join('\n'),
  'wrapped, indents and blank lines': (paragraphs, width) => paragraphs.map((text) => wrap(text, width, '  ')).join('\n\n'),
  'wrapped, neither': (paragraphs, width) => paragraphs.map((text) => wrap(text, width)).join('\n'),
  'wrapped, a margin': (paragraphs, width) => paragraphs.map((text) => wrap(text, width).replace(/^/gmu, '     ')).join('\n\n'),
}
const WIDTHS = [40, 55, 66, 72, 79, 100]
const LINE_ENDINGS = {Unix: '\n', Windows: '\r\n', 'old Macs': '\r'}

/** Returns the utterances as text, and the glosses as text with the indices of their utterances. */
function annotateAsText(source: string, format: Format = 'text') {
  const {utterances, glosses} = annotate(source, {format}).standoff
  const toText = ({start, end}: {start: number; end: number}) => source.slice(start, end).replace(/\s+/gu, ' ')
  const numbers = new Map(utterances.map(({id}, index) => [id, index]))
  return {lines: utterances.map(toText), glosses: glosses.map((gloss) => [toText(gloss), gloss.of.map((id) => numbers.get(id))])}
}

describe('the same story in every shape', () => {
  const expected = {
    lines: ['Orreth sulvane, mirrod.', 'Vennu okresh tal mirrod?', 'Sulvane tal okresh,', 'Mirrod vennu sulvane orreth.'],
    glosses: [
      ['(Good evening, traveller.)', [0]],
      ['(Where does the traveller go?)', [1]],
      ['(The evening goes on. The traveller is where the good evening is.)', [2, 3]],
    ],
  }
  test.each(Object.entries(SHAPES))('%s', (_, shape) => {
    for (const width of WIDTHS) {
      for (const ending of Object.values(LINE_ENDINGS)) {
        expect(annotateAsText(shape(PARAGRAPHS, width).replaceAll('\n', ending))).toEqual(expected)
      }
    }
  })

  test.each(['blank lines', 'wrapped, blank lines', 'wrapped, neither', 'one paragraph per line'])('in Markdown: %s', (name) => {
    for (const width of WIDTHS) expect(annotateAsText(SHAPES[name]!(PARAGRAPHS, width), 'markdown')).toEqual(expected)
  })

  test.each(Object.entries(SHAPES))('paragraphs: %s', (name, shape) => {
    const drawn = PARAGRAPHS.map((text) => `¶${text}`)
    for (const width of WIDTHS) {
      const expected = shape(drawn, width + 1)
      if (name !== 'wrapped, neither') {
        checkParagraphs(expected)
        continue
      }
      // A full line at the end of a paragraph cannot be recognized as the last.
      const found = drawParagraphs(expected.replaceAll('¶', ''))
      expect(expected.split('\n').map((line, index) => found.split('\n')[index]!.startsWith('¶') && !line.startsWith('¶'))).not.toContain(true)
      expect(found.match(/¶/gu)!.length).toBeGreaterThanOrEqual(drawn.length - 2)
    }
  })

  test('in any order, with a scene break or chapter heading between', () => {
    const separators = fc.constantFrom('* * *', '#', '~~~', '-----', 'oOo', 'Chapter 4: The Salt Road', 'CHAPTER IV.')
    const stories = fc.tuple(fc.shuffledSubarray(PARAGRAPHS, {minLength: 5}), separators, fc.constantFrom(...Object.keys(SHAPES)), fc.constantFrom(...WIDTHS))
    fc.assert(
      fc.property(stories, ([paragraphs, separator, name, width]) => {
        const story = [...paragraphs.slice(0, 3), separator, ...paragraphs.slice(3)]
        expect(annotateAsText(SHAPES[name]!(story, width))).toEqual(annotateAsText(story.join('\n\n')))
      }),
      randomInputs(20),
    )
  })
})

describe('paragraphs', () => {
  test('scenes separated by blank lines, one paragraph per line', () =>
    checkParagraphs('¶It was late.\n¶“Sel davan,” she said.\n¶He nodded. The lamp went out.\n\n¶It was early.\n¶“Ve tal,” he said.\n¶Nobody laughed.'))

  test('verse stays together in wrapped prose', () =>
    checkParagraphs(
      `${PARAGRAPHS.slice(0, 3)
        .map((text) => `¶${wrap(text, 66)}`)
        .join('\n\n')}\n\n¶The river goes,\nThe lamp is lit,\nAnd nobody knows.\nThe end of it\n\n¶She laughed.`,
    ))

  test('verse stays together where all other lines are paragraphs', () =>
    checkParagraphs(
      `${PARAGRAPHS.slice(0, 3)
        .map((text) => `¶${text}`)
        .join('\n')}\n¶The river goes,\nthe lamp is lit,\nand nobody knows\nwho waits for it.\n¶${PARAGRAPHS.slice(3).join('\n¶')}`,
    ))

  test('verse stays together between paragraphs', () =>
    checkParagraphs(`¶${PARAGRAPHS[0]}\n\n¶The river goes,\nThe lamp is lit,\nAnd nobody knows.\nThe end of it\n\n¶${PARAGRAPHS[2]}`))

  test('a title and the paragraph below it', () => checkParagraphs(`¶The Salt Road\n¶${PARAGRAPHS.join('\n¶')}`))

  test('a bracket on its own line belongs to the paragraph before it', () =>
    checkParagraphs('¶“Sel davan.”\n(I am here.)\n¶She sat down.\n¶“Ve tal.”\n(So am I.)'))

  test('a chapter number is not part of a paragraph', () => checkParagraphs(`¶CHAPTER IV.\n¶${wrap(PARAGRAPHS[0]!, 60)}\n¶* * *\n¶${wrap(PARAGRAPHS[3]!, 60)}`))

  test('form feeds', () => checkParagraphs(`¶${wrap(PARAGRAPHS[0]!, 60).replace(/\n(?=.*$)/u, '\n\f')}\n\n\f\n¶${wrap(PARAGRAPHS[2]!, 60)}`))

  test('lines without a recognizable shape stay together', () => checkParagraphs('¶Sel davan,\nve tal'))

  test('blank text', () => checkParagraphs('\n \n\f\n'))
})

describe('a gloss on the next line', () => {
  test.each<Format>(['text', 'markdown'])('%s', (format) => {
    const drawn =
      '“⟦u1 Orreth sulvane, mirrod.⟧”\n⟦g (⟦t1 Good evening, traveller.⟧)⟧\n“⟦u2 Vennu okresh tal mirrod?⟧”\n⟦g (⟦t2 Where does the traveller go?⟧)⟧'
    const source = undrawAnnotations(drawn)
    expect(drawAnnotations(source, annotate(source, {format}).standoff)).toBe(drawn)
  })
})

describe('emphasis in plain text', () => {
  const drawEmphasis = (text: string) => {
    let drawn = ''
    let at = 0
    for (const {start, end} of findStarEmphasis(text)) {
      drawn += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`
      at = end
    }
    return drawn + text.slice(at)
  }
  test.each([
    '_⟦Sel davan⟧_, she thought. *⟦Ve tal.⟧* **⟦Sel!⟧** ***⟦Ve!⟧***',
    '"_⟦Sel⟧_," she said, "*⟦davan⟧*."',
    '_⟦Sel *davan* tal⟧_',
    '_⟦sel_davan_tal⟧_ snake_case_name __⟦init⟧__',
    '_⟦two\nlines⟧_',
    'It was (*⟦very⟧*) late—_⟦too⟧_ late.',
    '2 * 3 * 4, 2*3*4, a_b_c',
    'the davu* and the venna** of old',
    '* a note',
    'one *star, another* star* word'.replace('*star, another*', '*⟦star, another⟧*'),
    'Name: _____ Date: ____',
    '* * *',
    '_never closed',
    '/usr/share/ and /or/',
  ])('%s', (drawn) => expect(drawEmphasis(drawn.replace(/[⟦⟧]/gu, ''))).toBe(drawn))

  test('does not extend over paragraphs, and utterances inside it are found', () => {
    const drawn = `“⟦u1 Orreth sulvane, mirrod.⟧” The old ferryman lifted his lamp. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

_⟦u2 Vennu okresh tal mirrod?⟧_ he thought. ⟦g (⟦t2 Where does the traveller go?⟧)⟧ _It was late.

It was too_ late for a ferry.`
    const source = undrawAnnotations(drawn)
    expect(drawAnnotations(source, annotate(source, {format: 'text'}).standoff)).toBe(drawn)
  })
})

describe('scene breaks', () => {
  test.each(['* * *', '***', '#', '~~~', '-----', '~ * ~ * ~', 'oOo', '-o-O-o-', 'x X x', '…', '⁂'])('%s', (line) => expect(isSceneBreak(line)).toBe(true))
  test.each(['', '  ', 'ox', 'Oxo!a', '“…”', 'I', '12', 'sel'])('%j is not a scene break', (line) => expect(isSceneBreak(line)).toBe(false))
})

describe('headings', () => {
  test.each([
    'CHAPTER IV.',
    'Chapter 4: The Salt Road',
    'Chapter 4 – The Salt Road',
    'IV',
    'XII.',
    '12',
    'Part 2',
    'BOOK II',
    '*** Chapter 7 ***',
    '_Chapter 7_',
  ])('%s is a heading anywhere', (line) => expect(isChapterHeading(line, false)).toBe(true))
  test.each(['THE SALT ROAD', 'The Salt Road', 'A Lamp on the Jetty', 'Prologue', 'PROLOGUE.', 'Translations:', 'Chapter One'])(
    '%s is a heading only where titles stand',
    (line) => {
      expect(isChapterHeading(line, true)).toBe(true)
      expect(isChapterHeading(line, false)).toBe(false)
    },
  )
  test.each([
    'Sulvane tal okresh vennu mirrod',
    'Sulvane tal okresh!',
    'SULVANE TAL OKRESH!',
    'Sulvane.',
    '“Sulvane Tal Okresh”',
    '(Good Evening)',
    'She Laughed, He Wept,',
    'It was dark and the lamp was out',
    'Mira left in 1204.',
    'I saw it',
    'Chapter 4 was the last that she read.',
    '1. Make way!',
  ])('%s is not a heading', (line) => expect(isChapterHeading(line, true)).toBe(false))

  test('an utterance alone at the beginning of a chapter is not a heading', () => {
    const drawn = `Chapter 4: The Salt Road

⟦u1 Orreth sulvane mirrod vennu okresh tal.⟧ ⟦g (⟦t1 Good evening, traveller, and where do you go?⟧)⟧

oOo

“⟦u2 Sulvane tal okresh,⟧” she said. ⟦g (⟦t2 The evening goes on.⟧)⟧`
    const source = undrawAnnotations(drawn)
    expect(drawAnnotations(source, annotate(source, {format: 'text'}).standoff)).toBe(drawn)
  })
})

describe('any text', () => {
  test.each(['a\n', 'a.\n', 'a\r', ' a\n', '\n', '\f', '\r\n \n', '*a ', '_a_ ', 'a* ', '*', '_', 'I\n', '# \n', '(\n', 'Aa bb cc dd.\n    Ee ff\n'])(
    '100 KB of %j takes linear time',
    {timeout: 30_000},
    (piece) => {
      const text = piece.repeat(1e5 / piece.length)
      const shape = detectParagraphShape([text, text])
      expect([...splitParagraphs(text, {start: 0, end: text.length}, shape)].length).toBeLessThanOrEqual(text.length)
      findStarEmphasis(text)
      isChapterHeading(text, true)
      isSceneBreak(text)
    },
  )
})
