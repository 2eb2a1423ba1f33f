import type {Element, ElementContent} from 'hast'
import {toForm, toSense} from '../../lexicon/entry.js'
import type {Attestation, Entry} from '../../lexicon/types.js'
import {element} from '../shared/html-element.js'
import {toXdxf} from './xdxf.js'

/**
 * Converts entries to XDXF, as programs of the StarDict family show it: sdcv and KOReader as plain text with its line breaks, GoldenDict as a
 * page. Classes mark the fields for reading: `xg-` and the field name, and `xg-value` for values. `data-` attributes hold what is not
 * displayed.
 */

/** Class of the element with all fields of an entry. */
export const ENTRY_CLASS = 'xg-entry'
/** Class of the element that repeats the entry of another word under one of its spellings. */
export const ALSO_CLASS = 'xg-also'

const value = (text: string): Element => element('span', {className: ['xg-value']}, [text])
/** A link to another entry. */
const link = (headword: string): Element => element('kref', {className: ['xg-value']}, [headword])

type Show = (item: never) => (ElementContent | string)[]
interface Row {
  readonly field: keyof Entry
  readonly label: string
  readonly show: Show
  readonly between?: string
}

const words: Show = (word: string) => [value(word)]
const forms: Show = (item: Parameters<typeof toForm>[0]) => {
  const {form, meaning} = toForm(item)
  return [value(form), ...(meaning === undefined ? [] : [' “', element('span', {className: ['xg-meaning']}, [meaning]), '”'])]
}
const attestations: Show = ({work, chapter, paragraph}: Attestation) => {
  const data = {dataWork: work, dataChapter: chapter, dataParagraph: paragraph}
  const label = [work, chapter === undefined ? '' : `chapter ${chapter}`, paragraph === undefined ? '' : `paragraph ${paragraph}`].filter(Boolean).join(', ')
  return [element('span', {className: ['xg-value'], ...data}, [label])]
}

/** Fields that are displayed as one line each, in this order. */
const LISTS: readonly Row[] = [
  {field: 'forms', label: 'Forms: ', show: forms},
  {field: 'variants', label: 'Also spelt: ', show: words},
  {field: 'parts', label: 'Built of: ', show: (part: string) => [link(part)], between: ' + '},
  {field: 'attachesTo', label: 'Attaches to: ', show: words},
  {field: 'seams', label: 'Spelling: ', show: words},
  {field: 'see', label: 'See: ', show: (headword: string) => [link(headword)]},
  {field: 'attestations', label: 'Read in: ', show: attestations, between: '; '},
]
export const LIST_FIELDS: readonly (keyof Entry)[] = LISTS.map(({field}) => field)

function listOf(entry: Entry, {field, label, show, between = ', '}: Row): Element | undefined {
  const items = entry[field] as readonly never[] | undefined
  if (!items) return undefined
  const content = items.flatMap((item, index) => [index > 0 ? between : '', element('span', {className: ['xg-item']}, show(item))])
  return element('span', {className: [`xg-${field}`]}, items.length === 0 ? [] : [label, ...content])
}

function sensesOf({senses}: Entry): Element | undefined {
  const items = senses?.map(toSense).map(({definition, certainty, status}, index, {length}) => {
    const doubt = [certainty === 'attested' ? '' : certainty, status === 'proposed' ? status : ''].filter(Boolean).join(', ')
    return element('span', {className: ['xg-sense'], dataCertainty: certainty, dataStatus: status}, [
      length > 1 ? `${index + 1}. ` : '',
      element('dtrn', {className: ['xg-value']}, [definition]),
      doubt && ' ',
      doubt ? element('co', {}, [`(${doubt})`]) : undefined,
    ])
  })
  return (
    items &&
    element(
      'span',
      {className: ['xg-senses']},
      items.flatMap((item, index) => [index > 0 ? '\n' : '', item]),
    )
  )
}

/** sdcv puts brackets around a `tr` only if it has no attributes. */
const headOf = ({pronunciation, partOfSpeech}: Entry): (Element | string)[] => [
  ...(pronunciation === undefined ? [] : [element('tr', {}, [pronunciation])]),
  pronunciation === undefined || partOfSpeech === undefined ? '' : ' ',
  ...(partOfSpeech === undefined ? [] : [element('i', {className: ['xg-partOfSpeech']}, [partOfSpeech])]),
]

/** Returns an element with all fields of an entry except its headword and evidence; each line of text is a line in it. */
export function entryToXdxf(entry: Entry): string {
  const {kind, caseSensitive, certainty, status, count, gives, slot, notes} = entry
  const head = headOf(entry)
  const lines: readonly (readonly (Element | string)[])[] = [
    head,
    ...[sensesOf(entry), ...LISTS.map((row) => listOf(entry, row))].map((line) => (line ? [line] : [])),
    notes === undefined ? [] : [element('span', {className: ['xg-notes']}, [notes])],
  ]
  const isShown = (part: Element | string | undefined): boolean => typeof part === 'object' && part.children.length > 0
  let shownLines = 0
  const content = lines.flatMap((line) => [line.some(isShown) && shownLines++ > 0 ? '\n' : '', ...line])
  const data = {dataKind: kind, dataCaseSensitive: caseSensitive === undefined ? undefined : String(caseSensitive), dataCertainty: certainty}
  return toXdxf(element('span', {className: [ENTRY_CLASS], ...data, dataStatus: status, dataCount: count, dataGives: gives, dataSlot: slot}, content))
}

/** Longer entries are not repeated but referred to, so that the size of the file grows linearly with that of the dictionary. In UTF-16 code units. */
const MAX_REPEATED = 800

/** Returns an element that shows the entry of another word. */
export function alsoToXdxf({headword}: Entry, article: string): string {
  const reference = toXdxf(element('kref', {}, [headword]))
  return `<span class="${ALSO_CLASS}">${reference}${article.length > MAX_REPEATED ? '' : `\n${article}`}</span>`
}
