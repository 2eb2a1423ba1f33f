import type {PhrasingContent, Text} from 'mdast'
import type {Point, Position} from 'unist'
import {visit} from 'unist-util-visit'
import {location} from 'vfile-location'
import {sourceOfRuns} from '../text/locate.js'
import {firstEndingAfter} from '../text/spans.js'
import type {Block, Findings, GlossNode, Passage, Span, TermNode, TranslationNode, Tree, UtteranceNode, XenoglossNode} from '../types.js'

type Wrap = (children: PhrasingContent[]) => XenoglossNode

/** A span of a passage that becomes a node, and the spans inside it. */
interface Mark extends Span {
  readonly wrap: Wrap
  readonly marks: Mark[]
}

const NODES: ReadonlySet<string> = new Set(['utterance', 'gloss', 'translation', 'term'])

/** What plain remark-rehype makes of a node: a span that says its language, with the meaning as its title. */
function html(type: string, properties: Record<string, string | undefined>): XenoglossNode['data'] {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined)
  return {hName: 'span', hProperties: {className: [`xg-${type}`], ...Object.fromEntries(given)}} as XenoglossNode['data']
}

/** The marks of every block, nested. */
function marksOf({utterances, glosses, terms}: Findings, passages: readonly Passage[]): Map<Block, Mark[]> {
  const flat = new Map<Block, Mark[]>()
  const put = (passage: number, {start, end}: Span, wrap: Wrap) => {
    const {block, offset} = passages[passage] as Passage
    const list = flat.get(block)
    const mark = {start: start + offset, end: end + offset, wrap, marks: []}
    if (list) list.push(mark)
    else flat.set(block, [mark])
  }
  for (const {passage, start, end, clues, ...utterance} of utterances) {
    const data = html('utterance', {lang: utterance.lang, title: utterance.translation})
    put(passage, {start, end}, (children): UtteranceNode => ({type: 'utterance', ...utterance, clues: [...clues], data, children}))
  }
  for (const {passage, start, end, parts, of, ...gloss} of glosses) {
    put(passage, {start, end}, (children): GlossNode => ({type: 'gloss', ...gloss, of: [...of], data: html('gloss', {}), children}))
    for (const part of parts) {
      put(passage, part, (children): TranslationNode => ({type: 'translation', of: [...part.of], data: html('translation', {}), children}))
    }
  }
  for (const {passage, start, end, surface: _, readings, ...term} of terms) {
    const data = html('term', {lang: term.lang, title: term.meaning})
    put(passage, {start, end}, (children): TermNode => ({type: 'term', ...term, readings: [...readings], data, children}))
  }
  for (const [block, list] of flat) flat.set(block, nest(list))
  return flat
}

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
function weaver({pieces, runs}: Block, pointAt: (offset: number) => Point | undefined) {
  const places = new Map<unknown, Span>(pieces.map(({node, start, end}) => [node, {start, end}]))

  const positionOf = ({start, end}: Span): Position | undefined => {
    const source = sourceOfRuns(runs, start, end)
    const from = source && pointAt(source.start)
    const to = source && pointAt(source.end)
    return from && to ? {start: from, end: to} : undefined
  }
  const placeOf = (node: PhrasingContent): Span => {
    const known = places.get(node)
    if (known) return known
    const children = 'children' in node ? (node.children as PhrasingContent[]) : []
    const first = children[0] && placeOf(children[0])
    const last = children.at(-1)
    const place = first && last ? {start: first.start, end: placeOf(last).end} : {start: -1, end: -1}
    places.set(node, place)
    return place
  }
  const cut = (node: Text, place: Span, marks: readonly Mark[]): PhrasingContent[] => {
    const at = new Set<number>()
    for (let i = firstEndingAfter(marks, place.start); i < marks.length && (marks[i] as Mark).start < place.end; i++) {
      const {start, end} = marks[i] as Mark
      for (const offset of [start, end]) if (offset > place.start && offset < place.end) at.add(offset)
    }
    if (at.size === 0) return [node]
    const bounds = [place.start, ...[...at].sort((a, b) => a - b), place.end]
    return bounds.slice(1).map((end, i) => {
      const start = bounds[i] as number
      const position = positionOf({start, end})
      const piece: Text = {type: 'text', value: node.value.slice(start - place.start, end - place.start), ...(position && {position})}
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
  const covering = (marks: readonly Mark[], {start, end}: Span): Mark | undefined => {
    const mark = marks[firstEndingAfter(marks, start)]
    return mark && mark.start <= start && mark.end >= end && start < end ? mark : undefined
  }

  const wrap = (children: readonly PhrasingContent[], marks: readonly Mark[]): PhrasingContent[] => {
    if (marks.length === 0) return [...children]
    const atoms = children.flatMap((node): PhrasingContent[] => {
      const place = placeOf(node)
      if (node.type === 'text') return cut(node, place, marks)
      if ('children' in node && !covering(marks, place)) {
        const inner = clip(marks, place)
        if (inner.length > 0) node.children = wrap(node.children as PhrasingContent[], inner) as never
      }
      return [node]
    })
    const woven: PhrasingContent[] = []
    for (let i = 0; i < atoms.length; ) {
      const mark = covering(marks, placeOf(atoms[i] as PhrasingContent))
      const from = i++
      if (!mark) {
        woven.push(atoms[from] as PhrasingContent)
        continue
      }
      while (i < atoms.length && covering(marks, placeOf(atoms[i] as PhrasingContent)) === mark) i++
      const inside = atoms.slice(from, i)
      const place = {start: placeOf(inside[0] as PhrasingContent).start, end: placeOf(inside.at(-1) as PhrasingContent).end}
      const node = mark.wrap(wrap(inside, clip(mark.marks, place)))
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
export function weave(passages: readonly Passage[], findings: Findings, {source, lag}: {source: string; lag: number}): void {
  const points = location(source.slice(lag))
  for (const [block, marks] of marksOf(findings, passages)) {
    const wrap = weaver(block, (offset) => points.toPoint(offset - lag))
    block.parent.children = wrap(block.parent.children as PhrasingContent[], marks) as never
  }
}

/** Joins what weaving has cut: neighbouring text nodes become one. */
function joined(children: readonly PhrasingContent[]): PhrasingContent[] {
  const found: PhrasingContent[] = []
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
  const bare = (children: readonly PhrasingContent[]): PhrasingContent[] =>
    children.flatMap((node) => (NODES.has(node.type) && 'children' in node ? bare(node.children as PhrasingContent[]) : [node]))
  visit(tree, (node) => {
    if (!('children' in node)) return
    const children = node.children as PhrasingContent[]
    if (children.some(({type}) => NODES.has(type))) node.children = joined(bare(children)) as never
  })
}
