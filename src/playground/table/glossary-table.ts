/**
 * A glossary as a table in which a person decides about each entry, by pointer or keyboard. Plain DOM; the style sheet is glossary-table.css.
 */
import type {Entry, Glossary} from '../../lexicon/types.js'
import {createButton, createElement} from '../../reader/dom.js'
import type {Decision} from './decide-entry.js'
import {createDetails, type DetailOptions} from './entry-details.js'
import {entryKey} from './entry-key.js'
import {createRow} from './entry-row.js'
import {openMeaningEditor} from './meaning-editor.js'
import {createReviewState} from './review-state.js'
import {filterEntries, type RowFilter} from './row-filter.js'
import {listenToRowKeys} from './row-keys.js'
import {createTableFrame} from './table-frame.js'
import {type TableLabels, tableLabels} from './table-labels.js'
import {withRole} from './with-role.js'

/** Rows are made in portions: a table of ten thousand would take seconds. */
const PORTION = 200

export interface TableOptions extends Pick<DetailOptions, 'examplesOf' | 'goTo'> {
  readonly glossary: Glossary
  /** Receives the glossary after each decision, and each decision that was taken back, with the entry that it changed. */
  readonly onDecide?: ((glossary: Glossary, changed: Entry) => void) | undefined
  /** Labels of the user interface. Default English. */
  readonly labels?: Partial<TableLabels> | undefined
}

export interface GlossaryTable {
  /** The glossary with all decisions: a dictionary for `annotate`. */
  readonly glossary: () => Glossary
  /** Shows another glossary, such as one that was learnt anew with the decisions; keeps filters, the place, and what can be taken back. */
  readonly update: (glossary: Glossary) => void
  /** Moves the focus to an entry. @returns whether there is one with this headword */
  readonly focusEntry: (headword: string) => boolean
  readonly remove: () => void
}

