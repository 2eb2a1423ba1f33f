import type {Element} from 'hast'
import {sensesOf, toForm} from '../../lexicon/entry.js'
import type {Certainty, Entry, Sense} from '../../lexicon/types.js'
import {type Content, element} from '../shared/html-element.js'
import type {EntryIds} from '../shared/ids.js'
import {intersperse} from '../shared/intersperse.js'

/** `dir="auto"`, because the direction of an invented language's script is unknown. */
const wordElement = (tagName: string, lang: string, text: string): Element => element(tagName, {lang, dir: 'auto'}, [text])

/** A `dd` element, or nothing if there is no content. */
export const detailElements = (className: string, lead: string, content: readonly Content[]): Element[] =>
  content.length === 0 ? [] : [element('dd', {className: [className]}, [lead, ...content])]

/** Returns a function that makes a link to the entry with a headword, or the word alone if there is no such entry. */
export const createReference =
  (lang: string, {findFoldedId}: Pick<EntryIds, 'findFoldedId'>) =>
  (to: string): Content[] => {
    const id = findFoldedId(to)
    return [id === undefined ? wordElement('span', lang, to) : element('a', {href: `#${encodeURIComponent(id)}`, lang, dir: 'auto'}, [to])]
  }

const certaintyNote = (certainty: Certainty | undefined): Content[] => (certainty === undefined ? [] : [' ', element('small', {}, [`(${certainty})`])])

const meaningElements = (entry: Entry, senses: readonly Sense[]): Element[] =>
  senses.length === 0
    ? [element('dd', {}, ['(unknown)'])]
    : senses.map(({definition, certainty = entry.certainty}) => element('dd', {}, [definition, ...certaintyNote(certainty)]))

/**
 * An entry, in a `div` so that a style sheet can keep word and meaning together.
 *
 * @param more further `dd` elements, which only pages of a glossary have
 */
export function entryElement(entry: Entry, lang: string, ids: EntryIds, more: readonly Element[] = []): Element {
  const {headword, pronunciation, variants = [], partOfSpeech, forms = [], notes, see = [], count} = entry
  const reference = createReference(lang, ids)
  const inflected = forms.map(toForm).map(({form, meaning}) => [wordElement('span', lang, form), ...(meaning === undefined ? [] : [` ${meaning}`])])
  const term = [
    wordElement('dfn', lang, headword),
    ...variants.flatMap((variant) => [', ', wordElement('span', lang, variant)]),
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
    ...more,
  ]
  const properties = {id: ids.idOf(entry), ...(senses.length > 1 && {className: ['xg-several']})}
  return element('div', properties, [element('dt', {}, term), ...described.flatMap((each): Content[] => [' ', each])])
}
