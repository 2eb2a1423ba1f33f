/** HTML stories: annotations, positions, unchanged markup, and no active content. */
import fc from 'fast-check'
import type {Element, Nodes, Root, Text} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toString as textOf} from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test, vi} from 'vitest'
import {allParts} from '../../src/annotate/all-parts.js'
import {annotateTree} from '../../src/annotate/pipeline.js'
import {resolveOptions} from '../../src/annotate/resolve-options.js'
import {settleHost} from '../../src/annotate/settle-host.js'
import {renderers, toHast, toPage} from '../../src/html.js'
import {annotate, type Options, rehypeXenogloss, type Standoff} from '../../src/index.js'
import {html as htmlFormat} from '../../src/source/html/html-source.js'
import {drawAnnotations, undrawAnnotations} from '../support/drawn-stories.js'
import {broken, fragments} from '../support/pages.js'
import {randomInputs} from '../support/random-inputs.js'
import {removeAdditions} from '../support/remove-additions.js'

const read = (html: string) => annotate(html, {format: 'html'})
const isPage = (html: string) => /<(?:!doctype|html|head|body|frameset)(?=[\t\n\f\r />])/iu.test(html)
const plain = (html: string): Root =>
  unified()
    .use(rehypeParse, {fragment: !isPage(html)})
    .parse(html)
const withoutByteOrderMark = (html: string) => (isPage(html) ? html.replace(/^\ufeff/u, ' ') : html)

