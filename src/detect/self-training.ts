/**
 * One round of self-training: score the words, score the sentences, count the words of the sentences that are surely of one language.
 *
 * The model is a mixture of two unigram models with Dirichlet priors, and a letter model for words that neither knows. Short words that
 * both languages have are decided by their context, which no test of a single string can do.
 */
import type {Host} from '../hosts/types.js'
import {genericLetterModel, logProbability, trainLetterModel} from '../prose/letter-model.js'
import type {PrintedForm} from '../prose/types.js'
import type {DeclaredLanguages} from './declared-languages.js'
import type {WordSequence} from './word-sequence.js'

/**
 * Log-odds from which a sentence is training data for the foreign language, by zone (speech, bracket, narration, emphasis): speech is
 * foreign more often than narration is.
 */
const SURELY_FOREIGN = [5, Number.POSITIVE_INFINITY, 9, 6]

/** Log-odds of a sentence whose language the author declares. */
const DECLARED = 30

/** How far, in log-odds, the context of a word may move it from what the word itself suggests. */
const CONTEXT_LIMIT = 6

/** Pseudo-counts: how many words of a language must be counted before the counts outweigh the prior. */
const HOST_PRIOR = 2000
const FOREIGN_PRIOR = 100

/** Share of running words that one word of average frequency takes. */
const USUAL_SHARE = 1e-5

/** With so little training data the letter model is mostly its prior, so its log-odds are limited and halved. */
const SPELLING_LIMIT = 5
const SPELLING_SHARE = 0.5

/** Log of the share of a story's sentences that respell the host's words, as dialect, a lisp or a child's speech. */
const RESPELLED_SENTENCES = Math.log(0.01)
/** Log-odds of an unknown word in such a sentence. */
const RESPELLED_WORD = 1.2
/** Added for each word if all words of the sentence are unknown: even respelled speech leaves some words as they are. */
const ALL_RESPELLED = 0.6

/** Facts that no round changes. */
export interface StoryFacts {
  readonly forms: readonly PrintedForm[]
  /** By printed form: log-odds of being foreign, from the word alone. */
  readonly plainOdds: Float64Array
  /** By printed form: whether the host does not know it. */
  readonly isUnknown: Uint8Array
  /** By printed form: whether it is of no language, such as names, numbers and initials. */
  readonly isNeutral: Uint8Array
  /** By printed form: whether it is a function word too long to be another language's by chance. */
  readonly isGrammar: Uint8Array
  /** By printed form: whether it is unknown but stands in sentences of the host's grammar. */
  readonly isFramed: Uint8Array
  /** By sentence: whether it has a function word, and so is no training data. */
  readonly hasGrammar: Uint8Array
  /** The words that are not neutral, each key once in a sentence, since repetition adds no evidence. */
  readonly distinctWords: WordSequence
  readonly declared: DeclaredLanguages
  readonly spelling: Host['spelling']
}

/** Words counted in the training sentences of one round. */
export interface TrainingCounts {
  /** By key: number of training sentences of the foreign language, and of the host's, that have it. */
  readonly foreign: Int32Array
  readonly host: Int32Array
  readonly foreignTotal: number
  readonly hostTotal: number
  /** By sentence: whether it is training data for the foreign language. */
  readonly isForeignSentence: Uint8Array
  /** By printed form: whether the host does not know it and it stands in such a sentence. */
  readonly isForeignForm: Uint8Array
}

/** Log-odds of being foreign, by printed form. */
export interface WordScores {
  readonly spellingOdds: (key: string) => number
  /** From the word alone. */
  readonly ownOdds: Float64Array
  /** From the word and its context. */
  readonly wordOdds: Float64Array
}

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value))

/** Log of how much more probable a key is in running words of the foreign language than of the host's (unigrams with Dirichlet priors). */
function scoreContext({foreign, host, foreignTotal, hostTotal}: TrainingCounts, key: number, own: number): number {
  const asForeign = ((foreign[key] as number) + FOREIGN_PRIOR * USUAL_SHARE * Math.exp(Math.min(own, 5))) / (foreignTotal + FOREIGN_PRIOR)
  const asHost = ((host[key] as number) + HOST_PRIOR * USUAL_SHARE * Math.exp(-Math.min(own, 0))) / (hostTotal + HOST_PRIOR)
  return Math.log(asForeign / asHost)
}

/** Returns a function that compares a spelling with the letters of the foreign training words and of the host. */
function createSpellingScorer({isForeignForm}: TrainingCounts, {forms, spelling}: Pick<StoryFacts, 'forms' | 'spelling'>): (key: string) => number {
  const keys = new Set<string>()
  for (const {form, key} of forms) if (isForeignForm[form] === 1) keys.add(key)
  const letters = trainLetterModel(
    Array.from(keys, (key) => [key, 1] as const),
    genericLetterModel,
  )
  const cache = new Map<string, number>()
  return (key) => {
    let odds = cache.get(key)
    if (odds === undefined) cache.set(key, (odds = clamp(logProbability(letters, key) - spelling(key), SPELLING_LIMIT)))
    return odds
  }
}

