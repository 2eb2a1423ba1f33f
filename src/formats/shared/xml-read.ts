import type {Element, ElementContent, Nodes} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import type {ReadOptions, Written} from '../types.js'
import {textOf as decoded, wrong} from './input.js'
import {type Lined, lineOf, localName} from './xml.js'

/** XML 1.0 as the formats read it: no DOCTYPE, everything bounded. */

/** Elements that may stand inside of each other: the parser's stack holds some thousand, no dictionary needs twenty. */
const DEEPEST = 200
/** Tags and attributes of one entry, or of all that is no entry: as they are kept, each takes 0.2 kB (measured). */
const MOST_MARKS = 4_000_000
/** Characters that are parsed at once: while it is parsed, each tag and attribute takes 0.8 kB (measured). */
const AT_ONCE = 1 << 16
/** Stands for what was parsed already, by its number. */
const PARSED = 'xenogloss-parsed'
/** What is no element: where it begins and ends. */
const OPAQUE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

function linesIn(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Behind the tag that begins at `at`, and how many attributes it has; -1, if nothing ends it. */
function tagFrom(text: string, at: number): {end: number; attributes: number} {
  const mark = /["'>]/gu
  mark.lastIndex = at
  for (let attributes = 0; ; attributes++) {
    const found = mark.exec(text)
    if (!found) return {end: -1, attributes}
    if (found[0] === '>') return {end: mark.lastIndex, attributes}
    const close = text.indexOf(found[0], mark.lastIndex)
    if (close < 0) return {end: -1, attributes}
    mark.lastIndex = close + 1
  }
}

interface Mark {
  readonly kind: 'opaque' | 'start' | 'end' | 'empty'
  readonly name: string
  readonly at: number
  /** -1, if nothing ends it. */
  readonly end: number
  readonly attributes: number
}

function markAt(text: string, at: number): Mark {
  const opaque = OPAQUE.find(([open]) => text.startsWith(open, at))
  if (opaque) {
    const close = text.indexOf(opaque[1], at + opaque[0].length)
    return {kind: 'opaque', name: '', at, end: close < 0 ? -1 : close + opaque[1].length, attributes: 0}
  }
  const {end, attributes} = tagFrom(text, at)
  const kind = text[at + 1] === '/' ? 'end' : text[end - 2] === '/' ? 'empty' : 'start'
  const [name = ''] = text.slice(at + (kind === 'end' ? 2 : 1), end < 0 ? at : end - 1).split(/[\s/]/u, 1)
  return {kind, name, at, end, attributes}
}

/** Every tag, comment and the like, up to the first that nothing ends. */
function* marksIn(text: string): Generator<Mark> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const mark = markAt(text, at)
    yield mark
    if (mark.end < 0) return
    at = mark.end
  }
}

/** A stretch of a file that is parsed by itself. */
interface Slice {
  readonly start: number
  readonly end: number
  /** In which line of the file it begins. */
  readonly line: number
}

/**
 * Where the entries of a file stand: outermost elements of these names, below the root.
 *
 * Refuses what no tree should be made of: a DOCTYPE, for its entities (a billion laughs, files of the machine), more than the stack
 * holds, more than the memory. What is not well-formed is no entry, and left to the parser.
 */
function slicesOf(text: string, names: readonly string[], options: ReadOptions): Slice[] {
  const slices: Slice[] = []
  const open: string[] = []
  let entry: {readonly start: number; readonly depth: number; readonly line: number} | undefined
  let [marks, counted, line] = [0, 0, 1]
  for (const {kind, name, at, end, attributes} of marksIn(text)) {
    const problem = (reason: string) => wrong(options, `line ${line + linesIn(text.slice(counted, at))}`, reason)
    if (kind !== 'opaque' && text.startsWith('<!', at)) throw problem('expected no DOCTYPE and no entities of its own')
    if (text.startsWith(`<?${PARSED}`, at)) throw problem(`expected no <?${PARSED}?>`)
    if (end < 0) break
    if (!entry && open.length > 0 && kind !== 'opaque' && kind !== 'end' && names.includes(name.slice(name.indexOf(':') + 1))) {
      line += linesIn(text.slice(counted, at))
      counted = at
      entry = {start: at, depth: open.length, line}
      marks = 0
    }
    marks += 1 + attributes
    if (marks > MOST_MARKS) throw problem(`expected at most ${MOST_MARKS} tags and attributes in an entry, got more`)
    if (kind === 'start' && open.push(name) > DEEPEST) throw problem(`expected at most ${DEEPEST} elements inside of each other, got more`)
    if (kind === 'end' && open.pop() !== name) break
    if (entry && open.length === entry.depth) {
      slices.push({start: entry.start, end, line: entry.line})
      entry = undefined
      marks = 0
    }
  }
  return slices
}

