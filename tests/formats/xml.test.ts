/** What no reader of XML should be asked to read. */
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
  const withSenses = (count: number) => `${open}${entry.replace('</entry>', `${sense.repeat(count)}</entry>`)}${close}`

  test.each([
    ['a billion laughs', `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n${open}&b;${close}`, /line 1: expected no DOCTYPE/u],
    [
      'a file of the machine',
      `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n${open}&e;${close}`,
      /line 2: expected no DOCTYPE/u,
    ],
    ['a DOCTYPE that is nowhere', `\n<!DOCTYPE lift PUBLIC "-//X" "http://nowhere.invalid/x.dtd">${open}${close}`, /line 2: expected no DOCTYPE/u],
    ['an entity that nobody declared', `${open}\n&nbsp;${close}`, /line 2: not XML: Named entity isn't defined: &nbsp;/u],
    ['a truncated file', `${open}\n${entry}\n${entry.slice(0, 30)}`, /line \d: not XML/u],
    ['a truncated comment', `${open}<!-- ${entry}`, /line 1: not XML/u],
    ['a truncated attribute', `${open}<entry id="`, /line 1: not XML/u],
    ['an element that nothing closes', `${open}\n<entry><sense></entry>${close}`, /line 2: not XML: Missing end tag for element sense/u],
    ['another root', '<html><body/></html>', new RegExp(`line 1: expected <${root}\\w*>, got <html>`, 'u')],
    ['another kind of text', 'ollim,child', /line 1: not XML/u],
    ['an entry without a word', `${open}\n\n<entry id="b"/>${close}`, /line 3: expected (?:<orth> in|a <lexical-unit> with text in) <entry>/u],
    ['the same id twice', `${open}\n${entry}\n${entry}${close}`, new RegExp(`line 3: expected an ${id} of its own, got that of line 2: “a”`, 'u')],
    ['a well of elements', `${open}${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${close}`, /line 1: expected at most 200 elements inside of each other/u],
    ['a million senses', withSenses(1_100_000), /expected at most 4000000 tags and attributes in an entry/u],
    ['a control character', `${open}\n\u0001${close}`, /line 2: not XML: Invalid character/u],
  ])('%s is an error that says where', (_, input, message) => {
    let thrown: unknown
    // Once, since some of it is large.
    try {
      format.read(input, {file: 'words.xml'})
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(TypeError)
    expect((thrown as Error).message).toMatch(message)
    expect((thrown as Error).message).toMatch(/^words\.xml: /u)
  })

  test('thirty thousand senses are read', () => {
    expect(format.read(withSenses(30_000)).entries[0]?.senses?.length).toBe(30_000)
  })

  test('attributes and elements called __proto__ are nothing special', () => {
    const read = format.read(`${open}${entry.replace('<entry', '<entry __proto__="x"').replace('</entry>', '<__proto__>y</__proto__></entry>')}${close}`)
    expect(read.entries).toEqual([{headword: 'ollim'}])
    expect(({} as {y?: unknown}).y).toBeUndefined()
  })

  test('any text is a dictionary or a TypeError', () => {
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
