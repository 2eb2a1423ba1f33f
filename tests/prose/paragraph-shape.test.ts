/** Plain text as it comes: the same story in every shape; `¶` is drawn before each paragraph. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {annotate, type Format} from '../../src/index.js'
import {isHead, isOrnament} from '../../src/prose/headings.js'
import {paragraphsOf, shapeOf} from '../../src/prose/paragraph-shape.js'
import {starred} from '../../src/prose/stars.js'
import {parse} from '../../src/source/parse.js'
import {draw, undraw} from '../support/drawn.js'

/** A story with its paragraphs drawn in. */
function drawParagraphs(source: string): string {
  const stretches = parse(source, {format: 'text'}).children.map(({position}) => ({start: position!.start.offset!, end: position!.end.offset!}))
  const shape = shapeOf(stretches.map(({start, end}) => source.slice(start, end)))
  let drawn = ''
  let at = 0
  for (const stretch of stretches) {
    for (const {start} of paragraphsOf(source, stretch, shape)) {
      const begin = start + source.slice(start).search(/\S/u)
      drawn += `${source.slice(at, begin)}¶`
      at = begin
    }
  }
  return drawn + source.slice(at)
}
const check = (drawn: string) => expect(drawParagraphs(drawn.replaceAll('¶', ''))).toBe(drawn)

/** A story in languages of our own: enough lines to tell its shape. */
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

/** A paragraph broken so that no line is wider. */
function broken(paragraph: string, width: number, indent = ''): string {
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
  'one paragraph a line': (paragraphs) => paragraphs.join('\n'),
  'one indented paragraph a line': (paragraphs) => paragraphs.map((text) => `\t${text}`).join('\n'),
  'broken, blank lines': (paragraphs, width) => paragraphs.map((text) => broken(text, width)).join('\n\n'),
  'broken, indents': (paragraphs, width) => paragraphs.map((text) => broken(text, width, '    ')).join('\n'),
  'broken, indents and blank lines': (paragraphs, width) => paragraphs.map((text) => broken(text, width, '  ')).join('\n\n'),
  'broken, neither': (paragraphs, width) => paragraphs.map((text) => broken(text, width)).join('\n'),
  'broken, a margin': (paragraphs, width) => paragraphs.map((text) => broken(text, width).replace(/^/gmu, '     ')).join('\n\n'),
}
const WIDTHS = [40, 55, 66, 72, 79, 100]
const ENDINGS = {Unix: '\n', Windows: '\r\n', 'old Macs': '\r'}

/** What was found, in words. */
function foundIn(source: string, format: Format = 'text') {
  const {utterances, glosses} = annotate(source, {format}).standoff
  const plain = ({start, end}: {start: number; end: number}) => source.slice(start, end).replace(/\s+/gu, ' ')
  const numbers = new Map(utterances.map(({id}, index) => [id, index]))
  return {lines: utterances.map(plain), glosses: glosses.map((gloss) => [plain(gloss), gloss.of.map((id) => numbers.get(id))])}
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
      for (const ending of Object.values(ENDINGS)) {
        expect(foundIn(shape(PARAGRAPHS, width).replaceAll('\n', ending))).toEqual(expected)
      }
    }
  })

  test.each(['blank lines', 'broken, blank lines', 'broken, neither', 'one paragraph a line'])('in Markdown: %s', (name) => {
    for (const width of WIDTHS) expect(foundIn(SHAPES[name]!(PARAGRAPHS, width), 'markdown')).toEqual(expected)
  })

  test.each(Object.entries(SHAPES))('its paragraphs: %s', (name, shape) => {
    const drawn = PARAGRAPHS.map((text) => `¶${text}`)
    for (const width of WIDTHS) {
      const expected = shape(drawn, width + 1)
      if (name !== 'broken, neither') {
        check(expected)
        continue
      }
      // Where the last line of a paragraph happens to be full, nothing tells that it is the last.
      const found = drawParagraphs(expected.replaceAll('¶', ''))
      expect(expected.split('\n').map((line, index) => found.split('\n')[index]!.startsWith('¶') && !line.startsWith('¶'))).not.toContain(true)
      expect(found.match(/¶/gu)!.length).toBeGreaterThanOrEqual(drawn.length - 2)
    }
  })

  test('in any order, with scene breaks and chapters between', () => {
    const between = fc.constantFrom('* * *', '#', '~~~', '-----', 'oOo', 'Chapter 4: The Salt Road', 'CHAPTER IV.')
    const stories = fc.tuple(fc.shuffledSubarray(PARAGRAPHS, {minLength: 5}), between, fc.constantFrom(...Object.keys(SHAPES)), fc.constantFrom(...WIDTHS))
    fc.assert(
      fc.property(stories, ([paragraphs, ornament, name, width]) => {
        const story = [...paragraphs.slice(0, 3), ornament, ...paragraphs.slice(3)]
        expect(foundIn(SHAPES[name]!(story, width))).toEqual(foundIn(story.join('\n\n')))
      }),
      {numRuns: 60},
    )
  })
})