describe('annotated examples', () => {
  test.each([
    ['text alone', '“⟦u1 Orreth sulvane, mirrod.⟧” she said. ⟦g (⟦t1 Good evening, traveller.⟧)⟧'],
    ['character references of every kind', '<p>&ldquo;⟦u1 Na&rsquo;ollim zha&#39;mirrod,⟧&#148; she said. ⟦g (⟦t1 Good&nbsp;evening &amp welcome.⟧)⟧</p>'],
    ['line endings of every kind', '<p>“⟦u1 Orreth\r\n   sulvane,\n\tmirrod.⟧” she\rsaid. ⟦g (⟦t1 Good\r\nevening.⟧)⟧</p>'],
    ['text in a div', '<div>\n  “⟦u1 Vennu okresh tal?⟧” she said. ⟦g (⟦t1 Where is it?⟧)⟧\n  <p>He left.</p>\n  “⟦u2 Orreth sulvane.⟧” He left.\n</div>'],
    ['line breaks', '“⟦u1 Vennu okresh tal?⟧” she said. ⟦g (⟦t1 Where is it?⟧)⟧<br><br/>\n“⟦u2 Orreth sulvane, mirrod,⟧” he said.<br>\n<br />\nShe left.'],
    ['nested inline tags', '<p><span><i>“⟦u1 Vennu <b>okr<u>esh</b> tal?⟧</i></span>” she said. ⟦g (<small>⟦t1 Where is it?⟧</small>)⟧</p>'],
    [
      'paragraphs in an inline tag',
      '<i><p>“⟦u1 Vennu okresh tal?⟧” she said.</p><p>“⟦u2 Orreth sulvane, mirrod.⟧” ⟦g (⟦t2 Good evening, traveller.⟧)⟧</p></i>',
    ],
    ['preformatted text', '<pre>\n“⟦u1 Vennu okresh tal?⟧” she\nsaid. ⟦g (⟦t1 Where is it?⟧)⟧\n\n“⟦u2 Orreth sulvane, mirrod,⟧” he said.</pre>'],
    ['comments in words', '<p>“⟦u1 Ven<!-- “Kessu davu.” (a > b) -->nu okresh<!----> tal?⟧” she said. ⟦g (⟦t1 Where is <!-->it?⟧)⟧</p>'],
    ['malformed markup parsed as comments', '<p>“⟦u1 Vennu <![CDATA[x]]>okresh</> <?x “y” ?>tal?⟧” <!x>she said. ⟦g (⟦t1 Where is</ > it?⟧)⟧</p>'],
    ['unclosed tags', '<p>“⟦u1 Vennu okresh <i>tal?⟧” she said. ⟦g (⟦t1 Where is it?⟧)⟧<p>“⟦u2 Orreth <b>sulvane⟧” she said.'],
    ['unopened tags', '</i>“⟦u1 Vennu okresh</b> tal?⟧” she said.</p> ⟦g (⟦t1 Where </span is it?>is it?⟧)⟧'],
    ['a table', '<table><tr><td>“⟦u1 Vennu okresh tal?⟧” she said.<td>⟦g (⟦t1 Where is it?⟧)⟧</table>'.replace('<td>⟦g', ' ⟦g')],
    [
      'foster-parented text of a table',
      '<table>“⟦u1 Vennu okresh tal?⟧” she<tr> said. ⟦g (⟦t1 Where is it?⟧)⟧<td>“⟦u2 Orreth sulvane, mirrod.⟧” ⟦g (⟦t2 Good evening, traveller.⟧)⟧</td></table>',
    ],
    [
      'a page',
      '\ufeff<!DOCTYPE html>\r\n<html lang=en><head><title>“Kessu davu.”</title></head>\n<body lang=en>\n“⟦u1 Vennu okresh tal?⟧” she said. ⟦g (⟦t1 Where is it?⟧)⟧</body></html>\n',
    ],
    ['NUL characters', '<p>“⟦u1 Ven\0nu okresh tal?⟧” \0she said. ⟦g (⟦t1 Whe\0re is it?⟧)⟧</p>'],
    ['unknown elements', '<p>“⟦u1 Vennu <st1:place>okresh</st1:place> tal?⟧”<o:p></o:p> she said. ⟦g (⟦t1 Where is it?⟧)⟧</p>'],
  ])('%s', (_, drawn) => {
    const source = undrawAnnotations(drawn)
    expect(drawAnnotations(source, {...read(source).standoff, terms: []})).toBe(drawn)
  })

  test('finds nothing in content that is not part of the story', () => {
    const line = '“Vennu okresh tal?” she said. (Where is it?)'
    const elements = 'script style code template textarea svg iframe noscript xmp math kbd title object'.split(' ')
    for (const name of elements) expect([name, read(`<p>She left.</p><${name}>${line}</${name}>`).standoff.utterances]).toEqual([name, []])
    expect(read(`<select><option>${line}</select><p hidden>${line}</p><div hidden="hidden"><p>${line}</p></div><!-- ${line} -->`).standoff.utterances).toEqual(
      [],
    )
    expect(read(`<p hidden="until-found">${line}</p>`).standoff.utterances).toHaveLength(1)
  })

  test('emphasis around whole paragraphs counts as emphasis', () => {
    const thought = 'Vennu okresh tal sulvane mirrod'
    const found = (html: string) => read(html).standoff.utterances.map(({start, end}) => html.slice(start, end))
    expect(found(`<p>She waited.</p><p><i>${thought}.</i> She left.</p>`)).toEqual([`${thought}.`])
    expect(found(`<p>She waited.</p><i><p>${thought}.</p></i><p>She left.</p>`)).toEqual([`${thought}.`])
  })
})

