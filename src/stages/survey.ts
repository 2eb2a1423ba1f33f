import {bySurface} from '../text/by-surface.js'
import {framesOf} from '../text/frames.js'
import {anyLanguage, learnLetters, logProbability} from '../text/letters.js'
import {isCapitalised, isShouted} from '../text/words.js'
import type {Host, Passage, Sentence, Survey, Word} from '../types.js'

/** Rounds of reading the story with what the round before has learnt; a third round changes next to nothing. */
const ROUNDS = 3

/** Log-odds from which a sentence teaches its words: speech is foreign more often than narration is. */
const SURE = {speech: 5, narration: 9, bracket: Number.POSITIVE_INFINITY}

/** How far the company that a word keeps may carry it beyond what the word itself says. */
const COMPANY_LIMIT = 6

/** Pseudo-counts: how many words of a language must be read before the reading outweighs expectation. */
const HOST_PRIOR = 2000
const FOREIGN_PRIOR = 100

/** Share of running words that one word of unremarkable frequency takes. */
const USUAL_SHARE = 1e-5

/** The letter model of a language with so few sure words is mostly expectation; its say is limited to this. */
const SPELLING_LIMIT = 5

/** Longer words of the host's grammar keep no foreign company: *the*, *you*, *and* say more than any line around them. */
const SHORT = 2

/** Share of a story's lines that respell the host's words for a dialect, a lisp, a child; and log-odds of a strange word there. */
const MISSPELT_LINES = 0.01
const STRANGE = 1.2

interface Uses {
  total: number
  capitalised: number
  /** In narration. */
  told: number
  /** In narration that is most likely of the host language, capitalised; and not only because it begins a sentence or is shouted. */
  titled: number
  named: number
}

function countUses(passages: readonly Passage[], plainOdds: (word: Word) => number): Map<string, Uses> {
  const uses = new Map<string, Uses>()
  for (const {words, sentences} of passages) {
    for (const sentence of sentences) {
      const inside = words.slice(sentence.words.start, sentence.words.end)
      const hostly = inside.reduce((sum, word) => sum + plainOdds(word), 0) < 0
      inside.forEach((word, index) => {
        let use = uses.get(word.key)
        if (!use) uses.set(word.key, (use = {total: 0, capitalised: 0, told: 0, titled: 0, named: 0}))
        use.total++
        if (sentence.zone === 'narration') use.told++
        if (!isCapitalised(word.surface)) return
        use.capitalised++
        if (sentence.zone !== 'narration' || !hostly) return
        use.titled++
        if (index > 0 && !isShouted(word.surface)) use.named++
      })
    }
  }
  return uses
}

/** Both parts of a hyphenated word capitalised: *Kal-El*, *Jean-Luc*. */
const DOUBLE_NAME = /^\p{Lu}[\p{L}\p{M}'’]*(?:-\p{Lu}[\p{L}\p{M}'’]*)+$/u

/** The words of a sentence, each once: what is said twice says no more. */
function distinct({words}: Passage, {words: {start, end}}: Sentence): Iterable<Word> {
  const met = new Map<string, Word>()
  for (let i = start; i < end; i++) {
    const word = words[i] as Word
    if (!met.has(word.key)) met.set(word.key, word)
  }
  return met.values()
}

/** Names: words capitalised nearly wherever they stand, which narration uses inside its sentences or keeps coming back to. */
function namesOf(passages: readonly Passage[], uses: ReadonlyMap<string, Uses>, host: Host): Set<string> {
  const names = new Set<string>()
  for (const [key, {total, capitalised, named, titled}] of uses) {
    if (capitalised >= 0.9 * total && (named > 0 || titled > 1)) names.add(key)
  }
  for (const {words} of passages) {
    for (const {surface, key} of words) if (DOUBLE_NAME.test(surface) && (uses.get(key)?.capitalised ?? 0) === uses.get(key)?.total) names.add(key)
  }
  for (const key of uses.keys()) if (names.has(host.possessor(key))) names.add(key)
  return names
}

/**
 * One look over the whole story before anything is decided. Every word begins with what the host's lists say; then
 * sentences that are surely foreign teach their words and their letters, and the story is read again (self-training:
 * a mixture of two unigram models with Dirichlet priors, and a letter model for words of neither). Short words that both
 * languages have are carried by their company, which no test of a single string can do.
 */
