import {toForm, toSense} from '../../lexicon/entry.js'
import type {Attestation, Certainty, InflectedForm, Sense, Status} from '../../lexicon/types.js'

/**
 * The syntax of table cells. `;` separates values, and `=` a form from its meaning. Certainty and status follow a sense in brackets: `hush
 * [inferred, proposed]`. An attestation is `work = chapter:paragraph`. A backslash escapes `;`, `=`, `[`, white space and a backslash; before
 * anything else it is an ordinary character.
 */

/**
 * Puts an apostrophe before a cell that a spreadsheet would run as a formula (OWASP, “CSV injection”), and one more before an apostrophe that
 * is already there, so that reading restores each cell. A bare `-ath`, as people type it, is read unchanged.
 */
export const escapeFormula = (cell: string): string => (/^'*[=+\-@\t\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell)
export const unescapeFormula = (cell: string): string => (/^'+[=+\-@\t\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell)

/** Turns line breaks into line feeds, the only ones that all spreadsheets preserve. */
export const normalizeNewlines = (text: string): string => text.replace(/\r\n?/gu, '\n')
const escaped = (text: string, special: RegExp): string =>
  normalizeNewlines(text)
    .replace(special, '\\$&')
    .replace(/^\s|\s$/gu, '\\$&')
const unescaped = (raw: string): string => raw.replace(/\\([\\;=[\s])/gu, '$1')

/** Whether a backslash escapes the character at `index`. */
function isEscaped(raw: string, index: number): boolean {
  let backslashes = 0
  while (raw[index - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}

/** Trims white space that is not escaped. */
function trimmed(raw: string): string {
  const text = raw.trimEnd()
  return (text.length < raw.length && isEscaped(raw, text.length) ? raw.slice(0, text.length + 1) : text).trimStart()
}

/** Index of the first unescaped occurrence of a character, or -1. */
function indexOf(raw: string, character: string): number {
  let index = raw.indexOf(character)
  while (index >= 0 && isEscaped(raw, index)) index = raw.indexOf(character, index + 1)
  return index
}

/** Splits a value at the first unescaped `=`. */
function halves(raw: string): [left: string, right?: string] {
  const equals = indexOf(raw, '=')
  return equals < 0 ? [unescaped(trimmed(raw))] : [unescaped(trimmed(raw.slice(0, equals))), unescaped(trimmed(raw.slice(equals + 1)))]
}

/** Converts values to cells and back. An empty cell reads as undefined. */
export interface Cell<T> {
  readonly write: (value: T) => string
  readonly read: (cell: string) => unknown
}

export const textCell: Cell<string> = {write: (value) => escaped(value, /\\/gu), read: (cell) => unescaped(trimmed(cell)) || undefined}
export const numberCell: Cell<number> = {
  write: (value) => BigInt(value).toString(),
  read: (cell) => (/^\s*\d+\s*$/u.test(cell) ? Number(cell) : textCell.read(cell)),
}

export const booleanCell: Cell<boolean> = {
  write: String,
  read: (cell) => {
    const text = cell.trim().toLowerCase()
    return text === 'true' || text === 'yes' ? true : text === 'false' || text === 'no' ? false : textCell.read(cell)
  },
}

/** A list of values. A single `;` stands for an empty list. */
export const listCell = <T>(item: Cell<T>): Cell<readonly T[]> => ({
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

export const wordCell: Cell<string> = {write: (value) => escaped(value, /[\\;]/gu), read: unescaped}

const CERTAINTIES: ReadonlySet<string> = new Set<Certainty>(['attested', 'inferred', 'unknown'])
const STATUSES: ReadonlySet<string> = new Set<Status>(['proposed', 'accepted', 'rejected'])

export const senseCell: Cell<string | Sense> = {
  write: (value) => {
    const {definition, certainty, status} = toSense(value)
    const marks = [certainty, status].filter(Boolean).join(', ')
    return escaped(definition, definition.endsWith(']') ? /[\\;[]/gu : /[\\;]/gu) + (marks && ` [${marks}]`)
  },
  read: (raw) => {
    const open = raw.endsWith(']') ? raw.lastIndexOf('[') : -1
    const marks = open >= 0 && !isEscaped(raw, open) ? raw.slice(open + 1, -1).split(',', 3) : []
    const names = marks.map((mark) => mark.trim().toLowerCase())
    const [certainty, status] = [CERTAINTIES, STATUSES].map((allowed) => names.find((name) => allowed.has(name)))
    // Brackets with any other content are part of the definition.
    if (names.length === 0 || names.length !== Number(certainty !== undefined) + Number(status !== undefined)) return unescaped(raw)
    return {definition: unescaped(trimmed(raw.slice(0, open))), ...(certainty && {certainty}), ...(status && {status})}
  },
}

export const formCell: Cell<string | InflectedForm> = {
  write: (value) => {
    const {form, meaning} = toForm(value)
    return escaped(form, /[\\;=]/gu) + (meaning === undefined ? '' : ` = ${escaped(meaning, /[\\;]/gu)}`)
  },
  read: (raw) => {
    const [form, meaning] = halves(raw)
    return meaning ? {form, meaning} : form
  },
}

const digits = (value: number | undefined): string => (value === undefined ? '' : numberCell.write(value))
export const attestationCell: Cell<Attestation> = {
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
