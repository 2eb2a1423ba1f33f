import type {Element} from 'hast'
import type {PhrasingContent} from 'mdast'
import type {Point, Position} from 'unist'
import {location} from 'vfile-location'
import {firstEndingAfter} from '../prose/spans.js'
import type {Span} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import type {LinkedStory, XenoglossFields} from './annotation-types.js'
import {sourceOfRuns} from './locate.js'
import {isParent, roleOf} from './markup.js'
import type {Block, Format, Passage, Tree, TreeNode, TreeParent} from './types.js'

/** A span of a passage that becomes a node, and the spans inside it. */
interface Mark extends Span {
  readonly fields: XenoglossFields
  readonly marks: Mark[]
}

type Text = Extract<TreeNode, {type: 'text'}>

/** A node of ours around other nodes. */
type Wrap = (fields: XenoglossFields, children: TreeNode[]) => TreeNode

const NODES: ReadonlySet<string> = new Set(['utterance', 'gloss', 'translation', 'term'])

const CLASSES: ReadonlySet<unknown> = new Set(map([...NODES], (type) => `xg-${type}`))

/** Nodes of ours, and the spans of ours that were printed and read again. */
function isOurs(node: TreeNode): node is TreeParent {
  if (node.type !== 'element') return NODES.has(node.type)
  const {className} = node.properties ?? {}
  return node.data?.xenogloss !== undefined || (node.tagName === 'span' && Array.isArray(className) && className.some((name) => CLASSES.has(name)))
}

/** What a node is in HTML: a span that says its language, with the meaning as its title. */
function propertiesOf(fields: XenoglossFields): Record<string, string | string[]> {
  const lang = fields.type === 'utterance' || fields.type === 'term' ? fields.lang : undefined
  const title = fields.type === 'utterance' ? fields.translation : fields.type === 'term' ? fields.meaning : undefined
  const properties: Record<string, string | string[]> = {className: [`xg-${fields.type}`]}
  if (lang !== undefined) properties.lang = lang
  if (title !== undefined) properties.title = title
  return properties
}

/** In mdast a node of its own, of which plain remark-rehype makes the same span; … */
const asNode: Wrap = (fields, children) =>
  withFields(fields, {data: {hName: 'span', hProperties: propertiesOf(fields)}, children: children as PhrasingContent[]})

/** … in hast the span itself. */
const asElement: Wrap = (fields, children) =>
  ({type: 'element', tagName: 'span', properties: propertiesOf(fields), data: {xenogloss: {...fields}}, children}) as Element

/** The marks of every block, nested. */
function marksOf({utterances, glosses, terms}: LinkedStory, passages: readonly Passage[]): Map<Block, Mark[]> {
  const flat = new Map<Block, Mark[]>()
  const put = (passage: number, {start, end}: Span, fields: XenoglossFields) => {
    const {block, offset} = passages[passage] as Passage
    const list = flat.get(block)
    const mark = {start: start + offset, end: end + offset, fields, marks: []}
    if (list) list.push(mark)
    else flat.set(block, [mark])
  }
  for (const {passage, start, end, clues, ...utterance} of utterances) put(passage, {start, end}, {type: 'utterance', ...utterance, clues: [...clues]})
  for (const {passage, start, end, parts, of, ...gloss} of glosses) {
    put(passage, {start, end}, {type: 'gloss', ...gloss, of: [...of]})
    for (const part of parts) put(passage, part, {type: 'translation', of: [...part.of]})
  }
  for (const term of terms) {
    const {id, lang, key, meaning} = term
    const readings = [...term.readings]
    put(term.passage, term, meaning === undefined ? {type: 'term', id, lang, key, readings} : {type: 'term', id, lang, key, meaning, readings})
  }
  for (const [block, list] of flat) flat.set(block, nest(list))
  return flat
}

const hasWidth = ({start, end}: Span): boolean => start < end

/** Marks in a list → marks in each other. Marks that cross are an error of a stage before; the later one is left out. */
function nest(list: Mark[]): Mark[] {
  const roots: Mark[] = []
  const open: Mark[] = []
  // Stable: of equal spans the one put first is the outer.
  for (const mark of list.sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && (open.at(-1) as Mark).end <= mark.start) open.pop()
    const outer = open.at(-1)
    if (outer && outer.end < mark.end) continue
    ;(outer ? outer.marks : roots).push(mark)
    open.push(mark)
  }
  return roots
}