describe('the tree', () => {
  const [html] = ['<p>“Orreth <i>sulvane, mirrod.</i>” (Good evening.)</p>']

  test('is hast in which xenogloss nodes are spans with data', () => {
    const {tree, standoff} = read(html)
    expect(toHtml(tree).replace(/<span class="xg-term"[^>]*>([^<]*)<\/span>/gu, '$1')).toBe(
      '<p>“<span class="xg-utterance" lang="art-x-unknown" title="Good evening.">Orreth <i>sulvane, mirrod.</i></span>” ' +
        '<span class="xg-gloss">(<span class="xg-translation">Good evening.</span>)</span></p>',
    )
    const nodes: unknown[] = []
    visit(tree, 'element', ({data, position}) => {
      if (data?.xenogloss) nodes.push([data.xenogloss.type, html.slice(position?.start.offset, position?.end.offset)])
      if (data?.xenogloss?.type === 'utterance')
        expect(data.xenogloss).toMatchObject({id: 'u1', translation: 'Good evening.', gloss: 'g1', clues: standoff.utterances[0]?.clues})
    })
    expect(nodes).toEqual([
      ['utterance', 'Orreth <i>sulvane, mirrod.</i>'],
      ['term', 'Orreth'],
      ['term', 'sulvane'],
      ['term', 'mirrod'],
      ['gloss', '(Good evening.)'],
      ['translation', 'Good evening.'],
    ])
  })

  test('splits an utterance at element boundaries, except around invisible elements', () => {
    const pieces = (html: string) => {
      const found: string[] = []
      visit(read(html).tree, 'element', (node) => {
        if (node.data?.xenogloss?.type === 'utterance') found.push(textOf(node))
      })
      return found
    }
    expect(pieces('<p>“Orreth <i>sulvane, mirrod.” she</i> said.</p>')).toEqual(['Orreth ', 'sulvane, mirrod.'])
    expect(pieces('<p>“Orreth<!-- x --> <a name="y"></a><wbr>sulvane, mirrod.” she said.</p>')).toEqual(['Orreth sulvane, mirrod.'])
    expect(pieces('<p>“Orreth <i><!-- x -->sulvane<br></i>, mirrod.” she said.</p>')).toEqual(['Orreth sulvane, mirrod.'])
  })

  test('records the languages that the author declared', () => {
    const found = (html: string) => {
      const declared: unknown[] = []
      const find = (passages: readonly {text: string; declarations: readonly {start: number; end: number; lang?: string}[]}[]) => {
        for (const {text, declarations} of passages) for (const {start, end, lang} of declarations) declared.push([text.slice(start, end), lang])
        return []
      }
      annotate(html, {format: 'html', conventions: [{name: 'spy', find}]})
      return declared
    }
    expect(found('<p>He said <i lang="tlh">nuqneH</i> and <span xml:lang="qya">aiya</span> and <q lang=EN-gb>hello</q>.</p>')).toEqual([
      ['nuqneH', 'tlh'],
      ['aiya', 'qya'],
      ['hello', undefined],
    ])
    expect(found('<p lang="tlh">nuqneH</p><blockquote lang="qya"><p>Aiya!</p>Ai!</blockquote><i lang="sjn"><p>Mae govannen.</p></i>')).toEqual([
      ['nuqneH', 'tlh'],
      ['Aiya!', 'qya'],
      ['Ai!', 'qya'],
      ['Mae govannen.', 'sjn'],
    ])
    expect(found('<html lang=fr><body lang=fr><main lang=fr>Oui.<div lang=fr><p>Non.</p></div><p lang=en>Yes.</p></main></body></html>')).toEqual([])
    // Spans by xenogloss are not declarations by the author.
    expect(found(toHtml(read('“Orreth sulvane, mirrod.” (Good evening.)').tree))).toEqual([])
  })
})

/** Removes xenogloss nodes, joins adjacent text, and keeps only names, properties and text. */
function strip(node: Nodes): Nodes[] {
  if (!('children' in node)) return [node.type === 'text' ? {type: 'text', value: node.value} : ({...node, position: undefined} as Nodes)]
  const children: Nodes[] = []
  for (const child of (node.children as Nodes[]).flatMap(strip)) {
    const last = children.at(-1)
    if (child.type === 'text' && last?.type === 'text') (last as Text).value += child.value
    else children.push(child)
  }
  if (node.type === 'element' && node.data?.xenogloss) return children
  const content = node.type === 'element' && node.content ? {content: strip(node.content)[0]} : {}
  return [{type: node.type, ...(node.type === 'element' && {tagName: node.tagName, properties: node.properties}), ...content, children} as Nodes]
}

const nodesOf = (tree: Root): Map<string, Element[]> => {
  const nodes = new Map<string, Element[]>()
  visit(tree, 'element', (node) => {
    const fields = node.data?.xenogloss
    if (fields && 'id' in fields) nodes.set(fields.id, [...(nodes.get(fields.id) ?? []), node])
  })
  return nodes
}
const spansOf = ({utterances, glosses, terms}: Standoff) => [...utterances, ...glosses, ...terms]
/** Returns the text of a node or of the pieces of a node. */
const textOfAll = (tree: Nodes | readonly Element[]) => (Array.isArray(tree) ? tree.map((node) => textOf(node)).join('') : textOf(tree as Root))

const anything = fc.oneof(
  fragments,
  broken,
  broken.map((html) => `<!doctype html><body>${html}`),
)

