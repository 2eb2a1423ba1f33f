import type {Entry, Glossary} from '../lexicon/types.js'
import {createElement} from '../reader/dom.js'
import type {TableExample} from './table/entry-details.js'
import {type GlossaryTable, mountGlossaryTable} from './table/glossary-table.js'

interface WordsOptions {
  /** Receives the glossary of a language after each decision, with the entry that it changed. */
  readonly onDecide: (glossary: Glossary, changed: Entry) => void
  readonly examplesOf: (entry: Entry) => readonly TableExample[]
  readonly goTo: (example: TableExample) => void
}

export interface WordsView {
  /** Shows the glossaries of a story, that with the most words first. */
  readonly show: (glossaries: readonly Glossary[]) => void
  /** The glossary that is shown, with its decisions. */
  readonly glossary: () => Glossary | undefined
}

/** The glossary table, of one language at a time. */
export function createWordsView(root: HTMLElement, {onDecide, examplesOf, goTo}: WordsOptions): WordsView {
  let glossaries: readonly Glossary[] = []
  let table: GlossaryTable | undefined
  const select = createElement('select', {onchange: () => mountTable(select.value)})
  const chooser = createElement('label', {className: 'language', hidden: true}, 'Language ', select)
  const holder = createElement('div')
  const empty = createElement('p', {className: 'empty'}, 'No word of an invented language was found.')
  root.append(chooser, holder)

  const mountTable = (language: string) => {
    table?.remove()
    const glossary = glossaries.find((each) => each.language === language)
    table = glossary && mountGlossaryTable(holder, {glossary, onDecide, examplesOf, goTo})
  }
  return {
    show: (given) => {
      const shown = table?.glossary().language
      glossaries = given
      const languages = given.map(({language}) => language)
      select.replaceChildren(
        ...given.map(({language, entries}) =>
          createElement('option', {value: language, selected: language === shown}, `${language} (${entries.length} words)`),
        ),
      )
      chooser.hidden = languages.length < 2
      empty.remove()
      const same = given.find(({language}) => language === shown)
      if (table && same) table.update(same)
      else mountTable(languages[0] ?? '')
      if (languages.length === 0) holder.append(empty)
    },
    glossary: () => table?.glossary(),
  }
}
