import type {Entry, EvidencePlace} from '../../lexicon/types.js'
import {firstEndingAfter} from '../../prose/spans.js'
import type {AnnotatedStory, StandoffUtterance} from '../../source/annotation-types.js'
import {getNodeRole, isParent} from '../../source/node-roles.js'
import type {Tree, TreeNode} from '../../source/types.js'
import {collapseWhitespace} from './collapse-whitespace.js'

/** An utterance of a story, as an example for a word. */
export interface Example {
  /** The text as displayed, with runs of white space collapsed. */
  readonly text: string
  readonly translation?: string | undefined
  readonly story: AnnotatedStory
  readonly utterance: StandoffUtterance
}

/** Returns the text that a node itself contributes. */
function textShownBy(node: TreeNode): string {
  if (getNodeRole(node) === 'break') return ' '
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : ''
}

/** Collects the text of every utterance in a tree, by id. Markup may split an utterance into several nodes with the same id. */
function utteranceTexts(tree: Tree): Map<string, string> {
  const pieces = new Map<string, string[]>()
  // Not recursive, because untrusted trees may be deeper than the stack.
  const waiting: {readonly node: TreeNode; readonly id?: string | undefined}[] = [{node: tree}]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {node} = next
    if (getNodeRole(node) === 'ignored') continue
    const fields = node.type === 'element' ? node.data?.xenogloss : node
    const id = fields?.type === 'utterance' ? fields.id : next.id
    if (id !== undefined) {
      const before = pieces.get(id)
      if (before) before.push(textShownBy(node))
      else pieces.set(id, [textShownBy(node)])
    }
    if (isParent(node)) for (const child of [...node.children].reverse()) waiting.push({node: child, id})
  }
  return new Map([...pieces].map(([id, texts]) => [id, collapseWhitespace(texts.join(''))]))
}

/** Returns a function from utterances to their text: as displayed by the story's tree if it contains them, else as in the source. */
export function utteranceTextIn({source, tree}: AnnotatedStory): (utterance: StandoffUtterance) => string {
  let textById: Map<string, string> | undefined
  return ({id, start, end}) => {
    if (tree) textById ??= utteranceTexts(tree)
    return textById?.get(id) ?? collapseWhitespace(source.slice(start, end))
  }
}

/**
 * Makes a value for each story, and returns a function that finds the value for a place in the evidence by its `work`. A place without `work`
 * belongs to the only story.
 */
export function createStoryLookup<T>(stories: readonly AnnotatedStory[], make: (story: AnnotatedStory) => T): (place: EvidencePlace) => T | undefined {
  const byWork = new Map(stories.map((story) => [story.work, make(story)]))
  const only = stories.length === 1 ? [...byWork.values()][0] : undefined
  return ({work}) => byWork.get(work) ?? (work === undefined ? only : undefined)
}

/** Returns the utterance at an offset. Utterances are in text order. */
export function utteranceAt({standoff: {utterances}}: AnnotatedStory, offset: number): StandoffUtterance | undefined {
  const utterance = utterances[firstEndingAfter(utterances, offset)]
  return utterance && utterance.start <= offset ? utterance : undefined
}

/**
 * Returns a function that finds the utterances in an entry's evidence: translated ones first, otherwise in the order of the evidence,
 * without duplicates. Evidence in stories that are not given is ignored.
 */
export function createExampleFinder(stories: readonly AnnotatedStory[] = []): (entry: Entry) => Example[] {
  const storyOf = createStoryLookup(stories, (story) => ({story, textOf: utteranceTextIn(story)}))
  return ({evidence = []}) => {
    const examples = new Map<StandoffUtterance, Example>()
    for (const place of evidence) {
      const {story, textOf} = storyOf(place) ?? {}
      const utterance = story && utteranceAt(story, place.start)
      if (!story || !textOf || !utterance || place.end > utterance.end || examples.has(utterance)) continue
      examples.set(utterance, {text: textOf(utterance), translation: utterance.translation, story, utterance})
    }
    const all = [...examples.values()]
    return [...all.filter(({translation}) => translation !== undefined), ...all.filter(({translation}) => translation === undefined)]
  }
}
