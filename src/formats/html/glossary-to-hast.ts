import type {Element} from 'hast'
import {inAlphabet} from '../../lexicon/alphabet.js'
import {formOf, sensesOf, standing} from '../../lexicon/entry.js'
import type {Certainty, Dictionary, Entry, Sense} from '../../lexicon/types.js'
import {type Content, element} from '../shared/html-element.js'
import {type Names, pageNames} from '../shared/ids.js'
import {separated} from '../shared/separated.js'

/** The script of an invented language may run from right to left; nobody says which does. */
const word = (tagName: string, lang: string, text: string): Element => element(tagName, {lang, dir: 'auto'}, [text])

const howSure = (certainty: Certainty | undefined): Content[] => (certainty === undefined ? [] : [' ', element('small', {}, [`(${certainty})`])])

const meanings = (entry: Entry, senses: readonly Sense[]): Element[] =>
  senses.length === 0
    ? [element('dd', {}, ['(unknown)'])]
    : senses.map(({definition, certainty = entry.certainty}) => element('dd', {}, [definition, ...howSure(certainty)]))

/** A `dd` of its own, if there is anything to tell. */
const told = (className: string, lead: string, content: readonly Content[]): Element[] =>
  content.length === 0 ? [] : [element('dd', {className: [className]}, [lead, ...content])]

/** One entry, in a `div` so that a style sheet can keep word and meaning together. */
function listed(entry: Entry, lang: string, {idOf, findFolded}: Names): Element {
  const {headword, variants = [], partOfSpeech, forms = [], notes, see = [], count} = entry
  const reference = (to: string): Content[] => {
    const id = findFolded(to)
    return [id === undefined ? word('span', lang, to) : element('a', {href: `#${encodeURIComponent(id)}`, lang, dir: 'auto'}, [to])]
  }
  const inflected = forms.map(formOf).map(({form, meaning}) => [word('span', lang, form), ...(meaning === undefined ? [] : [` ${meaning}`])])
  const term = [
    word('dfn', lang, headword),
    ...variants.flatMap((variant) => [', ', word('span', lang, variant)]),
    ...(partOfSpeech === undefined ? [] : [' ', element('small', {}, [partOfSpeech])]),
    ...(count === undefined ? [] : [' ', element('small', {className: ['xg-count']}, [`${count}×`])]),
  ]
  const senses = sensesOf(entry)
  const described = [
    ...meanings(entry, senses),
    ...told('xg-forms', 'Forms: ', separated<Content>(inflected, ', ')),
    ...told('xg-notes', '', notes === undefined ? [] : [notes]),
    ...told('xg-see', 'See ', separated(see.map(reference), ', ')),
  ]
  const properties = {id: idOf(entry), ...(senses.length > 1 && {className: ['xg-several']})}
  return element('div', properties, [element('dt', {}, term), ...described.flatMap((each): Content[] => [' ', each])])
}

/**
 * A glossary as a definition list, in the order of its alphabet: each entry in a `div` with an id, the headword, its other spellings, its
 * part of speech and count in the `dt`; meanings with how sure they are, forms, notes and references to other
 * entries in a `dd` each; a style sheet numbers the meanings where there are several (`xg-several`). What is rejected is left out.
 */
export function glossaryToHast(glossary: Dictionary): Element {
  const dictionary = standing(glossary)
  const names = pageNames(dictionary)
  const entries = inAlphabet(dictionary)
  const listing = entries.flatMap((entry): Content[] => [listed(entry, dictionary.language, names), '\n'])
  const {definitionLanguage: lang} = dictionary
  return element('dl', {className: ['xg-glossary'], ...(lang !== undefined && {lang})}, listing)
}
