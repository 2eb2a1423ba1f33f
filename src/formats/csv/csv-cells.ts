import {formOf, senseOf} from '../../lexicon/entry.js'
import type {Attestation, Certainty, InflectedForm, Sense, Status} from '../../lexicon/types.js'

/**
 * How the cells of a table are written. Several values have `;` between them; a form and its meaning are joined by `=`; what else there
 * is of a sense stands behind it in brackets: `hush [inferred, proposed]`; a place is `work = chapter:paragraph`. A backslash takes
 * `;`, `=`, `[`, white space or a backslash literally, and is a letter like any other before anything else.
 */

/**
 * What a spreadsheet takes for a formula, and takes no more when an apostrophe stands before it (OWASP, “CSV injection”). Apostrophes
 * that are there already get one more, so that each reads as it was written; a bare `-ath`, as people type it, reads as it is.
 */
export const guarded = (cell: string): string => (/^'*[=+\-@\t\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell)
export const unguarded = (cell: string): string => (/^'+[=+\-@\t\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell)

/** A line break is a line feed: nothing else comes out of every spreadsheet as it went in. */
export const unbroken = (text: string): string => text.replace(/\r\n?/gu, '\n')
const escaped = (text: string, special: RegExp): string =>
  unbroken(text)
    .replace(special, '\\$&')
    .replace(/^\s|\s$/gu, '\\$&')
const unescaped = (raw: string): string => raw.replace(/\\([\\;=[\s])/gu, '$1')

/** Whether the character at `index` has a backslash of its own before it. */
function isEscaped(raw: string, index: number): boolean {
  let backslashes = 0
  while (raw[index - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}

/** Without white space at the ends, but for that which is escaped. */
function trimmed(raw: string): string {
  const text = raw.trimEnd()
  return (text.length < raw.length && isEscaped(raw, text.length) ? raw.slice(0, text.length + 1) : text).trimStart()
}

/** Where a character first stands unescaped. */
function indexOf(raw: string, character: string): number {
  let index = raw.indexOf(character)
  while (index >= 0 && isEscaped(raw, index)) index = raw.indexOf(character, index + 1)
  return index
}

/** What stands before and after the first unescaped `=`. */
function halves(raw: string): [left: string, right?: string] {
  const equals = indexOf(raw, '=')
  return equals < 0 ? [unescaped(trimmed(raw))] : [unescaped(trimmed(raw.slice(0, equals))), unescaped(trimmed(raw.slice(equals + 1)))]
}

/** A kind of cell: how a value becomes one, and what it says; nothing, where it is empty. */
export interface Cell<T> {
  readonly write: (value: T) => string
  readonly read: (cell: string) => unknown
}

export const text: Cell<string> = {write: (value) => escaped(value, /\\/gu), read: (cell) => unescaped(trimmed(cell)) || undefined}
export const number: Cell<number> = {
  write: (value) => BigInt(value).toString(),
  read: (cell) => (/^\s*\d+\s*$/u.test(cell) ? Number(cell) : text.read(cell)),
}

/** Several values; a lone `;` is a list of none. */
export const list = <T>(item: Cell<T>): Cell<readonly T[]> => ({
  write: (values) => values.map(item.write).join('; ') || ';',
  read: (cell) => {
    if (cell.trim() === '') return undefined
    const raws: string[] = []
    let start = 0
    for (let end = cell.indexOf(';'); end >= 0; end = cell.indexOf(';', end + 1)) {
      if (isEscaped(cell, end)) continue
      raws.push(cell.slice(start, end))
      start = end + 1
    }
    return [...raws, cell.slice(start)].map(trimmed).filter(Boolean).map(item.read)
  },
})

export const words: Cell<string> = {write: (value) => escaped(value, /[\\;]/gu), read: unescaped}

const CERTAINTIES: ReadonlySet<string> = new Set<Certainty>(['attested', 'inferred', 'unknown'])
const STATUSES: ReadonlySet<string> = new Set<Status>(['proposed', 'accepted', 'rejected'])

export const senses: Cell<string | Sense> = {
  write: (value) => {
    const {definition, certainty, status} = senseOf(value)
    const marks = [certainty, status].filter(Boolean).join(', ')
    return escaped(definition, definition.endsWith(']') ? /[\\;[]/gu : /[\\;]/gu) + (marks && ` [${marks}]`)
  },
  read: (raw) => {
    const open = raw.endsWith(']') ? raw.lastIndexOf('[') : -1
    const marks = open >= 0 && !isEscaped(raw, open) ? raw.slice(open + 1, -1).split(',', 3) : []
    const names = marks.map((mark) => mark.trim().toLowerCase())
    const [certainty, status] = [CERTAINTIES, STATUSES].map((known) => names.find((name) => known.has(name)))
    // Brackets that say anything else are the author's own.
    if (names.length === 0 || names.length !== Number(certainty !== undefined) + Number(status !== undefined)) return unescaped(raw)
    return {definition: unescaped(trimmed(raw.slice(0, open))), ...(certainty && {certainty}), ...(status && {status})}
  },
}

export const forms: Cell<string | InflectedForm> = {
  write: (value) => {
    const {form, meaning} = formOf(value)
    return escaped(form, /[\\;=]/gu) + (meaning === undefined ? '' : ` = ${escaped(meaning, /[\\;]/gu)}`)
  },
  read: (raw) => {
    const [form, meaning] = halves(raw)
    return meaning ? {form, meaning} : form
  },
}

const digits = (value: number | undefined): string => (value === undefined ? '' : number.write(value))
export const attestations: Cell<Attestation> = {
  write: ({work, chapter, paragraph}) => {
    const place = paragraph === undefined ? digits(chapter) : `${digits(chapter)}:${digits(paragraph)}`
    return work === undefined ? place || ':' : `${escaped(work, /[\\;=]/gu)} = ${place}`.trim()
  },
  read: (raw) => {
    const [left, right] = halves(raw)
    const [, chapter, paragraph] = /^(\d*)(?::(\d*))?$/u.exec(right ?? left) ?? []
    if (chapter === undefined && right === undefined) return {work: left}
    const place = {...(chapter && {chapter: Number(chapter)}), ...(paragraph && {paragraph: Number(paragraph)})}
    return right === undefined ? place : {work: left, ...(chapter === undefined ? {chapter: right} : place)}
  },
}
