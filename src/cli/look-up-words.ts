import {sensesOf} from '../lexicon/entry.js'
import type {Dictionary, Entry, Reading} from '../lexicon/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'
import {dictionaryPaths, loadDictionaries} from './reading-options.js'
import type {Session} from './session.js'

export interface LookupOptions {
  readonly dictionary?: readonly string[]
  readonly fuzzy?: boolean
  readonly json?: boolean
}

/** The readings of a word in one dictionary. */
interface DictionaryReadings {
  readonly language: string
  readonly readings: readonly Reading[]
}

const formatMeanings = (entry: Entry): string =>
  sensesOf(entry)
    .map(({definition}) => definition)
    .join('; ')
const formatPart = (entry: Entry): string => `${entry.headword} “${formatMeanings(entry) || '?'}”`

/** Formats a reading: the entry, its parts, the steps that led to it, and its notes. */
function formatReading({entry, parts, steps, score}: Reading, language: string, {out}: Session): string {
  const partOfSpeech = entry.partOfSpeech === undefined ? '' : `, ${entry.partOfSpeech}`
  const shownSteps = steps.filter(({kind}) => kind !== 'exact').map(({kind, from, to}) => `${from} → ${to} (${kind})`)
  const pronunciation = entry.pronunciation === undefined ? '' : ` ${out.dim(escapeForTerminal(`[${entry.pronunciation}]`))}`
  const details = `${language}${partOfSpeech}, ${Math.round(100 * score)} %`
  const lines = [
    `  ${out.bold(escapeForTerminal(entry.headword))}${pronunciation}  ${escapeForTerminal(formatMeanings(entry) || '(meaning unknown)')}  ${out.dim(escapeForTerminal(details))}`,
    ...(parts.length > 1 ? [`    ${escapeForTerminal(parts.map(formatPart).join(' + '))}`] : []),
    ...shownSteps.map((step) => `    ${out.dim(escapeForTerminal(step))}`),
    ...(entry.notes === undefined ? [] : [`    ${escapeForTerminal(entry.notes)}`]),
  ]
  return lines.join('\n')
}

const formatWord = (word: string, results: readonly DictionaryReadings[], session: Session): string => {
  const readings = results.flatMap(({language, readings: own}) => own.map((reading) => formatReading(reading, language, session)))
  return `${session.out.underline(escapeForTerminal(word))}\n${readings.length > 0 ? readings.join('\n') : '  not found'}\n`
}

/**
 * Looks words up in the given and configured dictionaries, and prints their readings.
 *
 * @returns the exit code
 */
export async function lookUpWords(words: readonly string[], {dictionary, fuzzy = false, json}: LookupOptions, session: Session): Promise<number> {
  const dictionaries: readonly Dictionary[] = await loadDictionaries(dictionary, session)
  if (dictionaries.length === 0) throw commandError('No dictionary given: use --dictionary, or set `dictionaries` in the configuration', EXIT.usage)
  const {createLexicon} = await import('../lexicon/create-lexicon.js')
  const paths = dictionaryPaths(dictionary, session.configured)
  const lexicons = dictionaries.map((own, index) => {
    try {
      return createLexicon(own)
    } catch (error) {
      throw error instanceof TypeError ? commandError(escapeForTerminal(`${paths[index]}: ${error.message}`), EXIT.usage, error) : error
    }
  })
  const found = words.map((word) => ({
    word,
    results: lexicons.map(({language, lookup}): DictionaryReadings => ({language, readings: lookup(word, {fuzzy})})),
  }))
  const flat = found.map(({word, results}) => ({
    word,
    readings: results.flatMap(({language, readings}) => readings.map((reading) => ({language, ...reading}))),
  }))
  await session.print(json ? `${JSON.stringify(flat, null, 2)}\n` : found.map(({word, results}) => formatWord(word, results, session)).join('\n'))
  return flat.every(({readings}) => readings.length > 0) ? EXIT.success : EXIT.findings
}