/** Scores every printed form, from the counts of the round before if there was one. */
export function scoreWords(counts: TrainingCounts | undefined, facts: StoryFacts): WordScores {
  const {forms, plainOdds, isUnknown, isNeutral, isGrammar, isFramed, declared} = facts
  // Without training data, spelling would rule out languages that are spelled like the host's.
  const spellingOdds = counts ? createSpellingScorer(counts, facts) : () => 0
  const ownOdds = new Float64Array(forms.length)
  const wordOdds = new Float64Array(forms.length)
  for (const {form, key, keyIndex} of forms) {
    const own = isNeutral[form] || isFramed[form] ? 0 : (plainOdds[form] as number) + (isUnknown[form] ? SPELLING_SHARE * spellingOdds(key) : 0)
    ownOdds[form] = own
    wordOdds[form] = own
    if (!counts || isNeutral[form] || isGrammar[form] || counts.foreign[keyIndex] === 0) continue
    const odds = own + clamp(scoreContext(counts, keyIndex, own) - own, CONTEXT_LIMIT)
    // Context makes a word of the host neutral, never foreign; otherwise dialect would become training data for a language.
    wordOdds[form] = own < 0 && !declared.isForeign[keyIndex] ? Math.max(own, Math.min(odds, 0)) : odds
  }
  return {spellingOdds, ownOdds, wordOdds}
}

/** Log-odds of every sentence of the story, in order. */
export function scoreSentences(
  {ownOdds, wordOdds}: WordScores,
  counts: TrainingCounts | undefined,
  {distinctWords: {tokens, starts, keyOf}, declared, plainOdds, isUnknown, isFramed}: StoryFacts,
): Float64Array {
  const sentenceOdds = new Float64Array(starts.length - 1)
  // In respelled speech an unknown word is common, whether it is repeated or not; known words count as much as elsewhere.
  const respelledOdds = new Float64Array(plainOdds.length)
  for (let form = 0; form < respelledOdds.length; form++) {
    respelledOdds[form] = RESPELLED_WORD + Math.min(0, (ownOdds[form] as number) - (plainOdds[form] as number))
  }
  for (let sentence = 0; sentence < sentenceOdds.length; sentence++) {
    const verdict = declared.sentences[sentence] as number
    if (verdict !== 0) {
      sentenceOdds[sentence] = DECLARED * verdict
      continue
    }
    const ownCount = counts ? (counts.isForeignSentence[sentence] as number) : 0
    let againstStandard = 0
    let againstRespelled = -RESPELLED_SENTENCES
    let unknown = 0
    const start = starts[sentence] as number
    const end = starts[sentence + 1] as number
    for (let i = start; i < end; i++) {
      const form = tokens[i] as number
      // The sentence itself is no evidence for its own words.
      const others = counts ? (counts.foreign[keyOf[form] as number] as number) - ownCount : 0
      const odds = (others > 0 ? wordOdds : ownOdds)[form] as number
      againstStandard += odds
      if (isUnknown[form] && !isFramed[form]) {
        unknown++
        againstRespelled += respelledOdds[form] as number
      } else againstRespelled += odds
    }
    if (unknown === end - start) againstRespelled += ALL_RESPELLED * unknown
    // The host language is standard or respelled; a sentence is foreign as far as it is neither: -log(e^-a + e^-b).
    sentenceOdds[sentence] = Math.min(againstStandard, againstRespelled) - Math.log1p(Math.exp(-Math.abs(againstStandard - againstRespelled)))
  }
  return sentenceOdds
}

/** Counts the words of the sentences that are surely of one language; a doubtful sentence counts for neither. */
export function countTrainingWords(
  sentenceOdds: Float64Array,
  {distinctWords: {tokens, starts, zones, keyOf, keys}, declared, forms, isUnknown, isNeutral, hasGrammar}: StoryFacts,
): TrainingCounts {
  const foreign = new Int32Array(keys)
  const host = new Int32Array(keys)
  const isForeignSentence = new Uint8Array(sentenceOdds.length)
  const isForeignForm = new Uint8Array(forms.length)
  let foreignTotal = 0
  let hostTotal = 0
  for (let sentence = 0; sentence < sentenceOdds.length; sentence++) {
    const odds = sentenceOdds[sentence] as number
    const isForeign = declared.sentences[sentence] === 1 || (odds >= (SURELY_FOREIGN[zones[sentence] as number] as number) && !hasGrammar[sentence])
    if (!isForeign && odds >= 0) continue
    const from = starts[sentence] as number
    const end = starts[sentence + 1] as number
    const counts = isForeign ? foreign : host
    for (let i = from; i < end; i++) counts[keyOf[tokens[i] as number] as number]!++
    if (!isForeign) {
      hostTotal += end - from
      continue
    }
    isForeignSentence[sentence] = 1
    foreignTotal += end - from
    for (let i = from; i < end; i++) if (isUnknown[tokens[i] as number]) isForeignForm[tokens[i] as number] = 1
  }
  for (const {form, keyIndex} of declared.words) {
    if (isNeutral[form]) continue
    foreign[keyIndex]!++
    foreignTotal++
    if (isUnknown[form]) isForeignForm[form] = 1
  }
  return {foreign, host, foreignTotal, hostTotal, isForeignSentence, isForeignForm}
}
