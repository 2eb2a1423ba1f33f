import type {Point, Position} from 'unist'
import {location} from 'vfile-location'
import {firstEndingAfter} from '../prose/spans.js'
import type {Span} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'
import type {LinkedStory, XenoglossFields} from './annotation-types.js'
import type {TreeFormat} from './format-types.js'
import {nestSpans} from './nest-spans.js'
import {getNodeRole, isParent} from './node-roles.js'
import {findUnpairedTags} from './raw-tags.js'
import {runsToSourceSpan} from './source-span.js'
import type {Block, Passage, Tree, TreeNode, TreeParent} from './types.js'

/** A span of a block that becomes a node, and the annotations inside it. */
interface Annotation extends Span {
  readonly fields: XenoglossFields
  readonly annotations: Annotation[]
}

type Text = Extract<TreeNode, {type: 'text'}>

const XENOGLOSS_TYPES: ReadonlySet<string> = new Set(['utterance', 'gloss', 'translation', 'term'])

const CLASSES: ReadonlySet<unknown> = new Set(map([...XENOGLOSS_TYPES], (type) => `xg-${type}`))

/** Returns whether a node is a xenogloss node, or one that was printed as a `span` and parsed again. */
function isXenoglossNode(node: TreeNode): node is TreeParent {
  if (node.type !== 'element') return XENOGLOSS_TYPES.has(node.type)
  const {className} = node.properties ?? {}
  return node.data?.xenogloss !== undefined || (node.tagName === 'span' && Array.isArray(className) && className.some((name) => CLASSES.has(name)))
}

/** Returns the position from the start of one node to the end of another; undefined if either is not stated. */
function joinPositions(first: TreeNode | undefined, last: TreeNode | undefined): Position | undefined {
  const start = first?.position?.start
  const end = last?.position?.end
  return start && end ? {start, end} : undefined
}

/** Returns the nested annotations of every block. */
function collectAnnotations({utterances, glosses, terms}: LinkedStory, passages: readonly Passage[]): Map<Block, Annotation[]> {
  const annotationsByBlock = new Map<Block, Annotation[]>()
  const add = (passage: number, {start, end}: Span, fields: XenoglossFields) => {
    const {block, offset} = passages[passage] as Passage
    const list = annotationsByBlock.get(block)
    const annotation = {start: start + offset, end: end + offset, fields, annotations: []}
    if (list) list.push(annotation)
    else annotationsByBlock.set(block, [annotation])
  }
  for (const {passage, start, end, clues, ...utterance} of utterances) add(passage, {start, end}, {type: 'utterance', ...utterance, clues: [...clues]})
  for (const {passage, start, end, parts, of, ...gloss} of glosses) {
    add(passage, {start, end}, {type: 'gloss', ...gloss, of: [...of]})
    for (const part of parts) add(passage, part, {type: 'translation', of: [...part.of]})
  }
  for (const term of terms) {
    const {id, lang, langConfidence, key, meaning} = term
    const own = {type: 'term' as const, id, lang, ...(langConfidence !== undefined && {langConfidence}), key}
    const readings = [...term.readings]
    add(term.passage, term, meaning === undefined ? {...own, readings} : {...own, meaning, readings})
  }
  for (const [block, list] of annotationsByBlock) annotationsByBlock.set(block, nestSpans(list))
  return annotationsByBlock
}

const isNotEmpty = ({start, end}: Span): boolean => start < end

