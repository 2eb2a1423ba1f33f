import {entryJson} from '../formats/json/json-text.js'
import {entrySortKeys, mergeEntries} from '../glossary/merge-entries.js'
import type {Entry} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import type {Spelling} from '../prose/types.js'
import {map} from '../util/lists.js'
import {openBufferedFile} from './buffered-file.js'
import {encodeLine} from './error-result.js'
import {readLineBatches} from './read-line-batches.js'

/** How many occurrences an entry keeps as evidence; counts include all of them. */
export type EvidenceLimit = 'all' | 'none' | number

export interface JoinPartOptions {
  /** Path of the part's records. */
  readonly part: string
  /** By language, for those that have one. */
  readonly spellings: ReadonlyMap<string, Spelling>
  readonly evidence: EvidenceLimit
}

/** A joined entry in the index of a part: its language, its sort keys, and the size of its text in bytes. */
export type IndexRecord = readonly [language: string, order: readonly (string | null)[], bytes: number]

const decoder = new TextDecoder()

function limitEvidence(entry: Entry, kept: EvidenceLimit): Entry {
  if (kept === 'all' || !entry.evidence) return entry
  const {evidence, ...rest} = entry
  return kept === 'none' || kept === 0 ? rest : {...rest, evidence: evidence.slice(0, kept)}
}

/**
 * Joins the records of a part. Writes the entries' texts to `part.text`, sorted by language and entry, and an `IndexRecord` for each to
 * `part.index`, one a line.
 *
 * @returns the languages of the entries
 */
export async function joinPart({part, spellings, evidence}: JoinPartOptions): Promise<readonly string[]> {
  const entriesByLanguage = new Map<string, Entry[]>()
  for await (const lines of readLineBatches(part)) {
    for (const line of lines) {
      const [language, entry] = JSON.parse(decoder.decode(line)) as [string, Entry]
      const entries = entriesByLanguage.get(language)
      if (entries) entries.push(entry)
      else entriesByLanguage.set(language, [entry])
    }
  }
  const index = await openBufferedFile(`${part}.index`)
  const text = await openBufferedFile(`${part}.text`)
  try {
    for (const language of [...entriesByLanguage.keys()].sort()) {
      const keyOf = (spelling: string) => fold(spelling, spellings.get(language))
      const sortKeys = entrySortKeys(keyOf)
      for (const entry of mergeEntries(entriesByLanguage.get(language) as Entry[], keyOf)) {
        let size = 0
        for (const piece of entryJson(limitEvidence(entry, evidence))) {
          const bytes = Buffer.from(piece)
          size += bytes.length
          await text.write(bytes)
        }
        const record: IndexRecord = [language, map(sortKeys, (sortKey) => sortKey(entry) ?? null), size]
        await index.write(encodeLine(JSON.stringify(record)))
      }
    }
    await index.flush()
    await text.flush()
  } finally {
    await index.close()
    await text.close()
  }
  return [...entriesByLanguage.keys()]
}
