import {uniqBy} from 'lodash-es'
import {byForm} from '../text/forms.js'
import {framesOf} from '../text/frames.js'
import {anyLanguage, learnLetters, logProbability} from '../text/letters.js'
import {countUses, namesOf} from '../text/names.js'
import type {Host, Passage, Sentence, Survey, Word} from '../types.js'

/** Rounds of reading the story with what the round before has learnt; a third round changes next to nothing. */
const ROUNDS = 3

/** Log-odds from which a sentence teaches its words: speech is foreign more often than narration is. */
const SURE = {speech: 5, emphasis: 6, narration: 9, bracket: Number.POSITIVE_INFINITY}

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

/** Share of a story's lines that respell the host's words for a dialect, a lisp, a child; and log-odds of a strange word there. */
const MISSPELT_LINES = 0.01
const STRANGE = 1.2

/** What is known of the words before the story has taught anything. */
interface Facts {
  /** The host's opinion of a word by itself. */
  readonly plainOdds: (word: Word) => number
  readonly isUnknown: (word: Word) => boolean
  /** Of no language: names, numbers, initials. */
  readonly isSilent: (word: Word) => boolean
  /** A word of grammar that is too long to be another language's by chance. */
  readonly isGrammar: (word: Word) => boolean
  /** A strange word that keeps standing in sentences that are surely the host's. */
  readonly isFramed: (word: Word) => boolean
  /** Sentences with a word of grammar, which teach nothing. */
  readonly withGrammar: ReadonlySet<Sentence>
  readonly spelling: Host['spelling']
}

/** What one reading of the story has taught. */
interface Lesson {
  /** In how many teaching sentences each key stands, foreign ones and the host's. */
  readonly foreign: ReadonlyMap<string, number>
  readonly home: ReadonlyMap<string, number>
  readonly foreignTotal: number
  readonly homeTotal: number
  readonly teachers: ReadonlySet<Sentence>
  /** Strange words of the teaching sentences. */
  readonly taught: ReadonlySet<string>
}

/** How words sound after a lesson, in log-odds for the foreign language. */
interface Ear {
  readonly spellingOdds: (key: string) => number
  /** What a word says by itself, … */
  readonly ownOdds: (word: Word) => number
  /** … and what it says in the company that it keeps. */
  readonly wordOdds: (word: Word) => number
  readonly sentenceOdds: (said: Said) => number
}

const NOTHING: Lesson = {foreign: new Map(), home: new Map(), foreignTotal: 0, homeTotal: 0, teachers: new Set(), taught: new Set()}

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value))

/** A sentence and its words, each once: what is said twice says no more. */
interface Said {
  readonly sentence: Sentence
  readonly words: readonly Word[]
}

/** What is said in each sentence of each passage. */
function saidIn(passages: readonly Passage[]): Said[][] {
  return passages.map(({words, sentences}) =>
    sentences.map((sentence) => {
      const distinct = uniqBy(words.slice(sentence.words.start, sentence.words.end), 'key')
      return {sentence, words: distinct}
    }),
  )
}

/** How probable a key is in running words of the foreign language, against the host's (unigrams with Dirichlet priors). */
function companyOdds({foreign, home, foreignTotal, homeTotal}: Lesson, key: string, own: number): number {
  const asForeign = ((foreign.get(key) ?? 0) + FOREIGN_PRIOR * USUAL_SHARE * Math.exp(Math.min(own, 5))) / (foreignTotal + FOREIGN_PRIOR)
  const asHost = ((home.get(key) ?? 0) + HOST_PRIOR * USUAL_SHARE * Math.exp(-Math.min(own, 0))) / (homeTotal + HOST_PRIOR)
  return Math.log(asForeign / asHost)
}

function spellingEar(lesson: Lesson, spelling: Host['spelling']): (key: string) => number {
  // At first hearing spelling says nothing, or languages spelt much like the host's would never be heard.
  if (lesson === NOTHING) return () => 0
  const letters = learnLetters(
    Array.from(lesson.taught, (key) => [key, 1] as const),
    anyLanguage,
  )
  const known = new Map<string, number>()
  return (key) => {
    let odds = known.get(key)
    if (odds === undefined) known.set(key, (odds = clamp(logProbability(letters, key) - spelling(key), SPELLING_LIMIT)))
    return odds
  }
}

