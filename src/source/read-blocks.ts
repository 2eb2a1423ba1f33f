import type {Host} from '../hosts/types.js'
import {OPAQUE_CHARACTER} from '../prose/opaque.js'
import type {Span} from '../prose/types.js'
import {createDeclaration, isForeignDeclaration} from './declarations.js'
import type {LocateText, TreeFormat} from './format-types.js'
import {readInlineSyntax} from './markdown/inline-syntax.js'
import {readMark} from './marks.js'
import {getHoverText, getLabels, getLang, getReferenceLabel, getSuperscriptLabel, isLinkedNoteMark, isListItem} from './node-attributes.js'
import {getOffsets} from './node-offsets.js'
import {findInlineContainers, getNodeRole, isDescription, isHeading, isPageContainer, isParagraph, isParent, isPreformatted, startsRow} from './node-roles.js'
import type {Block, Declaration, HoverText, Piece, Reference, Run, Tree, TreeNode, TreeParent} from './types.js'

/** Separates the paragraphs of one block before and after a nested block. */
const SECTION_SEPARATOR = '\n\n'

interface ReadContext {
  readonly format: TreeFormat
  readonly host: Pick<Host, 'lang'>
  /** What the tree's offsets count in: the source without its byte order mark. */
  readonly source: string
  /** Length of that mark. */
  readonly bomLength: number
  readonly locate: LocateText
}

/** A block while it is being read. */
export interface BlockDraft extends Block {
  text: string
  /** Whether line endings count; elsewhere in HTML they are spaces. */
  readonly preformatted: boolean
  readonly pieces: Piece[]
  readonly runs: Run[]
  readonly emphases: Span[]
  declarations: Declaration[]
  readonly references: Reference[]
  readonly hovers: HoverText[]
  /** Labels of phrases, at their positions. */
  readonly labels: (Span & {label: string})[]
}

/** A part of a block between nested blocks: one paragraph or several. */
export interface BlockSection extends Span {
  readonly block: BlockDraft
  readonly heading: boolean
  readonly labels: readonly string[]
}

