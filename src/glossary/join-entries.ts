import uniq from 'lodash-es/uniq.js'
import uniqBy from 'lodash-es/uniqBy.js'
import {formOf, senseOf} from '../lexicon/entry.js'
import type {Attestation, Certainty, Entry, Sense, Status} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {byValue, flatMap, groupBy, map, sortBy} from '../util/lists.js'
import {omitUndefined} from '../util/objects.js'
import {evidenced, evidenceOf, type Learnt, learntOf, placesIn, type Spelt} from './evidence.js'

/**
 * Entries that are the same word, made one. The result is a function of everything that is known of the word, and keeps everything it is
 * made of: so joining is associative, commutative and idempotent, and glossaries of many stories may be joined in any order and grouping.
 */

/** Confidence of a link from which a meaning counts as attested: it is drawn from more than its place in the order. */
export const ATTESTED = 0.8

type KeyOf = (spelling: string) => string

const sorted = (texts: readonly string[]): readonly string[] => (texts.length < 2 ? texts : uniq(texts).sort(byValue))
/** Of values that exclude each other, the first in the order of their text. */
function first<T>(items: readonly T[], textOf: (item: T) => string | undefined): string | undefined {
  let found: string | undefined
  for (const item of items) {
    const text = textOf(item)
    if (text !== undefined && (found === undefined || text < found)) found = text
  }
  return found
}
/** What a field lists that an entry has not. */
const NONE: readonly never[] = []
const listed = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined)
/** What entries list in a field. Most words are of one entry, which lists little: its own lists are read as they are. */
const together = <T>(entries: readonly Entry[], listOf: (entry: Entry) => readonly T[] | undefined): readonly T[] =>
  entries.length === 1 ? (listOf(entries[0] as Entry) ?? NONE) : flatMap(entries, (entry) => listOf(entry) ?? NONE)
const different = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => (items.length < 2 ? items : uniqBy(items, keyOf))
const most = <T>(items: readonly T[], numberOf: (item: T) => number): number => items.reduce((found, item) => Math.max(found, numberOf(item)), -1)

/** A person's word goes before a program's, a yes before a no: nothing is lost by it. */
const STATUS: readonly (Status | undefined)[] = ['proposed', 'rejected', undefined]
const statusOf = (entries: readonly Pick<Entry, 'status'>[]): Status | undefined =>
  STATUS[most(entries, ({status}) => STATUS.indexOf(status === 'accepted' ? undefined : status))]

const CERTAINTY: readonly Certainty[] = ['unknown', 'inferred', 'attested']
const surest = (certainties: readonly (Certainty | undefined)[]): Certainty | undefined =>
  CERTAINTY[most(certainties, (certainty) => (certainty ? CERTAINTY.indexOf(certainty) : -1))]

const certaintyOf = (confidence: number): Certainty => (confidence >= ATTESTED ? 'attested' : 'inferred')

const meaningKey = ({definition}: Sense): string => fold(definition)

/** The meanings that an entry's own places teach, folded. */
const readIn = ({evidence = []}: Entry): Set<string> => new Set(flatMap(evidence, ({meaning}) => (meaning === undefined ? [] : fold(meaning))))

/** Whether a person answers for a sense of an entry: it says so, or no place that the entry has teaches it. */
export function isDecided(entry: Entry, read: ReadonlySet<string> = readIn(entry)): (sense: Sense) => boolean {
  return (sense) => sense.status !== 'proposed' && (sense.status !== undefined || entry.status !== 'proposed' || !read.has(meaningKey(sense)))
}

/** The senses of an entry that somebody has decided on, and those that a program proposes without the evidence. */
function own(entry: Entry): {decided: Sense[]; bare: Sense[]} {
  if (!entry.senses?.length) return {decided: [], bare: []}
  const read = readIn(entry)
  const decides = isDecided(entry, read)
  const senses = map(entry.senses, senseOf)
  return {decided: senses.filter(decides), bare: senses.filter((sense) => !decides(sense) && !read.has(meaningKey(sense)))}
}

