import type {Entry} from '../../lexicon/types.js'
import {joinPronunciations} from '../shared/xml-elements.js'
import type {JsonObject, LocatedRow} from './yomitan-rows.js'

/** Phonetic transcriptions in Yomitan's term meta banks, format 3: term, `ipa`, and the transcriptions of one reading of it. */

/** Returns a row for each entry with a pronunciation. */
export const pronunciationRows = (entries: readonly Entry[]): unknown[][] =>
  entries.flatMap(({headword, pronunciation}) =>
    pronunciation === undefined ? [] : [[headword, 'ipa', {reading: headword, transcriptions: [{ipa: pronunciation, tags: []}]}]],
  )

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads the transcriptions. Returns a function that looks up those of a term and its reading. */
export function readPronunciations(rows: Iterable<LocatedRow>): (term: string, reading?: string) => string | undefined {
  const found = new Map<string, string[]>()
  for (const {row} of rows) {
    const [term, mode, data] = row
    if (mode !== 'ipa' || !isObject(data) || !Array.isArray(data.transcriptions)) continue
    const texts = data.transcriptions.flatMap((one) => (isObject(one) && typeof one.ipa === 'string' && one.ipa !== '' ? [one.ipa] : []))
    const key = JSON.stringify([term, typeof data.reading === 'string' ? data.reading : term])
    const known = found.get(key)
    if (known) for (const text of texts) known.push(text)
    else found.set(key, texts)
  }
  return (term, reading = term) => joinPronunciations(found.get(JSON.stringify([term, reading])) ?? [])
}
