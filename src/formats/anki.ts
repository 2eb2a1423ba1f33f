import Papa from 'papaparse'
import {formOf, sensesOf, standing} from '../lexicon/entry.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {examplesFrom} from './shared/example-lines.js'
import {namesOf} from './shared/ids.js'
import type {DictionaryFormat, WriteOptions} from './types.js'

const COLUMNS = ['guid', 'Word', 'Meaning', 'Part of speech', 'Forms', 'Example', 'Translation', 'Notes', 'Tags']

/** Text as the HTML of a field. A square bracket begins commands of Anki's own: `[sound:…]`, `[latex]`. */
const field = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('[', '&#91;')
    .replace(/\r\n?|\n/gu, '<br>')
    .replaceAll('\t', ' ')

const lines = (texts: readonly string[]): string => texts.map(field).join('<br>')
/** Tags stand between spaces. */
const tag = (text: string): string => field(text.trim().replace(/\s+/gu, '_'))

const formsOf = ({forms = [], variants = []}: Entry): string[] => [
  ...forms.map(formOf).map(({form, meaning}) => (meaning === undefined ? form : `${form} = ${meaning}`)),
  ...variants,
]

function write(dictionary: Dictionary, {stories}: WriteOptions = {}): string {
  const shown = standing(dictionary)
  const {language} = shown
  // By this a note is known when it is imported again, and homonyms are told apart.
  const names = namesOf(shown, (headword, number) => `${language}:${headword}${number > 1 ? `:${number}` : ''}`)
  const examplesOf = examplesFrom(stories)
  const notes = names.entries.flatMap(({entry, id}) => {
    const {headword, partOfSpeech = '', certainty, notes: remark = ''} = entry
    const senses = sensesOf(entry)
    if (senses.length === 0) return []
    const [example] = examplesOf(entry)
    const tags = [language, partOfSpeech, certainty ?? senses[0]?.certainty ?? ''].map(tag).filter(Boolean)
    const cells = [
      headword,
      lines(senses.map(({definition}) => definition)),
      partOfSpeech,
      lines(formsOf(entry)),
      example?.text ?? '',
      example?.translation ?? '',
      remark,
    ]
    return [[field(id), ...cells.map((cell, i) => (i === 1 || i === 3 ? cell : field(cell))), tags.join(' ')]]
  })
  const header = ['#separator:tab', '#html:true', '#guid column:1', `#tags column:${COLUMNS.length}`, `#columns:${COLUMNS.join('\t')}`]
  return `${[...header, ...(notes.length > 0 ? [Papa.unparse(notes, {delimiter: '\t', newline: '\n'})] : [])].join('\n')}\n`
}

/**
 * Notes for Anki's text import (docs.ankiweb.net, “Text files”; Anki 2.1.54), whose fields are HTML.
 *
 * - Loaded by Anki, also again: a note is known by its language and headword.
 * - Keeps words, meanings, part of speech, forms, variants and notes, and the first line of the stories that the word stands in, with its
 *   translation. Entries without a meaning make no note; all else is left out, and what is rejected. Only written.
 * - Options: `stories`.
 */
export const anki = {
  name: 'anki',
  extension: 'txt',
  mediaType: 'text/tab-separated-values',
  /** Answers text that Anki imports: a header, then a note a line, cells between tabs. */
  write,
} as const satisfies DictionaryFormat
