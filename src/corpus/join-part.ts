import {map} from '../data/map.js'
import {joinEntries, ordering} from '../lexicon/glossary.js'
import {fold} from '../text/folding.js'
import type {Entry, Spelling} from '../types.js'
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

/** Places that are made text at once: of a common word they are many. */
const PLACES = 1000

/** JSON of a value as it stands so many lists deep: the lists are printed around it, which indents it, and cut off. */
function indented(value: unknown, depth: number): string {
  let nested = value
  for (let level = 0; level < depth; level++) nested = [nested]
  const text = JSON.stringify(nested, null, 2)
  // The brackets: each on a line of its own, indented by two more than the one before.
  const around = depth * (depth + 1)
  return text.slice(around, text.length - around)
}

/** The text of an entry as it stands in a glossary of JSON, in pieces; evidence is the last that it has. */
function* textOf({evidence, ...entry}: Entry): Generator<string> {
  if (!evidence || evidence.length === 0) return yield indented(evidence ? {...entry, evidence} : entry, 2)
  const frame = indented({...entry, evidence: []}, 2)
  const cut = frame.lastIndexOf(']')
  yield frame.slice(0, cut)
  for (let from = 0; from < evidence.length; from += PLACES) {
    // Without the brackets around them.
    const places = indented(evidence.slice(from, from + PLACES), 3).slice('      ['.length, -'\n      ]'.length)
    yield `${from > 0 ? ',' : ''}${places}`
  }
  yield `\n      ${frame.slice(cut)}`
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
        for (const piece of textOf(kept(entry, evidence))) {
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
