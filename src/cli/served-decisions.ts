import isEqual from 'lodash-es/isEqual.js'
import {meaningKey} from '../glossary/meaning-key.js'
import {extractDecisions} from '../glossary/merge-glossaries.js'
import {toSense} from '../lexicon/entry.js'
import type {Dictionary, Entry, Glossary} from '../lexicon/types.js'
import {entryKey} from '../playground/table/entry-key.js'
import {omitUndefined} from '../util/objects.js'

/** An entry as a page shows it, with a decision, and the language of its glossary. */
export interface ServedDecision {
  readonly language: string
  readonly entry: Entry
}

/** What a decision has replaced in a glossary, by what; for taking it back. */
interface Replaced {
  readonly before: Entry | undefined
  readonly after: Entry
}

/** Puts decisions about the words of a story into glossaries, and takes them back. */
export interface DecisionMerger {
  readonly merge: (glossary: Glossary, entry: Entry) => Glossary
}

/** The glossary's own meanings that the story does not know stay behind those of the decision. */
function withDecision(own: Entry | undefined, decided: Entry): Entry {
  if (!own) return decided
  const {senses: _, status: __, ...rest} = own
  const keys = new Set((decided.senses ?? []).map((sense) => meaningKey(toSense(sense).definition)))
  const others = (own.senses ?? []).filter((sense) => !keys.has(meaningKey(toSense(sense).definition)))
  const senses = [...(decided.senses ?? []), ...others]
  return omitUndefined<Entry>({...rest, senses: senses.length > 0 ? senses : undefined, status: decided.status})
}

/** Returns the entry without counts and places, which `glossary learn` keeps up to date; `undefined` for a mere proposal. */
const decisionIn = (language: string, entry: Entry): Entry | undefined => extractDecisions({language, entries: [entry]}).entries[0]

/**
 * Creates what puts decisions into glossaries. An entry that the glossary has keeps its evidence, its notes and everything else; one that it does not
 * have is added as decided. A decision that is taken back leaves the glossary as it was before.
 */
export function createDecisionMerger(): DecisionMerger {
  const replaced = new Map<string, Replaced>()
  return {
    merge: (glossary, entry) => {
      const {language, entries} = glossary
      const key = entryKey(entry)
      const at = entries.findIndex((own) => entryKey(own) === key)
      const own = entries[at]
      const last = replaced.get(`${language}\0${key}`)
      const decision = decisionIn(language, entry)
      // Only what this session wrote is taken back; another program may have written something else meanwhile.
      const isOurs = last !== undefined && own !== undefined && isEqual(own, last.after)
      if (!decision && !isOurs && !own) return glossary
      const next = decision || !isOurs ? withDecision(own, decision ?? entry) : last.before
      if (next) replaced.set(`${language}\0${key}`, {before: isOurs ? last.before : own, after: next})
      if (!next) return {...glossary, entries: entries.filter((_, index) => index !== at)}
      return {...glossary, entries: at < 0 ? [...entries, next] : entries.with(at, next)}
    },
  }
}

/** Glossaries that pages decide about: that of a file, and those of other languages, which are kept until the server ends. */
export interface ServedGlossaries {
  readonly file: Glossary | undefined
  readonly others: readonly Glossary[]
}

export const listGlossaries = ({file, others}: ServedGlossaries): readonly Dictionary[] => [
  ...(file ? [file] : []),
  ...others.filter(({language}) => language !== file?.language),
]

/** Checks what a page sends. @throws TypeError */
function readDecisions(changes: unknown): readonly ServedDecision[] {
  if (!Array.isArray(changes)) throw new TypeError('expected a list of changes')
  for (const change of changes as readonly (Partial<ServedDecision> | null)[]) {
    if (typeof change?.language !== 'string' || typeof change.entry?.headword !== 'string')
      throw new TypeError('expected entries with their headwords and languages')
  }
  return changes as readonly ServedDecision[]
}

/**
 * Returns the glossaries with the decisions of a page.
 *
 * @param learned what the story teaches: a decision begins a glossary of its language
 * @param keepsFile whether the first glossary goes into a file
 * @throws TypeError for what is no list of decisions, or about a language that nobody knows
 */
export function applyServedDecisions(
  before: ServedGlossaries,
  changes: unknown,
  {merger, learned, keepsFile}: {readonly merger: DecisionMerger; readonly learned: readonly Glossary[]; readonly keepsFile: boolean},
): ServedGlossaries {
  let {file, others} = before
  for (const {language, entry} of readDecisions(changes)) {
    const known = listGlossaries({file, others}).find((own) => own.language === language)
    const found = known ?? learned.find((own) => own.language === language)
    if (!found) throw new TypeError(`the story has no words of ${JSON.stringify(language)}`)
    const decided = merger.merge(known ?? {...found, entries: []}, entry)
    if (decided.language === file?.language || (keepsFile && !file)) file = decided
    else others = [...others.filter((own) => own.language !== language), decided]
  }
  return {file, others}
}
