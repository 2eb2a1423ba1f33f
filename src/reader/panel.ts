import type {Choices} from './choices.js'
import {button, make} from './dom.js'
import type {Labels} from './labels.js'
import {entriesMet, entryOf, occurrences} from './story.js'

interface PanelOptions {
  readonly choices: Choices
  readonly labels: Labels
  /** @returns all choices as they are then */
  readonly change: (changed: Partial<Choices>) => Choices
  readonly go: (word: HTMLElement) => void
}

/** Searching *cafe* finds *Café*. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Copies of the entries that the story uses, in the order of its glossaries. */
function itemsOf(root: HTMLElement, {goTo}: Labels): {readonly id: string; readonly shown: HTMLElement; readonly text: string}[] {
  const used = entriesMet(root)
  const lists = new Set([...used].map((id) => entryOf(root, id)?.parentElement))
  const entries = [...lists].flatMap((list) => [...(list?.children ?? [])].filter(({id}) => used.has(id)))
  return entries.map((entry) => {
    const {id} = entry
    const shown = entry.cloneNode(true) as HTMLElement
    shown.id = ''
    // References lead out of the panel, to what may not be met yet.
    shown.querySelector('.xg-see')?.remove()
    const text = fold(shown.textContent as string)
    shown.append(make('dd', {}, button(id, goTo)))
    return {id, shown, text}
  })
}

/** The glossary of what has been met so far, and the choices of the reader, in a dialog of its own. */
export function openPanel(root: HTMLElement, home: HTMLElement, {choices, labels, change, go}: PanelOptions): void {
  const items = itemsOf(root, labels)
  const filter = () => {
    const wanted = fold(search.value)
    const met = entriesMet(root, choices.spoilers ? undefined : choices.far)
    const found = items.filter(({id, shown, text}) => {
      shown.hidden = !met.has(id) || !text.includes(wanted) || (choices.unknown && choices.known.includes(id))
      return !shown.hidden
    })
    status.textContent = labels.found(found.length, items.length)
  }
  const set = (changed: Partial<Choices>) => {
    choices = change(changed)
    filter()
  }
  const checkbox = (name: 'tips' | 'gloss' | 'spoilers' | 'unknown') => {
    const box = make('input', {type: 'checkbox', checked: choices[name], onchange: () => set({[name]: box.checked})})
    return make('label', {}, box, labels[name])
  }
  const search = make('input', {type: 'search', oninput: filter})
  const status = make('output')
  const {every, first, unknown} = labels
  const options = Object.entries({every, first, unknown}).map(([value, text]) => make('option', {value, selected: value === choices.words}, text))
  const words = make('select', {onchange: () => set({words: words.value as Choices['words']})}, ...options)
  const panel = make(
    'dialog',
    {
      className: 'xg-panel',
      ariaLabel: labels.glossary,
      onclose: () => panel.remove(),
      onclick: ({target}) => {
        const {type, value} = target as HTMLButtonElement
        if (type !== 'button') return
        panel.close()
        if (value) go(occurrences(root, value)[0] as HTMLElement)
      },
    },
    make('h2', {}, labels.glossary),
    button('', labels.close),
    make('label', {}, labels.search, search),
    checkbox('unknown'),
    checkbox('spoilers'),
    make('details', {}, make('summary', {}, labels.choices), checkbox('tips'), checkbox('gloss'), make('label', {}, labels.words, words)),
    status,
    make('dl', {className: 'xg-glossary'}, ...items.map(({shown}) => shown)),
  )
  filter()
  home.append(panel)
  panel.showModal()
}
