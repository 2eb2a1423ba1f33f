import {type Choices, spoilerLimit} from './choices.js'
import {createButton, createCheckbox, createElement} from './dom.js'
import type {Labels} from './labels.js'
import {findOccurrences} from './story-elements.js'

interface ActionOptions {
  readonly choices: Choices
  readonly labels: Labels
  readonly goTo: (term: HTMLElement) => void
  readonly change: (changed: Partial<Choices>) => void
  /** Opens the glossary. */
  readonly open: () => void
}

/** Creates the controls in the tooltip of a term that has an entry. */
export function createActions(root: HTMLElement, term: HTMLElement, entry: string, {choices, labels, goTo, change, open}: ActionOptions): HTMLElement {
  const occurrences = findOccurrences(root, entry, spoilerLimit(choices))
  const otherKnown = choices.known.filter((id) => id !== entry)
  const goToButton = (text: string, index: number) => createButton(text, () => goTo(occurrences[index % occurrences.length] as HTMLElement))
  return createElement(
    'div',
    {role: 'toolbar'},
    // Occurrences in glosses are not counted, but the reader sees at least this one.
    createElement('span', {}, labels.seen(occurrences.length || 1)),
    ...(occurrences[1] ? [goToButton(labels.goFirst, 0), goToButton(labels.goNext, occurrences.indexOf(term) + 1)] : []),
    createCheckbox(labels.know, choices.known.includes(entry), (isKnown) => change({known: isKnown ? [...otherKnown, entry] : otherKnown})),
    createButton(labels.glossary, open),
  )
}