describe('every story, well-formed or broken', () => {
  test('nodes and text are unchanged', () => {
    fc.assert(
      fc.property(anything, (html) => {
        expect(strip(read(html).tree)).toEqual(strip(plain(withoutByteOrderMark(html))))
      }),
      randomInputs(13),
    )
  })

  test('every span of the standoff covers the text of its nodes', () => {
    fc.assert(
      fc.property(anything, (html) => {
        const {tree, standoff} = read(html)
        const nodes = nodesOf(tree)
        for (const {id, start, end} of spansOf(standoff)) {
          expect(textOf(unified().use(rehypeParse, {fragment: true}).parse(html.slice(start, end))).replace(/\s/gu, '')).toBe(
            textOfAll(nodes.get(id) as Element[]).replace(/\s/gu, ''),
          )
        }
      }),
      randomInputs(13),
    )
  })

  test('spans are ordered, nested and within the source; references are valid', () => {
    fc.assert(
      fc.property(anything, (html) => {
        const {utterances, glosses, terms, links} = read(html).standoff
        const contains = (outer: {start: number; end: number}, inner: {start: number; end: number}) => outer.start <= inner.start && inner.end <= outer.end
        for (const list of [utterances, glosses, terms]) {
          for (const [index, {start, end}] of list.entries()) {
            expect(start).toBeLessThan(end)
            expect(end).toBeLessThanOrEqual(html.length)
            expect(start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0)
          }
        }
        const ids = new Set([...utterances, ...terms].map(({id}) => id))
        for (const gloss of glosses) {
          for (const id of gloss.of) expect(ids).toContain(id)
          for (const part of gloss.parts) expect(contains(gloss, part)).toBe(true)
        }
        for (const u of utterances) {
          if (u.gloss !== undefined) expect(glosses.find(({id}) => id === u.gloss)?.of).toContain(u.id)
          for (const t of terms) expect(contains(u, t) || t.end <= u.start || u.end <= t.start).toBe(true)
        }
        for (const {source, target} of links) for (const [start, end] of [source, target]) expect(start).toBeLessThan(end)
      }),
      randomInputs(13),
    )
  })

  test('a second run changes nothing', () => {
    fc.assert(
      fc.property(anything, (html) => {
        const {tree, standoff} = read(html)
        const again = structuredClone(tree)
        expect(annotateTree(again, html, settleHost(again, {...resolveOptions({}, allParts), format: htmlFormat}).settings).standoff).toEqual(standoff)
        expect(again).toEqual(tree)
      }),
      randomInputs(13),
    )
  })

  test('the plugin gives the same result', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (html, fragment) => {
        fc.pre(fragment !== isPage(html))
        const processor = unified().use(rehypeParse, {fragment}).use(rehypeXenogloss)
        const source = withoutByteOrderMark(html)
        expect(processor.runSync(processor.parse(source), source)).toEqual(read(html).tree)
      }),
      randomInputs(13),
    )
  })

  test('a page made from it has no active content', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...renderers), (html, renderer) => {
        const active: string[] = []
        visit(plain(toPage(read(html), {title: 'A story', renderer})), 'element', ({tagName, properties}) => {
          if (/^(?:script|style|iframe|object|embed|form|svg|template|link|base)$/u.test(tagName)) active.push(tagName)
          active.push(...Object.keys(properties).filter((name) => /^on|^style$|^action$/u.test(name)))
        })
        expect(active).toEqual([])
      }),
      randomInputs(13),
    )
  })
})

test.each(renderers)('an author’s translation contributes no active content: $name', (renderer) => {
  const html = '<p>“Orreth sulvane, mirrod.” (<b onclick="run()">Good</b> evening, <i style="x" onmouseover="run()">traveller</i><math><mi>x</mi></math>.)</p>'
  expect(toPage(read(html), {title: 'A story', renderer})).not.toMatch(/onclick|onmouseover|style=|<math/u)
})