/** Creates a function that weaves annotations into a block. Splits text at their bounds, and annotations at the bounds of nodes. */
function createWeaver({pieces, runs}: Block, toPoint: (offset: number) => Point | undefined, wrapNodes: TreeFormat['wrap']) {
  const spansByNode = new Map<unknown, Span>(map(pieces, ({node, start, end}) => [node, {start, end}]))

  const getPosition = ({start, end}: Span): Position | undefined => {
    const source = runsToSourceSpan(runs, start, end)
    const from = source && toPoint(source.start)
    const to = source && toPoint(source.end)
    return from && to ? {start: from, end: to} : undefined
  }
  /** Returns the span of a node in the block; empty for invisible nodes such as comments. */
  const getSpan = (node: TreeNode): Span => {
    const known = spansByNode.get(node)
    if (known) return known
    // The words of nested blocks do not belong to this one.
    const isBlock = node.type === 'element' && getNodeRole(node) === 'container'
    const visible = isParent(node) && !isBlock ? map(node.children as TreeNode[], getSpan).filter(isNotEmpty) : []
    const span = {start: visible[0]?.start ?? -1, end: visible.at(-1)?.end ?? -1}
    spansByNode.set(node, span)
    return span
  }
  const splitText = (node: Text, span: Span, annotations: readonly Annotation[]): TreeNode[] => {
    const offsets = new Set<number>()
    for (let i = firstEndingAfter(annotations, span.start); i < annotations.length && (annotations[i] as Annotation).start < span.end; i++) {
      const {start, end} = annotations[i] as Annotation
      for (const offset of [start, end]) if (offset > span.start && offset < span.end) offsets.add(offset)
    }
    if (offsets.size === 0) return [node]
    const bounds = [span.start, ...[...offsets].sort((a, b) => a - b), span.end]
    return map(bounds.slice(1), (end, i) => {
      const start = bounds[i] as number
      const position = getPosition({start, end})
      const piece: Text = {type: 'text', value: node.value.slice(start - span.start, end - span.start)}
      if (position) piece.position = position
      spansByNode.set(piece, {start, end})
      return piece
    })
  }
  const clip = (annotations: readonly Annotation[], {start, end}: Span): Annotation[] => {
    const found: Annotation[] = []
    for (let i = firstEndingAfter(annotations, start); i < annotations.length && (annotations[i] as Annotation).start < end; i++) {
      const annotation = annotations[i] as Annotation
      found.push({...annotation, start: Math.max(annotation.start, start), end: Math.min(annotation.end, end)})
    }
    return found
  }
  const findCovering = (annotations: readonly Annotation[], span: Span): Annotation | undefined => {
    const annotation = annotations[firstEndingAfter(annotations, span.start)]
    return annotation && annotation.start <= span.start && annotation.end >= span.end && isNotEmpty(span) ? annotation : undefined
  }

  /** Wraps nodes in one annotation, or in several pieces of it around tags of raw HTML that have their other tag elsewhere. */
  const wrapPieces = (nodes: readonly TreeNode[], annotation: Annotation): TreeNode[] => {
    const unpaired = findUnpairedTags(nodes)
    const wrapped: TreeNode[] = []
    let piece: TreeNode[] = []
    const closePiece = () => {
      if (piece.some((node) => isNotEmpty(getSpan(node)))) wrapped.push(wrapPiece(piece, annotation))
      else wrapped.push(...piece)
      piece = []
    }
    for (const node of nodes) {
      if (!unpaired.has(node)) piece.push(node)
      else {
        closePiece()
        wrapped.push(node)
      }
    }
    closePiece()
    return wrapped
  }
  const wrapPiece = (inside: readonly TreeNode[], {fields, annotations}: Annotation): TreeNode => {
    const spans = map(inside, getSpan).filter(isNotEmpty)
    const span = {start: (spans[0] as Span).start, end: (spans.at(-1) as Span).end}
    const node = wrapNodes(fields, weaveNodes(inside, clip(annotations, span)))
    const position = joinPositions(inside[0], inside.at(-1))
    if (position) node.position = position
    spansByNode.set(node, span)
    return node
  }
  const weaveNodes = (children: readonly TreeNode[], annotations: readonly Annotation[]): TreeNode[] => {
    if (annotations.length === 0) return [...children]
    const nodes = flatMap(children, (node): TreeNode[] => {
      const span = getSpan(node)
      if (node.type === 'text') return splitText(node, span, annotations)
      if (isParent(node) && !findCovering(annotations, span)) {
        const inner = clip(annotations, span)
        if (inner.length > 0) node.children = weaveNodes(node.children, inner) as never
      }
      return [node]
    })
    const woven: TreeNode[] = []
    for (let i = 0; i < nodes.length; ) {
      const annotation = findCovering(annotations, getSpan(nodes[i] as TreeNode))
      const from = i++
      if (!annotation) {
        woven.push(nodes[from] as TreeNode)
        continue
      }
      for (let next = i; next < nodes.length; next++) {
        const span = getSpan(nodes[next] as TreeNode)
        if (findCovering(annotations, span) === annotation) i = next + 1
        else if (isNotEmpty(span)) break
      }
      for (const node of wrapPieces(nodes.slice(from, i), annotation)) woven.push(node)
    }
    return woven
  }
  return weaveNodes
}

/** Puts the annotation into the tree that the passages were read from. Changes the tree in place. */
export function weave(passages: readonly Passage[], story: LinkedStory, {source, format}: {source: string; format: TreeFormat}): void {
  const bomLength = format.bomLength(source)
  const points = location(source.slice(bomLength))
  for (const [block, annotations] of collectAnnotations(story, passages)) {
    const weaveNodes = createWeaver(block, (offset) => points.toPoint(offset - bomLength), format.wrap)
    block.parent.children = weaveNodes(block.parent.children, annotations) as never
  }
}

/** Merges adjacent text nodes, which weaving has split. */
function mergeText(children: readonly TreeNode[]): TreeNode[] {
  const merged: TreeNode[] = []
  for (const node of children) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      const position = joinPositions(last, node)
      merged[merged.length - 1] = {type: 'text', value: last.value + node.value, ...(position && {position})}
    } else merged.push(node)
  }
  return merged
}

/** Replaces every xenogloss node of a tree with its children, in place, so that a second run starts from the same tree. */
export function unweave(tree: Tree): void {
  const unwrap = (children: readonly TreeNode[]): TreeNode[] => flatMap(children, (node) => (isXenoglossNode(node) ? unwrap(node.children) : [node]))
  // A plain stack instead of a visitor with ancestors, because most trees need no change.
  const stack: TreeNode[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isParent(node)) continue
    if ((node.children as TreeNode[]).some(isXenoglossNode)) node.children = mergeText(unwrap(node.children)) as never
    for (const child of node.children) if (isParent(child)) stack.push(child)
  }
}
