import {toForm} from '../../lexicon/entry.js'
import type {Entry} from '../../lexicon/types.js'
import {createButton, createElement} from '../../reader/dom.js'
import type {TableLabels} from './table-labels.js'

/** A line of a story in which a word occurs. */
export interface TableExample {
  readonly text: string
  readonly translation?: string | undefined
  /** Name of the story. */
  readonly work?: string | undefined
  /** Where the word stands, in UTF-16 code units of the source. */
  readonly start?: number | undefined
}

export interface DetailOptions {
  readonly language: string
  readonly labels: TableLabels
  /** Returns lines of stories, if they are at hand. */
  readonly examplesOf?: ((entry: Entry) => readonly TableExample[]) | undefined
  /** Shows a place in the story. */
  readonly goTo?: ((example: TableExample) => void) | undefined
}

const MAX_EXAMPLES = 5
const MAX_ITEMS = 12

/** Counts equal texts, the most frequent first. */
function countTexts(texts: readonly (string | undefined)[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1)
  const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, MAX_ITEMS)
  return sorted.map(([text, count]) => (count > 1 ? `${text} (${count}×)` : text))
}

const row = (term: string, content: readonly (Node | string)[]): HTMLElement[] =>
  content.length === 0 ? [] : [createElement('dt', {}, term), createElement('dd', {dir: 'auto'}, ...content)]

function exampleElement(example: TableExample, {language, labels, goTo}: DetailOptions): HTMLElement {
  const {text, translation, work} = example
  return createElement(
    'blockquote',
    {},
    createElement('q', {lang: language, dir: 'auto'}, text),
    ...(translation === undefined ? [] : [' ', createElement('span', {dir: 'auto'}, translation)]),
    ...(work === undefined ? [] : [' ', createElement('cite', {}, work)]),
    ...(goTo && example.start !== undefined ? [' ', createButton(labels.goTo, () => goTo(example))] : []),
  )
}

/** What is known of an entry: spellings, forms, the translations that were found, lines of the stories. */
export function createDetails(entry: Entry, options: DetailOptions): HTMLElement {
  const {labels, examplesOf} = options
  const {variants = [], forms = [], notes, evidence = []} = entry
  const examples = examplesOf?.(entry).slice(0, MAX_EXAMPLES) ?? []
  const written = forms.map(toForm).map(({form, meaning}) => (meaning === undefined ? form : `${form} “${meaning}”`))
  const rows = [
    ...row(labels.variants, [variants.join(', ')].filter(Boolean)),
    ...row(labels.forms, [written.join(', ')].filter(Boolean)),
    ...row(labels.meanings, [countTexts(evidence.map(({meaning}) => meaning)).join(', ')].filter(Boolean)),
    ...row(labels.stories, [countTexts(evidence.map(({work}) => work)).join(', ')].filter(Boolean)),
    ...row(labels.notes, notes === undefined ? [] : [notes]),
  ]
  const content = [...(rows.length > 0 ? [createElement('dl', {}, ...rows)] : []), ...examples.map((example) => exampleElement(example, options))]
  return createElement('div', {className: 'xg-details'}, ...(content.length > 0 ? content : [createElement('p', {}, labels.noEvidence)]))
}
