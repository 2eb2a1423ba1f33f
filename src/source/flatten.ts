import memoize from 'lodash-es/memoize.js'
import type {Host} from '../hosts/types.js'
import {bracketsOf} from '../prose/find-brackets.js'
import {isHead, isOrnament} from '../prose/headings.js'
import {OPAQUE} from '../prose/opaque.js'
import {paragraphsOf, shapeOf} from '../prose/paragraph-shape.js'
import {type Forms, printedForms} from '../prose/printed-forms.js'
import {type Signs, signsOf} from '../prose/punctuation.js'
import {marksOf, quotationsOf} from '../prose/quotations/find-quotations.js'
import {styleOf} from '../prose/quotations/quotation-style.js'
import {sentencesOf} from '../prose/sentences.js'
import {starred} from '../prose/stars.js'
import {sweep} from '../prose/sweep.js'
import {tokenReader, wordsAmong} from '../prose/tokenizer.js'
import type {Span, Tokens} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'
import {cutAtDeclarations, declarationOf, declarationsOfWords, isForeign, withoutHabit} from './declarations.js'
import type {FindTerms} from './find-terms.js'
import {locateHtml} from './html/locate-html.js'
import {readPassage} from './lazy-passage.js'
import {locate} from './locate.js'
import {markOf} from './marks.js'
import {
  containersAmong,
  isHeading,
  isItem,
  isLinkedMark,
  isParagraph,
  isParent,
  isPreformatted,
  isSheet,
  labelsOf,
  langOf,
  raisedLabel,
  referenceOf,
  roleOf,
  shownOver,
} from './markup.js'
import {nextStart, textStarts} from './text-starts.js'
import type {Block, Declaration, Format, HoverText, Passage, Piece, Reference, Run, Tree, TreeNode, TreeParent} from './types.js'

const NOTHING_SAID: Passage['wordDeclarations'] = []

/** What parts the paragraphs that stand in one block before and after another block. */
const APART = '\n\n'

interface Knowledge {
  readonly source: string
  readonly format: Format
  /** How far the tree's offsets lag behind the source's: by the byte order mark that Markdown parsers leave out of account. */
  readonly lag: number
  readonly host: Pick<Host, 'lang' | 'abbreviations'>
  readonly joiners: string
  /** Finds the terms that the author has listed. */
  readonly findTerms?: FindTerms | undefined
}

/** What the places of HTML are found by, too. */
interface Setting extends Knowledge {
  /** Where the text nodes of an HTML tree begin. */
  readonly starts: readonly number[]
}

/** A block that is being read. */
interface Reading extends Block {
  text: string
  /** Whether line endings of HTML are more than white space. */
  readonly preformatted: boolean
  readonly pieces: Piece[]
  readonly runs: Run[]
  readonly emphases: Span[]
  declarations: Declaration[]
  readonly references: Reference[]
  readonly hovers: HoverText[]
  /** Labels of phrases, by where they stand. */
  readonly labels: (Span & {label: string})[]
}

/** A stretch of a block that is one paragraph or several. */
interface Draft extends Span {
  readonly block: Reading
  readonly heading: boolean
  readonly labels: readonly string[]
}

const readingOf = (parent: TreeParent, preformatted: boolean): Reading => ({
  parent,
  preformatted,
  text: '',
  pieces: [],
  runs: [],
  emphases: [],
  declarations: [],
  references: [],
  hovers: [],
  labels: [],
})

function runsOf(node: TreeNode, value: string, {text, runs}: Reading, {source, format, lag, starts}: Setting): Run[] {
  const at = text.length - value.length
  const {start: from, end: to} = node.position ?? {}
  if (from?.offset === undefined || to?.offset === undefined) return []
  const start = from.offset + lag
  const end = to.offset + lag
  // Plain text has no markup: every character stands for itself.
  if (node.type !== 'text' || format === 'text') return [{start: at, end: at + value.length, source: {start, end}}]
  if (format === 'markdown') return locate(value, at, source, {start, end})
  // HTML parsers put before a table what stands astray in it, and join it to the text before the table.
  const [first, ...others] = locateHtml(value, at, source, {start, end: Math.min(end, nextStart(starts, start + 1))})
  const last = runs.at(-1)
  if (!first || !last) return first ? [first, ...others] : []
  return first.source.start < last.source.end || nextStart(starts, last.source.end) < start ? [{...first, torn: true}, ...others] : [first, ...others]
}