/** Shows the table in an element. */
export function mountGlossaryTable(root: HTMLElement, given: TableOptions): GlossaryTable {
  const labels = {...tableLabels, ...given.labels}
  const state = createReviewState(given.glossary)
  const {onDecide, examplesOf, goTo} = given
  let filter: RowFilter = {query: '', filter: 'all', order: 'alphabetical'}
  /** Keys of the rows that the filter lets through; decisions do not change them, so that a row stays where it is. */
  let keys: string[] = []
  let portion = PORTION
  let current = ''
  const open = new Set<string>()
  const rows = new Map<string, HTMLTableRowElement>()

  const body = withRole('rowgroup', createElement('tbody'))
  const status = createElement('output')
  const more = createButton(labels.more, () => {
    portion += PORTION
    render()
  })
  const undo = createButton(labels.undo, () => takeBack())

  const options = () => ({language: state.glossary().language, labels})

  function showStatus(): void {
    const {entries} = state.glossary()
    const decided = entries.filter((entry) => entry.status !== 'proposed').length
    status.textContent = keys.length === 0 && entries.length > 0 ? labels.nothing : labels.progress(decided, entries.length, keys.length)
    undo.disabled = !state.canUndo()
  }

  /** Only the current row and its buttons are tab stops; arrow keys move between rows. */
  function setCurrent(key: string): void {
    const setStops = (row: HTMLElement | undefined, tabIndex: number) => {
      if (!row) return
      row.tabIndex = tabIndex
      for (const control of row.querySelectorAll('button')) control.tabIndex = tabIndex
    }
    setStops(rows.get(current), -1)
    current = key
    setStops(rows.get(current), 0)
  }

  function detailsRow(entry: Entry): HTMLTableRowElement {
    const cell = withRole('gridcell', createElement('td', {colSpan: 6}, createDetails(entry, {...options(), examplesOf, goTo})))
    return withRole('row', createElement('tr', {className: 'xg-details-row'}, cell))
  }

  function createRows(key: string): HTMLTableRowElement[] {
    const entry = state.entryOf(key)
    if (!entry) return []
    const row = createRow(entry, {
      ...options(),
      isOpen: open.has(key),
      decide: (decision) => decide(key, decision),
      edit: () => edit(key),
      toggle: () => toggle(key),
    })
    row.dataset.key = key
    row.tabIndex = -1
    for (const control of row.querySelectorAll('button')) control.tabIndex = -1
    rows.set(key, row)
    return [row, ...(open.has(key) ? [detailsRow(entry)] : [])]
  }

  /** Makes a row anew, and keeps the focus in it. */
  function refresh(key: string): void {
    const row = rows.get(key)
    if (!row) return
    const focused = row.contains(document.activeElement) ? document.activeElement : undefined
    const at = focused instanceof HTMLButtonElement ? [...row.querySelectorAll('button')].indexOf(focused) : -1
    if (row.nextElementSibling?.classList.contains('xg-details-row')) row.nextElementSibling.remove()
    const made = createRows(key)
    row.replaceWith(...made)
    if (key === current) setCurrent(key)
    if (focused) (made[0]?.querySelectorAll('button')[at] ?? made[0])?.focus()
  }

  function render(): void {
    const shown = keys.slice(0, portion)
    rows.clear()
    body.replaceChildren(...shown.flatMap(createRows))
    more.hidden = keys.length <= portion
    setCurrent(shown.includes(current) ? current : (shown[0] ?? ''))
    showStatus()
  }

  function applyFilter(changed: Partial<RowFilter> = {}): void {
    filter = {...filter, ...changed}
    portion = PORTION
    keys = filterEntries(state.glossary(), filter).map(entryKey)
    render()
  }

  function report(entry: Entry): void {
    showStatus()
    onDecide?.(state.glossary(), entry)
  }

  function decide(key: string, decision: Decision): void {
    const entry = state.decide(key, decision)
    if (!entry) return
    setCurrent(key)
    refresh(key)
    report(entry)
  }

  function takeBack(): void {
    const entry = state.undo()
    if (!entry) return
    const key = entryKey(entry)
    if (!rows.has(key)) {
      if (!keys.includes(key)) keys = [key, ...keys]
      portion = Math.max(portion, keys.indexOf(key) + 1)
      render()
    }
    refresh(key)
    focusRow(key)
    report(entry)
  }

  function toggle(key: string): void {
    if (!open.delete(key)) open.add(key)
    refresh(key)
  }

  function edit(key: string): void {
    const entry = state.entryOf(key)
    const cell = rows.get(key)?.querySelector<HTMLElement>('.xg-cell-meaning')
    if (!entry || !cell) return
    setCurrent(key)
    openMeaningEditor(cell, entry, {
      labels,
      save: (meanings) => {
        decide(key, {kind: 'correct', meanings})
        focusRow(key)
      },
      cancel: () => {
        refresh(key)
        focusRow(key)
      },
    })
  }

  function focusRow(key: string): void {
    const row = rows.get(key)
    if (!row) return
    setCurrent(key)
    row.focus({preventScroll: true})
    row.scrollIntoView({block: 'nearest'})
  }

  function move(steps: number): void {
    const at = keys.indexOf(current) + steps
    const to = Math.min(Math.max(at, 0), keys.length - 1)
    if (to >= portion) {
      portion += PORTION
      render()
    }
    focusRow(keys[to] ?? '')
  }

  listenToRowKeys(body, {
    move,
    toEdge: (isEnd) => move((isEnd ? Math.min(keys.length, portion) - 1 : 0) - keys.indexOf(current)),
    toggle: () => toggle(current),
    edit: () => edit(current),
    decide: (kind) => {
      decide(current, {kind})
      move(1)
    },
    undo: takeBack,
  })
  body.addEventListener('focusin', ({target}) => {
    const key = target instanceof Element ? target.closest<HTMLElement>('.xg-row')?.dataset.key : undefined
    if (key !== undefined && key !== current) setCurrent(key)
  })

  const frame = createTableFrame(labels, {body, more, undo, status}, applyFilter)
  applyFilter()
  root.append(frame.container)

  return {
    glossary: state.glossary,
    update: (glossary) => {
      const hadFocus = body.contains(document.activeElement)
      const isEditing = body.querySelector('.xg-editor') !== null
      state.replace(glossary)
      // What is being typed stays; the table is made anew after it is saved or given up.
      if (isEditing) return
      // Rows that have just been decided stay, too.
      const kept = new Set([...filterEntries(glossary, filter).map(entryKey), ...keys])
      keys = filterEntries(glossary, {query: '', filter: 'all', order: filter.order})
        .map(entryKey)
        .filter((key) => kept.has(key))
      render()
      if (hadFocus) focusRow(current)
    },
    focusEntry: (headword) => {
      const entry = state.glossary().entries.find((each) => each.headword === headword)
      if (!entry) return false
      const key = entryKey(entry)
      if (!keys.includes(key)) {
        frame.reset()
        applyFilter({query: '', filter: 'all'})
      }
      const at = keys.indexOf(key)
      if (at >= portion) {
        portion = at + PORTION
        render()
      }
      focusRow(key)
      return true
    },
    remove: frame.remove,
  }
}
