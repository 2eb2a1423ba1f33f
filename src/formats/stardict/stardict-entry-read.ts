import type {Element, ElementContent, Root} from 'hast'
import {toText} from 'hast-util-to-text'
import isUndefined from 'lodash-es/isUndefined.js'
import omitBy from 'lodash-es/omitBy.js'
import type {Entry} from '../../lexicon/types.js'
import {parseHtml} from '../shared/html-text.js'
import {booleanIn, joinPronunciations} from '../shared/xml-elements.js'
import {ALSO_CLASS, ENTRY_CLASS, LIST_FIELDS} from './stardict-entry.js'

/** Reads articles in HTML or XDXF: ours, whose classes name the fields, and those of other programs, which become text. */

/** Parsers of HTML drop a `tr` outside of a table; in XDXF it is a pronunciation. */
const PRONUNCIATION_TAG = 'xg-tr'
const renamePronunciations = (markup: string): string => markup.replace(/<(\/?)tr(?=[\s>/])/giu, `<$1${PRONUNCIATION_TAG}`)

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

/** Returns the fields of an entry that we wrote, not yet validated. */
function fieldsIn(entry: Element): Record<string, unknown> {
  const senses = child(entry, 'xg-senses')
  const line = (name: string) => child(entry, `xg-${name}`) && textIn(child(entry, `xg-${name}`))
  const pronunciation = elementsOf(entry).find(({tagName}) => tagName === PRONUNCIATION_TAG)
  const lists = LIST_FIELDS.map((field): [string, unknown] => {
    const row = child(entry, `xg-${field}`)
    return [field, row && elementsOf(row).map(READ[field] ?? ((item) => textIn(child(item, 'xg-value'))))]
  })
  return omitUndefined({
    kind: data(entry, 'dataKind'),
    partOfSpeech: line('partOfSpeech'),
    pronunciation: pronunciation && textIn(pronunciation),
    senses: senses && elementsOf(senses).map(senseIn),
    ...Object.fromEntries(lists),
    caseSensitive: booleanIn(data(entry, 'dataCaseSensitive')),
    certainty: data(entry, 'dataCertainty'),
    notes: line('notes'),
    gives: data(entry, 'dataGives'),
    slot: data(entry, 'dataSlot'),
    status: data(entry, 'dataStatus'),
    count: count(data(entry, 'dataCount')),
  })
}

/** Removes elements with a name, and returns their texts. */
function takeElements(parent: Element | Root, tagName: string, texts: string[] = []): string[] {
  parent.children = (parent.children as readonly ElementContent[]).filter((node) => {
    if (node.type !== 'element') return true
    if (node.tagName !== tagName) takeElements(node, tagName, texts)
    else if (toText(node).trim() !== '') texts.push(toText(node).trim())
    return node.tagName !== tagName
  }) as Element['children']
  return texts
}

/** What an article says: the entries that we wrote, or what other programs show. */
export type Article = {readonly entries: readonly Record<string, unknown>[]} | {readonly text: string; readonly pronunciation?: string | undefined}

/** Reads an article in HTML; articles that only repeat entries of other words have none of their own. */
export function readHtmlArticle(html: string): Article {
  const root = parseHtml(html)
  const entries = elementsOf(root).filter((node) => has(node, ENTRY_CLASS))
  if (entries.length > 0 || child(root, ALSO_CLASS)) return {entries: entries.map(fieldsIn)}
  return {text: toText(root).trim()}
}

/** Reads an article in XDXF, without its headword. Line breaks in the text are those that are shown. */
export function readXdxfArticle(xdxf: string): Article {
  const markup = renamePronunciations(xdxf)
  const own = readHtmlArticle(markup)
  if ('entries' in own) return own
  const root = parseHtml(markup.replace(/<k>[^<]*<\/k>/gu, '').replace(/\r\n?|\n/gu, '<br>'))
  const pronunciation = joinPronunciations(takeElements(root, PRONUNCIATION_TAG))
  return {text: toText(root).trim(), pronunciation}
}
