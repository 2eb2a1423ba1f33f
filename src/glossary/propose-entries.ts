import memoize from 'lodash-es/memoize.js'
import uniq from 'lodash-es/uniq.js'
import {createStemClasses} from '../lexicon/kinship.js'
import type {Entry, EvidencePlace} from '../lexicon/types.js'
import {createVariantIndex} from '../lexicon/variants.js'
import {fold, stripApostrophes} from '../prose/folding.js'
import {firstEndingAfter, indicesInside} from '../prose/spans.js'
import type {Place} from '../prose/types.js'
import {isCapitalized, isNumeral} from '../prose/word-shape.js'
import type {Passage} from '../source/types.js'
import {flatMap, groupBy, map, sortBy} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import {withoutMeaning} from './evidence.js'
import {ATTESTED_CONFIDENCE} from './merge-senses.js'
import {proposeAffixes} from './propose-affixes.js'
import type {GlossaryContext, WordUse} from './types.js'

/** Number of words before a translation that may render an affix: *of our* child. */
const MAX_WORDS_BEFORE = 2

/** Returns the words of a translation and those just before it. */
function wordsNear({words, sentences}: Passage, span: Place): string[] {
  const inside = indicesInside(words, span)
  const begin = sentences[firstEndingAfter(sentences, span.start)]?.words.start ?? 0
  return map(words.slice(Math.max(begin, inside.start - MAX_WORDS_BEFORE), inside.end), ({key}) => key)
}

/** Confidence from which the meanings of two spellings are compared, 0..1. */
const COMPARED = 0.7

/** Groups near spellings whose meanings are compatible, under the most common one. */
function groupSpellings(uses: ReadonlyMap<string, readonly WordUse[]>): string[][] {
  const variants = createVariantIndex(uses.keys())
  const byCount = sortBy(
    [...uses.keys()],
    (key) => -(uses.get(key)?.length ?? 0),
    (key) => key,
  )
  const meant = memoize(
    (key: string): ReadonlySet<string> =>
      new Set(
        flatMap(uses.get(key) ?? [], ({place: {meaning, confidence = 0}}) =>
          meaning === undefined || confidence < COMPARED ? [] : (fold(meaning).match(/[\p{L}']+/gu) ?? []),
        ),
      ),
  )
  const taken = new Set<string>()
  const areCompatible = (a: string, b: string): boolean => {
    const [left, right] = [meant(a), meant(b)]
    return left.size === 0 || right.size === 0 || [...left].some((meaning) => right.has(meaning))
  }
  return flatMap(byCount, (key) => {
    if (taken.has(key)) return []
    const members = [key, ...variants(key).filter((other) => !taken.has(other) && areCompatible(key, other))]
    for (const member of members) taken.add(member)
    return [members]
  })
}

/** Whether a word is capitalized in its own right: it is a name, or it is capitalized within sentences. */
function isCapitalizedName(uses: readonly WordUse[], {passages, survey}: GlossaryContext): boolean {
  const beginsSentence = ({term: {passage, start}}: WordUse): boolean => {
    const {sentences} = passages[passage] as Passage
    return sentences[firstEndingAfter(sentences, start)]?.start === start
  }
  return uses.every(({term}) => isCapitalized(term.surface)) && (uses.some(({term}) => survey.names.has(term.key)) || !uses.every(beginsSentence))
}

/** Creates a function that returns the headwords that share a stem with a word: *sha'xrectia* and *xreticia*. */
function createCrossReferences(headwords: ReadonlyMap<string, string>): (key: string) => string[] {
  const classesOf = createStemClasses(headwords.keys())
  const byClass = new Map<string, string[]>()
  for (const [key, headword] of headwords) {
    for (const name of classesOf(key)) {
      const related = byClass.get(name)
      if (!related) byClass.set(name, [headword])
      else if (!related.includes(headword)) related.push(headword)
    }
  }
  return (key) => {
    const own = headwords.get(key)
    return uniq(flatMap(classesOf(key), (name) => (byClass.get(name) as string[]).filter((headword) => headword !== own)))
  }
}

/** Returns the most common spelling of a word. */
function mostCommon(spellings: readonly [string, ...string[]]): string {
  const [first] = spellings
  if (spellings.every((spelling) => spelling === first)) return first
  const [most = spellings] = sortBy(
    [...groupBy(spellings, (spelling) => spelling).values()],
    (same) => -same.length,
    ([spelling]) => spelling,
  )
  return most[0] as string
}

/** Proposes an entry for each group of near spellings that no dictionary explains, and the affixes of these words. */
export function proposeEntries(uses: readonly WordUse[], context: GlossaryContext): Entry[] {
  const targetAt = new Map<number, Place | undefined>()
  for (const {place, target} of uses) targetAt.set(place.start, target)
  const byKey = groupBy(
    uses.filter(({term}) => !isNumeral(term.key)),
    ({term}) => term.key,
  )
  const words = map(groupSpellings(byKey), (members) => {
    const first = byKey.get(members[0] as string) as WordUse[]
    const wordUses = members.length === 1 ? first : flatMap(members, (key) => byKey.get(key) as WordUse[])
    const keepsCase = isCapitalizedName(first, context)
    const print = ({term: {surface}}: WordUse) => (keepsCase ? surface : surface.toLowerCase())
    return {members, wordUses, print, headword: mostCommon(map(first, print) as [string, ...string[]])}
  })
  const headwords = new Map<string, string>()
  for (const {members, headword} of words) for (const key of members) headwords.set(key, headword)
  const seeAlso = createCrossReferences(headwords)
  const entries = map(words, ({members, wordUses, print, headword}): Entry => {
    const see = uniq(flatMap(members, seeAlso))
    // The glyph of the apostrophe is not a difference in spelling.
    const folded = fold(headword)
    const forms = map(wordUses, (use) => (fold(use.term.surface) === folded ? headword : print(use)))
    const evidence = map(wordUses, ({place: whole}, index): EvidencePlace => {
      // Another spelling of a word is not its meaning.
      const place = whole.meaning !== undefined && members.includes(stripApostrophes(fold(whole.meaning))) ? withoutMeaning(whole) : whole
      const form = forms[index] as string
      return form === headword ? place : withFields(place, {form})
    })
    const compound = wordUses.find(({term}) => term.readings.length > 0)?.term.readings[0]
    // A mark may state a meaning that is not in any gloss.
    const marked = wordUses.find(({term}) => term.meaning !== undefined)?.term
    const [first, ...rest] = evidence as [EvidencePlace, ...EvidencePlace[]]
    const withMarkedMeaning =
      marked?.meaning !== undefined && evidence.every(({meaning}) => meaning === undefined)
        ? [{...first, meaning: marked.meaning, confidence: Math.min(ATTESTED_CONFIDENCE, context.statedConfidence.get(marked.key) ?? 1)}, ...rest]
        : evidence
    return {
      headword,
      kind: members.some((key) => context.survey.names.has(key)) ? 'name' : undefined,
      variants: uniq(forms.filter((form) => form !== headword)),
      parts: compound && map(compound.parts, (part) => part.headword),
      see,
      status: 'proposed',
      evidence: withMarkedMeaning,
    }
  })
  const wordsAround = ({start}: EvidencePlace): readonly string[] => {
    const target = targetAt.get(start)
    return target ? wordsNear(context.passages[target.passage] as Passage, target) : []
  }
  return [...entries, ...proposeAffixes(entries, wordsAround)]
}