describe('every well-formed story', () => {
  test('annotating the printed result again gives the same annotations', () => {
    fc.assert(
      fc.property(fragments, (html) => {
        const first = read(html)
        const printed = toHtml(first.tree)
        const second = read(printed)
        expect(toHtml(second.tree)).toBe(printed)
        const summarize = ({tree, standoff}: {tree: Root; standoff: Standoff}) => {
          const nodes = nodesOf(tree)
          return spansOf(standoff).map(({start: _, end: __, ...fields}) => [{...fields, parts: 0}, nodes.get(fields.id)?.map((node) => textOf(node))])
        }
        expect(summarize(second)).toEqual(summarize(first))
      }),
      randomInputs(20),
    )
  })

  test('every xenogloss node has a position that agrees with the standoff', () => {
    fc.assert(
      fc.property(fragments, (html) => {
        const {tree, standoff} = read(html)
        const nodes = nodesOf(tree)
        expect(nodes.size).toBe(spansOf(standoff).length)
        for (const {id, start, end} of spansOf(standoff)) {
          const all = nodes.get(id) as Element[]
          expect(all[0]?.position?.start.offset).toBeLessThanOrEqual(start)
          expect(all.at(-1)?.position?.end.offset).toBeGreaterThanOrEqual(end)
        }
      }),
      randomInputs(20),
    )
  })
})

/** Milliseconds, many times what they take on a busy machine: with time that grows as the square, most would take longer. */
const TIMEOUT = 30_000

describe('bad input', () => {
  const line = '“Orreth sulvane, mirrod.” she said. (Good evening, traveller.) '
  /** Nested, which would overflow a stack. */
  const many = 10_000
  /** Side by side. */
  const several = process.env.FUZZ ? many : 2500
  const numbered = (make: (index: number) => string) => Array.from({length: several}, (_, index) => make(index)).join('')
  const nested = (name: string): [string, string] => [`${many} ${name} nested`, `<${name}>`.repeat(many) + line]

  test.each([
    ...'div b span i blockquote p a font table ul em nobr x-y'.split(' ').map(nested),
    ['250 divs with an utterance each, in 9,750 more', `<div>${line}`.repeat(250) + '<div>'.repeat(9750)],
    ['10,000 closed divs', '<div>'.repeat(many) + line + '</div>'.repeat(many)],
    ['misnested formatting', '<b><p>'.repeat(many) + line],
    ['formatting elements closed too late', '<b><div>'.repeat(many) + '</b>'.repeat(many) + line],
    ['different unclosed fonts', numbered((index) => `<p><font color=${index}>x</p>`) + line],
    [
      'different fonts before as many paragraphs',
      `<p>${numbered((index) => `<font color=${index}>`)}</p>${'<p>x'.repeat(several)}<script>"<b>"</script>${line}`,
    ],
    ['tables in tables', '<table>x<tr><td>'.repeat(many) + line],
    ['foster-parented texts of a table', `${line}<table>${'x<tr></tr>'.repeat(several)}</table>`],
    ['thousands of attributes', `<p ${numbered((index) => ` a${index}`)}>${line}`],
    ['items', `<ol>${'<li>x'.repeat(several)}</ol>${line}`],
    ['line breaks in one div', `<div>${'<i>He left.</i><br><br>\n'.repeat(several)}${line}</div>`],
    ['comments in a word', `${line}<p>“Or${'<!-- -->'.repeat(several)}reth sulvane, mirrod.”</p>`],
    ['half a megabyte on one line', `<p>${line}${'The rain went on, and nobody said a word. '.repeat(12_500)}</p>`],
    ['2 megabytes of one tag', `${line}<p title="${'x'.repeat(2e6)}">`],
    ['a thousand brackets after one utterance', `<p>${line}${'<i>(Good evening.)</i> '.repeat(1000)}</p>`],
    ['250 KB of <', line + '<'.repeat(2.5e5)],
    ['150 KB of &', line + '&#x&am&'.repeat(2e4)],
    ['a character reference of a megabyte', `${line}&#${'0'.repeat(1e6)}65;`],
    ['an unclosed comment', `${line}<!-- ${line.repeat(1000)}`],
    ['an unclosed script', `${line}<script>${line.repeat(1000)}`],
    ['an unclosed tag', `${line}<p class="${line.repeat(1000)}`],
    ['broken references', `${line}<p>${'&#xD800;&#0;&bogus;&amp&lt;&#99999999;&#x80;'.repeat(2000)}</p>`],
  ])('%s', {timeout: TIMEOUT}, (_, html) => {
    const {tree, standoff} = read(html)
    expect(tree.type).toBe('root')
    expect(standoff.utterances.length).toBeGreaterThan(0)
    expect(standoff.utterances.map(({start, end}) => html.slice(start, end).replace(/<!-- -->/gu, ''))).toContain('Orreth sulvane, mirrod.')
  })

  test.each([
    ['frames', `<frameset>${line}<frame></frameset>${line}`],
    ['plaintext, which cannot be closed', `<plaintext>${line}`],
    ['svg in svg', '<svg>'.repeat(many) + line],
    ['templates in templates', '<template>'.repeat(many) + line],
    ['options', `<select>${'<option>'.repeat(many)}${line}`],
    ['NUL', '\0'.repeat(1e5)],
    ['an empty string', ''],
  ])('%s', (_, html) => {
    expect(read(html).standoff.utterances).toEqual([])
  })

  test('too deep nesting is flattened block by block', () => {
    const html = `${'<div>'.repeat(500)}<p>“Vennu <b>okresh</b> tal?” she said. (Where is it?)</p>\n<p>She left.</p>${'</div>'.repeat(500)}`
    const {tree, standoff} = read(html)
    expect(standoff.utterances.map(({start, end, translation}) => [html.slice(start, end), translation])).toEqual([
      ['Vennu <b>okresh</b> tal?', 'Where is it?'],
    ])
    expect(textOf(tree)).toBe('“Vennu okresh tal?” she said. (Where is it?)\nShe left.')
    const paragraphs: string[] = []
    visit(tree, {tagName: 'p'}, (node) => void paragraphs.push(textOf(node)))
    expect(paragraphs).toEqual(['“Vennu okresh tal?” she said. (Where is it?)', 'She left.'])
    const again = structuredClone(tree)
    annotateTree(again, html, settleHost(again, {...resolveOptions({}, allParts), format: htmlFormat}).settings)
    expect(again).toEqual(tree)
  })

  test('any string gives a tree', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 400}), (html) => {
        expect(read(html).tree.type).toBe('root')
      }),
    )
  })
})

