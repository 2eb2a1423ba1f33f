import countBy from 'lodash-es/countBy.js'
import maxBy from 'lodash-es/maxBy.js'
import type {Finding, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import {recognizePieces} from '../languages/recognize-pieces.js'
import type {LanguageRecognizer, RecognizedLanguage} from '../languages/types.js'
import type {FindPhrase} from '../lexicon/phrases.js'
import type {WordLookup} from '../lexicon/word-lookup.js'
import {numberLanguageTag} from '../prose/language-tag.js'
import type {Word} from '../prose/types.js'
import {isForeignDeclaration} from '../source/declarations.js'
import type {Passage} from '../source/types.js'
import {lazy} from '../util/lazy.js'
import {flatMap, map} from '../util/lists.js'
import {quotedWords} from './quoted-words.js'
import {type LanguageSplit, splitLanguages} from './split-languages.js'

interface Dictionaries {
  readonly lookUpWord: WordLookup
  /** Finds the phrases of each dictionary, by language. */
  readonly findPhrases: ReadonlyMap<string, FindPhrase>
}

interface LanguageContext extends Dictionaries {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly host: Host
  /** Those of `Dictionaries` without what the story lists with its meanings: a list may explain words of any language. */
  readonly given: Dictionaries
  /** What may be recognised. */
  readonly recognizers: readonly LanguageRecognizer[]
  /** Language of words without a claim. */
  readonly lang: string
}

/** A claim that a finding is of a language. */
interface LanguageClaim {
  readonly language: string
  /** Whether the author states it, or a dictionary explains enough of the words. */
  readonly sure: boolean
}

/**
 * Share of an utterance's words that a dictionary must explain, or that sure utterances must contain, for a sure claim; and share of a part's
 * utterances that must have the same claim to name the part.
 */
const MIN_EXPLAINED = 0.5
const MIN_CLAIMED = 0.5
/** Minimum number of utterances with the same claim to name a part. */
const MIN_UTTERANCES = 3

/** Log-odds from which a single word is assigned to the second language. */
const MIN_WORD_ODDS = 4

/** Claims the language whose dictionary explains the most words, alone or in phrases. */
function claimByDictionary(text: string, words: readonly Word[], {lookUpWord, findPhrases}: Dictionaries): LanguageClaim | undefined {
  const counts = new Map<string, number>()
  const add = (language: string, count: number) => counts.set(language, (counts.get(language) ?? 0) + count)
  for (const {surface} of words) for (const {language} of lookUpWord(surface)) add(language, 1)
  for (const [language, findPhrase] of findPhrases) {
    let isKnown = 0
    for (let i = 0; i < words.length; i++) {
      isKnown = Math.max(isKnown - 1, findPhrase(text, words, i))
      if (isKnown > 0 && !lookUpWord((words[i] as Word).surface).some((found) => found.language === language)) add(language, 1)
    }
  }
  const best = maxBy([...counts], ([, count]) => count)
  return best && {language: best[0], sure: best[1] >= MIN_EXPLAINED * words.length}
}

function claimLanguage({passage, words: {start, end}}: Finding, passages: readonly Passage[], dictionaries: Dictionaries): LanguageClaim | undefined {
  const {text, wordDeclarations: declarations, words} = passages[passage] as Passage
  const declaration = declarations.slice(start, end).find((item) => item && isForeignDeclaration(item))
  return declaration?.lang && declaration.as !== 'term'
    ? {language: declaration.lang, sure: true}
    : claimByDictionary(text, words.slice(start, end), dictionaries)
}

/** Returns the keys that indicate the language of a finding, without names and numbers. */
const languageKeys = ({passage, words: {start, end}}: Finding, {passages, survey, host}: LanguageContext): string[] =>
  map(
    (passages[passage] as Passage).words.slice(start, end).filter((word) => !survey.names.has(word.key) && !host.isNeutral(word)),
    ({key}) => key,
  )

/** Names each part: the language that most of its utterances claim, otherwise `lang`, and `lang` with a number for a second part without a name. */
function nameParts(parts: readonly (readonly (LanguageClaim | undefined)[])[], lang: string): string[] {
  const claimed = map(parts, (claims) => {
    const counts = new Map<string, number>()
    for (const claim of claims) if (claim?.sure) counts.set(claim.language, (counts.get(claim.language) ?? 0) + 1)
    const best = maxBy([...counts], ([, count]) => count)
    return best && best[1] >= MIN_UTTERANCES && best[1] >= MIN_CLAIMED * claims.length ? best[0] : undefined
  })
  let next = 1
  return map(claimed, (name) => {
    if (name !== undefined) return name
    while (claimed.includes(next === 1 ? lang : numberLanguageTag(lang, next))) next++
    const own = next === 1 ? lang : numberLanguageTag(lang, next)
    next++
    return own
  })
}

/** Maps each key to the language of most utterances that contain it. */
function languageByKey(utterances: readonly (readonly string[])[], langs: readonly string[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const [index, utterance] of utterances.entries()) {
    for (const key of utterance) {
      const row = counts.get(key) ?? new Map<string, number>()
      counts.set(key, row.set(langs[index] as string, (row.get(langs[index] as string) ?? 0) + 1))
    }
  }
  return new Map(Array.from(counts, ([key, row]) => [key, (maxBy([...row], ([, count]) => count) as [string, number])[0]] as const))
}

/** Claims the language of utterances without a claim, most of whose words occur in sure utterances of one language. */
function* claimByVocabulary(
  claims: readonly (LanguageClaim | undefined)[],
  keys: readonly (readonly string[])[],
): Generator<[utterance: number, claim: LanguageClaim]> {
  const sure = [...claims.keys()].filter((utterance) => claims[utterance]?.sure)
  if (sure.length === 0) return
  const vocabulary = languageByKey(
    map(sure, (utterance) => keys[utterance] as readonly string[]),
    map(sure, (utterance) => (claims[utterance] as LanguageClaim).language),
  )
  for (const [utterance, own] of keys.entries()) {
    if (claims[utterance]) continue
    const counts = countBy(
      own.filter((key) => vocabulary.has(key)),
      (key) => vocabulary.get(key),
    )
    const best = maxBy(Object.entries(counts), ([, count]) => count)
    if (best && best[1] >= MIN_EXPLAINED * own.length) yield [utterance, {language: best[0], sure: true}]
  }
}

/** Recognises findings of listed languages. What the author states and what a dictionary explains is evidence, and not recognised again. */
function recognizeFindings(findings: readonly Finding[], context: LanguageContext): (RecognizedLanguage | undefined)[] {
  const {passages, given, recognizers} = context
  if (recognizers.length === 0) return map(findings, () => undefined)
  const pieces = map(findings, (finding) => {
    const claim = claimLanguage(finding, passages, given)
    return {kind: finding.kind, ...quotedWords(finding, context), known: claim?.sure ? claim.language : undefined}
  })
  return recognizePieces(pieces, recognizers)
}

/** The language of a finding. */
export interface AssignedLanguage {
  readonly lang: string
  /** How sure it is, 0..1, if it was recognised as a language that fiction quotes. */
  readonly langConfidence?: number
}

/**
 * Returns the language of every finding: the one that the author states, otherwise the one whose dictionary explains its words, otherwise the one that
 * it is recognised as, otherwise that of similarly spelled utterances. Two languages without names are distinguished only on clear evidence.
 */
export function assignLanguages(findings: readonly Finding[], context: LanguageContext): AssignedLanguage[] {
  const recognized = recognizeFindings(findings, context)
  const open = flatMap(findings, (_, index) => (recognized[index] ? [] : [index]))
  const others = assignOthers(
    map(open, (index) => findings[index] as Finding),
    context,
  )
  const langs = new Map(map(open, (index, place) => [index, others[place] as string]))
  return map(recognized, (found, index) => (found ? {lang: found.lang, langConfidence: found.confidence} : {lang: langs.get(index) as string}))
}

/** Returns the language of every finding that was not recognised. */
function assignOthers(findings: readonly Finding[], context: LanguageContext): string[] {
  const utterances = flatMap(findings, ({kind}, index) => (kind === 'line' ? [index] : []))
  const keys = map(utterances, (index) => languageKeys(findings[index] as Finding, context))
  const claims = map(findings, (finding) => claimLanguage(finding, context.passages, context))
  for (const [utterance, claim] of claimByVocabulary(
    map(utterances, (index) => claims[index]),
    keys,
  ))
    claims[utterances[utterance] as number] = claim
  const split: LanguageSplit | undefined = splitLanguages(keys)
  const partOf = (utterance: number): number => split?.languages[utterance] ?? 0
  const parts = map(split ? [0, 1] : [0], (part) => flatMap(utterances, (index, utterance) => (partOf(utterance) === part ? [claims[index]] : [])))
  const names = nameParts(parts, context.lang)
  // If the story was split by spelling, an utterance with a weak claim follows its part.
  const isSure = (claim: LanguageClaim | undefined): claim is LanguageClaim => claim !== undefined && (claim.sure || !split)
  const langs = map(findings, (_, index) => claims[index]?.language ?? context.lang)
  for (const [utterance, index] of utterances.entries()) {
    const claim = claims[index]
    langs[index] = isSure(claim) ? claim.language : (names[partOf(utterance)] as string)
  }
  const vocabulary = lazy(() =>
    languageByKey(
      keys,
      map(utterances, (index) => langs[index] as string),
    ),
  )
  for (const [index, finding] of findings.entries()) {
    if (finding.kind === 'line' || claims[index]) continue
    const [key = ''] = languageKeys(finding, context)
    langs[index] = vocabulary().get(key) ?? (names[split && split.odds(key) > MIN_WORD_ODDS ? 1 : 0] as string)
  }
  return langs
}
