import {type Choices, farOf} from './choices.js'
import {all, button, checkbox, make} from './dom.js'
import type {Labels} from './labels.js'
import {entriesMet, entryOf, occurrences} from './story-elements.js'

interface PanelOptions {
  readonly choices: Choices
  readonly labels: Labels
  /** @returns all choices as they are then */
  readonly change: (changed: Partial<Choices>) => Choices
  readonly go: (word: HTMLElement) => void
}

/** Searching *cafe* finds *Café*. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Copies of the entries that the story uses, in the order of its glossaries, with a way to where the word stands. */
function itemsOf(root: HTMLElement, wayTo: (id: string) => HTMLElement): {readonly id: string; readonly shown: HTMLElement; readonly text: string}[] {
  const used = entriesMet(root)
  const lists = new Set([...used].map((id) => entryOf(root, id)?.parentElement))
  const entries = [...lists].flatMap((list) => [...(list?.children ?? [])].filter(({id}) => used.has(id)))
  return entries.map((entry) => {
    const {id} = entry
    const shown = entry.cloneNode(true) as HTMLElement
    shown.id = ''
    // References lead out of the panel, and counts are of the whole story: both tell of what may not be met yet.
    for (const told of all(shown, '.xg-see, .xg-count')) told.remove()
    const text = fold(shown.textContent as string)
    shown.append(make('dd', {}, wayTo(id)))
    return {id, shown, text}
  })
}

/** The glossary of what has been met so far, and the choices of the reader, in a dialog of its own. */
export function openPanel(root: HTMLElement, home: HTMLElement, {choices, labels, change, go}: PanelOptions): void {
  const leave = () => panel.close()
  const show = (id: string) => {
    leave()
    go(occurrences(root, id)[0] as HTMLElement)
  }
  const items = itemsOf(root, (id) => button(labels.goTo, () => show(id)))
  const filter = () => {
    const wanted = fold(search.value)
    const met = entriesMet(root, farOf(choices))
    const known = new Set(choices.unknown ? choices.known : [])
    for (const {id, shown, text} of items) shown.hidden = !met.has(id) || !text.includes(wanted) || known.has(id)
    status.textContent = labels.found(items.filter(({shown}) => !shown.hidden).length, items.length)
  }
  const set = (changed: Partial<Choices>) => {
    choices = change(changed)
    filter()
  }
  const choice = (name: 'tips' | 'gloss' | 'spoilers' | 'unknown') => checkbox(labels[name], choices[name], (value) => set({[name]: value}))
  const search = make('input', {type: 'search', oninput: filter})
  const status = make('output')
  const options = (['every', 'first', 'unknown'] as const).map((value) => make('option', {value, selected: value === choices.words}, labels[value]))
  const words = make('select', {onchange: () => set({words: words.value as Choices['words']})}, ...options)
  const panel = make(
    'dialog',
    {className: 'xg-panel', ariaLabel: labels.glossary, onclose: () => panel.remove()},
    make('h2', {}, labels.glossary),
    button(labels.close, leave),
    make('label', {}, labels.search, search),
    choice('unknown'),
    choice('spoilers'),
    make('details', {}, make('summary', {}, labels.choices), choice('tips'), choice('gloss'), make('label', {}, labels.words, words)),
    status,
    make('dl', {className: 'xg-glossary'}, ...items.map(({shown}) => shown)),
  )
  filter()
  home.append(panel)
  panel.showModal()
}
