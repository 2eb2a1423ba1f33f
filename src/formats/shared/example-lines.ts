import type {Entry, EvidencePlace} from '../../lexicon/types.js'
import {firstEndingAfter} from '../../prose/spans.js'
import type {AnnotatedStory, StandoffUtterance} from '../../source/annotation-types.js'
import {isParent, roleOf} from '../../source/markup.js'
import type {Tree, TreeNode} from '../../source/types.js'
import {oneLine} from './one-line.js'

/** A line of a story that a word stands in. */
export interface Example {
  /** As the story shows it, every run of white space one space. */
  readonly text: string
  readonly translation?: string | undefined
  readonly story: AnnotatedStory
  readonly utterance: StandoffUtterance
}

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

/** What of each story is wanted, by evidence: that of its `work`; evidence without one is of the only story. */
export function byEvidence<T>(stories: readonly AnnotatedStory[], make: (story: AnnotatedStory) => T): (place: EvidencePlace) => T | undefined {
  const byWork = new Map(stories.map((story) => [story.work, make(story)]))
  const only = stories.length === 1 ? [...byWork.values()][0] : undefined
  return ({work}) => byWork.get(work) ?? (work === undefined ? only : undefined)
}

/** The line that begins at or before a place and ends behind it; lines stand in the order of the text. */
export function lineAt({standoff: {utterances}}: AnnotatedStory, offset: number): StandoffUtterance | undefined {
  const line = utterances[firstEndingAfter(utterances, offset)]
  return line && line.start <= offset ? line : undefined
}

/**
 * The lines that an entry's evidence stands in, those with a translation first, else in the order of the evidence, none twice.
 * Evidence of a story that is not among the given ones has no line.
 */
export function examplesFrom(stories: readonly AnnotatedStory[] = []): (entry: Entry) => Example[] {
  const storyOf = byEvidence(stories, (story) => ({story, textOf: linesOf(story)}))
  return ({evidence = []}) => {
    const examples = new Map<StandoffUtterance, Example>()
    for (const place of evidence) {
      const {story, textOf} = storyOf(place) ?? {}
      const utterance = story && lineAt(story, place.start)
      if (!story || !textOf || !utterance || place.end > utterance.end || examples.has(utterance)) continue
      examples.set(utterance, {text: textOf(utterance), translation: utterance.translation, story, utterance})
    }
    const all = [...examples.values()]
    return [...all.filter(({translation}) => translation !== undefined), ...all.filter(({translation}) => translation === undefined)]
  }
}
