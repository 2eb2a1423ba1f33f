import {map} from '../util/lists.js'
import type {Dictionary, Entry, InflectedForm, Reading, Sense} from './types.js'

/** A sense, however it was written. */
export const senseOf = (sense: string | Sense): Sense => (typeof sense === 'string' ? {definition: sense} : sense)

/** A form, however it was written. */
export const formOf = (form: string | InflectedForm): InflectedForm => (typeof form === 'string' ? {form} : form)

/** The senses that nobody has rejected, the commonest first. */
export const sensesOf = ({senses = []}: Entry): Sense[] => map(senses, senseOf).filter(({status}) => status !== 'rejected')

/** The first meaning of an entry, if anybody knows one. */
export const meaningOf = (entry: Entry): string | undefined => sensesOf(entry)[0]?.definition

/** As much of a meaning as fits over a word: its first alternative, without what explains it in brackets. */
export function shortly(meaning: string): string {
  const short = meaning
    .replace(/\s*\([^()]*\)/gu, '')
    .split(/[,;:]/u, 1)[0]
    ?.trim()
  return short || meaning.trim()
}

/** What the best readings of a word say that it means; a dictionary may list a word without knowing. */
export function statedMeaning(readings: readonly Reading[]): string | undefined {
  const best = readings.filter(({score}) => score >= (readings[0] as Reading).score)
  return map(best, ({entry}) => meaningOf(entry)).find((meaning) => meaning !== undefined)
}

/** A prefix ends with a hyphen, a suffix begins with one, an infix has both; `-` alone is a word. */
export const isPrefix = ({headword}: Entry): boolean => headword.length > 1 && headword.endsWith('-') && !headword.startsWith('-')
export const isSuffix = ({headword}: Entry): boolean => headword.length > 1 && headword.startsWith('-') && !headword.endsWith('-')
export const isAffix = ({headword}: Entry): boolean => headword.length > 1 && /^-|-$/u.test(headword)

/** The dictionary without the entries and senses that somebody has rejected: what is shown to readers. */
export function standing(dictionary: Dictionary): Dictionary {
  const entries = map(
    dictionary.entries.filter(({status}) => status !== 'rejected'),
    (entry) => (entry.senses?.some((sense) => senseOf(sense).status === 'rejected') ? {...entry, senses: sensesOf(entry)} : entry),
  )
  return {...dictionary, entries}
}
