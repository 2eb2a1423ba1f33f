import type {Host} from '../hosts/types.js'
import {anyLanguage, learnLetters, logProbability} from '../prose/letter-model.js'
import {type Forms, flagsOf} from '../prose/printed-forms.js'
import type {PrintedForm, Tokens, Word} from '../prose/types.js'
import {isForeign, verdictOf} from '../source/declarations.js'
import type {Passage} from '../source/types.js'
import {map} from '../util/lists.js'
import {countUses, namesOf} from './count-uses.js'
import {framesOf} from './grammar-frames.js'
import type {Survey} from './types.js'
import {distinct, type Flow, flowOf, without} from './word-sequence.js'

/** Rounds of reading the story with what the round before has learnt; a third changed nothing on the development data. */
const ROUNDS = 2

/** Log-odds from which a sentence teaches its words, by zone (speech, bracket, narration, emphasis): speech is foreign more often than narration is. */
const SURE = [5, Number.POSITIVE_INFINITY, 9, 6]

/** Log-odds of a sentence of which the author says what it is. */
const DECLARED = 30

/** How far the company that a word keeps may carry it beyond what the word itself says. */
const COMPANY_LIMIT = 6

/** Pseudo-counts: how many words of a language must be read before the reading outweighs expectation. */
const HOST_PRIOR = 2000
const FOREIGN_PRIOR = 100

/** Share of running words that one word of unremarkable frequency takes. */
const USUAL_SHARE = 1e-5

/** The letter model of a language with so few sure words is mostly expectation; its say is limited to this, and halved. */
const SPELLING_LIMIT = 5
const SPELLING_SHARE = 0.5

/** Longer words of the host's grammar keep no foreign company: *the*, *you*, *and* say more than any line around them. */
const SHORT = 2

/** Log of the share of a story's lines that respell the host's words for a dialect, a lisp, a child; and log-odds of a strange word there. */
const MISSPELT_LINES = Math.log(0.01)
const STRANGE = 1.2
/** More of it, where no word of a sentence is left as it is: even who respells most words does not respell all. */
const ALL_STRANGE = 0.6

/** What is known of the words before the story has taught anything, by printed form; and of its sentences. */
interface Facts {
  readonly forms: readonly PrintedForm[]
  /** The host's opinion of a word by itself. */
  readonly plainOdds: Float64Array
  readonly isUnknown: Uint8Array
  /** Of no language: names, numbers, initials. */
  readonly isSilent: Uint8Array
  /** A word of grammar that is too long to be another language's by chance. */
  readonly isGrammar: Uint8Array
  /** A strange word that keeps standing in sentences that are surely the host's. */
  readonly isFramed: Uint8Array
  /** Sentences with a word of grammar, which teach nothing. */
  readonly withGrammar: Uint8Array
  /** What is said in each sentence: its words that are not silent, each once, for what is said twice says no more. */
  readonly said: Flow
  readonly declared: Declared
  readonly spelling: Host['spelling']
}

/** What the author says outright. */
interface Declared {
  /** By sentence: 1 foreign, -1 the host's, 0 nothing. */
  readonly sentences: Int8Array
  /** Words said to be foreign in other sentences. */
  readonly words: readonly Word[]
  /** By key: whether it stands in anything said to be foreign. */
  readonly isForeign: Uint8Array
}

/** What one reading of the story has taught. */
interface Lesson {
  /** By key, in how many teaching sentences it stands, foreign ones and the host's. */
  readonly foreign: Int32Array
  readonly home: Int32Array
  readonly foreignTotal: number
  readonly homeTotal: number
  readonly teachers: Uint8Array
  /** Strange words of the teaching sentences, by printed form. */
  readonly taught: Uint8Array
}

/** How words sound after a lesson, in log-odds for the foreign language, by printed form. */
interface Ear {
  readonly spellingOdds: (key: string) => number
  /** What a word says by itself, … */
  readonly ownOdds: Float64Array
  /** … and what it says in the company that it keeps. */
  readonly wordOdds: Float64Array
}

function declaredIn(passages: readonly Passage[], sentences: Int8Array, keys: number): Declared {
  const found: Word[] = []
  const foreign = new Uint8Array(keys)
  let number = 0
  for (const passage of passages) {
    if (passage.wordDeclarations.length === 0) number += passage.sentences.length
    else {
      for (const {words: range} of passage.sentences) {
        const verdict = verdictOf(passage.wordDeclarations, range)
        sentences[number++] = verdict
        for (let i = range.start; i < range.end; i++) {
          const declaration = passage.wordDeclarations[i]
          if (!declaration || !isForeign(declaration)) continue
          const word = passage.words[i] as Word
          foreign[word.keyIndex] = 1
          if (verdict <= 0) found.push(word)
        }
      }
    }
  }
  return {sentences, words: found, isForeign: foreign}
}

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value))

