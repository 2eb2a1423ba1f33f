import {glossaryToHast} from '../formats/html/glossary-to-hast.js'
import {collectMarks} from './collect-marks.js'
import {createPacer} from './create-pacer.js'
import {guardSplits} from './guard-splits.js'
import {readSelection} from './keep-selection.js'
import {isWrittenIn} from './page-elements.js'
import {setAttributes} from './set-attributes.js'
import {joinText, splitText} from './split-text.js'
import {toDom} from './to-dom.js'
import type {Mark, PageAnnotation, PageText, Split} from './types.js'

interface WrapOptions {
  readonly prefix: string
  /** Of a slice of work, in milliseconds. */
  readonly slice: number
  readonly signal?: AbortSignal | undefined
  readonly register: (element: Element) => void
}

/** Pairs each text with the outermost marks in it; both are in order. */
function* marksByText(texts: readonly PageText[], marks: readonly Mark[]): Generator<[PageText, Mark[]]> {
  let first = 0
  for (const text of texts) {
    while (first < marks.length && (marks[first] as Mark).end <= text.start) first++
    const inside: Mark[] = []
    for (let i = first; i < marks.length && (marks[i] as Mark).start < text.end; i++) inside.push(marks[i] as Mark)
    if (inside.length > 0) yield [text, inside]
  }
}

/** Whether a text still is what was read, and nobody has begun to write in it. */
const isUnchanged = ({node, text, isTaken}: PageText, root: Node): boolean =>
  !isTaken && node.data === text && root.contains(node) && !isWrittenIn(node.parentElement)

/** The entries that terms refer to, hidden. Yields between two entries. */
function* createEntries({glossaries}: PageAnnotation, document: Document, prefix: string): Generator<void, HTMLElement> {
  const data = setAttributes(document.createElement('div'), {class: 'xg-data', hidden: ''})
  for (const glossary of glossaries) {
    if (glossary.entries.length === 0) continue
    const {children, ...list} = glossaryToHast(glossary, {prefix})
    const element = toDom({...list, children: []}, document) as Element
    data.append(element)
    for (const child of children) yield element.append(toDom(child, document))
  }
  return data
}

/** Where the entries go; nothing belongs behind the body. */
const containerOf = (root: Element | ShadowRoot): ParentNode => ('localName' in root && root.localName === 'html' && root.querySelector('body')) || root

/**
 * Puts an annotation into the page it was made of, in slices between which the page goes on. Texts that have changed meanwhile are left out.
 *
 * @returns a function that takes it out again
 * @throws the signal's reason if it is aborted, the page being as it was
 */
export async function wrapPage(
  root: Element | ShadowRoot,
  texts: readonly PageText[],
  annotation: PageAnnotation,
  {prefix, slice, signal, register}: WrapOptions,
): Promise<() => void> {
  const splits = new Map<Node, Split>()
  const {pause, next} = createPacer(slice)
  const guard = guardSplits(root, splits)
  let data: HTMLElement | undefined
  const remove = () => {
    guard.stop()
    const kept = readSelection(root.ownerDocument)
    for (const split of splits.values()) joinText(split, kept)
    splits.clear()
    data?.remove()
  }
  /** Lets the page have its turn if it is time. Not async: each step would wait for a turn of its own. */
  const takeTurns = (): Promise<void> | undefined => {
    const waiting = pause()
    if (waiting) guard.forget()
    return waiting?.then(() => signal?.throwIfAborted())
  }
  /** Runs what yields between its steps. */
  const runAll = async <T>(steps: Generator<void, T>): Promise<T> => {
    for (;;) {
      const {done, value} = steps.next()
      if (done) return value as T
      const waiting = takeTurns()
      if (waiting) await waiting
    }
  }
  const document = root.ownerDocument
  let isSelectionNew = false
  const onSelect = () => {
    isSelectionNew = true
  }
  try {
    await next()
    // Before anything is changed, when there is nothing to lay out.
    let selection = readSelection(document)
    document.addEventListener('selectionchange', onSelect)
    const marks = await runAll(collectMarks(annotation, texts, prefix))
    for (const [text, inside] of marksByText(texts, marks)) {
      const waiting = takeTurns()
      if (waiting) {
        await waiting
        if (isSelectionNew) selection = readSelection(document)
        isSelectionNew = false
      }
      const split = isUnchanged(text, root) ? splitText(text, inside, {register, selection}) : undefined
      if (split) splits.set(split.node, split)
    }
    if (splits.size > 0) {
      data = await runAll(createEntries(annotation, document, prefix))
      if (data.hasChildNodes()) containerOf(root).append(data)
    }
    guard.forget()
  } catch (error) {
    remove()
    throw error
  } finally {
    document.removeEventListener('selectionchange', onSelect)
  }
  return remove
}