/** Senses that somebody has decided on, first as they are, then what the evidence proposes beside them. */
function sensesFor(entries: readonly Entry[], learnt: readonly Learnt[], status: Status | undefined): readonly Sense[] {
  const isSaid = entries.some(({senses}) => senses?.length)
  if (learnt.length === 0 && !isSaid) return NONE
  const fresh = map(
    sortBy(
      learnt,
      ({sum}) => -sum,
      ({definition}) => definition,
    ),
    ({definition, best}): Sense => {
      return {definition, certainty: certaintyOf(best), status: status === 'proposed' ? undefined : 'proposed'}
    },
  )
  // Of most words nobody has said anything: what their places teach is all.
  if (!isSaid) return map(fresh, omitUndefined)
  const owned = map(entries, own)
  const lists = uniqBy(
    flatMap(owned, ({decided}) => (decided.length > 0 ? [uniqBy(decided, meaningKey)] : [])),
    (list) => JSON.stringify(map(list, meaningKey)),
  )
  const all = lists.flat()
  // Two people's orders are no order.
  const order = lists.length === 1 ? all : sortBy(all, meaningKey)
  const decided = map(uniqBy(order, meaningKey), (sense): Sense => {
    const same = flatMap(owned, (each) => each.decided.filter((other) => meaningKey(other) === meaningKey(sense)))
    const judged = statusOf(same)
    return {
      definition: first(same, ({definition}) => definition) as string,
      certainty: surest(map(same, ({certainty}) => certainty)),
      status: judged ?? (status === 'proposed' ? 'accepted' : undefined),
    }
  })
  const taken = new Set(map(decided, meaningKey))
  const bare = map(
    sortBy(
      flatMap(owned, (each) => each.bare),
      ({definition}) => definition,
      ({certainty}) => certainty,
    ),
    (sense): Sense => ({...sense, status: 'proposed'}),
  )
  const proposed = [...fresh, ...bare].filter((sense) => !taken.has(meaningKey(sense)))
  return map(uniqBy([...decided, ...proposed], meaningKey), omitUndefined)
}

