import {isParent, roleOf} from '../text/markup.js'
import type {AnnotatedStory, Entry, StandoffUtterance, Tree, TreeNode} from '../types.js'

/** A line of a story that a word stands in. */
export interface Example {
  /** As the story shows it, every run of white space one space. */
  readonly text: string
  readonly translation?: string | undefined
  readonly story: AnnotatedStory
  readonly utterance: StandoffUtterance
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** What a node by itself shows of a line. */
function shownBy(node: TreeNode): string {
  if (roleOf(node) === 'break') return ' '
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : ''
}

/** The words of every line of a tree, by its id; a line that markup cuts in two is several nodes of one id. */
function shownIn(tree: Tree): Map<string, string> {
  const pieces = new Map<string, string[]>()
  // Trees of strangers may be deeper than the stack.
  const waiting: {readonly node: TreeNode; readonly line?: string | undefined}[] = [{node: tree}]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {node} = next
    if (roleOf(node) === 'silent') continue
    const fields = node.type === 'element' ? node.data?.xenogloss : node
    const line = fields?.type === 'utterance' ? fields.id : next.line
    if (line !== undefined) {
      const before = pieces.get(line)
      if (before) before.push(shownBy(node))
      else pieces.set(line, [shownBy(node)])
    }
    if (isParent(node)) for (const child of [...node.children].reverse()) waiting.push({node: child, line})
  }
  return new Map([...pieces].map(([line, texts]) => [line, oneLine(texts.join(''))]))
}

/** The text of a story's lines: as its tree shows them, if it has one and they stand in it, else as in the source. */
export function linesOf({source, tree}: AnnotatedStory): (utterance: StandoffUtterance) => string {
  let shown: Map<string, string> | undefined
  return ({id, start, end}) => {
    if (tree) shown ??= shownIn(tree)
    return shown?.get(id) ?? oneLine(source.slice(start, end))
  }
}

/** The last line that begins at or before an offset; lines stand in the order of the text. */
function lineAt(utterances: readonly StandoffUtterance[], offset: number): StandoffUtterance | undefined {
  let [low, high] = [0, utterances.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((utterances[middle] as StandoffUtterance).start <= offset) low = middle + 1
    else high = middle
  }
  return utterances[low - 1]
}

/**
 * The lines that an entry's evidence stands in, those with a translation first, else in the order of the evidence, none twice.
 * Evidence of a story that is not among the given ones has no line.
 */
export function examplesFrom(stories: readonly AnnotatedStory[] = []): (entry: Entry) => Example[] {
  const told = stories.map((story) => ({story, textOf: linesOf(story)}))
  const byWork = new Map(told.map((one) => [one.story.work, one]))
  const [only] = told.length === 1 ? told : []
  return ({evidence = []}) => {
    const examples = new Map<StandoffUtterance, Example>()
    for (const {work, start, end} of evidence) {
      const one = byWork.get(work) ?? (work === undefined ? only : undefined)
      const utterance = one && lineAt(one.story.standoff.utterances, start)
      if (!utterance || end > utterance.end || examples.has(utterance)) continue
      examples.set(utterance, {text: one.textOf(utterance), translation: utterance.translation, story: one.story, utterance})
    }
    const all = [...examples.values()]
    return [...all.filter(({translation}) => translation !== undefined), ...all.filter(({translation}) => translation === undefined)]
  }
}
