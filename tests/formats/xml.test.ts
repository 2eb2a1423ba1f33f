/** Reading untrusted XML. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {lift} from '../../src/formats/lift/lift.js'
import {tei} from '../../src/formats/tei/tei.js'

describe.each([
  {
    format: tei,
    open: '<TEI><text><body>',
    close: '</body></text></TEI>',
    entry: '<entry xml:id="a"><form><orth>ollim</orth></form></entry>',
    sense: '<sense><def>x</def></sense>',
    id: 'xml:id',
  },
  {
    format: lift,
    open: '<lift version="0.13">',
    close: '</lift>',
    entry: '<entry id="a"><lexical-unit><form lang="tlh"><text>ollim</text></form></lexical-unit></entry>',
    sense: '<sense><gloss lang="en"><text>x</text></gloss></sense>',
    id: 'id',
  },
])('reading $format.name', ({format, open, close, entry, sense, id}) => {
  const root = open.slice(1, 4)
  const withSenses = (count: number, one = sense) => `${open}${entry.replace('</entry>', `${one.repeat(count)}</entry>`)}${close}`
  const attributes = Array.from('abcdefghijklmnopqrst', (name) => ` ${name}=""`).join('')

  test.each([
    ['a “billion laughs” attack', `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n${open}&b;${close}`, /line 1: expected no DOCTYPE/u],
    [
      'an external entity',
      `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n${open}&e;${close}`,
      /line 2: expected no DOCTYPE/u,
    ],
    ['an external DOCTYPE', `\n<!DOCTYPE lift PUBLIC "-//X" "http://nowhere.invalid/x.dtd">${open}${close}`, /line 2: expected no DOCTYPE/u],
    ['an undeclared entity', `${open}\n&nbsp;${close}`, /line 2: not XML: undefined entity, after “&nbsp;”/u],
    ['a truncated file', `${open}\n${entry}\n${entry.slice(0, 30)}`, /line \d: not XML/u],
    ['a truncated comment', `${open}<!-- ${entry}`, /line 1: not XML/u],
    ['a truncated attribute', `${open}<entry id="`, /line 1: not XML/u],
    ['an unclosed element', `${open}\n<entry><sense></entry>${close}`, /line 2: not XML: unexpected close tag, after “<entry><sense><\/entry>”/u],
    ['another root element', '<html><body/></html>', new RegExp(`line 1: expected <${root}\\w*>, got <html>`, 'u')],
    ['plain text', 'ollim,child', /line 1: not XML/u],
    ['a duplicate id', `${open}\n${entry}\n${entry}${close}`, new RegExp(`line 3: expected a unique ${id}, got “a”, already used on line 2`, 'u')],
    ['deep nesting', `${open}${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${close}`, /line 1: expected at most 200 nested elements/u],
    ['a control character', `${open}\n\u0001${close}`, /line 2: not XML: disallowed character/u],
  ])('%s causes an error with its location', (_, input, message) => {
    let thrown: unknown
    // Reads only once, because some inputs are large.
    try {
      format.read(input, {file: 'words.xml'})
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(TypeError)
    expect((thrown as Error).message).toMatch(message)
    expect((thrown as Error).message).toMatch(/^words\.xml: /u)
  })

  // The limit is of both formats, in what both read entries with.
  if (format === tei || process.env.FUZZ) {
    test('millions of tags and attributes cause an error', () => {
      const entries = withSenses(180_000, sense.replace('>', `${attributes}>`))
      expect(() => format.read(entries, {file: 'words.xml'})).toThrow(/^words\.xml: .*expected at most 4000000 tags and attributes in an entry/u)
    })
  }

  test('an entry without a word is passed over with a message that names its line', () => {
    const messages: string[] = []
    const read = format.read(`${open}\n\n<entry id="b"/>${entry}${close}`, {file: 'words.xml', onMessage: (message) => messages.push(message)})
    expect(read.entries).toEqual([{headword: 'ollim'}])
    expect(messages).toEqual([expect.stringMatching(/^words\.xml: line 3: passed over an entry without a word in /u)])
  })

  test('thirty thousand senses are read', () => {
    expect(format.read(withSenses(30_000)).entries[0]?.senses?.length).toBe(30_000)
  })

  test('line breaks of any kind count once, wherever the text is cut for parsing', () => {
    // The reader parses pieces of 65,536 code units.
    for (let length = 65_500; length < 65_560; length++) {
      const before = open + ' '.repeat(length - open.length)
      const lines: string[] = []
      format.read(`${before}\r\n${entry}\r\r\n<entry\r\n/>${close}`, {onMessage: (message) => lines.push(message)})
      expect(lines).toEqual([expect.stringContaining('line 4: passed over')])
    }
  })

  test('attributes and elements named __proto__ are ordinary', () => {
    const read = format.read(`${open}${entry.replace('<entry', '<entry __proto__="x"').replace('</entry>', '<__proto__>y</__proto__></entry>')}${close}`)
    expect(read.entries).toEqual([{headword: 'ollim'}])
    expect(({} as {y?: unknown}).y).toBeUndefined()
  })

  test('any text gives a dictionary or a TypeError', () => {
    const piece = fc.constantFrom(open, close, entry, sense, '<', '>', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '&', ';', '"', '=', 'x', '\n')
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
        try {
          expect(format.read(pieces.join('')).entries).toBeInstanceOf(Array)
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError)
        }
      }),
    )
  })
})
