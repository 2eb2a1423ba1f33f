import {type Choices, spoilerLimit} from './choices.js'
import {createButton, createCheckbox, createElement, queryAll} from './dom.js'
import type {Labels} from './labels.js'
import {searchKey} from './search-key.js'
import {findEntry, findOccurrences, reachedEntries} from './story-elements.js'

interface PanelOptions {
  readonly choices: Choices
  readonly labels: Labels
  /** @returns all choices after the change */
  readonly change: (changed: Partial<Choices>) => Choices
  readonly goTo: (term: HTMLElement) => void
}

/** Copies the entries that the story uses, in the order of its glossaries, each with a button made by `createGoTo`. */
function createItems(
  root: HTMLElement,
  createGoTo: (id: string) => HTMLElement,
): {readonly id: string; readonly element: HTMLElement; readonly text: string}[] {
  const used = reachedEntries(root)
  const lists = new Set([...used].map((id) => findEntry(root, id)?.parentElement))
  const entries = [...lists].flatMap((list) => [...(list?.children ?? [])].filter(({id}) => used.has(id)))
  return entries.map((entry) => {
    const {id} = entry
    const element = entry.cloneNode(true) as HTMLElement
    element.id = ''
    // References lead out of the panel, and counts cover the whole story: both may be spoilers.
    for (const spoiler of queryAll(element, '.xg-see, .xg-count')) spoiler.remove()
    const text = searchKey(element.textContent as string)
    element.append(createElement('dd', {}, createGoTo(id)))
    return {id, element, text}
  })
}

/** Opens a dialog with the glossary up to the reader's position, and the settings. */
export function openPanel(root: HTMLElement, container: HTMLElement, {choices, labels, change, goTo}: PanelOptions): void {
  const close = () => panel.close()
  const goToEntry = (id: string) => {
    close()
    goTo(findOccurrences(root, id)[0] as HTMLElement)
  }
  const items = createItems(root, (id) => createButton(labels.goTo, () => goToEntry(id)))
  const filter = () => {
    const query = searchKey(search.value)
    const reached = reachedEntries(root, spoilerLimit(choices))
    const excluded = new Set(choices.unknown ? choices.known : [])
    for (const {id, element, text} of items) element.hidden = !reached.has(id) || !text.includes(query) || excluded.has(id)
    status.textContent = labels.found(items.filter(({element}) => !element.hidden).length, items.length)
  }
  const update = (changed: Partial<Choices>) => {
    choices = change(changed)
    filter()
  }
  const createChoice = (name: 'tips' | 'gloss' | 'spoilers' | 'unknown') => createCheckbox(labels[name], choices[name], (value) => update({[name]: value}))
  const search = createElement('input', {type: 'search', oninput: filter})
  const status = createElement('output')
  const options = (['every', 'first', 'unknown'] as const).map((value) => createElement('option', {value, selected: value === choices.words}, labels[value]))
  const words = createElement('select', {onchange: () => update({words: words.value as Choices['words']})}, ...options)
  const panel = createElement(
    'dialog',
    {className: 'xg-panel', ariaLabel: labels.glossary, onclose: () => panel.remove()},
    createElement('h2', {}, labels.glossary),
    createButton(labels.close, close),
    createElement('label', {}, labels.search, search),
    createChoice('unknown'),
    createChoice('spoilers'),
    createElement(
      'details',
      {},
      createElement('summary', {}, labels.choices),
      createChoice('tips'),
      createChoice('gloss'),
      createElement('label', {}, labels.words, words),
    ),
    status,
    createElement('dl', {className: 'xg-glossary'}, ...items.map(({element}) => element)),
  )
  filter()
  container.append(panel)
  panel.showModal()
}
