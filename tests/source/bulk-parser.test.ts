/** The parser of HTML builds the same trees as parse5, with the same locations, in less time. */
import fc from 'fast-check'
import {defaultTreeAdapter, parse, parseFragment as parseStock} from 'parse5'
import {describe, expect, test} from 'vitest'
import {parseFragment, parsePage} from '../../src/source/html/bulk-parser.js'

const OPTIONS = {sourceCodeLocationInfo: true, scriptingEnabled: false} as const
const {createElement} = defaultTreeAdapter

/** The tree as text; parents would make it a cycle. */
const serialize = (node: object): string => JSON.stringify(node, (key, value) => (key === 'parentNode' ? undefined : value))

function expectSame(source: string): void {
  expect(serialize(parseFragment(source, createElement))).toBe(serialize(parseStock(source, OPTIONS)))
  expect(serialize(parsePage(source, createElement))).toBe(serialize(parse(source, OPTIONS)))
}

const TAGS =
  'p div b i em span a table caption colgroup col tr td th tbody ul li pre listing textarea title script style template select option svg math mi desc foreignObject h1 br hr img nobr button form frameset frame body html head noscript plaintext xmp iframe ruby rt x-y'.split(
    ' ',
  )
const TEXTS = [
  'sorul vessin',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\f',
  '\0',
  '🜁',
  '\ud800',
  '\udc00',
  '\u0085',
  '\ufffe',
  'a b\nc',
  '&amp;',
  '&',
  '&notit;',
  '&#x1F701;',
  '&#0;',
  '<',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '</',
  '<!doctype html>',
  '<?x?>',
  '"',
  '>',
  '</>',
]
const fragment = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...TEXTS)},
  {weight: 3, arbitrary: fc.constantFrom(...TAGS).chain((tag) => fc.constantFrom(`<${tag}>`, `</${tag}>`, `<${tag} title="a b &amp; c" lang=x>`, `<${tag}/>`))},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})},
)

describe('the same tree as parse5', () => {
  test.each([
    '',
    'sorul vessin',
    '<p>One line.</p>\n<p>Two\nlines &amp; more.</p>',
    '<!doctype html><html><head><title>The <inn></title></head><body>Rain <b>and <i>wind</b> here</i> today.</body></html> after',
    '<table>moved <tr><td>a cell of words</td></tr> moved too</table>',
    '<pre>\nfirst line\n\nlast</pre><textarea>\n a b </textarea>',
    '<svg><desc>some words <p>out</p></desc> a b\0c</svg> d e',
    '<select>a b <option>c d</select> e f',
    'before <frameset> a b',
    '<template>a b <tr>c d</template>',
    'a b\0c d &#0; e',
    `${'a long line of words '.repeat(8000)}<b>🜁 ${'and another '.repeat(9000)}`,
    `<p>${'x'.repeat(70_000)}\r\n${'y z '.repeat(20_000)}</p> w`,
  ])('%#', expectSame)

  test('of random pieces', () => {
    fc.assert(
      fc.property(fc.array(fragment, {maxLength: 40}), (pieces) => expectSame(pieces.join(''))),
      {numRuns: 500},
    )
  })
})

test('prose takes less time than with parse5', () => {
  const source = '<p>The ferry was late, and nobody on the quay had anything to say about it.</p>\n'.repeat(4000)
  const fastest = (run: () => unknown): number =>
    Math.min(
      ...Array.from({length: 4}, () => {
        const start = performance.now()
        run()
        return performance.now() - start
      }),
    )
  expect(fastest(() => parseFragment(source, createElement))).toBeLessThan(fastest(() => parseStock(source, OPTIONS)))
})
