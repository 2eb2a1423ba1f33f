import {entryText} from '../formats/json/json-text.js'
import {joinEntries, ordering} from '../glossary/join-entries.js'
import type {Entry} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import type {Spelling} from '../prose/types.js'
import {map} from '../util/lists.js'
import {gathering} from './gathering.js'
import {lineOf} from './jobs.js'
import {records} from './records.js'

/** How many places an entry keeps; what they teach is counted before. */
export type EvidenceKept = 'all' | 'none' | number

export interface JoinPart {
  readonly part: string
  /** By language; those that have one. */
  readonly spellings: ReadonlyMap<string, Spelling>
  readonly evidence: EvidenceKept
}

/** An entry that is joined: its language and what it is ordered by, and how many bytes of text it has. */
export type Indexed = readonly [language: string, order: readonly (string | null)[], bytes: number]

const decoder = new TextDecoder()

function kept(entry: Entry, evidence: EvidenceKept): Entry {
  if (evidence === 'all' || !entry.evidence) return entry
  const {evidence: all, ...rest} = entry
  return evidence === 'none' || evidence === 0 ? rest : {...rest, evidence: all.slice(0, evidence)}
}

/**
 * Joins the records of a part: texts go into `part.text`, in the order of languages and entries; what they are, line by line, into
 * `part.index`.
 *
 * @returns the languages of the entries
 */
export async function joinPart({part, spellings, evidence}: JoinPart): Promise<readonly string[]> {
  const found = new Map<string, Entry[]>()
  for await (const lines of records(part)) {
    for (const line of lines) {
      const [language, entry] = JSON.parse(decoder.decode(line)) as [string, Entry]
      const own = found.get(language)
      if (own) own.push(entry)
      else found.set(language, [entry])
    }
  }
  const index = await gathering(`${part}.index`)
  const text = await gathering(`${part}.text`)
  try {
    for (const language of [...found.keys()].sort()) {
      const keyOf = (spelling: string) => fold(spelling, spellings.get(language))
      const order = ordering(keyOf)
      for (const entry of joinEntries(found.get(language) as Entry[], keyOf)) {
        let size = 0
        for (const piece of entryText(kept(entry, evidence))) {
          const bytes = Buffer.from(piece)
          size += bytes.length
          await text.put(bytes)
        }
        const indexed: Indexed = [language, map(order, (by) => by(entry) ?? null), size]
        await index.put(lineOf(JSON.stringify(indexed)))
      }
    }
    await index.end()
    await text.end()
  } finally {
    await index.close()
    await text.close()
  }
  return [...found.keys()]
}
