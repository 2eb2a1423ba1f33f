import type {Entry} from '../../lexicon/types.js'
import {createButton, createElement} from '../../reader/dom.js'
import type {Decision} from './decide-entry.js'
import {summarizeEntry} from './entry-summary.js'
import type {TableLabels} from './table-labels.js'
import {withRole} from './with-role.js'

export interface RowOptions {
  readonly language: string
  readonly labels: TableLabels
  readonly isOpen: boolean
  readonly decide: (decision: Decision) => void
  readonly edit: () => void
  readonly toggle: () => void
}

/** A cell; its label stands before it where the table is a list of cards. */
function createCell(name: string, label: string, ...children: readonly (Node | string)[]): HTMLTableCellElement {
  const cell = withRole('gridcell', createElement('td', {className: `xg-cell-${name}`}, ...children))
  cell.dataset.label = label
  return cell
}

/** A button whose name says what it is about. */
function named(button: HTMLButtonElement, word: string, isPressed?: boolean): HTMLButtonElement {
  button.ariaLabel = `${button.textContent} ${word}`
  if (isPressed !== undefined) button.ariaPressed = String(isPressed)
  return button
}

/** The row of an entry: word, meanings, part of speech, certainty, evidence, and what can be decided. */
export function createRow(entry: Entry, {language, labels, isOpen, decide, edit, toggle}: RowOptions): HTMLTableRowElement {
  const {headword, partOfSpeech = '', pronunciation} = entry
  const {meanings, certainty, count, status} = summarizeEntry(entry)
  const word = createElement('bdi', {lang: language}, headword)
  const [first = labels.unknown, ...others] = meanings
  const meaning = [
    createElement('span', {dir: 'auto', className: meanings.length === 0 ? 'xg-unknown' : ''}, first),
    ...(others.length === 0 ? [] : [createElement('small', {dir: 'auto'}, `; ${others.join('; ')}`)]),
  ]
  const evidence = named(createButton(count > 0 ? `${count}×` : '…', toggle), headword)
  evidence.ariaLabel = `${labels.evidence}: ${count > 0 ? `${count}×` : '–'} ${headword}`
  evidence.ariaExpanded = String(isOpen)
  const buttons = [
    named(
      createButton(labels.accept, () => decide({kind: 'accept'})),
      headword,
      status === 'accepted',
    ),
    named(createButton(labels.correct, edit), headword),
    named(
      createButton(labels.reject, () => decide({kind: 'reject'})),
      headword,
      status === 'rejected',
    ),
  ]
  return withRole(
    'row',
    createElement(
      'tr',
      {className: `xg-row xg-${status}`},
      createCell('word', labels.word, word, ...(pronunciation === undefined ? [] : [' ', createElement('small', {}, pronunciation)])),
      createCell('meaning', labels.meaning, ...meaning),
      createCell('kind', labels.partOfSpeech, partOfSpeech),
      createCell('certainty', labels.certainty, createElement('span', {className: `xg-sure xg-sure-${certainty}`}, certainty)),
      createCell('evidence', labels.evidence, evidence),
      createCell('decision', labels.decision, ...buttons),
    ),
  )
}