describe('rehypeXenogloss', () => {
  const html = '<p>“Orreth sulvane, mirrod.” He saw the davu.</p>\n'

  test.each([true, false])('works after rehype-parse (fragment: %s)', async (fragment) => {
    const file = await unified()
      .use(rehypeParse, {fragment})
      .use(rehypeXenogloss, {lang: 'art-x-mirr', terms: ['davu'], rules: {'unknown-word': true}})
      .use(rehypeStringify)
      .process({path: 'story.html', value: html})
    expect(String(file)).toContain('<p>“<span class="xg-utterance" lang="art-x-mirr">')
    const [{start, end} = {start: 0, end: 0}] = file.data.xenogloss?.standoff.utterances ?? []
    expect(html.slice(start, end)).toBe('Orreth sulvane, mirrod.')
    expect(file.messages.map(String)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^story\.html:1:41-1:45: “davu” is not explained anywhere in the story$/u)]),
    )
  })

  test('works after remark-rehype, with offsets into the Markdown source', async () => {
    const story = '> “Orreth *sulvane\\!*,\n> mirrod &amp; &#233;davu.” (Good \\[evening].)\n'
    const file = await unified().use(remarkParse).use(remarkRehype).use(rehypeXenogloss).use(rehypeStringify).process(story)
    expect(drawAnnotations(story, {...(file.data.xenogloss?.standoff as Standoff), terms: []})).toBe(
      '> “⟦u1 Orreth *sulvane\\!*,\n> mirrod &amp; &#233;davu.⟧” ⟦g (⟦t1 Good \\[evening].⟧)⟧\n',
    )
  })

  test('annotates text that other plugins changed, with offsets into the source', () => {
    const source = '<p>"Orreth sulvane," she said... (Good -- evening.)</p>'
    const tree = plain(source)
    visit(tree, 'text', (node) => {
      node.value = node.value.replace('"', '“').replace('"', '”').replace('--', '—').replace('...', '…')
    })
    const {standoff} = annotateTree(tree, source, settleHost(tree, {...resolveOptions({}, allParts), format: htmlFormat}).settings)
    expect(drawAnnotations(source, {...standoff, terms: []})).toBe('<p>"⟦u1 Orreth sulvane,⟧" she said... ⟦g (⟦t1 Good -- evening.⟧)⟧</p>')
  })

  test('using it twice changes nothing', () => {
    const processor = unified().use(rehypeParse, {fragment: true}).use(rehypeXenogloss)
    const first = processor.runSync(processor.parse(html), html) as Root
    expect(processor.runSync(structuredClone(first), html)).toEqual(first)
  })

  test('invalid options throw when the processor is frozen', () => {
    expect(() => unified().use(rehypeParse).use(rehypeXenogloss, {threshold: 7}).freeze()).toThrow(/`threshold`/u)
  })
})

