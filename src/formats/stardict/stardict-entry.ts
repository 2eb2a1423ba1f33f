import type {Element, ElementContent, Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {toHtml} from 'hast-util-to-html'
import {toText} from 'hast-util-to-text'
import isUndefined from 'lodash-es/isUndefined.js'
import omitBy from 'lodash-es/omitBy.js'
import {parseFragment} from 'parse5'
import {formOf, senseOf} from '../../lexicon/entry.js'
import type {Attestation, Entry} from '../../lexicon/types.js'
import {shallow} from '../../source/html/shallow.js'
import {element} from '../shared/html-element.js'

/**
 * An entry as HTML that dictionary programs show, with classes by which it is read again: `xg-` and the name of the field, `xg-value`
 * for what stands in it. What a reader need not see is told by `data-` attributes.
 */

/** HTML has but one line break (living standard, section 13.2.3.5), and no NUL. */
const shown = (text: string): string => text.replace(/\r\n?/gu, '\n').replaceAll('\0', '\ufffd')
const value = (text: string): Element => element('span', {className: ['xg-value']}, [shown(text)])
/** How the StarDict family writes a link to another entry. */
const link = (headword: string): Element => element('a', {className: ['xg-value'], href: `bword://${shown(headword)}`}, [shown(headword)])

type Show = (item: never) => (ElementContent | string)[]
interface Row {
  readonly field: keyof Entry
  readonly label: string
  readonly show: Show
  readonly between?: string
}

const words: Show = (word: string) => [value(word)]
const forms: Show = (item: Parameters<typeof formOf>[0]) => {
  const {form, meaning} = formOf(item)
  return [value(form), ...(meaning === undefined ? [] : [' ', element('q', {className: ['xg-meaning']}, [shown(meaning)])])]
}
const places: Show = ({work, chapter, paragraph}: Attestation) => {
  const data = {dataWork: work && shown(work), dataChapter: chapter, dataParagraph: paragraph}
  const told = [work, chapter === undefined ? '' : `chapter ${chapter}`, paragraph === undefined ? '' : `paragraph ${paragraph}`].filter(Boolean).join(', ')
  return [element('span', {className: ['xg-value'], ...data}, [shown(told)])]
}

/** Lists in one line each, in the order of a printed entry. */
const LISTS: readonly Row[] = [
  {field: 'forms', label: 'Forms: ', show: forms},
  {field: 'variants', label: 'Also spelt: ', show: words},
  {field: 'parts', label: 'Built of: ', show: (part: string) => [link(part)], between: ' + '},
  {field: 'attachesTo', label: 'Attaches to: ', show: words},
  {field: 'seams', label: 'Spelling: ', show: words},
  {field: 'see', label: 'See: ', show: (headword: string) => [link(headword)]},
  {field: 'attestations', label: 'Read in: ', show: places, between: '; '},
]

function listOf(entry: Entry, {field, label, show, between = ', '}: Row): Element | undefined {
  const items = entry[field] as readonly never[] | undefined
  if (!items) return undefined
  const content = items.flatMap((item, index) => [index > 0 ? between : '', element('span', {className: ['xg-item']}, show(item))])
  return element('p', {className: [`xg-${field}`], ...(items.length === 0 && {hidden: true})}, [label, ...content])
}

function sensesOf({senses}: Entry): Element | undefined {
  const items = senses?.map(senseOf).map(({definition, certainty, status}) => {
    const doubt = [certainty === 'attested' ? '' : certainty, status === 'proposed' ? status : ''].filter(Boolean).join(', ')
    return element('li', {dataCertainty: certainty, dataStatus: status}, [
      value(definition),
      doubt && ' ',
      doubt ? element('small', {}, [`(${doubt})`]) : undefined,
    ])
  })
  return items && element('ol', {className: ['xg-senses']}, items)
}

/** @returns one `div` with everything that the entry says but its headword and evidence */
export function entryToHtml(entry: Entry): string {
  const {kind, certainty, status, count, partOfSpeech, gives, slot, notes} = entry
  return toHtml(
    element(
      'div',
      {
        className: ['xg-entry'],
        dataKind: kind,
        dataCertainty: certainty,
        dataStatus: status,
        dataCount: count,
        dataGives: gives && shown(gives),
        dataSlot: slot && shown(slot),
      },
      [
        partOfSpeech === undefined ? undefined : element('i', {className: ['xg-partOfSpeech']}, [shown(partOfSpeech)]),
        sensesOf(entry),
        ...LISTS.map((row) => listOf(entry, row)),
        notes === undefined ? undefined : element('p', {className: ['xg-notes']}, [shown(notes)]),
      ],
    ),
  )
}

// ── and back ─────────────────────────────────────────────────────────────────────────────────────────────────

const elementsOf = ({children}: Element | Root): Element[] => (children as readonly ElementContent[]).filter((child) => child.type === 'element')
const has = ({properties}: Element, name: string): boolean => Array.isArray(properties.className) && properties.className.includes(name)
const child = (parent: Element | Root, name: string): Element | undefined => elementsOf(parent).find((node) => has(node, name))
const textIn = (node: Element | undefined): string => node?.children.map((part) => ('value' in part ? part.value : '')).join('') ?? ''
const data = ({properties}: Element, name: string): string | undefined => (typeof properties[name] === 'string' ? properties[name] : undefined)
const count = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))
/** Without the fields that nothing is known of. */
const known = (fields: Record<string, unknown>): Record<string, unknown> => omitBy(fields, isUndefined)

const READ: Readonly<Partial<Record<keyof Entry, (item: Element) => unknown>>> = {
  forms: (item) => {
    const meaning = child(item, 'xg-meaning')
    return meaning ? {form: textIn(child(item, 'xg-value')), meaning: textIn(meaning)} : textIn(child(item, 'xg-value'))
  },
  attestations: (item) => {
    const place = child(item, 'xg-value') ?? item
    return known({work: data(place, 'dataWork'), chapter: count(data(place, 'dataChapter')), paragraph: count(data(place, 'dataParagraph'))})
  },
}

function senseIn(item: Element): unknown {
  const definition = textIn(child(item, 'xg-value'))
  const [certainty, status] = [data(item, 'dataCertainty'), data(item, 'dataStatus')]
  return certainty === undefined && status === undefined ? definition : known({definition, certainty, status})
}

/** HTML → the fields of an entry, not yet checked; of HTML by others, `text` is all that it shows. */
export function entryFromHtml(html: string): {readonly fields: Record<string, unknown>} | {readonly text: string} {
  const document = parseFragment(html)
  shallow(document)
  const root = fromParse5(document) as Root
  const entry = child(root, 'xg-entry')
  if (!entry) return {text: toText(root).trim()}
  const senses = child(entry, 'xg-senses')
  const line = (name: string) => child(entry, `xg-${name}`) && textIn(child(entry, `xg-${name}`))
  const lists = LISTS.map(({field}): [string, unknown] => {
    const row = child(entry, `xg-${field}`)
    return [field, row && elementsOf(row).map(READ[field] ?? ((item) => textIn(child(item, 'xg-value'))))]
  })
  return {
    fields: known({
      kind: data(entry, 'dataKind'),
      partOfSpeech: line('partOfSpeech'),
      senses: senses && elementsOf(senses).map(senseIn),
      ...Object.fromEntries(lists),
      certainty: data(entry, 'dataCertainty'),
      notes: line('notes'),
      gives: data(entry, 'dataGives'),
      slot: data(entry, 'dataSlot'),
      status: data(entry, 'dataStatus'),
      count: count(data(entry, 'dataCount')),
    }),
  }
}