export function survey(passages: readonly Passage[], {host}: {host: Host}): Survey {
  /** By surface: capitals matter to the host's opinion. */
  const plainOdds = bySurface(host.foreignOdds)
  const uses = countUses(passages, plainOdds)
  const names = namesOf(passages, uses, host)
  const isUnknown = bySurface(({surface}) => host.familiarity(surface).tier === undefined)
  const isSilent = bySurface((word) => names.has(word.key) || host.isNeutral(word))

  const isGrammar = (key: string): boolean => key.length > SHORT && host.functionWords.has(key)
  const frames = framesOf(passages, {
    isGrammar: ({key}) => isGrammar(key),
    oddsIfKnown: (word) => (isSilent(word) || isUnknown(word) ? 0 : plainOdds(word)),
  })
  const isFramed = bySurface((word) => frames.words.has(word.key) && isUnknown(word))

  let foreignCounts: ReadonlyMap<string, number> = new Map()
  let spellingOdds = (_: string): number => 0
  /** What a word says by itself, and what it says in the company that it keeps. */
  let ownOdds = (word: Word): number => (isSilent(word) || isFramed(word) ? 0 : plainOdds(word))
  let wordOdds = ownOdds
  /** Sentences that have taught, and in how many of them each word stands. */
  let teachers: ReadonlySet<Sentence> = new Set()
  const oddsOf = (passage: Passage, sentence: Sentence): number => {
    let againstHost = 0
    let againstMisspelt = -Math.log(MISSPELT_LINES)
    for (const word of distinct(passage, sentence)) {
      if (isSilent(word)) continue
      // A sentence is no company for its own words.
      const others = (foreignCounts.get(word.key) ?? 0) - (teachers.has(sentence) ? 1 : 0)
      const odds = others > 0 ? wordOdds(word) : ownOdds(word)
      againstHost += odds
      // To a voice that respells its words a strange one is nothing rare; the words that it leaves alone are as telling.
      againstMisspelt += isUnknown(word) && !isFramed(word) ? odds - plainOdds(word) + STRANGE : odds
    }
    // The host language has two voices, and a line is foreign as far as neither would say it.
    return -Math.log(Math.exp(-againstHost) + Math.exp(-againstMisspelt))
  }

  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Map<string, number>()
    const home = new Map<string, number>()
    const taught = new Set<string>()
    const sureSentences = new Set<Sentence>()
    let foreignTotal = 0
    let homeTotal = 0
    for (const passage of passages) {
      for (const sentence of passage.sentences) {
        const odds = oddsOf(passage, sentence)
        const sure = odds >= SURE[sentence.zone] && !frames.withGrammar.has(sentence)
        // A sentence in doubt teaches neither language.
        if (!sure && odds >= 0) continue
        if (sure) sureSentences.add(sentence)
        const side = sure ? counts : home
        for (const word of distinct(passage, sentence)) {
          if (isSilent(word)) continue
          side.set(word.key, (side.get(word.key) ?? 0) + 1)
          if (sure) foreignTotal++
          else homeTotal++
          if (sure && isUnknown(word)) taught.add(word.key)
        }
      }
    }
    const letters = learnLetters(
      Array.from(taught, (key) => [key, 1] as const),
      anyLanguage,
    )
    const spellings = new Map<string, number>()
    spellingOdds = (key) => {
      let odds = spellings.get(key)
      if (odds === undefined) {
        odds = Math.max(-SPELLING_LIMIT, Math.min(SPELLING_LIMIT, logProbability(letters, key) - host.spelling(key)))
        spellings.set(key, odds)
      }
      return odds
    }
    const company = (key: string, odds: number): number => {
      const foreign = counts.get(key) ?? 0
      const asForeign = (foreign + FOREIGN_PRIOR * USUAL_SHARE * Math.exp(Math.min(odds, 5))) / (foreignTotal + FOREIGN_PRIOR)
      const asHost = ((home.get(key) ?? 0) + HOST_PRIOR * USUAL_SHARE * Math.exp(-Math.min(odds, 0))) / (homeTotal + HOST_PRIOR)
      return Math.log(asForeign / asHost) - odds
    }
    ownOdds = bySurface((word) => {
      if (isSilent(word) || isFramed(word)) return 0
      return plainOdds(word) + (isUnknown(word) ? 0.5 * spellingOdds(word.key) : 0)
    })
    wordOdds = bySurface((word) => {
      if (isSilent(word)) return 0
      const own = ownOdds(word)
      const shift = (counts.get(word.key) ?? 0) > 0 && !isGrammar(word.key) ? company(word.key, own) : 0
      const odds = own + Math.max(-COMPANY_LIMIT, Math.min(COMPANY_LIMIT, shift))
      // Company makes a word of the host neutral, never foreign: else dialect would teach itself to be a language.
      return own < 0 ? Math.max(own, Math.min(odds, 0)) : odds
    })
    foreignCounts = counts
    teachers = sureSentences
  }

  return {
    wordOdds,
    spellingOdds,
    names,
    foreignCounts,
    told: new Set([...uses].filter(([, {told}]) => told > 0).map(([key]) => key)),
    counts: new Map(Array.from(uses, ([key, {total}]) => [key, total])),
    sentenceOdds: passages.map((passage) => passage.sentences.map((sentence) => oddsOf(passage, sentence))),
  }
}