describe('a translation in a title or ruby text', () => {
  const opening = '<p>“Orreth sulvane, mirrod,” said the old woman. (Good evening, traveller.)</p>'
  const annotateHtml = (html: string, options?: Options) => {
    const source = opening + html
    const {utterances, terms, glosses} = annotate(source, {format: 'html', ...options}).standoff
    return {
      lines: utterances.slice(1).map(({start, end, translation}) => [source.slice(start, end), translation]),
      words: terms.flatMap(({start, end, meaning}) => (start > opening.length && meaning ? [[source.slice(start, end), meaning]] : [])),
      glosses: glosses.length - 1,
    }
  }

  test.each(['abbr', 'span', 'em', 'a'])('title of %s', (tag) => {
    const {lines, glosses} = annotateHtml(`<p>“<${tag} title="Where is the lamp?">Vennu tal okresh?</${tag}>” he asked.</p>`)
    expect(lines).toEqual([['Vennu tal okresh?', 'Where is the lamp?']])
    expect(glosses).toBe(0)
  })
  test('ruby text', () => {
    const {lines} = annotateHtml('<p>“<ruby>Vennu tal okresh?<rp> (</rp><rt>Where is the lamp?</rt><rp>)</rp></ruby>” he asked.</p>')
    expect(lines.map(([, translation]) => translation)).toEqual(['Where is the lamp?'])
  })
  test('title of a Markdown link', () => {
    const {utterances} = annotate('“Orreth sulvane, mirrod,” she said.\n\n“[Vennu tal okresh?](#t "Where is the lamp?")” he asked.').standoff
    expect(utterances.map(({translation}) => translation)).toEqual([undefined, 'Where is the lamp?'])
  })
  test('the innermost title counts, in a paragraph with a thousand', () => {
    const line = '“<span title="A long speech"><span title="Where is the lamp?">Vennu tal <b title="a lamp">okresh?</b></span></span>” he asked. '
    const {lines} = annotateHtml(`<p>${line.repeat(1000)}</p>`)
    expect(lines).toHaveLength(1000)
    expect(new Set(lines.map(([, translation]) => translation))).toEqual(new Set(['Where is the lamp?']))
  })
  test('sentence by sentence', () => {
    const {lines} = annotateHtml('<p>“<span title="Where is the lamp? The lamp is gone.">Vennu tal okresh? Okresh mirrodan sulvane.</span>” he said.</p>')
    expect(lines.map(([, translation]) => translation)).toEqual(['Where is the lamp?', 'The lamp is gone.'])
  })
  test('its words are learned', () => {
    const {words} = annotateHtml('<p>“<span title="Lamp!">Okresh!</span>” he said. “Vennu tal okresh?” she asked. “Okresh!” he said again.</p>')
    expect(words).toContainEqual(['okresh', 'lamp'])
  })
  test('a translation in the text takes precedence', () => {
    const {lines, glosses} = annotateHtml('<p>“<span title="Something else is here.">Vennu tal okresh?</span>” he asked. (Where is the lamp?)</p>')
    expect(lines).toEqual([['Vennu tal okresh?', 'Where is the lamp?']])
    expect(glosses).toBe(1)
  })
  test.each([
    ['not in the host language', '<p>“<span title="vennu tal okresh">Vennu tal okresh?</span>” he asked.</p>'],
    [
      'around the whole sentence',
      '<p><span title="A note about lamps">He looked at the lamp for a long time. “Vennu tal okresh?” he asked, and nobody answered.</span></p>',
    ],
    ['of a paragraph', '<p title="A note about lamps">“Vennu tal okresh?” he asked.</p>'],
  ])('ignores a title that is no translation: %s', (_, html) => expect(annotateHtml(html).lines).toEqual([['Vennu tal okresh?', undefined]]))
})

