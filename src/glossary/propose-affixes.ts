import memoize from 'lodash-es/memoize.js'
import uniq from 'lodash-es/uniq.js'
import type {Entry, EvidencePlace} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {flatMap, map, sortBy} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import {withoutMeaning} from './evidence.js'

/**
 * Proposes affixes of a story's words. A stem with several endings (or beginnings), each of which occurs on other stems too, forms a paradigm
 * (Goldsmith 2001, signatures). Words common to the translations of the affixed forms, but absent from those of the other forms, suggest the meaning.
 * All results are uncertain, so they are proposals with their evidence.
 */

/** In UTF-16 code units of the key; a stem is also longer than its affix. */
const MAX_AFFIX_LENGTH = 6
const MIN_STEM_LENGTH = 3
/** Minimum number of stems that have the affix and another form; higher for a single letter, which may be chance. */
const MIN_STEMS = 2
const MIN_STEMS_OF_ONE_LETTER = 4
/** Minimum for an affix joined by an apostrophe or hyphen, whose stems need no other form. */
const MIN_STEMS_OF_JOINED = 3
/** A beginning or ending of more words is not a stem; comparing them all would take quadratic time. */
const MAX_FORMS = 100
/** Minimum number of translations that share the meaning of the affix. */
const MIN_MEANING_COUNT = 2

type Side = 'prefix' | 'suffix'
const isJoiner = (character: string | undefined): boolean => character === "'" || character === '-'

/** A form of a stem; the affix of the bare stem is empty. */
interface Form {
  readonly affix: string
  readonly word: Entry
}

/** For each possible stem, its forms, each affix once. */
type Stems = ReadonlyMap<string, readonly Form[]>

/** Maps folded spellings to the first word that has them. */
function indexSpellings(words: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const word of words) {
    for (const spelling of [word.headword, ...(word.variants ?? [])]) {
      const key = fold(spelling)
      if (!found.has(key)) found.set(key, word)
    }
  }
  return found
}

function splitIntoStems(spellings: ReadonlyMap<string, Entry>, side: Side): Stems {
  const found = new Map<string, Form[]>()
  for (const [key, word] of spellings) {
    for (let length = 0; length <= MAX_AFFIX_LENGTH && key.length - length >= Math.max(MIN_STEM_LENGTH, length + 1); length++) {
      const at = side === 'suffix' ? key.length - length : length
      const [stem, affix] = side === 'suffix' ? [key.slice(0, at), key.slice(at)] : [key.slice(at), key.slice(0, at)]
      if (isJoiner(side === 'suffix' ? stem.at(-1) : stem[0])) continue
      const forms = found.get(stem)
      if (forms) forms.push({affix, word})
      else found.set(stem, [{affix, word}])
    }
  }
  for (const [stem, forms] of found) if (forms.length > MAX_FORMS) found.delete(stem)
  return found
}

/** The affixes with enough stems, and the forms of those stems. */
type Affixes = ReadonlyMap<string, readonly (readonly Form[])[]>

const affixedWord = (affix: string, forms: readonly Form[]): Entry => (forms.find((form) => form.affix === affix) as Form).word

function findLikelyAffixes(stems: Stems, side: Side): Affixes {
  const found = new Map<string, (readonly Form[])[]>()
  for (const forms of stems.values()) {
    for (const {affix} of forms) {
      const own = found.get(affix)
      if (own) own.push(forms)
      else if (affix !== '') found.set(affix, [forms])
    }
  }
  const isLikely = (affix: string, own: readonly (readonly Form[])[], known: Affixes): boolean => {
    // Most endings belong to one word only.
    if (own.length < MIN_STEMS) return false
    // Variants of one word do not count as two forms.
    const hasOther = (forms: readonly Form[]): boolean => {
      if (forms.length === 1) return false
      const affixed = affixedWord(affix, forms)
      return forms.some(({affix: other, word}) => (other === '' || known.has(other)) && other !== affix && word !== affixed)
    }
    const paradigms = own.filter(hasOther).length
    const joined = isJoiner(side === 'prefix' ? affix.at(-1) : affix[0])
    return paradigms >= (affix.length === 1 ? MIN_STEMS_OF_ONE_LETTER : MIN_STEMS) || (joined && own.length >= MIN_STEMS_OF_JOINED)
  }
  const keepLikely = (known: Affixes): Affixes => {
    const kept = new Map<string, readonly (readonly Form[])[]>()
    for (const [affix, own] of known) if (isLikely(affix, own, known)) kept.set(affix, own)
    return kept
  }
  // Counts only other forms whose affixes are likely too.
  return keepLikely(keepLikely(found))
}

/** Returns the words around the translations of a word. */
type TranslationWords = (word: Entry) => readonly string[]

/**
 * Returns what the translations have in common with the affix and lack without it; if a word is an extension of one without the affix, only the
 * extension (*-s*).
 */
function inferMeaning(affixed: readonly (readonly [Entry, readonly Entry[]])[], translationWords: TranslationWords): string | undefined {
  const counts = new Map<string, number>()
  for (const [word, others] of affixed) {
    const withoutAffix = uniq(flatMap(others, translationWords))
    const stems = withoutAffix.filter((other) => other.length >= MIN_STEM_LENGTH)
    const additions = map(translationWords(word), (rendering) => {
      const shorter = stems.find((other) => rendering.startsWith(other))
      return shorter === undefined ? rendering : shorter === rendering ? '' : `-${rendering.slice(shorter.length)}`
    })
    for (const rendering of uniq(additions)) if (rendering !== '' && !withoutAffix.includes(rendering)) counts.set(rendering, (counts.get(rendering) ?? 0) + 1)
  }
  const [best] = sortBy(
    [...counts],
    ([, count]) => -count,
    ([rendering]) => rendering,
  )
  return best && best[1] >= MIN_MEANING_COUNT ? best[0] : undefined
}

/**
 * Returns the affixes of the words, each with every place where it occurs.
 *
 * @param wordsAround returns the words of the translation at a place and those just before it
 */
export function proposeAffixes(words: readonly Entry[], wordsAround: (place: EvidencePlace) => readonly string[]): Entry[] {
  const spellings = indexSpellings(words)
  const translationWords: TranslationWords = memoize(({evidence = []}: Entry) => uniq(map(flatMap(evidence, wordsAround), (word) => fold(word))))
  return flatMap(['prefix', 'suffix'] as const, (side) => {
    return map([...findLikelyAffixes(splitIntoStems(spellings, side), side)], ([affix, own]): Entry => {
      const headword = side === 'prefix' ? `${affix}-` : `-${affix}`
      const affixed = map(own, (forms) => {
        const word = affixedWord(affix, forms)
        return [word, map(forms, (form) => form.word).filter((other) => other !== word)] as const
      })
      const meaning = inferMeaning(affixed, translationWords)
      const evidence = flatMap(affixed, ([{headword: form, evidence = []}]) =>
        map(evidence, (place) => (place.form === undefined ? withFields(withoutMeaning(place), {form}) : withoutMeaning(place))),
      )
      return {
        headword,
        partOfSpeech: side,
        senses: meaning === undefined ? undefined : [{definition: meaning, certainty: 'inferred', status: 'proposed'}],
        status: 'proposed',
        evidence,
      }
    })
  })
}