/** How probable a key is in running words of the foreign language, against the host's (unigrams with Dirichlet priors). */
function companyOdds({foreign, home, foreignTotal, homeTotal}: Lesson, key: number, own: number): number {
  const asForeign = ((foreign[key] as number) + FOREIGN_PRIOR * USUAL_SHARE * Math.exp(Math.min(own, 5))) / (foreignTotal + FOREIGN_PRIOR)
  const asHost = ((home[key] as number) + HOST_PRIOR * USUAL_SHARE * Math.exp(-Math.min(own, 0))) / (homeTotal + HOST_PRIOR)
  return Math.log(asForeign / asHost)
}

function spellingEar({taught}: Lesson, {forms, spelling}: Pick<Facts, 'forms' | 'spelling'>): (key: string) => number {
  const keys = new Set<string>()
  for (const {form, key} of forms) if (taught[form] === 1) keys.add(key)
  const letters = learnLetters(
    Array.from(keys, (key) => [key, 1] as const),
    anyLanguage,
  )
  const known = new Map<string, number>()
  return (key) => {
    let odds = known.get(key)
    if (odds === undefined) known.set(key, (odds = clamp(logProbability(letters, key) - spelling(key), SPELLING_LIMIT)))
    return odds
  }
}

/** Hears every word with what a lesson has taught. */
function listen(lesson: Lesson | undefined, facts: Facts): Ear {
  const {forms, plainOdds, isUnknown, isSilent, isGrammar, isFramed, declared} = facts
  // At first hearing spelling says nothing, or languages spelt much like the host's would never be heard.
  const spellingOdds = lesson ? spellingEar(lesson, facts) : () => 0
  const ownOdds = new Float64Array(forms.length)
  const wordOdds = new Float64Array(forms.length)
  for (const {form, key, keyIndex} of forms) {
    const own = isSilent[form] || isFramed[form] ? 0 : (plainOdds[form] as number) + (isUnknown[form] ? SPELLING_SHARE * spellingOdds(key) : 0)
    ownOdds[form] = own
    wordOdds[form] = own
    if (!lesson || isSilent[form] || isGrammar[form] || lesson.foreign[keyIndex] === 0) continue
    const odds = own + clamp(companyOdds(lesson, keyIndex, own) - own, COMPANY_LIMIT)
    // Company makes a word of the host neutral, never foreign: else dialect would teach itself to be a language.
    wordOdds[form] = own < 0 && !declared.isForeign[keyIndex] ? Math.max(own, Math.min(odds, 0)) : odds
  }
  return {spellingOdds, ownOdds, wordOdds}
}

/** Log-odds of every sentence of the story, counted through. */
function hear(
  {ownOdds, wordOdds}: Ear,
  lesson: Lesson | undefined,
  {said: {tokens, starts, keyOf}, declared, plainOdds, isUnknown, isFramed}: Facts,
): Float64Array {
  const found = new Float64Array(starts.length - 1)
  // To a voice that respells its words a strange one is nothing rare, be it used again and again or not; the words that it
  // leaves alone are as telling.
  const respelt = new Float64Array(plainOdds.length)
  for (let form = 0; form < respelt.length; form++) respelt[form] = STRANGE + Math.min(0, (ownOdds[form] as number) - (plainOdds[form] as number))
  for (let sentence = 0; sentence < found.length; sentence++) {
    const verdict = declared.sentences[sentence] as number
    if (verdict !== 0) {
      found[sentence] = DECLARED * verdict
      continue
    }
    const teaches = lesson ? (lesson.teachers[sentence] as number) : 0
    let againstHost = 0
    let againstMisspelt = -MISSPELT_LINES
    let strange = 0
    const start = starts[sentence] as number
    const end = starts[sentence + 1] as number
    for (let i = start; i < end; i++) {
      const form = tokens[i] as number
      // A sentence is no company for its own words.
      const others = lesson ? (lesson.foreign[keyOf[form] as number] as number) - teaches : 0
      const odds = (others > 0 ? wordOdds : ownOdds)[form] as number
      againstHost += odds
      if (isUnknown[form] && !isFramed[form]) {
        strange++
        againstMisspelt += respelt[form] as number
      } else againstMisspelt += odds
    }
    if (strange === end - start) againstMisspelt += ALL_STRANGE * strange
    // The host language has two voices, and a line is foreign as far as neither would say it: -log(e^-a + e^-b).
    found[sentence] = Math.min(againstHost, againstMisspelt) - Math.log1p(Math.exp(-Math.abs(againstHost - againstMisspelt)))
  }
  return found
}

