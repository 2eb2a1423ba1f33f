import Papa from 'papaparse'
import {sensesOf, toForm, withoutRejected} from '../lexicon/entry.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {checkedFormat} from './shared/checked-format.js'
import {createExampleFinder} from './shared/examples.js'
import {assignIds} from './shared/ids.js'
import type {WriteOptions} from './types.js'

const COLUMNS = ['guid', 'Word', 'Meaning', 'Part of speech', 'Forms', 'Example', 'Translation', 'Notes', 'Tags']

/** Escapes text for an HTML field. Anki reads square brackets as commands: `[sound:…]`, `[latex]`. */
const escapeField = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('[', '&#91;')
    .replace(/\r\n?|\n/gu, '<br>')
    .replaceAll('\t', ' ')

const joinLines = (texts: readonly string[]): string => texts.map(escapeField).join('<br>')
/** Anki separates tags by spaces. */
const escapeTag = (text: string): string => escapeField(text.trim().replace(/\s+/gu, '_'))

const formsOf = ({forms = [], variants = []}: Entry): string[] => [
  ...forms.map(toForm).map(({form, meaning}) => (meaning === undefined ? form : `${form} = ${meaning}`)),
  ...variants,
]

function write(dictionary: Dictionary, {stories}: WriteOptions = {}): string {
  const visible = withoutRejected(dictionary)
  const {language} = visible
  // Anki updates the note with the same guid when a file is imported again. The number keeps homonyms apart.
  const ids = assignIds(visible, (headword, number) => `${language}:${headword}${number > 1 ? `:${number}` : ''}`)
  const examplesOf = createExampleFinder(stories)
  const notes = ids.entries.flatMap(({entry, id}) => {
    const {headword, partOfSpeech = '', certainty, notes: noteText = ''} = entry
    const senses = sensesOf(entry)
    if (senses.length === 0) return []
    const [example] = examplesOf(entry)
    const tags = [language, partOfSpeech, certainty ?? senses[0]?.certainty ?? ''].map(escapeTag).filter(Boolean)
    const cells = [
      headword,
      joinLines(senses.map(({definition}) => definition)),
      partOfSpeech,
      joinLines(formsOf(entry)),
      example?.text ?? '',
      example?.translation ?? '',
      noteText,
    ]
    return [[escapeField(id), ...cells.map((cell, i) => (i === 1 || i === 3 ? cell : escapeField(cell))), tags.join(' ')]]
  })
  const header = ['#separator:tab', '#html:true', '#guid column:1', `#tags column:${COLUMNS.length}`, `#columns:${COLUMNS.join('\t')}`]
  return `${[...header, ...(notes.length > 0 ? [Papa.unparse(notes, {delimiter: '\t', newline: '\n'})] : [])].join('\n')}\n`
}

/**
 * Notes for Anki's text import (docs.ankiweb.net, “Text files”; Anki 2.1.54), with HTML fields.
 *
 * - Loaded by Anki. Importing again updates notes with the same language and headword.
 * - Keeps words, meanings, part of speech, forms, variants, notes, and the first utterance of the stories that contains the word, with its
 *   translation. Omits everything else, rejected entries, and entries without a meaning. Write-only.
 * - Options: `stories`.
 */
export const anki = /* @__PURE__ */ checkedFormat({
  name: 'anki',
  extension: 'txt',
  mediaType: 'text/tab-separated-values',
  /** Returns the text to import: a header, then one note per line with tab-separated cells. */
  write,
})
