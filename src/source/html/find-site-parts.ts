import type {Element} from 'hast'
import {getNodeRole, isParent} from '../node-roles.js'
import type {Tree, TreeNode, TreeParent} from '../types.js'
import {type ElementName, STORY_SITES} from './story-containers.js'

/** Share of a page's text, at least, that its main part or an article has if that is the story. */
const MIN_SHARE = 0.5

const NOTHING: ReadonlySet<TreeNode> = new Set()

/** An element that may hold the story, with the elements around it. */
interface Candidate {
  readonly node: Element
  readonly around: readonly TreeParent[]
  /** Length of its text, in UTF-16 code units. */
  length: number
}

const hasName = ({properties: {id, className} = {}}: Element, name: ElementName): boolean =>
  name.id !== undefined ? id === name.id : Array.isArray(className) && className.includes(name.className as string)

const NAMES: readonly ElementName[] = STORY_SITES.flatMap(({story, notes}) => [story, ...notes])
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
  return main ? [main] : []
}

/**
 * Finds what on a page is the site around the story: menus, tags, comments, footers. Of pages of known sites only the story and its notes are
 * left; of others their main part or article, if it has most of the text.
 *
 * @returns the uppermost nodes that are not read; none in a fragment
 */
export function findSiteParts(tree: Tree): ReadonlySet<TreeNode> {
  const page = (tree.children as readonly TreeNode[]).find((node): node is Element => node.type === 'element' && node.tagName === 'html')
  if (!page) return NOTHING
  const parts = chooseParts(findCandidates(page))
  if (parts.length === 0) return NOTHING
  const found = new Set<TreeNode>(parts.map(({node}) => node))
  // What stands in another part is read with it.
  const outer = parts.filter((part) => !part.around.some((node) => found.has(node)))
  const around = new Set<TreeNode>(outer.flatMap((part) => part.around))
  const outside = new Set<TreeNode>()
  for (const node of around) for (const child of (node as TreeParent).children) if (!found.has(child) && !around.has(child)) outside.add(child)
  return outside
}
