import {toForm, toSense} from '../lexicon/entry.js'
import type {Attestation, Entry} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {groupBy, map, sortBy} from '../util/lists.js'
import {omitUndefined} from '../util/objects.js'
import {collectMeanings, countPlaces, mergeEvidence, type SpelledEvidence, toEvidencePlace} from './evidence.js'
import {collectField, firstByText, maxOf, NONE, nonEmpty, sortUnique, uniqueBy} from './merge-fields.js'
import {highestCertainty, mergeSenses, mergeStatus, toCertainty} from './merge-senses.js'

/**
 * Merges entries of the same word. The result depends only on the set of facts in the entries and keeps all of them, so merging is associative,
 * commutative and idempotent: glossaries can be merged in any order and grouping.
 */

type KeyOf = (spelling: string) => string

/** Chooses the headword: a spelling confirmed by a person, otherwise the most common one. */
function chooseHeadword(entries: readonly Entry[], spellings: readonly string[], evidence: readonly SpelledEvidence[], keyOf: KeyOf): string {
  const decided = entries.filter(({status}) => status !== 'proposed')
  if (decided.length > 0) return firstByText(decided, ({headword}) => headword) as string
  if (spellings.length === 1) return spellings[0] as string
  const counts = new Map<string, number>()
  for (const {form} of evidence) {
    const key = keyOf(form)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return sortBy(spellings, (spelling) => -(counts.get(keyOf(spelling)) ?? 0))[0] as string
}

/** Merges entries of one word. */
function mergeGroup(entries: readonly Entry[], keyOf: KeyOf = fold): Entry {
  const evidence = mergeEvidence(entries)
  const spellings = sortUnique([...map(entries, (entry) => entry.headword), ...collectField(entries, (entry) => entry.variants)])
  const headword = chooseHeadword(entries, spellings, evidence, keyOf)
  const status = mergeStatus(entries)
  const forms = uniqueBy(
    sortBy(
      map(
        collectField(entries, (entry) => entry.forms),
        toForm,
      ),
      ({form}) => form,
      ({meaning}) => meaning,
    ),
    ({form, meaning = ''}) => `${form}\0${meaning}`,
  )
  const supports = collectMeanings(evidence)
  const senses = mergeSenses(entries, supports, status)
  const hasCount = evidence.length > 0 || entries.some(({count}) => count !== undefined)
  // Rejected senses count too: otherwise the certainty would depend on the order of merging.
  const certainties = [
    ...map(entries, (entry) => entry.certainty),
    ...map(
      collectField(entries, (entry) => entry.senses),
      (sense) => toSense(sense).certainty,
    ),
  ]
  const certainty = highestCertainty([...certainties.filter((value) => value !== 'unknown'), ...map(supports, ({best}) => toCertainty(best))])
  const isUnknown = senses.length === 0 && (hasCount || certainties.includes('unknown'))
  const single = (field: 'kind' | 'partOfSpeech' | 'pronunciation' | 'gives' | 'slot') => firstByText(entries, (entry) => entry[field])
  const union = (field: 'see' | 'attachesTo' | 'seams') => nonEmpty(sortUnique(collectField(entries, (entry) => entry[field])))
  return omitUndefined<Entry>({
    headword,
    kind: single('kind') as Entry['kind'],
    partOfSpeech: single('partOfSpeech'),
    pronunciation: single('pronunciation'),
    senses: nonEmpty(senses),
    forms: nonEmpty(map(forms, (form) => (form.meaning === undefined ? form.form : form))),
    variants: nonEmpty(spellings.filter((spelling) => spelling !== headword)),
    caseSensitive: caseSensitivityOf(entries),
    certainty: certainty ?? (isUnknown ? 'unknown' : undefined),
    notes: nonEmpty(sortUnique(collectField(entries, ({notes}) => notes?.split(/\n{2,}/u))))?.join('\n\n'),
    see: union('see'),
    attestations: nonEmpty(
      sortBy(
        uniqueBy(
          collectField(entries, (entry) => entry.attestations),
          attestationKey,
        ),
        attestationKey,
      ),
    ),
    parts: sortBy(
      collectField(entries, ({parts}) => parts && [parts]),
      (parts) => parts.join('\0'),
    )[0],
    attachesTo: union('attachesTo'),
    gives: single('gives'),
    slot: single('slot'),
    seams: union('seams'),
    status,
    // Counted places may or may not be those in the evidence, so the count is a lower bound.
    count: hasCount
      ? Math.max(
          countPlaces(evidence),
          maxOf(entries, ({count = 0}) => count),
        )
      : undefined,
    evidence: nonEmpty(map(evidence, (item) => toEvidencePlace(item, headword))),
  })
}

/** Returns what the entries state of their case; true if they disagree. */
const caseSensitivityOf = (entries: readonly Entry[]): boolean | undefined =>
  entries.some(({caseSensitive}) => caseSensitive) || (entries.some(({caseSensitive}) => caseSensitive === false) ? false : undefined)

/** Sorts by number, for numbers below nine digits. */
const attestationKey = ({work = '', chapter, paragraph}: Attestation): string =>
  [work, ...map([chapter, paragraph], (n) => (n === undefined ? '' : String(n).padStart(9, '0')))].join('\0')

/** Distinguishes words with the same spelling. */
const homographKey = ({kind = 'word', partOfSpeech = ''}: Entry): string => `${kind}\0${partOfSpeech}`

/** Returns the keys of an entry, that of its headword first. Entries that share a key are the same word. */
export function mergeKeys(entry: Entry, keyOf: KeyOf = fold): string[] {
  const homograph = homographKey(entry)
  // A word that is only found in its case differs from the same letters in another.
  const spellingKey = entry.caseSensitive ? (spelling: string) => `${keyOf(spelling)}\0${fold(spelling, {caseSensitive: true})}` : keyOf
  return map([entry.headword, ...(entry.variants ?? NONE)], (spelling) => `${spellingKey(spelling)}\0${homograph}`)
}

type SortKey = (entry: Entry) => string | undefined

/**
 * Returns the sort keys for the entries of a glossary, in order of priority; absent values sort last. No two entries of a glossary are equal in all
 * of them.
 */
export const entrySortKeys = (keyOf: KeyOf = fold): readonly [SortKey, ...SortKey[]] => [
  ({headword}) => keyOf(headword).replace(/^['-]+/u, ''),
  ({headword}) => headword,
  ({partOfSpeech}) => partOfSpeech,
  ({kind}) => kind,
]

/**
 * Merges entries that share a spelling, a kind and a part of speech; sorted by headword.
 *
 * @param keyOf folds the spellings of a word to one key
 */
export function mergeEntries(entries: readonly Entry[], keyOf: KeyOf = fold): Entry[] {
  // Union-find with path halving (Tarjan and van Leeuwen 1984); the parent of a root is itself.
  const indices = map(entries, (_, index) => index)
  const parents = [...indices]
  const rootOf = (index: number): number => {
    let at = index
    while (parents[at] !== at) at = parents[at] = parents[parents[at] as number] as number
    return at
  }
  const firsts = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    for (const key of mergeKeys(entry, keyOf)) {
      const other = firsts.get(key)
      if (other === undefined) firsts.set(key, index)
      else parents[rootOf(index)] = rootOf(other)
    }
  }
  const merged = map([...groupBy(indices, rootOf).values()], (group) =>
    mergeGroup(
      map(group, (index) => entries[index] as Entry),
      keyOf,
    ),
  )
  return sortBy(merged, ...entrySortKeys(keyOf))
}
