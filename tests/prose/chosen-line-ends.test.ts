/** Which line endings of plain text are the author's, in the tree and in what is shown of it. */
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import {toHast} from '../../src/html.js'
import {annotate} from '../../src/index.js'
import {findChosenLineEnds} from '../../src/prose/chosen-line-ends.js'
import {wrappedText} from '../reader/stories.js'

/** The text with a sign at the ends that were chosen, and spaces at the others. */
const marked = (...texts: string[]): string[] =>
  findChosenLineEnds(texts).map((ends, index) => {
    const text = texts[index] as string
    const pieces = [0, ...ends.map(({end}) => end)].map((from, at) => text.slice(from, ends[at]?.start))
    return pieces.map((piece) => piece.replace(/\r\n?|\n/gu, ' ')).join('¶')
  })

/** Prose as a program wraps it. */
function wrap(text: string, width: number, ending = '\n'): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join(ending)
}

const PROSE = 'the ferry was late and nobody on the quay had anything to say about it until the lamp on the far side was lit and the bell rang '
const paragraph = `${PROSE.repeat(4)}and then it stopped.`

describe('line ends', () => {
  test.each([48, 60, 72, 78].flatMap((width) => ['\n', '\r\n', '\r'].map((ending) => [width, ending] as const)))(
    'of prose that a program wrapped at %i, with %j, are spaces',
    (width, ending) => {
      const texts = [paragraph, paragraph.slice(40), paragraph.slice(100)].map((text) => wrap(text, width, ending))
      expect(marked(...texts).join('')).not.toContain('¶')
    },
  )

  test('of verse, letters and lists are kept, beside wrapped prose', () => {
    const [prose, verse, letter, list] = marked(...wrappedText.trim().split('\n\n'))
    expect(prose).not.toContain('¶')
    expect(verse).toBe('Orreth sulvane, mirrod,¶sulvane orreth,¶and no one came to me.')
    expect(letter).toMatch(/^Dear Oda,¶the lamp .* for the boat that you said would come. It did not come.¶Yours,¶Marrek$/u)
    expect(list?.split('¶')).toHaveLength(3)
  })

  test.each(['\n', '\r\n', '\r'])('are all kept where paragraphs are single lines, with %j', (ending) => {
    expect(marked(paragraph, ['No one came,', 'no one at all,', 'and the rain fell.'].join(ending))[1]).toBe('No one came,¶no one at all,¶and the rain fell.')
  })

  test('between items of a list are kept even after full lines', () => {
    const items = ['- bread and salt', `- ${'rope '.repeat(13)}`.trim(), `2. ${'oil '.repeat(20)}`.trim()]
    expect(
      marked(...[paragraph, paragraph].map((text) => wrap(text, 72)), items.join('\n'))
        .at(-1)
        ?.split('¶'),
    ).toEqual(items)
  })
})

test('chosen line ends are breaks in the tree and the page, and no others', () => {
  const annotation = annotate(wrappedText, {format: 'text'})
  const breaks = JSON.stringify(annotation.tree).match(/"type":"break"/gu)
  expect(breaks).toHaveLength(7)
  const html = toHtml(toHast(annotation))
  expect(html.match(/<br>/gu)).toHaveLength(7)
  expect(html.replace(/<[^>]*>/gu, '')).toContain('Dear Oda,\nthe lamp is lit')
})

test('an annotated line over a break keeps its place in the source', () => {
  const {standoff} = annotate('“Orreth sulvane,\r\nmirrod tal.” (Good evening, dear guest.)', {format: 'text', terms: ['orreth', 'sulvane', 'mirrod', 'tal']})
  expect(standoff.utterances.map(({start, end}) => [start, end])).toEqual([[1, 29]])
})

test('a megabyte of lines takes linear time', () => {
  const texts = Array.from({length: 20_000}, (_, index) => `line ${index}\nand ${'another '.repeat(index % 7)}`)
  const start = performance.now()
  expect(findChosenLineEnds(texts)).toHaveLength(20_000)
  expect(findChosenLineEnds([texts.join('\n')])).toHaveLength(1)
  expect(performance.now() - start).toBeLessThan(4000)
})