/** Learns from the sentences that are surely of one language or the other; a sentence in doubt teaches neither. */
function learn(odds: Float64Array, {said: {tokens, starts, zones, keyOf, keys}, declared, forms, isUnknown, isSilent, withGrammar}: Facts): Lesson {
  const foreign = new Int32Array(keys)
  const home = new Int32Array(keys)
  const teachers = new Uint8Array(odds.length)
  const taught = new Uint8Array(forms.length)
  let foreignTotal = 0
  let homeTotal = 0
  for (let sentence = 0; sentence < odds.length; sentence++) {
    const own = odds[sentence] as number
    const sure = declared.sentences[sentence] === 1 || (own >= (SURE[zones[sentence] as number] as number) && !withGrammar[sentence])
    if (!sure && own >= 0) continue
    const from = starts[sentence] as number
    const end = starts[sentence + 1] as number
    const side = sure ? foreign : home
    for (let i = from; i < end; i++) side[keyOf[tokens[i] as number] as number]!++
    if (!sure) {
      homeTotal += end - from
      continue
    }
    teachers[sentence] = 1
    foreignTotal += end - from
    for (let i = from; i < end; i++) if (isUnknown[tokens[i] as number]) taught[tokens[i] as number] = 1
  }
  for (const {form, keyIndex} of declared.words) {
    if (isSilent[form]) continue
    foreign[keyIndex]!++
    foreignTotal++
    if (isUnknown[form]) taught[form] = 1
  }
  return {foreign, home, foreignTotal, homeTotal, teachers, taught}
}

/** Tier of words that the host does not know. */
const NO_TIER = 255

/**
 * One look over the whole story before anything is decided. Every word begins with what the host's lists say; then
 * sentences that are surely foreign teach their words and their letters, and the story is read again (self-training:
 * a mixture of two unigram models with Dirichlet priors, and a letter model for words of neither). Short words that both
 * languages have are carried by their company, which no test of a single string can do.
 */
export function survey(passages: readonly Passage[], {host, forms: {list: forms}, tokens}: {host: Host; forms: Pick<Forms, 'list'>; tokens: Tokens}): Survey {
  const tiers = new Uint8Array(forms.length)
  const plainOdds = new Float64Array(forms.length)
  const isUnknown = new Uint8Array(forms.length)
  const isGrammar = new Uint8Array(forms.length)
  for (const word of forms) {
    const {form, surface, key} = word
    const familiarity = host.familiarity(surface)
    tiers[form] = familiarity.tier ?? NO_TIER
    if (tiers[form] === NO_TIER) isUnknown[form] = 1
    if (key.length > SHORT && host.functionWords.has(key)) isGrammar[form] = 1
    plainOdds[form] = host.foreignOdds(word, familiarity)
  }
  const flow = flowOf(passages, tokens, forms)
  const uses = countUses(flow, forms, plainOdds)
  const names = namesOf(forms, uses, host)
  const isSilent = flagsOf(forms, (form) => names.has(form.key) || host.isNeutral(form))
  const oddsIfKnown = plainOdds.slice()
  for (let form = 0; form < forms.length; form++) if (isSilent[form] || isUnknown[form]) oddsIfKnown[form] = 0
  const said = distinct(flow)
  const {withGrammar, framed} = framesOf(said, {isGrammar, oddsIfKnown})
  const isFramed = flagsOf(forms, ({form, keyIndex}) => framed[keyIndex] === 1 && isUnknown[form] === 1)
  const declared = declaredIn(passages, new Int8Array(withGrammar.length), flow.keys)
  const facts: Facts = {
    forms,
    plainOdds,
    isUnknown,
    isSilent,
    isGrammar,
    isFramed,
    withGrammar,
    said: without(said, isSilent),
    declared,
    spelling: host.spelling,
  }

  let lesson: Lesson | undefined
  let ear = listen(lesson, facts)
  let odds = hear(ear, lesson, facts)
  for (let round = 0; round < ROUNDS; round++) {
    lesson = learn(odds, facts)
    ear = listen(lesson, facts)
    odds = hear(ear, lesson, facts)
  }
  const {wordOdds, spellingOdds} = ear
  const {foreign} = lesson as Lesson
  let from = 0
  return {
    forms,
    tokens,
    tierOf: ({form}) => (tiers[form] === NO_TIER ? undefined : tiers[form]),
    wordOdds: ({form}) => wordOdds[form] as number,
    spellingOdds,
    names,
    foreignCounts: new Map(
      map(
        forms.filter(({keyIndex}) => (foreign[keyIndex] as number) > 0),
        ({key, keyIndex}) => [key, foreign[keyIndex] as number],
      ),
    ),
    uses,
    sentenceOdds: map(passages, ({sentences}) => odds.subarray(from, (from += sentences.length))),
  }
}
