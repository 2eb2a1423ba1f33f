/** Invariants of every story, however malformed, and of all its outputs. */
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
import {allParts} from '../../src/annotate/all-parts.js'
import {createAnnotationMessages} from '../../src/annotate/messages.js'
import {openStory} from '../../src/annotate/open-story.js'
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
import {toElements} from '../../src/render/to-elements.js'
import {sourceFormats} from '../../src/source/source-formats.js'
import type {Tree} from '../../src/source/types.js'
import {toComparable} from './comparable-files.js'
import {byTurns} from './random-inputs.js'
import {removeAdditions} from './remove-additions.js'

const isStandoff = new Ajv({allErrors: true}).compile(schema)
const html = (text: string) => unified().use(rehypeParse, {fragment: true}).parse(text) as HastRoot
/** Returns the text of an mdast or hast tree. */
const treeText = (tree: Tree): string => (tree.children.some(({type}) => HAST.has(type)) ? textOf(tree as HastRoot) : mdastText(tree))
const HAST: ReadonlySet<string> = new Set(['element', 'doctype', 'comment'])
const serialize = (value: unknown): string => JSON.stringify(value)

/** A surrogate pair; no `u` flag, so that its halves are matched separately. */
const PAIR = /^[\ud800-\udbff][\udc00-\udfff]$/

interface Span {
  readonly start: number
  readonly end: number
}
const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
const isProbability = (value: number): boolean => value >= 0 && value <= 1

function checkSpans(source: string, {utterances, glosses, terms, links}: Standoff): void {
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
  for (const gloss of glosses) expect(gloss.parts.filter((part) => !contains(gloss, part) || part.of.some((id) => !gloss.of.includes(id)))).toEqual([])
  for (const utterance of utterances) {
    expect(terms.filter((term) => !(contains(utterance, term) || term.end <= utterance.start || utterance.end <= term.start))).toEqual([])
    if (utterance.gloss !== undefined) expect(glosses.find(({id}) => id === utterance.gloss)?.of).toContain(utterance.id)
  }
  expect([...utterances, ...links].filter(({confidence}) => !isProbability(confidence))).toEqual([])
}

/** Parses a story without annotating it. */
const parseStory = (source: string, format: Options['format'] = 'markdown'): Tree => sourceFormats[format].parse(source)

/**
 * Annotates a story and checks the annotation. Annotating the annotated tree once more shows that nothing depends on the run, and that what
 * an earlier run left has no influence.
 */
export function checkAnnotation(source: string, options: Options): Annotation<Tree> {
  const annotation = annotate(source, options) as Annotation<Tree>
  const tree = structuredClone(annotation.tree)
  const {settings, problems} = openStory(source, options, allParts)
  const data = annotateTree(tree, source, settings)
  const again = {tree, ...data, messages: createAnnotationMessages(source, {...data, problems}, settings)}
  for (const part of ['tree', 'standoff', 'glossaries', 'messages'] as const) expect(serialize(again[part])).toBe(serialize(annotation[part]))
  expect(treeText(annotation.tree)).toBe(treeText(parseStory(source, options.format)))
  if (options.format === 'text') expect(treeText(annotation.tree).replace(/\s/gu, '')).toBe(source.replace(/\s/gu, ''))
  const standoff: unknown = JSON.parse(serialize(annotation.standoff))
  expect(standoff).toEqual(annotation.standoff)
  expect(isStandoff(standoff) ? [] : isStandoff.errors).toEqual([])
  checkSpans(source, annotation.standoff)
  for (const glossary of annotation.glossaries) expect(dictionaryErrors(JSON.parse(serialize(glossary)))).toEqual([])
  return annotation
}

const ACTIVE_ELEMENTS = new Set('script style iframe frame object embed form input button svg math template link base meta noscript'.split(' '))