/** The spelling that stands for a word: a person's, else the commonest. */
function headwordOf(entries: readonly Entry[], spellings: readonly string[], evidence: readonly Spelt[], keyOf: KeyOf): string {
  const decided = entries.filter(({status}) => status !== 'proposed')
  if (decided.length > 0) return first(decided, ({headword}) => headword) as string
  if (spellings.length === 1) return spellings[0] as string
  const counts = new Map<string, number>()
  for (const {form} of evidence) {
    const key = keyOf(form)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return sortBy(spellings, (spelling) => -(counts.get(keyOf(spelling)) ?? 0))[0] as string
}

/** One entry of several that are the same word. */
function joined(entries: readonly Entry[], keyOf: KeyOf = fold): Entry {
  const everywhere = evidenceOf(entries)
  const spellings = sorted([...map(entries, (entry) => entry.headword), ...together(entries, (entry) => entry.variants)])
  const headword = headwordOf(entries, spellings, everywhere, keyOf)
  const status = statusOf(entries)
  const forms = different(
    sortBy(
      map(
        together(entries, (entry) => entry.forms),
        formOf,
      ),
      ({form}) => form,
      ({meaning}) => meaning,
    ),
    ({form, meaning = ''}) => `${form}\0${meaning}`,
  )
  const learnt = learntOf(everywhere)
  const senses = sensesFor(entries, learnt, status)
  const counted = everywhere.length > 0 || entries.some(({count}) => count !== undefined)
  // Whatever is read or stated counts, rejected or not: a certainty that could fall again would depend on the order of joining.
  const stated = [
    ...map(entries, (entry) => entry.certainty),
    ...map(
      together(entries, (entry) => entry.senses),
      (sense) => senseOf(sense).certainty,
    ),
  ]
  const certainty = surest([...stated.filter((own) => own !== 'unknown'), ...map(learnt, ({best}) => certaintyOf(best))])
  const isUnknown = senses.length === 0 && (counted || stated.includes('unknown'))
  const one = (field: 'kind' | 'partOfSpeech' | 'gives' | 'slot') => first(entries, (entry) => entry[field])
  const union = (field: 'see' | 'attachesTo' | 'seams') => listed(sorted(together(entries, (entry) => entry[field])))
  return omitUndefined<Entry>({
    headword,
    kind: one('kind') as Entry['kind'],
    partOfSpeech: one('partOfSpeech'),
    senses: listed(senses),
    forms: listed(map(forms, (form) => (form.meaning === undefined ? form.form : form))),
    variants: listed(spellings.filter((spelling) => spelling !== headword)),
    certainty: certainty ?? (isUnknown ? 'unknown' : undefined),
    notes: listed(sorted(together(entries, ({notes}) => notes?.split(/\n{2,}/u))))?.join('\n\n'),
    see: union('see'),
    attestations: listed(
      sortBy(
        different(
          together(entries, (entry) => entry.attestations),
          attestationKey,
        ),
        attestationKey,
      ),
    ),
    parts: sortBy(
      together(entries, ({parts}) => parts && [parts]),
      (parts) => parts.join('\0'),
    )[0],
    attachesTo: union('attachesTo'),
    gives: one('gives'),
    slot: one('slot'),
    seams: union('seams'),
    status,
    // Whether places that somebody has counted and does not name are those that others name, nobody can tell: so many there are at least.
    count: counted
      ? Math.max(
          placesIn(everywhere),
          most(entries, ({count = 0}) => count),
        )
      : undefined,
    evidence: listed(map(everywhere, (spelt) => evidenced(spelt, headword))),
  })
}

/** In order of numbers, as far as they have fewer than nine digits. */
const attestationKey = ({work = '', chapter, paragraph}: Attestation): string =>
  [work, ...map([chapter, paragraph], (n) => (n === undefined ? '' : String(n).padStart(9, '0')))].join('\0')

/** What tells words apart that are spelt alike. */
const sortOf = ({kind = 'word', partOfSpeech = ''}: Entry): string => `${kind}\0${partOfSpeech}`

/** What an entry is joined to others by: it is the same word as whatever shares one of these. That of its headword comes first. */
export function joiningKeys(entry: Entry, keyOf: KeyOf = fold): string[] {
  const sort = sortOf(entry)
  return map([entry.headword, ...(entry.variants ?? NONE)], (spelling) => `${keyOf(spelling)}\0${sort}`)
}

type OrderedBy = (entry: Entry) => string | undefined

/** What the entries of a glossary are ordered by, one after the other; what is absent comes last. No two of a glossary agree in all. */
export const ordering = (keyOf: KeyOf = fold): readonly [OrderedBy, ...OrderedBy[]] => [
  ({headword}) => keyOf(headword).replace(/^['-]+/u, ''),
  ({headword}) => headword,
  ({partOfSpeech}) => partOfSpeech,
  ({kind}) => kind,
]

/**
 * Entries that share a spelling, a kind and a part of speech, each group made one; in the order of their headwords.
 *
 * @param keyOf what spellings of one word fold to
 */
export function joinEntries(entries: readonly Entry[], keyOf: KeyOf = fold): Entry[] {
  // Union-find with path halving (Tarjan and van Leeuwen 1984): an entry's parent is in its group, a root is its own.
  const indices = map(entries, (_, index) => index)
  const parents = [...indices]
  const rootOf = (index: number): number => {
    let at = index
    while (parents[at] !== at) at = parents[at] = parents[parents[at] as number] as number
    return at
  }
  const firsts = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    for (const key of joiningKeys(entry, keyOf)) {
      const other = firsts.get(key)
      if (other === undefined) firsts.set(key, index)
      else parents[rootOf(index)] = rootOf(other)
    }
  }
  const one = map([...groupBy(indices, rootOf).values()], (group) =>
    joined(
      map(group, (index) => entries[index] as Entry),
      keyOf,
    ),
  )
  return sortBy(one, ...ordering(keyOf))
}
