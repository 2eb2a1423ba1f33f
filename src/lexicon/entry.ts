import {map} from '../util/lists.js'
import type {Dictionary, Entry, InflectedForm, Reading, Sense} from './types.js'

/** Normalizes a sense that may be written as a string. */
export const toSense = (sense: string | Sense): Sense => (typeof sense === 'string' ? {definition: sense} : sense)

/** Normalizes a form that may be written as a string. */
export const toForm = (form: string | InflectedForm): InflectedForm => (typeof form === 'string' ? {form} : form)

/** Returns the senses that are not rejected, most common first. */
export const sensesOf = ({senses = []}: Entry): Sense[] => map(senses, toSense).filter(({status}) => status !== 'rejected')

/** Returns the first definition of an entry, if there is one. */
export const meaningOf = (entry: Entry): string | undefined => sensesOf(entry)[0]?.definition

/** Shortens a meaning so that it fits above a word: the first alternative, without parentheses. */
export function shortenMeaning(meaning: string): string {
  const shortened = meaning
    .replace(/\s*\([^()]*\)/gu, '')
    .split(/[,;:]/u, 1)[0]
    ?.trim()
  return shortened || meaning.trim()
}

/** Returns the first meaning among the best readings of a word; a dictionary may list a word without a meaning. */
export function meaningFromReadings(readings: readonly Reading[]): string | undefined {
  const best = readings.filter(({score}) => score >= (readings[0] as Reading).score)
  return map(best, ({entry}) => meaningOf(entry)).find((meaning) => meaning !== undefined)
}

/** A prefix ends with a hyphen, a suffix begins with one, an infix has both; `-` alone is a word. */
export const isPrefix = ({headword}: Entry): boolean => headword.length > 1 && headword.endsWith('-') && !headword.startsWith('-')
export const isSuffix = ({headword}: Entry): boolean => headword.length > 1 && headword.startsWith('-') && !headword.endsWith('-')
export const isAffix = ({headword}: Entry): boolean => headword.length > 1 && /^-|-$/u.test(headword)

/** Returns the dictionary without rejected entries and senses, as readers see it. */
export function withoutRejected(dictionary: Dictionary): Dictionary {
  const entries = map(
    dictionary.entries.filter(({status}) => status !== 'rejected'),
    (entry) => (entry.senses?.some((sense) => toSense(sense).status === 'rejected') ? {...entry, senses: sensesOf(entry)} : entry),
  )
  return {...dictionary, entries}
}
