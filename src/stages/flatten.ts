import type {Nodes, Parents, Root} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {bracketsOf} from '../text/brackets.js'
import {printedForms} from '../text/forms.js'
import {locate} from '../text/locate.js'
import {quotationsOf} from '../text/quotations.js'
import {sentencesOf} from '../text/sentences.js'
import {wordsOf} from '../text/words.js'
import type {Host, Passage, Piece, Run, Span} from '../types.js'

/** Blocks whose children are words; other blocks count where they hold text themselves. */
const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])
const EMPHASES: ReadonlySet<string> = new Set(['emphasis', 'strong'])

/** What stands in the text for a node that has no words of its own: an object replacement character. */
const OPAQUE = '￼'

interface Knowledge {
  readonly source: string
  /** The source has no markup: every character of a text node stands for itself. */
  readonly verbatim: boolean
  /** How far the tree's offsets lag behind the source's: by the byte order mark that Markdown parsers leave out of account. */
  readonly lag: number
  readonly host: Pick<Host, 'abbreviations'>
  readonly joiners: string
}

const isParent = (node: Nodes): node is Parents => 'children' in node

function runsOf(node: Nodes, value: string, at: number, {source, verbatim, lag}: Pick<Knowledge, 'source' | 'verbatim' | 'lag'>): Run[] {
  const {start: from, end: to} = node.position ?? {}
  if (from?.offset === undefined || to?.offset === undefined) return []
  const start = from.offset + lag
  const end = to.offset + lag
  if (node.type === 'text' && !verbatim) return locate(value, at, source, {start, end})
  return [{start: at, end: at + value.length, source: {start, end}}]
}

/** The text of one block, its markup set aside. */
function read(parent: Parents, knowledge: Knowledge): Pick<Passage, 'text' | 'pieces' | 'runs' | 'emphases'> {
  let text = ''
  const pieces: Piece[] = []
  const runs: Run[] = []
  const emphases: Span[] = []
  const walk = (node: Nodes) => {
    const start = text.length
    if (isParent(node)) {
      for (const child of node.children) walk(child)
      // Only the outermost: what is strong inside emphasis is no more than emphasised.
      if (EMPHASES.has(node.type)) {
        while ((emphases.at(-1)?.start ?? -1) >= start) emphases.pop()
        emphases.push({start, end: text.length})
      }
      return
    }
    const value = node.type === 'text' ? node.value : node.type === 'break' ? '\n' : OPAQUE
    text += value
    pieces.push({node, start, end: text.length})
    for (const run of runsOf(node, value, start, knowledge)) runs.push(run)
  }
  for (const child of parent.children) walk(child)
  return {text, pieces, runs, emphases}
}

/** Tree → passages: block by block, the words alone, with the way back to the source. */
export function flatten(tree: Root, knowledge: Knowledge): Passage[] {
  const {host, joiners} = knowledge
  const passages: Passage[] = []
  const formOf = printedForms()
  visit(tree, (node) => {
    if (!isParent(node)) return undefined
    if (!BLOCKS.has(node.type) && !node.children.some((child) => child.type === 'text')) return undefined
    const block = read(node, knowledge)
    const {text} = block
    const quotations = quotationsOf(text)
    const marks = new Set(quotations.flatMap(({open, close}) => (close ? [open.start, close.start] : [open.start])))
    const brackets = bracketsOf(text)
    const words = wordsOf(text, marks, joiners, formOf)
    const sentences = sentencesOf(text, {quotations, brackets, emphases: block.emphases, words}, host.abbreviations)
    passages.push({index: passages.length, parent: node, ...block, quotations, brackets, words, sentences})
    return SKIP
  })
  return passages
}
