import type {Entry} from '../../lexicon/types.js'
import {createButton, createElement} from '../../reader/dom.js'
import {summarizeEntry} from './entry-summary.js'
import type {TableLabels} from './table-labels.js'

/** Splits at semicolons, as tables of spreadsheets do. */
const split = (text: string): string[] =>
  text
    .split(';')
    .map((meaning) => meaning.trim())
    .filter(Boolean)

/** Puts a field with the meanings of an entry into its cell. Enter saves, Escape cancels. @returns the field */
export function openMeaningEditor(
  cell: HTMLElement,
  entry: Entry,
  {labels, save, cancel}: {readonly labels: TableLabels; readonly save: (meanings: readonly string[]) => void; readonly cancel: () => void},
): HTMLInputElement {
  const {meanings} = summarizeEntry(entry)
  const field = createElement('input', {type: 'text', value: meanings.join('; '), dir: 'auto', ariaLabel: labels.meaningsOf(entry.headword)})
  const form = createElement(
    'form',
    {
      className: 'xg-editor',
      onsubmit: (event) => {
        event.preventDefault()
        save(split(field.value))
      },
      onkeydown: (event) => {
        event.stopPropagation()
        if (event.key === 'Escape') cancel()
      },
    },
    field,
    createElement('button', {type: 'submit'}, labels.save),
    createButton(labels.cancel, cancel),
  )
  cell.replaceChildren(form)
  field.focus()
  field.select()
  return field
}
