import fc from 'fast-check'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {expect, test} from 'vitest'
import {readProse} from '../../src/source/markdown/prose-blocks.js'
import {prose} from '../support/prose.js'

const read = (source: string) => readProse(source, (rest) => fromMarkdown(rest))

/** Everything that means something to Markdown, plain words, and the line endings between them. */
const soup = fc
  .array(
    fc.constantFrom(
      ...[
        'One word.',
        'Two\nlines here',
        '“Sel davan,” she said.',
        '*',
        '**',
        '_',
        '`',
        '```',
        '~~~',
        '# ',
        '#',
        '> ',
        '- ',
        '+ ',
        '1. ',
        '1) ',
        '12',
        '    ',
        '  ',
        ' ',
        '\t',
        '\n',
        '\n\n',
        '\n\n\n',
      ],
      ...[
        '===',
        '---',
        '***',
        '* * *',
        '[a]',
        '[a]: b',
        '[^1]',
        '[^1]: c',
        '![',
        '](',
        '<b>',
        '<!-- ',
        '-->',
        '</b>',
        '<script>',
        '&amp;',
        '&',
        '\\',
        '\\*',
        '|',
        ':',
        '~',
        'http://x.y',
        '\r\n',
        '\r',
        'ʼtis',
        '—',
        '…',
        'é',
        '\u0301',
      ],
    ),
    {maxLength: 40},
  )
  .map((pieces) => pieces.join(''))

test('the tree is that of the parser', () => {
  fc.assert(
    fc.property(soup, (source) => {
      expect(read(source)).toEqual(fromMarkdown(source))
    }),
    {numRuns: 3000},
  )
  fc.assert(
    fc.property(prose, (source) => {
      expect(read(source)).toEqual(fromMarkdown(source))
    }),
  )
})

test('what has no mark is not given to the parser', () => {
  const given: string[] = []
  readProse('Plain.\n\n*Marked.*\n\nPlain\nagain.\n\n- a\n\n- b\n\nPlain.', (rest) => {
    given.push(rest)
    return fromMarkdown(rest)
  })
  expect(given).toEqual(['*Marked.*\n\nx\n\n- a\n\n- b'])
})
