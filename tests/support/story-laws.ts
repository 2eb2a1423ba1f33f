/** What holds for every story, however nasty, and for everything that is made of it. */
import {Ajv} from 'ajv'
import type {Root as HastRoot} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toString as textOf} from 'hast-util-to-string'
import {toMarkdown} from 'mdast-util-to-markdown'
import {toString as mdastText} from 'mdast-util-to-string'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import type {VFileMessage} from 'vfile-message'
import {expect} from 'vitest'
import {fromXml} from 'xast-util-from-xml'
import {openStory} from '../../src/annotate/annotate.js'
import {annotateTree} from '../../src/annotate/pipeline.js'
import schema from '../../src/annotate/standoff.schema.json' with {type: 'json'}
import {toAo3} from '../../src/ao3.js'
import {toEpub} from '../../src/epub.js'
import {explain} from '../../src/explain.js'
import {unzip} from '../../src/formats/shared/zip.js'
import {formats} from '../../src/formats.js'
import {renderers, toHast, toPage} from '../../src/html.js'
import {
  type Annotation,
  annotate,
  concordance,
  createLexicon,
  type Dictionary,
  type Glossary,
  mergeGlossaries,
  type Options,
  type Standoff,
  toWebAnnotations,
  xenoglossToMarkdown,
} from '../../src/index.js'
import {dictionaryErrors} from '../../src/lexicon/dictionary-schema.js'
import {applyFixes, lint, proofread, ruleNames} from '../../src/lint.js'
import {sanitize} from '../../src/render/sanitize.js'
import {toElements} from '../../src/render/show-nodes.js'
import {parseHtml} from '../../src/source/html/parse-html.js'
import {parse} from '../../src/source/parse.js'
import type {Tree} from '../../src/source/types.js'
import {authors} from './shown.js'
import {inLatin} from './written.js'

const isStandoff = new Ajv({allErrors: true}).compile(schema)
const html = (text: string) => unified().use(rehypeParse, {fragment: true}).parse(text) as HastRoot
/** The text of a tree of either kind. */
const told = (tree: Tree): string => (tree.children.some(({type}) => HAST.has(type)) ? textOf(tree as HastRoot) : mdastText(tree))
const HAST: ReadonlySet<string> = new Set(['element', 'doctype', 'comment'])
/** As JSON tells it: two that are alike are the same bytes. */
const said = (value: unknown): string => JSON.stringify(value)

/** Two halves of one character. Without the flag `u` they are told apart. */
const PAIR = /^[\ud800-\udbff][\udc00-\udfff]$/

interface Span {
  readonly start: number
  readonly end: number
}
const inside = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
const isProbability = (value: number): boolean => value >= 0 && value <= 1

