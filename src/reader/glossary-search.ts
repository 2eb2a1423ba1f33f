/**
 * The script of glossary pages (the format `html`): adds a search to the list, which is complete without it. It is compiled into the page by
 * `npm run compile:page`.
 */
import {createElement, queryAll} from './dom.js'
import {searchKey} from './search-key.js'

/** Delay in milliseconds after a key, since a glossary may have thousands of entries. */
const DELAY = 80

const sections = queryAll(document, 'main > section').map((element) => ({
  element,
  link: document.querySelector<HTMLElement>(`nav li:has(a[href="#${element.id}"])`),
  entries: queryAll(element, '.xg-glossary > div').map((entry) => ({element: entry, text: searchKey(entry.textContent ?? '')})),
}))
const total = sections.reduce((sum, {entries}) => sum + entries.length, 0)

const status = createElement('output', {})
let timer: ReturnType<typeof setTimeout> | undefined

/** Shows the entries that contain all words of the search. */
function filter(): void {
  const words = searchKey(input.value).split(/\s+/u).filter(Boolean)
  let shown = 0
  for (const {element, link, entries} of sections) {
    let inSection = 0
    for (const entry of entries) {
      const isFound = words.every((word) => entry.text.includes(word))
      entry.element.hidden = !isFound
      inSection += Number(isFound)
    }
    element.hidden = inSection === 0
    if (link) link.hidden = inSection === 0
    shown += inSection
  }
  status.textContent = words.length === 0 ? '' : `${shown} of ${total}`
}

function filterSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(filter, DELAY)
}

const input = createElement('input', {type: 'search', id: 'search', autocomplete: 'off', spellcheck: false, oninput: filterSoon})
const form = createElement(
  'form',
  {
    role: 'search',
    onsubmit: (event) => {
      event.preventDefault()
      clearTimeout(timer)
      filter()
    },
  },
  createElement('label', {htmlFor: 'search'}, 'Search'),
  input,
  status,
)
document.querySelector('.tools')?.prepend(form)

/** Shows an entry that a link refers to, even if the search does not find it. */
addEventListener('hashchange', () => {
  const target = document.querySelector(':target')
  if (!target?.closest('[hidden]')) return
  input.value = ''
  filter()
  target.scrollIntoView()
})