const createBlock = (parent: TreeParent, row: number, preformatted: boolean): BlockDraft => ({
  parent,
  row,
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

/** Returns the runs of a node whose value was just added to a block. */
function locateNode(node: TreeNode, value: string, {text, runs}: BlockDraft, {source, bomLength, locate}: ReadContext): readonly Run[] {
  const at = text.length - value.length
  const offsets = getOffsets(node, source)
  if (!offsets) return []
  const span = {start: offsets.start + bomLength, end: offsets.end + bomLength}
  return node.type === 'text' ? locate(value, at, span, runs.at(-1)) : [{start: at, end: at + value.length, source: span}]
}

/** Tags of raw HTML. */
const OPENING_TAG = /^<([a-z][a-z\d]*)\b(?:[^>]*?\s(?:xml:)?lang\s*=\s*["']?([\w-]+))?/iu
const CLOSING_TAG = /^<\/([a-z][a-z\d]*)\s*>$/iu

/** Adds emphasis to a block; keeps only the outermost of nested emphases. */
function addEmphasis({emphases}: BlockDraft, span: Span): void {
  if (span.start === span.end) return
  while ((emphases.at(-1)?.start ?? -1) >= span.start) emphases.pop()
  emphases.push(span)
}

/** Returns whether a block so far ends with a letter. */
function endsInWord({pieces}: BlockDraft): boolean {
  const last = pieces.at(-1)?.node
  return last?.type === 'text' && /[\p{L}\p{M}]$/u.test(last.value)
}

/** Adds phrasing content to a block. */
function readPhrases(siblings: readonly TreeNode[], parent: TreeNode, block: BlockDraft, context: ReadContext): void {
  /** Where open spans of Pandoc begin. */
  const openSpans: number[] = []
  /** Open raw HTML tags with a language, and tags of the same name inside them. */
  const openTags: {tag: string; lang: string | undefined; start: number}[] = []
  for (const [index, node] of siblings.entries()) {
    const role = getNodeRole(node)
    const syntax = readInlineSyntax(node)
    if (syntax?.opens) openSpans.push(block.text.length)
    else if (syntax?.closes) {
      const {lang} = syntax.closes
      const start = openSpans.pop() as number
      if (lang !== undefined) block.declarations.push(createDeclaration({start, end: block.text.length}, {lang}, context.host.lang))
    }
    if (role === 'ignored' || syntax) continue
    const start = block.text.length
    if (node.type === 'html') {
      const [, openingTag, lang] = OPENING_TAG.exec(node.value) ?? []
      const closingTag = CLOSING_TAG.exec(node.value)?.[1]?.toLowerCase()
      if (openingTag && (lang !== undefined || openTags.at(-1)?.tag === openingTag.toLowerCase()))
        openTags.push({tag: openingTag.toLowerCase(), lang, start: start + 1})
      else if (closingTag !== undefined && openTags.at(-1)?.tag === closingTag) {
        const opened = openTags.pop() as (typeof openTags)[number]
        if (opened.lang !== undefined) block.declarations.push(createDeclaration({start: opened.start, end: start}, {lang: opened.lang}, context.host.lang))
      }
    }
    if (isParent(node) && role !== 'opaque' && role !== 'break') {
      readPhrases(node.children, node, block, context)
      const end = block.text.length
      if (role === 'emphasis') addEmphasis(block, {start, end})
      const lang = getLang(node)
      const declared = readMark(node) ?? (lang === undefined ? undefined : {lang})
      if (declared) block.declarations.push(createDeclaration({start, end}, declared, context.host.lang))
      const referenceLabel = getReferenceLabel(node)
      if (referenceLabel !== undefined) block.references.push({start, end, label: referenceLabel})
      const shown = getHoverText(node)
      if (shown !== undefined) block.hovers.push({start, end, shown})
      for (const label of getLabels(node)) block.labels.push({start, end: start + 1, label})
      continue
    }
    const value = node.type === 'text' ? node.value : role === 'break' ? '\n' : OPAQUE_CHARACTER
    const collapsesLines = node.type === 'text' && context.format.collapsesLines && !block.preformatted
    const superscriptLabel = getSuperscriptLabel(node, {parent, siblings, index})
    // A note mark does not belong to the word before it.
    const isNoteMark = superscriptLabel !== undefined || (isLinkedNoteMark(node, parent) && endsInWord(block))
    block.text += isNoteMark ? OPAQUE_CHARACTER.repeat(value.length) : collapsesLines ? value.replaceAll('\n', ' ') : value
    block.pieces.push({node, start, end: block.text.length})
    for (const run of locateNode(node, value, block, context)) block.runs.push(run)
    const label = superscriptLabel ?? getReferenceLabel(node)
    if (label !== undefined) block.references.push({start, end: block.text.length, label})
  }
}

/** Reads the text of a tree, as sections of blocks in document order. */
export function readBlocks(tree: Tree, context: ReadContext): BlockSection[] {
  const sections: BlockSection[] = []
  const inlineContainers = findInlineContainers(tree)
  const siteParts = context.format.findSiteParts?.(tree)
  interface Frame {
    readonly node: TreeParent
    readonly block: BlockDraft
    readonly heading: boolean
    readonly lang: string | undefined
    /** Whether the node is inside an element that emphasizes whole paragraphs. */
    readonly emphasis: boolean
    /** Index of the next child. */
    index: number
    /** Number of list items so far. */
    itemCount: number
    /** Start of the current section. */
    from: number
    labels: string[]
  }
  let rowCount = 0
  const createFrame = (node: TreeParent, labels: string[], outer?: Frame): Frame => {
    const lang = isPageContainer(node, {holdsBlocks: inlineContainers.has(node)}) ? undefined : getLang(node)
    if (startsRow(node)) rowCount++
    const row = startsRow(node) || isDescription(node) ? rowCount : (outer?.block.row ?? 0)
    const block = createBlock(node, row, (outer?.block.preformatted ?? false) || isPreformatted(node))
    const heading = (outer?.heading ?? false) || isHeading(node)
    const emphasis = (outer?.emphasis ?? false) || getNodeRole(node) === 'emphasis'
    return {node, block, heading, emphasis, lang: lang ?? outer?.lang, index: 0, itemCount: 0, from: 0, labels}
  }
  const closeSection = (frame: Frame) => {
    const {block, from: start, heading, lang} = frame
    const end = block.text.length
    if (start === end) return
    if (frame.emphasis) addEmphasis(block, {start, end})
    if (lang !== undefined) {
      const declaration = createDeclaration({start, end}, {lang}, context.host.lang)
      // Most pages declare the host language, which says nothing about single lines.
      if (isForeignDeclaration(declaration)) block.declarations.push(declaration)
    }
    sections.push({block, start, end, heading, labels: frame.labels})
    frame.labels = []
    block.text += SECTION_SEPARATOR
    frame.from = block.text.length
  }
  const stack = [createFrame(tree, [])]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const {node, block} = frame
    if (isParagraph(node)) {
      readPhrases(node.children, node, block, context)
      closeSection(frame)
      stack.pop()
      continue
    }
    const child = node.children[frame.index++]
    if (!child) {
      closeSection(frame)
      stack.pop()
    } else if (siteParts?.has(child)) closeSection(frame)
    else if (getNodeRole(child) !== 'container' && !inlineContainers.has(child)) readPhrases([child], node, block, context)
    else if (isParent(child)) {
      closeSection(frame)
      // The labels of a list item belong to its first paragraph.
      stack.push(createFrame(child, [...frame.labels.splice(0), ...getLabels(child, node, isListItem(child) ? frame.itemCount++ : 0)], frame))
    }
  }
  return sections
}