/** Checks that a page has no active content, and that a browser reads the same text. */
function checkPage(annotation: Annotation<Tree>, renderer: string, words: string): void {
  const page = unified()
    .use(rehypeParse)
    .parse(toPage(annotation, {title: '</title><script>x</script>', renderer, story: '"><script>'})) as HastRoot
  const mains: HastRoot[] = []
  // One assertion for all nodes: each takes much longer than the test of a node.
  const active: string[] = []
  visit(page, 'element', (node, _, parent) => {
    if (node.properties.className?.toString() === 'xg-story') mains.push({type: 'root', children: node.children})
    if (parent?.type === 'element' && parent.tagName === 'head') return
    if (ACTIVE_ELEMENTS.has(node.tagName)) active.push(node.tagName)
    for (const [name, value] of Object.entries(node.properties)) {
      const isUrl = name === 'href' || name === 'src'
      const isActive = /^on|^style$|^srcDoc$|^action$|^formAction$/iu.test(name)
      if (isActive || (isUrl && /^(?!https?:|mailto:)[^/?#]*:/iu.test(String(value).replace(/[\p{Cc}\s]/gu, '')))) active.push(`${name}=${value}`)
    }
  })
  expect(active).toEqual([])
  expect(mains).toHaveLength(1)
  expect(normalize(textOf(removeAdditions(mains[0] as HastRoot)))).toBe(normalize(words))
}

/** HTML drops NUL, normalizes line endings, and drops the first newline of a `pre`. */
const normalize = (text: string): string => text.replace(/\0|\s/gu, '')

/** Checks all renderings and exports of a story. */
export function checkRendering(source: string, annotation: Annotation<Tree>, format: Options['format']): void {
  const words = textOf(toElements(annotation.tree))
  const safeText = textOf(sanitize(toElements(annotation.tree)))
  for (const renderer of renderers) expect(textOf(removeAdditions(toHast(annotation, {renderer})))).toBe(words)
  for (const renderer of byTurns(renderers, 4, source.length)) {
    expect(toHtml(toHast(annotation, {renderer}))).toBe(toHtml(toHast(annotation, {renderer})))
    checkPage(annotation, renderer.name, safeText)
    for (const gloss of ['hidden', 'moved'] as const) toHtml(toHast(annotation, {renderer, gloss, density: 'first'}))
  }
  const book = toEpub([annotation], {title: source.slice(0, 40).trim() || 'x', author: source.slice(-40)})
  expect(toComparable(toEpub([annotation], {title: source.slice(0, 40).trim() || 'x', author: source.slice(-40)}))).toEqual(toComparable(book))
  for (const [path, bytes] of Object.entries(unzip(book, {}, () => true))) {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    if (!/\.(?:xhtml|xml|opf)$/u.test(path)) continue
    const active: string[] = []
    visit(fromXml(text), 'element', ({name, attributes}) => {
      if (ACTIVE_ELEMENTS.has(name) && name !== 'link' && name !== 'meta') active.push(name)
      const given = Object.entries(attributes).map(([key, value]) => `${key}=${value}`)
      active.push(...given.filter((attribute) => /^on|^style=|=[\s\p{Cc}]*(?:javascript|data|vbscript):/iu.test(attribute)))
    })
    expect(active).toEqual([])
  }
  const {chapter, notes} = toAo3(annotation)
  for (const {html: text, characters} of [chapter, ...notes]) {
    expect(characters).toBe([...text].length)
    const active: string[] = []
    visit(html(text), 'element', ({tagName, properties}) => {
      if (ACTIVE_ELEMENTS.has(tagName)) active.push(tagName)
      active.push(...Object.keys(properties).filter((name) => /^on|^style$|^id$/iu.test(name)))
    })
    expect(active).toEqual([])
  }
  const annotations = toWebAnnotations(annotation.standoff, {text: source, source: 'urn:story'})
  expect(JSON.parse(serialize(annotations))).toEqual(annotations)
  const points = [...source]
  for (const {target} of annotations) {
    const [{exact}, {start, end}] = target.selector
    expect(points.slice(start, end).join('')).toBe(exact)
  }
  if (format !== 'html') {
    const tree = parseStory(source, format) as Parameters<typeof toMarkdown>[0]
    const extensions = [xenoglossToMarkdown()]
    expect(toMarkdown(annotation.tree as typeof tree, {extensions})).toBe(toMarkdown(tree, {extensions}))
    expect(toMarkdown(annotation.tree as typeof tree, {extensions: [xenoglossToMarkdown({marks: true})]})).toBeTypeOf('string')
  }
}

/** Checks lint messages, fixes, and explanations. */
export function checkLint(source: string, annotation: Annotation<Tree>, options: Options): void {
  const messages = lint(source, options)
  expect(serialize(proofread(annotation, source, options))).toBe(serialize(messages))
  for (const {source: by, ruleId, place, actual, expected, reason} of messages) {
    expect(by).toBe('xenogloss')
    expect(ruleNames).toContain(ruleId)
    expect(reason).not.toBe('')
    const {start, end} = place as {start: {offset: number}; end: {offset: number}}
    expect(start.offset).toBeLessThanOrEqual(end.offset)
    expect(end.offset).toBeLessThanOrEqual(source.length)
    if (expected?.length === 1) expect(source.slice(start.offset, end.offset)).toBe(actual)
  }
  let fixed = source
  let fixes: readonly VFileMessage[] = messages
  // Fixes must reach a fixed point.
  for (let rounds = 0; fixes.some(({expected}) => expected?.length === 1); rounds++) {
    expect(rounds).toBeLessThan(8)
    fixed = applyFixes(fixed, fixes)
    fixes = lint(fixed, options)
  }
  const explanations = explain(annotation, source, {start: 0, end: source.length})
  expect(explanations.length).toBeGreaterThanOrEqual(annotation.standoff.utterances.length + annotation.standoff.terms.length)
  for (const {start, end, sentences} of explanations) {
    expect(end).toBeLessThanOrEqual(source.length)
    expect(start).toBeLessThan(end)
    for (const sentence of sentences) expect(sentence).toMatch(/[.!?…:]”?$/u)
  }
}

/** Formats that reject words which they cannot represent. */
const STRICT_FORMATS = ['stardict', 'dictd']

/** Whether the rules of a dictionary are consistent; some errors are found only when a lexicon is created. */
export function isConsistent(dictionary: Dictionary): boolean {
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

/** Checks that a dictionary makes a lexicon and survives formats. */
export function checkDictionary(dictionary: Dictionary, those = formats): void {
  const lexicon = createLexicon(dictionary)
  for (const {headword} of dictionary.entries.slice(0, 50)) {
    expect(lexicon.lookup(headword, {fuzzy: true}).filter(({score}) => !isProbability(score))).toEqual([])
  }
  const merged = mergeGlossaries([dictionary as Glossary])
  expect(dictionaryErrors(merged)).toEqual([])
  expect(serialize(mergeGlossaries([merged, merged]))).toBe(serialize(merged))
  for (const {name, read, write} of those) {
    if (!write) continue
    let written: ReturnType<typeof write>
    try {
      written = write(dictionary)
    } catch (error) {
      expect(STRICT_FORMATS).toContain(name)
      expect(error).toBeInstanceOf(TypeError)
      continue
    }
    expect(toComparable(write(structuredClone(dictionary)))).toEqual(toComparable(written))
    if (!read) continue
    const reread = read(written, {file: 'words'})
    expect(dictionaryErrors(reread)).toEqual([])
    expect(toComparable(write(read(write(reread))))).toEqual(toComparable(write(reread)))
  }
}

/** Checks a story with all its outputs. */
export function checkStory(source: string, options: Options): Annotation<Tree> {
  const annotation = checkAnnotation(source, options)
  checkRendering(source, annotation, options.format)
  checkLint(source, annotation, options)
  for (const glossary of annotation.glossaries) {
    checkDictionary(glossary, byTurns(formats, 4, source.length))
    for (const entry of glossary.entries) {
      const places = concordance(entry, [{source, standoff: annotation.standoff, work: options.work}])
      expect(places.map(({start, end}) => source.slice(start, end))).toEqual(places.map(({word}) => word))
      expect(places).toHaveLength(entry.evidence?.length ?? 0)
    }
  }
  return annotation
}
