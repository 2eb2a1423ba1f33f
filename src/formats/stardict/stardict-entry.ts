import type {Element, ElementContent, Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {toHtml} from 'hast-util-to-html'
import {toText} from 'hast-util-to-text'
import isUndefined from 'lodash-es/isUndefined.js'
import omitBy from 'lodash-es/omitBy.js'
import {parseFragment} from 'parse5'
import {toForm, toSense} from '../../lexicon/entry.js'
import type {Attestation, Entry} from '../../lexicon/types.js'
import {limitDepth} from '../../source/html/limit-depth.js'
import {element} from '../shared/html-element.js'

/**
 * Converts entries to HTML for dictionary programs, and back. Classes mark the fields for reading: `xg-` and the field name, and `xg-value`
 * for values. `data-` attributes hold what is not displayed.
 */

/** Makes text survive HTML, which normalizes line breaks (living standard, section 13.2.3.5) and does not allow NUL. */
const normalizeText = (text: string): string => text.replace(/\r\n?/gu, '\n').replaceAll('\0', '\ufffd')
const value = (text: string): Element => element('span', {className: ['xg-value']}, [normalizeText(text)])
/** A link to another entry, as programs of the StarDict family expect it. */
const link = (headword: string): Element => element('a', {className: ['xg-value'], href: `bword://${normalizeText(headword)}`}, [normalizeText(headword)])

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
  return [value(form), ...(meaning === undefined ? [] : [' ', element('q', {className: ['xg-meaning']}, [normalizeText(meaning)])])]
}
const attestations: Show = ({work, chapter, paragraph}: Attestation) => {
  const data = {dataWork: work && normalizeText(work), dataChapter: chapter, dataParagraph: paragraph}
  const label = [work, chapter === undefined ? '' : `chapter ${chapter}`, paragraph === undefined ? '' : `paragraph ${paragraph}`].filter(Boolean).join(', ')
  return [element('span', {className: ['xg-value'], ...data}, [normalizeText(label)])]
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

function listOf(entry: Entry, {field, label, show, between = ', '}: Row): Element | undefined {
  const items = entry[field] as readonly never[] | undefined
  if (!items) return undefined
  const content = items.flatMap((item, index) => [index > 0 ? between : '', element('span', {className: ['xg-item']}, show(item))])
  return element('p', {className: [`xg-${field}`], ...(items.length === 0 && {hidden: true})}, [label, ...content])
}

function sensesOf({senses}: Entry): Element | undefined {
  const items = senses?.map(toSense).map(({definition, certainty, status}) => {
    const doubt = [certainty === 'attested' ? '' : certainty, status === 'proposed' ? status : ''].filter(Boolean).join(', ')
    return element('li', {dataCertainty: certainty, dataStatus: status}, [
      value(definition),
      doubt && ' ',
      doubt ? element('small', {}, [`(${doubt})`]) : undefined,
    ])
  })
  return items && element('ol', {className: ['xg-senses']}, items)
}

/** Returns a `div` with all fields of an entry except its headword and evidence. */
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
        dataGives: gives && normalizeText(gives),
        dataSlot: slot && normalizeText(slot),
      },
      [
        partOfSpeech === undefined ? undefined : element('i', {className: ['xg-partOfSpeech']}, [normalizeText(partOfSpeech)]),
        sensesOf(entry),
        ...LISTS.map((row) => listOf(entry, row)),
        notes === undefined ? undefined : element('p', {className: ['xg-notes']}, [normalizeText(notes)]),
      ],
    ),
  )
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

const elementsOf = ({children}: Element | Root): Element[] => (children as readonly ElementContent[]).filter((child) => child.type === 'element')
const has = ({properties}: Element, name: string): boolean => Array.isArray(properties.className) && properties.className.includes(name)
const child = (parent: Element | Root, name: string): Element | undefined => elementsOf(parent).find((node) => has(node, name))
const textIn = (node: Element | undefined): string => node?.children.map((part) => ('value' in part ? part.value : '')).join('') ?? ''
const data = ({properties}: Element, name: string): string | undefined => (typeof properties[name] === 'string' ? properties[name] : undefined)
const count = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))
/** Omits undefined fields. */
const omitUndefined = (fields: Record<string, unknown>): Record<string, unknown> => omitBy(fields, isUndefined)

const READ: Readonly<Partial<Record<keyof Entry, (item: Element) => unknown>>> = {
  forms: (item) => {
    const meaning = child(item, 'xg-meaning')
    return meaning ? {form: textIn(child(item, 'xg-value')), meaning: textIn(meaning)} : textIn(child(item, 'xg-value'))
  },
  attestations: (item) => {
    const place = child(item, 'xg-value') ?? item
    return omitUndefined({work: data(place, 'dataWork'), chapter: count(data(place, 'dataChapter')), paragraph: count(data(place, 'dataParagraph'))})
  },
}

function senseIn(item: Element): unknown {
  const definition = textIn(child(item, 'xg-value'))
  const [certainty, status] = [data(item, 'dataCertainty'), data(item, 'dataStatus')]
  return certainty === undefined && status === undefined ? definition : omitUndefined({definition, certainty, status})
}

/** Returns the fields of an entry written by `entryToHtml`, not yet validated. For other HTML, returns the text that it displays. */
export function entryFromHtml(html: string): {readonly fields: Record<string, unknown>} | {readonly text: string} {
  const document = parseFragment(html)
  limitDepth(document)
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
    fields: omitUndefined({
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
