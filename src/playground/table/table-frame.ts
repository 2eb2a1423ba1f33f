import {createElement} from '../../reader/dom.js'
import {FILTERS, ORDERS, type RowFilter} from './row-filter.js'
import type {TableLabels} from './table-labels.js'
import {withRole} from './with-role.js'

/** Delay in milliseconds after a key in the search. */
const SEARCH_DELAY = 80

interface TableParts {
  readonly body: HTMLElement
  readonly more: HTMLElement
  readonly undo: HTMLElement
  readonly status: HTMLElement
}

interface TableFrame {
  readonly container: HTMLElement
  /** Empties the search, and shows all. */
  readonly reset: () => void
  readonly remove: () => void
}

const COLUMNS = ['word', 'meaning', 'partOfSpeech', 'certainty', 'evidence', 'decision'] as const

function createSelect<const Name extends keyof TableLabels>(names: readonly Name[], labels: TableLabels, onChange: (name: Name) => void): HTMLSelectElement {
  const options = names.map((value) => createElement('option', {value}, labels[value] as string))
  const select = createElement('select', {onchange: () => onChange(select.value as Name)}, ...options)
  return select
}

/** Creates what surrounds the rows: search, filter, order, headings and help. */
export function createTableFrame(labels: TableLabels, parts: TableParts, applyFilter: (changed: Partial<RowFilter>) => void): TableFrame {
  let timer: ReturnType<typeof setTimeout> | undefined
  // With what is in the search: filtering again later would take away a row that was decided in between.
  const filterNow = (changed: Partial<RowFilter> = {}) => {
    clearTimeout(timer)
    applyFilter({query: search.value, ...changed})
  }
  const filterSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(filterNow, SEARCH_DELAY)
  }
  const search = createElement('input', {type: 'search', autocomplete: 'off', spellcheck: false, oninput: filterSoon})
  const show = createSelect(FILTERS, labels, (filter) => filterNow({filter}))
  const order = createSelect(ORDERS, labels, (name) => filterNow({order: name}))
  const headings = COLUMNS.map((name) => withRole('columnheader', createElement('th', {scope: 'col'}, labels[name])))
  const head = withRole('rowgroup', createElement('thead', {}, withRole('row', createElement('tr', {}, ...headings))))
  const tools = createElement(
    'div',
    {className: 'xg-review-tools'},
    createElement('label', {className: 'xg-review-search'}, labels.search, search),
    createElement('label', {}, labels.show, show),
    createElement('label', {}, labels.order, order),
    parts.undo,
    parts.status,
  )
  const table = withRole('grid', createElement('table', {ariaLabel: labels.table}, head, parts.body))
  const container = createElement('div', {className: 'xg-review'}, tools, table, parts.more, createElement('p', {className: 'xg-review-keys'}, labels.keys))
  return {
    container,
    reset: () => {
      search.value = ''
      show.value = 'all'
    },
    remove: () => {
      clearTimeout(timer)
      container.remove()
    },
  }
}
