import type {Element} from 'hast'
import * as v from 'valibot'
import {sortAlphabetically} from '../../lexicon/alphabet.js'
import {sensesOf, toForm, withoutRejected} from '../../lexicon/entry.js'
import type {Certainty, Dictionary, Entry, Sense} from '../../lexicon/types.js'
import {checkOptionsBySchema} from '../../util/check-options.js'
import {type Content, element} from '../shared/html-element.js'
import {assignPageIds, createPrefixSchema, type EntryIds} from '../shared/ids.js'
import {intersperse} from '../shared/intersperse.js'

const createSchema = () => v.strictObject({prefix: createPrefixSchema()})

/** `dir="auto"`, because the direction of an invented language's script is unknown. */
const word = (tagName: string, lang: string, text: string): Element => element(tagName, {lang, dir: 'auto'}, [text])

const certaintyNote = (certainty: Certainty | undefined): Content[] => (certainty === undefined ? [] : [' ', element('small', {}, [`(${certainty})`])])

const meaningElements = (entry: Entry, senses: readonly Sense[]): Element[] =>
  senses.length === 0
    ? [element('dd', {}, ['(unknown)'])]
    : senses.map(({definition, certainty = entry.certainty}) => element('dd', {}, [definition, ...certaintyNote(certainty)]))

/** A `dd` element, or nothing if there is no content. */
const detailElements = (className: string, lead: string, content: readonly Content[]): Element[] =>
  content.length === 0 ? [] : [element('dd', {className: [className]}, [lead, ...content])]

/** An entry, in a `div` so that a style sheet can keep word and meaning together. */
function entryElement(entry: Entry, lang: string, {idOf, findFoldedId}: EntryIds): Element {
  const {headword, pronunciation, variants = [], partOfSpeech, forms = [], notes, see = [], count} = entry
  const reference = (to: string): Content[] => {
    const id = findFoldedId(to)
    return [id === undefined ? word('span', lang, to) : element('a', {href: `#${encodeURIComponent(id)}`, lang, dir: 'auto'}, [to])]
  }
  const inflected = forms.map(toForm).map(({form, meaning}) => [word('span', lang, form), ...(meaning === undefined ? [] : [` ${meaning}`])])
  const term = [
    word('dfn', lang, headword),
    ...variants.flatMap((variant) => [', ', word('span', lang, variant)]),
    ...(pronunciation === undefined ? [] : [' ', element('span', {className: ['xg-pronunciation']}, [pronunciation])]),
    ...(partOfSpeech === undefined ? [] : [' ', element('small', {}, [partOfSpeech])]),
    ...(count === undefined ? [] : [' ', element('small', {className: ['xg-count']}, [`${count}×`])]),
  ]
  const senses = sensesOf(entry)
  const described = [
    ...meaningElements(entry, senses),
    ...detailElements('xg-forms', 'Forms: ', intersperse<Content>(inflected, ', ')),
    ...detailElements('xg-notes', '', notes === undefined ? [] : [notes]),
    ...detailElements('xg-see', 'See ', intersperse(see.map(reference), ', ')),
  ]
  const properties = {id: idOf(entry), ...(senses.length > 1 && {className: ['xg-several']})}
  return element('div', properties, [element('dt', {}, term), ...described.flatMap((each): Content[] => [' ', each])])
}

/**
 * Converts a glossary to a definition list in alphabetical order. Each entry is a `div` with an id. Its `dt` has the headword, variants,
 * pronunciation, part of speech and count; `dd` elements have the meanings with their certainty, forms, notes and references. The class `xg-several` lets a style
 * sheet number several meanings. Omits whatever is rejected.
 *
 * @param given how it is written
 * @param given.prefix what ids begin with; as given to `toHast`. Default `'xg-'`
 * @throws TypeError for wrong options
 */
export function glossaryToHast(glossary: Dictionary, given: {readonly prefix?: string | undefined} = {}): Element {
  const {prefix} = checkOptionsBySchema(createSchema, given)
  const dictionary = withoutRejected(glossary)
  const ids = assignPageIds(dictionary, prefix)
  const entries = sortAlphabetically(dictionary)
  const listing = entries.flatMap((entry): Content[] => [entryElement(entry, dictionary.language, ids), '\n'])
  const {definitionLanguage: lang} = dictionary
  return element('dl', {className: ['xg-glossary'], ...(lang !== undefined && {lang})}, listing)
}
