import type {Dictionary, Entry} from '../../lexicon/types.js'
import {joinNotes, labelled, membersOf, textIn, textsIn} from '../shared/conlang-notes.js'
import {passOver, resolveLanguages} from '../shared/input.js'
import {omitEmpty} from '../shared/xml-elements.js'
import type {ReadOptions} from '../types.js'

/** Whether a JSON value is a dictionary of Lexiconga (github.com/Alamantus/Lexiconga), old or new. */
export const isLexiconga = (value: unknown): boolean => Array.isArray(membersOf(value).get('words')) && !membersOf(value).has('entries')

function readWord(value: unknown): Entry | undefined {
  const word = membersOf(value)
  const headword = textIn(word.get('name'))
  if (headword === undefined) return undefined
  // Versions before 2 had other names for the short and the long meaning.
  const definition = textIn(word.get('definition')) ?? textIn(word.get('simpleDefinition'))
  const details = textIn(word.get('details')) ?? textIn(word.get('longDefinition'))
  return omitEmpty({
    headword,
    partOfSpeech: textIn(word.get('partOfSpeech')),
    pronunciation: textIn(word.get('pronunciation')),
    senses: definition === undefined ? [] : [definition],
    forms: textsIn(word.get('principalParts')),
    notes: joinNotes([details, labelled('Etymology', textsIn(word.get('etymology')))]),
    see: textsIn(word.get('related')),
  })
}

/** Converts a dictionary of Lexiconga: what is called details there becomes notes. The result is not yet validated. */
export function readLexiconga(value: unknown, options: ReadOptions): Dictionary {
  const about = membersOf(value)
  const letters = textsIn(about.get('alphabeticalOrder'))
  const isCaseSensitive = membersOf(about.get('settings')).get('caseSensitive') === true
  const spelling = {...(letters.length > 0 && {letters}), ...(isCaseSensitive && {caseSensitive: true})}
  const entries = (about.get('words') as readonly unknown[]).flatMap((word, index) => {
    const entry = readWord(word)
    if (!entry) passOver(options, `words[${index}]`, 'passed over a word without a name')
    return entry ?? []
  })
  return {
    ...resolveLanguages({}, options),
    ...omitEmpty({
      name: textIn(about.get('name')),
      source: textIn(about.get('description')),
      spelling: Object.keys(spelling).length > 0 ? spelling : undefined,
    }),
    entries,
  }
}
