import fc from 'fast-check'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {expect, test} from 'vitest'
import {parseProse} from '../../src/source/markdown/parse-prose.js'
import {randomStories} from '../support/random-stories.js'

const parse = (source: string) => parseProse(source, (rest) => fromMarkdown(rest))

/** Random concatenations of Markdown syntax, plain words and line endings. */
const randomMarkdown = fc
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

test('the tree equals that of the full parser', () => {
  fc.assert(
    fc.property(randomMarkdown, (source) => {
      expect(parse(source)).toEqual(fromMarkdown(source))
    }),
    {numRuns: 1000},
  )
  fc.assert(
    fc.property(randomStories, (source) => {
      expect(parse(source)).toEqual(fromMarkdown(source))
    }),
  )
})

test('paragraphs without syntax are not passed to the parser', () => {
  const parsed: string[] = []
  parseProse('Plain.\n\n*Marked.*\n\nPlain\nagain.\n\n- a\n\n- b\n\nPlain.', (rest) => {
    parsed.push(rest)
    return fromMarkdown(rest)
  })
  expect(parsed).toEqual(['*Marked.*\n\nx\n\n- a\n\n- b'])
})
