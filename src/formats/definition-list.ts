import type {Element, ElementContent} from 'hast'
import {inAlphabet} from '../lexicon/alphabet.js'
import {formOf, sensesOf, standing} from '../lexicon/entry.js'
import type {Certainty, Dictionary, Entry, Sense} from '../types.js'
import {type Anchors, anchorsOf} from './anchors.js'

type Content = ElementContent | string

/** Children as a list: a call with a million arguments would exhaust the stack. */
const element = (tagName: string, properties: Element['properties'], children: readonly Content[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? {type: 'text', value: child} : child)),
})

const joined = (parts: readonly (readonly Content[])[], separator: string): Content[] =>
  parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]))

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
function listed(entry: Entry, lang: string, {idOf, idFor}: Anchors): Element {
  const {headword, variants = [], partOfSpeech, forms = [], notes, see = [], count} = entry
  const reference = (to: string): Content[] => {
    const id = idFor(to)
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
    ...told('xg-forms', 'Forms: ', joined(inflected, ', ')),
    ...told('xg-notes', '', notes === undefined ? [] : [notes]),
    ...told('xg-see', 'See ', joined(see.map(reference), ', ')),
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
  const anchors = anchorsOf(dictionary)
  const entries = inAlphabet(dictionary)
  const listing = entries.flatMap((entry): Content[] => [listed(entry, dictionary.language, anchors), '\n'])
  return element('dl', {className: ['xg-glossary']}, listing)
}