/** Tags of raw HTML. */
const OPENING = /^<([a-z][a-z\d]*)\b(?:[^>]*?\s(?:xml:)?lang\s*=\s*["']?([\w-]+))?/iu
const CLOSING = /^<\/([a-z][a-z\d]*)\s*>$/iu

/** Only the outermost: what is strong inside emphasis is no more than emphasised. */
function emphasise({emphases}: Reading, span: Span): void {
  if (span.start === span.end) return
  while ((emphases.at(-1)?.start ?? -1) >= span.start) emphases.pop()
  emphases.push(span)
}

/** Whether the last that was read is a letter. */
function endsInWord({pieces}: Reading): boolean {
  const last = pieces.at(-1)?.node
  return last?.type === 'text' && /[\p{L}\p{M}]$/u.test(last.value)
}

/** Reads phrases into a block. */
function readPhrases(siblings: readonly TreeNode[], parent: TreeNode, block: Reading, knowledge: Setting): void {
  /** Languages that tags of raw HTML have opened, and tags of the same name inside those. */
  const open: {tag: string; lang: string | undefined; start: number}[] = []
  for (const [index, node] of siblings.entries()) {
    const role = roleOf(node)
    if (role === 'silent') continue
    const start = block.text.length
    if (node.type === 'html') {
      const [, opened, lang] = OPENING.exec(node.value) ?? []
      const closed = CLOSING.exec(node.value)?.[1]?.toLowerCase()
      if (opened && (lang !== undefined || open.at(-1)?.tag === opened.toLowerCase())) open.push({tag: opened.toLowerCase(), lang, start: start + 1})
      else if (closed !== undefined && open.at(-1)?.tag === closed) {
        const {lang: spoken, start: from} = open.pop() as (typeof open)[number]
        if (spoken !== undefined) block.declarations.push(declarationOf({start: from, end: start}, {lang: spoken}, knowledge.host.lang))
      }
    }
    if (isParent(node) && role !== 'opaque' && role !== 'break') {
      readPhrases(node.children, node, block, knowledge)
      const end = block.text.length
      if (role === 'emphasis') emphasise(block, {start, end})
      const lang = langOf(node)
      const said = markOf(node) ?? (lang === undefined ? undefined : {lang})
      if (said) block.declarations.push(declarationOf({start, end}, said, knowledge.host.lang))
      const label = referenceOf(node)
      if (label !== undefined) block.references.push({start, end, label})
      const shown = shownOver(node)
      if (shown !== undefined) block.hovers.push({start, end, shown})
      for (const own of labelsOf(node)) block.labels.push({start, end: start + 1, label: own})
      continue
    }
    const value = node.type === 'text' ? node.value : role === 'break' ? '\n' : OPAQUE
    // Line endings of HTML are white space like any other, unless they are preformatted.
    const flows = node.type === 'text' && knowledge.format === 'html' && !block.preformatted
    const raised = raisedLabel(node, {parent, siblings, index})
    // A mark is no part of the word before it.
    const isMark = raised !== undefined || (isLinkedMark(node, parent) && endsInWord(block))
    block.text += isMark ? OPAQUE.repeat(value.length) : flows ? value.replace(/\n/gu, ' ') : value
    block.pieces.push({node, start, end: block.text.length})
    for (const run of runsOf(node, value, block, knowledge)) block.runs.push(run)
    const label = raised ?? referenceOf(node)
    if (label !== undefined) block.references.push({start, end: block.text.length, label})
  }
}

/** The stretches of text of a tree, in its order. */
function read(tree: Tree, knowledge: Setting): Draft[] {
  const drafts: Draft[] = []
  const containers = containersAmong(tree)
  interface Frame {
    readonly node: TreeParent
    readonly block: Reading
    readonly heading: boolean
    readonly lang: string | undefined
    /** Whether it stands in an element that emphasises whole paragraphs. */
    readonly emphasis: boolean
    index: number
    /** How many items it has shown. */
    items: number
    /** Where the stretch that is being read began. */
    from: number
    labels: string[]
  }
  const frameOf = (node: TreeParent, labels: string[], outer?: Frame): Frame => {
    const lang = isSheet(node, {holdsBlocks: containers.has(node)}) ? undefined : langOf(node)
    const block = readingOf(node, (outer?.block.preformatted ?? false) || isPreformatted(node))
    const heading = (outer?.heading ?? false) || isHeading(node)
    const emphasis = (outer?.emphasis ?? false) || roleOf(node) === 'emphasis'
    return {node, block, heading, emphasis, lang: lang ?? outer?.lang, index: 0, items: 0, from: 0, labels}
  }
  const close = (frame: Frame) => {
    const {block, from: start, heading, lang} = frame
    const end = block.text.length
    if (start === end) return
    if (frame.emphasis) emphasise(block, {start, end})
    if (lang !== undefined) {
      const declaration = declarationOf({start, end}, {lang}, knowledge.host.lang)
      // Nearly every page says that it is in the host language: that is no word about any line of it.
      if (isForeign(declaration)) block.declarations.push(declaration)
    }
    drafts.push({block, start, end, heading, labels: frame.labels})
    frame.labels = []
    block.text += APART
    frame.from = block.text.length
  }
  const stack = [frameOf(tree, [])]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const {node, block} = frame
    if (isParagraph(node)) {
      readPhrases(node.children, node, block, knowledge)
      close(frame)
      stack.pop()
      continue
    }
    const child = node.children[frame.index++]
    if (!child) {
      close(frame)
      stack.pop()
    } else if (roleOf(child) !== 'container' && !containers.has(child)) readPhrases([child], node, block, knowledge)
    else if (isParent(child)) {
      close(frame)
      // What refers to a list item refers to its first paragraph.
      stack.push(frameOf(child, [...frame.labels.splice(0), ...labelsOf(child, node, isItem(child) ? frame.items++ : 0)], frame))
    }
  }
  return drafts
}

const sweepsIn = (block: Reading) => ({
  emphases: sweep(block.emphases),
  declarations: sweep(block.declarations),
  references: sweep(block.references),
  hovers: sweep(block.hovers),
  labels: sweep(block.labels),
})

/** Tree → passages: paragraph by paragraph, the words alone, with the way back to the source. */
export function flatten(tree: Tree, knowledge: Knowledge): {passages: Passage[]; forms: Forms; tokens: Tokens} {
  const {source, format, host, joiners, findTerms} = knowledge
  const drafts = read(tree, {...knowledge, starts: format === 'html' ? textStarts(tree) : []})
  withoutHabit([...new Set(map(drafts, ({block}) => block))])
  const shape = shapeOf(map(drafts, ({block, start, end}) => block.text.slice(start, end)))
  const forms = printedForms(source.length)
  const reader = tokenReader(forms, joiners, source.length)
  const sweepsOf = memoize(sweepsIn)
  const cuts = flatMap(drafts, (draft) => Array.from(paragraphsOf(draft.block.text, draft, shape), (span, nth) => ({draft, span, isFirst: nth === 0})))
  const texts = map(cuts, ({draft: {block}, span: {start, end}}) => block.text.slice(start, end))
  const signs = map(texts, signsOf)
  const style = styleOf(texts, signs)
  const story = {forms, tokens: reader.tokens}
  /** Whether a title may stand here. */
  let atHead = true
  const passages = map(cuts, ({draft, span, isFirst}, index): Passage => {
    const {block, labels} = draft
    const sweeps = sweepsOf(block)
    const text = texts[index] as string
    const sign = signs[index] as Signs
    const heading = draft.heading || isHead(text, atHead)
    const ornament = isOrnament(text)
    atHead = heading || ornament
    const emphases = format === 'text' ? starred(text, sign) : sweeps.emphases(span)
    const quotations = quotationsOf(text, style, texts[index + 1], sign)
    const brackets = bracketsOf(text, sign)
    const tokens = ornament ? reader.read('') : reader.read(text, marksOf(text, quotations, sign))
    const declarations = sweeps.declarations(span)
    // Words are made only where something is said of them.
    const words = findTerms || declarations.length > 0 ? wordsAmong(reader.tokens(), tokens, forms) : undefined
    const terms = (words && findTerms?.(text, words, brackets)) ?? []
    const sentences = sentencesOf(text, {quotations, brackets, emphases, words: tokens, tokens: reader.tokens(), stops: reader.stops()}, host.abbreviations)
    const named = map(sweeps.labels(span), ({label}) => label)
    const fields = {
      index,
      block,
      offset: span.start,
      text,
      heading,
      labels: isFirst ? [...labels, ...named] : named,
      emphases,
      declarations,
      references: sweeps.references(span),
      hovers: sweeps.hovers(span),
      quotations,
      brackets,
      tokens,
      wordDeclarations: words && declarations.length + terms.length > 0 ? declarationsOfWords(words, declarations, terms) : NOTHING_SAID,
      sentences: words && declarations.length > 0 ? cutAtDeclarations(text, sentences, words, declarations) : sentences,
    }
    return readPassage(fields, story, words)
  })
  return {passages, forms, tokens: reader.tokens()}
}
