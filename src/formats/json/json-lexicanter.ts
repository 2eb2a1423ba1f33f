import type {Dictionary, Entry} from '../../lexicon/types.js'
import {joinNotes, labelled, membersOf, textIn, textsIn} from '../shared/conlang-notes.js'
import {passOver, resolveLanguages} from '../shared/input.js'
import {omitEmpty} from '../shared/xml-elements.js'
import type {ReadOptions} from '../types.js'

/** Whether a JSON value is a language of Lexicanter (github.com/Saturnine-Softworks/Lexicanter). */
export const isLexicanter = (value: unknown): boolean => membersOf(membersOf(value).get('Lexicon')).size > 0 || membersOf(value).has('Phonotactics')

/** Tags that name a part of speech; Lexicanter has no field for it. */
const PART_OF_SPEECH =
  /^#?(?:noun|verb|adjective|adverb|pronoun|preposition|postposition|conjunction|interjection|particle|determiner|article|numeral|prefix|suffix|name|n|v|adj|adv|pron|prep|conj|interj|num|det)\.?$/iu

/** Joins the pronunciations of a word; those of several dialects are named. */
function pronunciationIn(word: ReadonlyMap<string, unknown>): string | undefined {
  const byDialect = [...membersOf(word.get('pronunciations'))].flatMap(([dialect, value]) => {
    const ipa = textIn(membersOf(value).get('ipa'))
    return ipa === undefined ? [] : [{dialect, ipa}]
  })
  // Versions before 2 had one pronunciation.
  if (byDialect.length === 0) return textIn(word.get('pronunciation'))
  const distinct = new Set(byDialect.map(({ipa}) => ipa))
  return distinct.size === 1 ? [...distinct][0] : byDialect.map(({dialect, ipa}) => `${dialect}: ${ipa}`).join(', ')
}

/** A word as versions before 2 kept it: pronunciation, definition and tags in a list. */
const fromList = ([pronunciation, definition, tags]: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ['pronunciation', pronunciation],
    ['Senses', [{definition, tags}]],
  ])

function readWord(headword: string, value: unknown): Entry {
  const word = Array.isArray(value) ? fromList(value) : membersOf(value)
  const listed = word.get('Senses')
  const senses = (Array.isArray(listed) ? listed : []).map(membersOf)
  const tags = [...new Set(senses.flatMap((sense) => textsIn(sense.get('tags'))))]
  const [partOfSpeech] = tags.filter((tag) => PART_OF_SPEECH.test(tag))
  return omitEmpty({
    headword,
    partOfSpeech: partOfSpeech?.replace(/^#/u, ''),
    pronunciation: pronunciationIn(word),
    senses: senses.flatMap((sense) => textIn(sense.get('definition')) ?? []),
    notes: labelled(
      'Tags',
      tags.filter((tag) => tag !== partOfSpeech),
    ),
  })
}

/** Reads the phrases of a category; a phrase keeps its variants. */
const readPhrases = (category: string, value: unknown): Entry[] =>
  [...membersOf(value)].map(([headword, phrase]) => {
    const members = membersOf(phrase)
    const variants = [...membersOf(members.get('variants'))]
    const described = variants.map(([variant, about]) => labelled(variant, [textIn(membersOf(about).get('description')) ?? []].flat()))
    const description = textIn(members.get('description'))
    return omitEmpty({
      headword,
      partOfSpeech: 'phrase',
      pronunciation: pronunciationIn(members),
      senses: description === undefined ? [] : [description],
      variants: variants.map(([variant]) => variant).filter((variant) => variant !== ''),
      notes: joinNotes([...described, labelled('Category', category.trim() === '' ? [] : [category]), labelled('Tags', textsIn(members.get('tags')))]),
    })
  })

/** Converts a language of Lexicanter: its words, and its phrases as entries of the part of speech *phrase*. The result is not yet validated. */
export function readLexicanter(value: unknown, options: ReadOptions): Dictionary {
  const about = membersOf(value)
  const letters = [...new Set((textIn(about.get('Alphabet')) ?? '').split(/\s+/u).filter(Boolean))]
  const spelling = {...(letters.length > 0 && {letters}), ...(about.get('CaseSensitive') === true && {caseSensitive: true})}
  const words = [...membersOf(about.get('Lexicon'))].map(([headword, word]) => readWord(headword, word))
  const phrases = [...membersOf(about.get('Phrasebook'))].flatMap(([category, value]) => readPhrases(category, value))
  const entries = [...words, ...phrases].filter(({headword}) => {
    if (headword.trim() === '') passOver(options, 'passed over an entry without a word')
    return headword.trim() !== ''
  })
  return {
    ...resolveLanguages({}, options),
    ...omitEmpty({name: textIn(about.get('Name')), spelling: Object.keys(spelling).length > 0 ? spelling : undefined}),
    entries,
  }
}