/** Listens to the story with what a lesson has taught. */
function listen(lesson: Lesson, {plainOdds, isUnknown, isSilent, isGrammar, isFramed, spelling}: Facts): Ear {
  const spellingOdds = spellingEar(lesson, spelling)
  const ownOdds = byForm((word) => {
    if (isSilent(word) || isFramed(word)) return 0
    return plainOdds(word) + (isUnknown(word) ? SPELLING_SHARE * spellingOdds(word.key) : 0)
  })
  const wordOdds = byForm((word) => {
    const own = ownOdds(word)
    if (isSilent(word) || isGrammar(word) || !lesson.foreign.has(word.key)) return own
    const odds = own + clamp(companyOdds(lesson, word.key, own) - own, COMPANY_LIMIT)
    // Company makes a word of the host neutral, never foreign: else dialect would teach itself to be a language.
    return own < 0 ? Math.max(own, Math.min(odds, 0)) : odds
  })
  const sentenceOdds = ({sentence, words}: Said): number => {
    const teaches = lesson.teachers.has(sentence) ? 1 : 0
    let againstHost = 0
    let againstMisspelt = -Math.log(MISSPELT_LINES)
    for (const word of words) {
      if (isSilent(word)) continue
      // A sentence is no company for its own words.
      const others = (lesson.foreign.get(word.key) ?? 0) - teaches
      const odds = others > 0 ? wordOdds(word) : ownOdds(word)
      againstHost += odds
      // To a voice that respells its words a strange one is nothing rare; the words that it leaves alone are as telling.
      againstMisspelt += isUnknown(word) && !isFramed(word) ? odds - plainOdds(word) + STRANGE : odds
    }
    // The host language has two voices, and a line is foreign as far as neither would say it: -log(e^-a + e^-b).
    return Math.min(againstHost, againstMisspelt) - Math.log1p(Math.exp(-Math.abs(againstHost - againstMisspelt)))
  }
  return {spellingOdds, ownOdds, wordOdds, sentenceOdds}
}

/** Learns from the sentences that are surely of one language or the other; a sentence in doubt teaches neither. */
function learn(story: readonly (readonly Said[])[], {sentenceOdds}: Ear, {isSilent, isUnknown, withGrammar}: Facts): Lesson {
  const foreign = new Map<string, number>()
  const home = new Map<string, number>()
  const taught = new Set<string>()
  const teachers = new Set<Sentence>()
  let foreignTotal = 0
  let homeTotal = 0
  for (const passage of story) {
    for (const said of passage) {
      const {sentence, words} = said
      const odds = sentenceOdds(said)
      const sure = odds >= SURE[sentence.zone] && !withGrammar.has(sentence)
      if (!sure && odds >= 0) continue
      if (sure) teachers.add(sentence)
      const side = sure ? foreign : home
      for (const word of words) {
        if (isSilent(word)) continue
        side.set(word.key, (side.get(word.key) ?? 0) + 1)
        if (sure) foreignTotal++
        else homeTotal++
        if (sure && isUnknown(word)) taught.add(word.key)
      }
    }
  }
  return {foreign, home, foreignTotal, homeTotal, teachers, taught}
}

/**
 * One look over the whole story before anything is decided. Every word begins with what the host's lists say; then
 * sentences that are surely foreign teach their words and their letters, and the story is read again (self-training:
 * a mixture of two unigram models with Dirichlet priors, and a letter model for words of neither). Short words that both
 * languages have are carried by their company, which no test of a single string can do.
 */
export function survey(passages: readonly Passage[], {host}: {host: Host}): Survey {
  const plainOdds = byForm(host.foreignOdds)
  const uses = countUses(passages, plainOdds)
  const names = namesOf(passages, uses, host)
  const isUnknown = byForm(({surface}) => host.familiarity(surface).tier === undefined)
  const isSilent = byForm((word) => names.has(word.key) || host.isNeutral(word))
  const isGrammar = ({key}: Word): boolean => key.length > SHORT && host.functionWords.has(key)
  const frames = framesOf(passages, {isGrammar, oddsIfKnown: (word) => (isSilent(word) || isUnknown(word) ? 0 : plainOdds(word))})
  const isFramed = byForm((word) => frames.words.has(word.key) && isUnknown(word))
  const facts: Facts = {plainOdds, isUnknown, isSilent, isGrammar, isFramed, withGrammar: frames.withGrammar, spelling: host.spelling}

  const story = saidIn(passages)
  let lesson = NOTHING
  let ear = listen(lesson, facts)
  for (let round = 0; round < ROUNDS; round++) {
    lesson = learn(story, ear, facts)
    ear = listen(lesson, facts)
  }
  const {wordOdds, spellingOdds, sentenceOdds} = ear
  return {
    wordOdds,
    spellingOdds,
    names,
    foreignCounts: lesson.foreign,
    told: new Set([...uses].filter(([, {told}]) => told > 0).map(([key]) => key)),
    counts: new Map(Array.from(uses, ([key, {total}]) => [key, total])),
    sentenceOdds: story.map((passage) => passage.map(sentenceOdds)),
  }
}