/** Each element without attributes has this one. */
const NONE: Element['attributes'] = {}

/** An element that has not ended, and what in it is not parsed yet. */
interface Open {
  readonly name: string
  /** Where that begins: among the pieces; in characters, without those that were parsed; in lines. */
  piece: number
  from: number
  line: number
}

/** The root element of a text that begins in a line of the file, parsed piece by piece, so that memory is bounded. */
function treeOf(text: string, begins: number, options: ReadOptions): Element | undefined {
  const parsed: ElementContent[][] = []
  const open: Open[] = []
  const pieces: string[] = []
  let [copied, line, left] = [0, begins, 0]

  // Most of the text in a file is how it is indented.
  const spaces = new Map<string, ElementContent>()
  const textOf = (value: string): ElementContent => {
    const known = spaces.get(value)
    const node = known ?? ({type: 'text', value} as const)
    if (!known && value.startsWith('\n') && value.length <= DEEPEST && value.trim() === '') spaces.set(value, node)
    return node
  }
  const lean = (nodes: readonly Nodes[], before: number): ElementContent[] => {
    const kept: ElementContent[] = []
    for (const node of nodes) {
      if (node.type === 'text' || node.type === 'cdata') kept.push(textOf(node.value))
      else if (node.type === 'instruction' && node.name === PARSED) for (const child of parsed[Number(node.value)] as ElementContent[]) kept.push(child)
      else if (node.type === 'element') {
        const attributes = Object.keys(node.attributes).length > 0 ? node.attributes : NONE
        const element: Lined = {type: 'element', name: node.name, attributes, children: lean(node.children, before), line: before + lineOf(node)}
        kept.push(element)
      }
    }
    // A list that grew has room for more; its copy has not.
    return kept.slice()
  }
  const parse = (xml: string, firstLine: number): ElementContent[] => {
    try {
      return lean(fromXml(xml).children, firstLine - 1)
    } catch (error) {
      const {line: at = 1, cause} = error as {line?: number; cause?: Error}
      throw wrong(options, `line ${firstLine - 1 + at}`, 'not XML', String(cause?.message ?? error).split(/ \(line|\n/u, 1)[0] as string)
    }
  }
  const copy = (end: number): void => {
    const piece = text.slice(copied, end)
    pieces.push(piece)
    line += linesIn(piece)
    copied = end
  }
  /** All that stands complete in an element, up to the end of one of its children. */
  const parseIn = (element: Open, end: number): void => {
    copy(end)
    const xml = pieces.splice(element.piece).join('')
    const [root] = parse(`<x>${xml}</x>`, element.line) as [Element]
    // With its line breaks, by which the parser counts on.
    const instead = `<?${PARSED} ${parsed.push(root.children) - 1}${'\n'.repeat(line - element.line)}?>`
    pieces.push(instead)
    left += xml.length - instead.length
    Object.assign(element, {piece: pieces.length, from: end - left, line})
  }

  for (const {kind, name, end} of marksIn(text)) {
    if (end < 0) break
    if (kind === 'start') {
      copy(end)
      open.push({name, piece: pieces.length, from: end - left, line})
    } else if (kind === 'end' && open.pop()?.name !== name) {
      copy(end)
      break
    } else if (kind !== 'opaque') {
      const around = open.at(-1)
      if (around && end - left - around.from >= AT_ONCE) parseIn(around, end)
    }
  }
  copy(text.length)
  return parse(pieces.join(''), begins).find((node) => node.type === 'element')
}

/** A file of entries. */
export interface Opened {
  /** The root element, without the entries. */
  readonly root: Element
  /** The entries, each parsed when its turn comes, and again the next time: of a hundred thousand no memory holds the trees at once. */
  readonly entries: () => Iterable<Element>
}

/**
 * @param names of the root, and of entries
 * @throws TypeError that names the file, the line and what is not well-formed there, or that the root is none of `names.roots`
 */
export function openXml(input: Written, {roots, entries}: {roots: readonly string[]; entries: readonly string[]}, options: ReadOptions): Opened {
  const text = decoded(input, options)
  const slices = slicesOf(text, entries, options)
  const pieces: string[] = []
  let copied = 0
  for (const {start, end} of slices) {
    // In the place of an entry stand its line breaks, by which the parser counts on.
    pieces.push(text.slice(copied, start), '\n'.repeat(linesIn(text.slice(start, end))))
    copied = end
  }
  const root = treeOf([...pieces, text.slice(copied)].join(''), 1, options)
  if (!root || !roots.includes(localName(root))) throw wrong(options, `line ${root ? lineOf(root) : 1}`, `expected <${roots[0]}>, got <${root?.name ?? ''}>`)
  return {
    root,
    *entries() {
      for (const {start, end, line} of slices) yield treeOf(text.slice(start, end), line, options) as Element
    },
  }
}