function spansHold(source: string, {utterances, glosses, terms, links}: Standoff): void {
  const parts = glosses.flatMap((gloss) => gloss.parts)
  const linked = links.flatMap(({source: [start, end], target: [from, to]}) => [
    {start, end},
    {start: from, end: to},
  ])
  const isWhole = (at: number) => !PAIR.test(source.slice(Math.max(0, at - 1), at + 1))
  const isSpan = ({start, end}: Span) => 0 <= start && start < end && end <= source.length && isWhole(start) && isWhole(end)
  expect([...utterances, ...glosses, ...terms, ...parts, ...linked].filter((span) => !isSpan(span))).toEqual([])
  for (const list of [utterances, glosses, terms]) expect(list.filter(({start}, index) => start < (list[index - 1]?.end ?? 0))).toEqual([])
  const ids = [...utterances, ...glosses, ...terms].map(({id}) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const glossed = new Set([...utterances, ...terms].map(({id}) => id))
  expect(glosses.flatMap(({of}) => of.filter((id) => !glossed.has(id)))).toEqual([])
  for (const gloss of glosses) expect(gloss.parts.filter((part) => !inside(gloss, part) || part.of.some((id) => !gloss.of.includes(id)))).toEqual([])
  for (const line of utterances) {
    expect(terms.filter((term) => !(inside(line, term) || term.end <= line.start || line.end <= term.start))).toEqual([])
    if (line.gloss !== undefined) expect(glosses.find(({id}) => id === line.gloss)?.of).toContain(line.id)
  }
  expect([...utterances, ...links].filter(({confidence}) => !isProbability(confidence))).toEqual([])
}

/** The story as it was parsed, nothing found in it. */
const plainly = (source: string, format: Options['format'] = 'markdown'): Tree => (format === 'html' ? parseHtml(source) : parse(source, {format}))

/** What `annotate` says of a story. */
export function annotationHolds(source: string, options: Options): Annotation<Tree> {
  const annotation = annotate(source, options) as Annotation<Tree>
  const again = annotate(source, options) as Annotation<Tree>
  for (const part of ['tree', 'standoff', 'glossaries', 'messages'] as const) expect(said(again[part])).toBe(said(annotation[part]))
  expect(told(annotation.tree)).toBe(told(plainly(source, options.format)))
  if (options.format === 'text') expect(told(annotation.tree).replace(/\s/gu, '')).toBe(source.replace(/\s/gu, ''))
  const standoff: unknown = JSON.parse(said(annotation.standoff))
  expect(standoff).toEqual(annotation.standoff)
  expect(isStandoff(standoff) ? [] : isStandoff.errors).toEqual([])
  spansHold(source, annotation.standoff)
  for (const glossary of annotation.glossaries) expect(dictionaryErrors(JSON.parse(said(glossary)))).toEqual([])
  const woven = structuredClone(annotation.tree)
  annotateTree(woven, source, openStory(source, options).settings)
  expect(said(woven)).toBe(said(annotation.tree))
  return annotation
}

const RUNS = new Set('script style iframe frame object embed form input button svg math template link base meta noscript'.split(' '))

/** Nothing in a page runs, sends, or hides; and a browser reads what was meant. */
function pageHolds(annotation: Annotation<Tree>, renderer: string, words: string): void {
  const page = unified()
    .use(rehypeParse)
    .parse(toPage(annotation, {title: '</title><script>x</script>', renderer, story: '"><script>'})) as HastRoot
  const mains: HastRoot[] = []
  visit(page, 'element', (node, _, parent) => {
    if (node.properties.className?.toString() === 'xg-story') mains.push({type: 'root', children: node.children})
    if (parent?.type === 'element' && parent.tagName === 'head') return
    expect(RUNS).not.toContain(node.tagName)
    for (const [name, value] of Object.entries(node.properties)) {
      expect(name).not.toMatch(/^on|^style$|^srcDoc$|^action$|^formAction$/iu)
      if (name === 'href' || name === 'src') expect(String(value).replace(/[\p{Cc}\s]/gu, '')).not.toMatch(/^(?!https?:|mailto:)[^/?#]*:/iu)
    }
  })
  expect(mains).toHaveLength(1)
  expect(readable(textOf(authors(mains[0] as HastRoot)))).toBe(readable(words))
}

/** HTML has no NUL, one kind of line end, and drops the first one of a `pre`. */
const readable = (text: string): string => text.replace(/\0|\s/gu, '')

/** Everything that shows a story. */
export function shownHolds(source: string, annotation: Annotation<Tree>, format: Options['format']): void {
  const words = textOf(toElements(annotation.tree))
  for (const renderer of renderers) {
    const shown = toHast(annotation, {renderer})
    expect(textOf(authors(shown))).toBe(words)
    expect(toHtml(toHast(annotation, {renderer}))).toBe(toHtml(shown))
    const safe = textOf(sanitize(toElements(annotation.tree)))
    pageHolds(annotation, renderer.name, safe)
    for (const gloss of ['hidden', 'moved'] as const) toHtml(toHast(annotation, {renderer, gloss, density: 'first'}))
  }
  const book = toEpub([annotation], {title: source.slice(0, 40), author: source.slice(-40)})
  expect(inLatin(toEpub([annotation], {title: source.slice(0, 40), author: source.slice(-40)}))).toEqual(inLatin(book))
  for (const [path, bytes] of Object.entries(unzip(book, {}, () => true))) {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    if (!/\.(?:xhtml|xml|opf)$/u.test(path)) continue
    visit(fromXml(text), 'element', ({name, attributes}) => {
      expect(RUNS.has(name) && name !== 'link' && name !== 'meta', name).toBe(false)
      for (const [key, value] of Object.entries(attributes)) expect(`${key}=${value}`).not.toMatch(/^on|^style=|=[\s\p{Cc}]*(?:javascript|data|vbscript):/iu)
    })
  }
  const {chapter, notes} = toAo3(annotation)
  for (const {html: text, characters} of [chapter, ...notes]) {
    expect(characters).toBe([...text].length)
    visit(html(text), 'element', ({tagName, properties}) => {
      expect(RUNS).not.toContain(tagName)
      for (const name of Object.keys(properties)) expect(name).not.toMatch(/^on|^style$|^id$/iu)
    })
  }
  const annotations = toWebAnnotations(annotation.standoff, {text: source, source: 'urn:story'})
  expect(JSON.parse(said(annotations))).toEqual(annotations)
  const points = [...source]
  for (const {target} of annotations) {
    const [{exact}, {start, end}] = target.selector
    expect(points.slice(start, end).join('')).toBe(exact)
  }
  if (format !== 'html') {
    const tree = plainly(source, format) as Parameters<typeof toMarkdown>[0]
    const extensions = [xenoglossToMarkdown()]
    expect(toMarkdown(annotation.tree as typeof tree, {extensions})).toBe(toMarkdown(tree, {extensions}))
    expect(toMarkdown(annotation.tree as typeof tree, {extensions: [xenoglossToMarkdown({marks: true})]})).toBeTypeOf('string')
  }
}

/** What a proof-reader says, and what is explained. */
export function remarksHold(source: string, annotation: Annotation<Tree>, options: Options): void {
  const remarks = lint(source, options)
  expect(said(lint(source, options))).toBe(said(remarks))
  expect(said(proofread(annotation, source, options))).toBe(said(remarks))
  for (const {source: by, ruleId, place, actual, expected, reason} of remarks) {
    expect(by).toBe('xenogloss')
    expect(ruleNames).toContain(ruleId)
    expect(reason).not.toBe('')
    const {start, end} = place as {start: {offset: number}; end: {offset: number}}
    expect(start.offset).toBeLessThanOrEqual(end.offset)
    expect(end.offset).toBeLessThanOrEqual(source.length)
    if (expected?.length === 1) expect(source.slice(start.offset, end.offset)).toBe(actual)
  }
  let mended = source
  let fixes: readonly VFileMessage[] = remarks
  // What mends a story for ever mends nothing.
  for (let rounds = 0; fixes.some(({expected}) => expected?.length === 1); rounds++) {
    expect(rounds).toBeLessThan(8)
    mended = applyFixes(mended, fixes)
    fixes = lint(mended, options)
  }
  const explained = explain(annotation, source, {start: 0, end: source.length})
  expect(explained.length).toBeGreaterThanOrEqual(annotation.standoff.utterances.length + annotation.standoff.terms.length)
  for (const {start, end, sentences} of explained) {
    expect(end).toBeLessThanOrEqual(source.length)
    expect(start).toBeLessThan(end)
    for (const sentence of sentences) expect(sentence).toMatch(/[.!?…:]”?$/u)
  }
}

/** Formats that refuse words which they cannot hold. */
const STRICT = ['stardict', 'dictd']

/** Whether the rules of a dictionary belong together: what only the whole shows to be wrong is told when it becomes a lexicon. */
export function isSound(dictionary: Dictionary): boolean {
  try {
    createLexicon(dictionary)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toMatch(/^(?:entry|seam) “.*: expected /su)
    expect(() => annotate('', {dictionaries: [dictionary]})).toThrow(/^Option `dictionaries\[0\]`: (?:entry|seam) “/u)
    return false
  }
}

/** Whatever was learnt or read is a lexicon, and goes through every format. */
export function dictionaryHolds(dictionary: Dictionary): void {
  const lexicon = createLexicon(dictionary)
  for (const {headword} of dictionary.entries.slice(0, 50)) {
    expect(lexicon.lookup(headword, {fuzzy: true}).filter(({score}) => !isProbability(score))).toEqual([])
  }
  const joined = mergeGlossaries([dictionary as Glossary])
  expect(dictionaryErrors(joined)).toEqual([])
  expect(said(mergeGlossaries([joined, joined]))).toBe(said(joined))
  for (const {name, read, write} of formats) {
    if (!write) continue
    let written: ReturnType<typeof write>
    try {
      written = write(dictionary)
    } catch (error) {
      expect(STRICT).toContain(name)
      expect(error).toBeInstanceOf(TypeError)
      continue
    }
    expect(inLatin(write(structuredClone(dictionary)))).toEqual(inLatin(written))
    if (!read) continue
    const back = read(written, {file: 'words'})
    expect(dictionaryErrors(back)).toEqual([])
    expect(inLatin(write(read(write(back))))).toEqual(inLatin(write(back)))
  }
}

/** All of it. */
export function storyHolds(source: string, options: Options): Annotation<Tree> {
  const annotation = annotationHolds(source, options)
  shownHolds(source, annotation, options.format)
  remarksHold(source, annotation, options)
  for (const glossary of annotation.glossaries) {
    dictionaryHolds(glossary)
    for (const entry of glossary.entries) {
      const places = concordance(entry, [{source, standoff: annotation.standoff, work: options.work}])
      expect(places.map(({start, end}) => source.slice(start, end))).toEqual(places.map(({word}) => word))
      expect(places).toHaveLength(entry.evidence?.length ?? 0)
    }
  }
  return annotation
}
