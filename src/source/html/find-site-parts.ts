import type {Element} from 'hast'
import {toString as toText} from 'hast-util-to-string'
import {getNodeRole, isParent} from '../node-roles.js'
import type {Tree, TreeNode, TreeParent} from '../types.js'
import {type ElementName, NOTE_CONTAINERS, STORY_SITES} from './story-containers.js'

/** Share of a page's text, at least, that its main part or an article has if that is the story. */
const MIN_SHARE = 0.5

const NOTHING: ReadonlySet<TreeNode> = new Set()

/** An element, with the elements around it. */
interface Part {
  readonly node: Element
  readonly around: readonly TreeParent[]
}

/** An element that may hold the story. */
interface Candidate extends Part {
  /** Length of its text, in UTF-16 code units. */
  length: number
}

const hasName = ({properties: {id, className} = {}}: Element, name: ElementName): boolean =>
  name.id !== undefined ? id === name.id : Array.isArray(className) && className.includes(name.className as string)

const NAMES: readonly ElementName[] = [...STORY_SITES.flatMap(({story, notes}) => [story, ...notes]), ...NOTE_CONTAINERS]
const isCandidate = (node: Element): boolean =>
  node.tagName === 'main' ||
  node.tagName === 'article' ||
  ((node.properties?.id !== undefined || node.properties?.className !== undefined) && NAMES.some((name) => hasName(node, name)))

/** Finds the elements that may hold the story, and the length of all text. */
function findCandidates(page: Element): {candidates: Candidate[]; length: number} {
  const candidates: Candidate[] = []
  const open: Candidate[] = []
  let length = 0
  const stack: {node: TreeParent; index: number; candidate?: Candidate}[] = [{node: page, index: 0}]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.node.children[top.index++] as TreeNode | undefined
    if (!child) {
      if (stack.pop()?.candidate) open.pop()
    } else if (child.type === 'text') {
      const own = child.value.trim().length
      length += own
      for (const candidate of open) candidate.length += own
    } else if (isParent(child) && getNodeRole(child) !== 'ignored') {
      const candidate = child.type === 'element' && isCandidate(child) ? {node: child, around: stack.map(({node}) => node), length: 0} : undefined
      if (candidate) candidates.push(candidate)
      if (candidate) open.push(candidate)
      stack.push({node: child, index: 0, ...(candidate && {candidate})})
    }
  }
  return {candidates, length}
}

/** The elements with the story and its notes; none if the whole page is the story. */
function chooseParts({candidates, length}: ReturnType<typeof findCandidates>): readonly Candidate[] {
  for (const {story, notes} of STORY_SITES) {
    const found = candidates.filter(({node, length: own}) => own > 0 && hasName(node, story))
    if (found.length > 0) return [...found, ...candidates.filter(({node}) => notes.some((name) => hasName(node, name)))]
  }
  const most = (name: string): Candidate | undefined => candidates.find(({node, length: own}) => node.tagName === name && own > MIN_SHARE * length)
  const main = most('main') ?? most('article')
  return main ? [main, ...candidates.filter(({node}) => NOTE_CONTAINERS.some((name) => hasName(node, name)))] : []
}

/** A number, stars or daggers, in brackets or not. */
const NOTE_MARK = /^[\s([]*(?:\d{1,3}|[*†‡§]{1,4})[\s)\]]*$/u

/** The id to which a note mark leads. */
function targetOfMark(node: Element): string | undefined {
  const {href} = node.properties ?? {}
  return node.tagName === 'a' && typeof href === 'string' && /^#./u.test(href) && NOTE_MARK.test(toText(node)) ? href.slice(1) : undefined
}

/** Finds the notes outside of the story to which marks in it lead: the paragraph, item or other block that has the id or begins with it. */
function findLinkedNotes(page: Element, parts: readonly Part[]): Part[] {
  const inner = new Set<TreeNode>(parts.map(({node}) => node))
  const outer = new Set<TreeNode>(parts.flatMap(({around}) => around))
  const targets = new Set<string>()
  const outside = new Map<string, Part>()
  const stack: {node: TreeParent; index: number; isInside: boolean}[] = [{node: page, index: 0, isInside: false}]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.node.children[top.index++] as TreeNode | undefined
    if (!child) stack.pop()
    else if (child.type === 'element' && getNodeRole(child) !== 'ignored') {
      const isInside = top.isInside || inner.has(child)
      const id = child.properties?.id ?? child.properties?.name
      const target = isInside ? targetOfMark(child) : undefined
      if (target !== undefined) targets.add(target)
      if (!isInside && typeof id === 'string' && !outer.has(child) && !outside.has(id)) outside.set(id, {node: child, around: stack.map(({node}) => node)})
      stack.push({node: child, index: 0, isInside})
    }
  }
  return [...targets].flatMap((id) => {
    const note = outside.get(id)
    if (!note) return []
    const blocks = [...note.around, note.node].map((node, index) => ({node, around: note.around.slice(0, index)}))
    return (blocks.findLast(({node}) => getNodeRole(node) === 'container' && !outer.has(node)) ?? note) as Part
  })
}

/**
 * Finds what on a page is the site around the story: menus, tags, comments, footers. Of pages of known sites only the story and its notes are
 * left; of others their main part or article, if it has most of the text; and the notes to which the story leads, wherever they stand.
 *
 * @returns the uppermost nodes that are not read; none in a fragment
 */
export function findSiteParts(tree: Tree): ReadonlySet<TreeNode> {
  const page = (tree.children as readonly TreeNode[]).find((node): node is Element => node.type === 'element' && node.tagName === 'html')
  if (!page) return NOTHING
  const chosen = chooseParts(findCandidates(page))
  if (chosen.length === 0) return NOTHING
  const parts: readonly Part[] = [...chosen, ...findLinkedNotes(page, chosen)]
  const found = new Set<TreeNode>(parts.map(({node}) => node))
  // What stands in another part is read with it.
  const outer = parts.filter((part) => !part.around.some((node) => found.has(node)))
  const around = new Set<TreeNode>(outer.flatMap((part) => part.around))
  const outside = new Set<TreeNode>()
  for (const node of around) for (const child of (node as TreeParent).children) if (!found.has(child) && !around.has(child)) outside.add(child)
  return outside
}