describe('messages', () => {
  test('quote the visible text', () => {
    const source = '<p>He saw the da<b>v</b>u.</p>'
    const {messages} = annotate(source, {format: 'html', terms: ['davu'], rules: {'unknown-word': true}})
    const {place} = messages.find(({ruleId}) => ruleId === 'unknown-word') ?? {}
    expect(place && 'start' in place ? source.slice(place.start.offset, place.end.offset) : undefined).toBe('da<b>v</b>u')
  })

  test('recognize near spellings with any apostrophe', () => {
    const story = (apostrophe: string) =>
      `<p>${`“Vennu zha${apostrophe}mirrodan tal,” she said. (Where is the lantern?)</p><p>`.repeat(4)}“Vennu zha${apostrophe}mirroden tal,” he said.</p>`
    const rules = (apostrophe: string) => read(story(apostrophe)).messages.map(({ruleId}) => ruleId)
    expect(rules('’')).toContain('near-spelling')
    expect(rules('&rsquo;')).toEqual(rules('’'))
    expect(rules('&#8217;')).toEqual(rules('’'))
  })
})

describe.each(renderers)('renderer $name', (renderer) => {
  const html = '<p class="story">“Orreth <i>sulvane,</i> mirrod.” (Good evening.)</p><!-- end -->'

  test('renders xenogloss nodes and leaves all else unchanged', () => {
    const {tree} = read(html)
    const before = structuredClone(tree)
    const shown = toHast(tree, {renderer})
    expect(tree).toEqual(before)
    expect(textOf(removeAdditions(shown))).toBe(textOf(plain(html)))
    const types = new Set<string>()
    visit(shown, 'element', ({data}) => void (data?.xenogloss && types.add(data.xenogloss.type)))
    expect(types).toContain('utterance')
    expect(toHtml(shown)).toContain('<p class="story">')
    expect(toHtml(shown)).toContain('<!-- end -->')
  })
})

describe('a page of an HTML story', () => {
  const story = `<!doctype html><html onclick="run()"><head><title>x</title><script>run()</script><base href="//elsewhere"></head><body onload=run()>
    <p onclick="run()" style="position:fixed" id="n1" lang="en">“Orreth sulvane, <img src=x onerror=run()> mirrod.” (Good evening, traveller.)</p>
    <a href="javascript:run()">a</a><a href=" java&#10;script:run()">b</a><a href="data:text/html,x">c</a><a href="https://example.org/">d</a><a href="#n1">e</a>
    <iframe src="x"></iframe><object data="x"><p>f</p></object><embed src="x"><form action="x"><input><p>g</p></form><svg onload=run()><script>run()</script></svg>
    <math><a xlink:href="javascript:run()">h</a></math><link rel=stylesheet href=x><style>p {}</style><script.x>run()</script.x><x-y onfocus=run()>i</x-y>
    <meta http-equiv=refresh content="0;url=x"><video src=x></video><template><script>run()</script></template><noscript><img src=y></noscript></body></html>`

  test('has the text and no active content', () => {
    const page = toPage(read(story), {title: 'A story'})
    expect(page).not.toMatch(
      /run\(\)|javascript:|data:text|elsewhere|refresh|<(?:iframe|object|embed|form|input|svg|math|link|style|script|video|template|noscript|x-y|base)/iu,
    )
    expect(page).toMatch(/<p id="n1" lang="en">“<span class="xg-utterance" lang="art-x-unknown" data-xg="u1" data-xg-sure="\d+">/u)
    expect(page).toContain('<img src="x">')
    expect(page).toMatch(/<a>a<\/a><a>b<\/a><a>c<\/a><a href="https:\/\/example\.org\/">d<\/a><a href="#n1">e<\/a>/u)
    expect(page).toContain('<p>g</p>')
    expect(page.match(/<body/gu)).toHaveLength(1)
  })

  test('is made without network requests', () => {
    const load = vi.spyOn(globalThis, 'fetch')
    toPage(read(story), {title: 'A story'})
    expect(load).not.toHaveBeenCalled()
    load.mockRestore()
  })

  test('of a Markdown story has no script links', () => {
    expect(toPage(annotate('“Orreth sulvane.” [a](javascript:run()) (Good evening.)'), {title: 'A story'})).not.toContain('javascript:')
  })
})
