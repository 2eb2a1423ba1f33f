import type {Host} from '../hosts/types.js'
import type {Lexicon} from '../lexicon/types.js'
import type {Place, PrintedForm, Span, Tokens} from '../prose/types.js'
import type {Clue} from '../source/annotation-types.js'
import type {Passage} from '../source/types.js'

/** How often a story uses each key, by its index. */
export interface UsageCounts {
  readonly total: Int32Array
  readonly capitalised: Int32Array
  /** In speech. */
  readonly spoken: Int32Array
  /** In narration. */
  readonly told: Int32Array
  /** In narration that is most likely of the host language, capitalised; and not only because it begins a sentence or is shouted. */
  readonly titled: Int32Array
  readonly named: Int32Array
  /** In speech that is surely of the host language, capitalised, and not only because it begins a sentence or is shouted. */
  readonly called: Int32Array
  /** Before a capital letter or a number: *von*, *del*, *lat*. */
  readonly leading: Int32Array
}

/** What the whole story tells before anything is decided. */
export interface Survey {
  /** All printed forms of the story, by their numbers. */
  readonly forms: readonly PrintedForm[]
  /** The words of the story, one after the other. */
  readonly tokens: Tokens
  /** The host's tier of a word, absent when it does not know it. */
  readonly tierOf: (word: PrintedForm) => number | undefined
  /** Log-odds that a word, wherever it stands, is foreign rather than of the host language. */
  readonly wordOdds: (word: PrintedForm) => number
  /** Log-odds that a spelling is of the story's foreign language rather than the host's. */
  readonly spellingOdds: (key: string) => number
  /** Keys of the words that the host language's sentences use as names. */
  readonly names: ReadonlySet<string>
  /** How often each key stands in a line that the survey takes for foreign. */
  readonly foreignCounts: ReadonlyMap<string, number>
  readonly uses: UsageCounts
  /** For each passage, for each sentence: log-odds of being foreign, from its words alone. */
  readonly sentenceOdds: readonly Float64Array[]
}

/** A sentence, or a single word inside a sentence of the host language, that may be foreign. */
export interface Candidate extends Place {
  readonly kind: 'line' | 'word'
  readonly sentence: number
  /** Indices into the passage's words, end exclusive. */
  readonly words: Span
}

/** A candidate that the clues have spoken for. */
export interface Finding extends Candidate {
  /** 0..1. */
  readonly confidence: number
  readonly clues: readonly Clue[]
}

/** What a clue may look at. */
export interface ClueContext {
  readonly passages: readonly Passage[]
  readonly host: Host
  readonly survey: Survey
  readonly sites: readonly GlossCandidate[]
  readonly lexicons: readonly Lexicon[]
  /** What has been found so far: nothing, when lines are judged for the first time; lines, when words are. */
  readonly found: readonly Finding[]
  /** What clues have made of the rest of this, by what made it: the same map each time that a story's candidates are judged. */
  readonly made: Map<unknown, unknown>
}

/**
 * A clue of the shelf. `prepare` sees the whole story once and returns the function that weighs a candidate in
 * constant time: log-odds, 0 where the clue has nothing to say.
 */
export interface ClueDefinition {
  readonly name: string
  readonly of: readonly Candidate['kind'][]
  /** Sees the whole story; what it returns weighs a candidate. Nothing, where it has nothing to say of any. */
  readonly prepare: (evidence: ClueContext) => ((candidate: Candidate) => number) | undefined
}

/** A place where a convention would put a gloss; whether it is one is decided when there is something that it translates. */
export interface GlossCandidate extends Place {
  readonly convention: string
  /** The translation itself, its brackets left out; in the same passage. */
  readonly content: Span
  /** Where that stands which is translated; several times, if a list at the end translates what is said again and again. */
  readonly of: readonly Place[]
  /**
   * What of it: `all` that stands there, whether line or word; or what comes `before` the end of it, as brackets do: a
   * word that ends there, else the lines that no other gloss has claimed.
   */
  readonly reach: 'all' | 'before'
  /** How much it reads as the translation of a line, and of a word, in log-odds. */
  readonly odds: {readonly line: number; readonly word: number}
  /** A word that the author lists with its meaning, as printed there: an entry for the dictionary. */
  readonly headword?: string
}