describe('paragraphs', () => {
  test('scenes parted by blank lines, one paragraph a line', () =>
    check('¶It was late.\n¶“Sel davan,” she said.\n¶He nodded. The lamp went out.\n\n¶It was early.\n¶“Ve tal,” he said.\n¶Nobody laughed.'))

  test('verse stays together in broken prose', () =>
    check(
      `${PARAGRAPHS.slice(0, 3)
        .map((text) => `¶${broken(text, 66)}`)
        .join('\n\n')}\n\n¶The river goes,\nThe lamp is lit,\nAnd nobody knows.\nThe end of it\n\n¶She laughed.`,
    ))

  test('verse stays together where every other line is a paragraph', () =>
    check(
      `${PARAGRAPHS.slice(0, 3)
        .map((text) => `¶${text}`)
        .join('\n')}\n¶The river goes,\nthe lamp is lit,\nand nobody knows\nwho waits for it.\n¶${PARAGRAPHS.slice(3).join('\n¶')}`,
    ))

  test('verse stays together between paragraphs', () =>
    check(`¶${PARAGRAPHS[0]}\n\n¶The river goes,\nThe lamp is lit,\nAnd nobody knows.\nThe end of it\n\n¶${PARAGRAPHS[2]}`))

  test('a title, and the paragraph under it', () => check(`¶The Salt Road\n¶${PARAGRAPHS.join('\n¶')}`))

  test('a bracket on a line of its own goes with what stands before it', () => check('¶“Sel davan.”\n(I am here.)\n¶She sat down.\n¶“Ve tal.”\n(So am I.)'))

  test('a chapter’s number is no part of a paragraph', () => check(`¶CHAPTER IV.\n¶${broken(PARAGRAPHS[0]!, 60)}\n¶* * *\n¶${broken(PARAGRAPHS[3]!, 60)}`))

  test('form feeds', () => check(`¶${broken(PARAGRAPHS[0]!, 60).replace(/\n(?=.*$)/u, '\n\f')}\n\n\f\n¶${broken(PARAGRAPHS[2]!, 60)}`))

  test('lines that say nothing of their shape stay together', () => check('¶Sel davan,\nve tal'))

  test('nothing', () => check('\n \n\f\n'))
})

describe('a gloss on the next line', () => {
  test.each<Format>(['text', 'markdown'])('%s', (format) => {
    const drawn =
      '“⟦u1 Orreth sulvane, mirrod.⟧”\n⟦g (⟦t1 Good evening, traveller.⟧)⟧\n“⟦u2 Vennu okresh tal mirrod?⟧”\n⟦g (⟦t2 Where does the traveller go?⟧)⟧'
    const source = undraw(drawn)
    expect(draw(source, annotate(source, {format}).standoff)).toBe(drawn)
  })
})

describe('emphasis in plain text', () => {
  const stars = (text: string) => {
    let drawn = ''
    let at = 0
    for (const {start, end} of starred(text)) {
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
  ])('%s', (drawn) => expect(stars(drawn.replace(/[⟦⟧]/gu, ''))).toBe(drawn))

  test('does not go over paragraphs, and thoughts in it are found', () => {
    const drawn = `“⟦u1 Orreth sulvane, mirrod.⟧” The old ferryman lifted his lamp. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

_⟦u2 Vennu okresh tal mirrod?⟧_ he thought. ⟦g (⟦t2 Where does the traveller go?⟧)⟧ _It was late.

It was too_ late for a ferry.`
    const source = undraw(drawn)
    expect(draw(source, annotate(source, {format: 'text'}).standoff)).toBe(drawn)
  })
})

describe('what parts scenes', () => {
  test.each(['* * *', '***', '#', '~~~', '-----', '~ * ~ * ~', 'oOo', '-o-O-o-', 'x X x', '…', '⁂'])('%s', (line) => expect(isOrnament(line)).toBe(true))
  test.each(['', '  ', 'ox', 'Oxo!a', '“…”', 'I', '12', 'sel'])('%j does not', (line) => expect(isOrnament(line)).toBe(false))
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
  ])('%s, anywhere', (line) => expect(isHead(line, false)).toBe(true))
  test.each(['THE SALT ROAD', 'The Salt Road', 'A Lamp on the Jetty', 'Prologue', 'PROLOGUE.', 'Translations:', 'Chapter One'])(
    '%s, where titles stand',
    (line) => {
      expect(isHead(line, true)).toBe(true)
      expect(isHead(line, false)).toBe(false)
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
  ])('%s, nowhere', (line) => expect(isHead(line, true)).toBe(false))

  test('a foreign line that stands alone at the beginning is none', () => {
    const drawn = `Chapter 4: The Salt Road

⟦u1 Orreth sulvane mirrod vennu okresh tal.⟧ ⟦g (⟦t1 Good evening, traveller, and where do you go?⟧)⟧

oOo

“⟦u2 Sulvane tal okresh,⟧” she said. ⟦g (⟦t2 The evening goes on.⟧)⟧`
    const source = undraw(drawn)
    expect(draw(source, annotate(source, {format: 'text'}).standoff)).toBe(drawn)
  })
})

describe('whatever comes', () => {
  test.each(['a\n', 'a.\n', 'a\r', ' a\n', '\n', '\f', '\r\n \n', '*a ', '_a_ ', 'a* ', '*', '_', 'I\n', '# \n', '(\n', 'Aa bb cc dd.\n    Ee ff\n'])(
    '300 KB of %j cost linear time',
    (piece) => {
      const text = piece.repeat(3e5 / piece.length)
      const shape = shapeOf([text, text])
      expect([...paragraphsOf(text, {start: 0, end: text.length}, shape)].length).toBeLessThanOrEqual(text.length)
      starred(text)
      isHead(text, true)
      isOrnament(text)
    },
  )
})