/** Weaves one block. Node by node, text is cut where marks begin and end; a mark that cuts a node in two is split. */
function weaver({pieces, runs}: Block, pointAt: (offset: number) => Point | undefined, make: Wrap) {
  const places = new Map<unknown, Span>(map(pieces, ({node, start, end}) => [node, {start, end}]))

  const positionOf = ({start, end}: Span): Position | undefined => {
    const source = sourceOfRuns(runs, start, end)
    const from = source && pointAt(source.start)
    const to = source && pointAt(source.end)
    return from && to ? {start: from, end: to} : undefined
  }
  /** What is not seen, comments and the like, has a place without width. */
  const placeOf = (node: TreeNode): Span => {
    const known = places.get(node)
    if (known) return known
    // The words of other blocks are not this one's.
    const isBlock = node.type === 'element' && roleOf(node) === 'container'
    const seen = isParent(node) && !isBlock ? map(node.children as TreeNode[], placeOf).filter(hasWidth) : []
    const place = {start: seen[0]?.start ?? -1, end: seen.at(-1)?.end ?? -1}
    places.set(node, place)
    return place
  }
  const cut = (node: Text, place: Span, marks: readonly Mark[]): TreeNode[] => {
    const at = new Set<number>()
    for (let i = firstEndingAfter(marks, place.start); i < marks.length && (marks[i] as Mark).start < place.end; i++) {
      const {start, end} = marks[i] as Mark
      for (const offset of [start, end]) if (offset > place.start && offset < place.end) at.add(offset)
    }
    if (at.size === 0) return [node]
    const bounds = [place.start, ...[...at].sort((a, b) => a - b), place.end]
    return map(bounds.slice(1), (end, i) => {
      const start = bounds[i] as number
      const position = positionOf({start, end})
      const piece: Text = {type: 'text', value: node.value.slice(start - place.start, end - place.start)}
      if (position) piece.position = position
      places.set(piece, {start, end})
      return piece
    })
  }
  const clip = (marks: readonly Mark[], {start, end}: Span): Mark[] => {
    const found: Mark[] = []
    for (let i = firstEndingAfter(marks, start); i < marks.length && (marks[i] as Mark).start < end; i++) {
      const mark = marks[i] as Mark
      found.push({...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end)})
    }
    return found
  }
  const covering = (marks: readonly Mark[], place: Span): Mark | undefined => {
    const mark = marks[firstEndingAfter(marks, place.start)]
    return mark && mark.start <= place.start && mark.end >= place.end && hasWidth(place) ? mark : undefined
  }

  const wrap = (children: readonly TreeNode[], marks: readonly Mark[]): TreeNode[] => {
    if (marks.length === 0) return [...children]
    const atoms = flatMap(children, (node): TreeNode[] => {
      const place = placeOf(node)
      if (node.type === 'text') return cut(node, place, marks)
      if (isParent(node) && !covering(marks, place)) {
        const inner = clip(marks, place)
        if (inner.length > 0) node.children = wrap(node.children, inner) as never
      }
      return [node]
    })
    const woven: TreeNode[] = []
    for (let i = 0; i < atoms.length; ) {
      const mark = covering(marks, placeOf(atoms[i] as TreeNode))
      const from = i++
      if (!mark) {
        woven.push(atoms[from] as TreeNode)
        continue
      }
      for (let next = i; next < atoms.length; next++) {
        const place = placeOf(atoms[next] as TreeNode)
        if (covering(marks, place) === mark) i = next + 1
        else if (hasWidth(place)) break
      }
      const inside = atoms.slice(from, i)
      const place = {start: placeOf(inside[0] as TreeNode).start, end: placeOf(inside.at(-1) as TreeNode).end}
      const node = make(mark.fields, wrap(inside, clip(mark.marks, place)))
      const start = inside[0]?.position?.start
      const end = inside.at(-1)?.position?.end
      if (start && end) node.position = {start, end}
      places.set(node, place)
      woven.push(node)
    }
    return woven
  }
  return wrap
}

/** Puts the findings into the tree that the passages come from. */
export function weave(passages: readonly Passage[], findings: LinkedStory, {source, format, lag}: {source: string; format: Format; lag: number}): void {
  const points = location(source.slice(lag))
  const make = format === 'html' ? asElement : asNode
  for (const [block, marks] of marksOf(findings, passages)) {
    const wrap = weaver(block, (offset) => points.toPoint(offset - lag), make)
    block.parent.children = wrap(block.parent.children, marks) as never
  }
}

/** Joins what weaving has cut: neighbouring text nodes become one. */
function joined(children: readonly TreeNode[]): TreeNode[] {
  const found: TreeNode[] = []
  for (const node of children) {
    const last = found.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      const position = last.position && node.position && {start: last.position.start, end: node.position.end}
      found[found.length - 1] = {type: 'text', value: last.value + node.value, ...(position && {position})}
    } else found.push(node)
  }
  return found
}

/** Takes every node of ours out of a tree and leaves its children, so that a second run begins where the first did. */
export function unweave(tree: Tree): void {
  const bare = (children: readonly TreeNode[]): TreeNode[] => flatMap(children, (node) => (isOurs(node) ? bare(node.children) : [node]))
  // Depth first without a list of ancestors for every node: nearly always there is nothing to be done.
  const waiting: TreeNode[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isParent(node)) continue
    if ((node.children as TreeNode[]).some(isOurs)) node.children = joined(bare(node.children)) as never
    for (const child of node.children) if (isParent(child)) waiting.push(child)
  }
}
