import type {Host} from '../hosts/types.js'
import type {Lexicon} from '../lexicon/types.js'
import type {Place, PrintedForm, Span, Tokens} from '../prose/types.js'
import type {Clue} from '../source/annotation-types.js'
import type {Passage} from '../source/types.js'

/** How often a story uses each key; every array is indexed by `keyIndex`. */
export interface UsageCounts {
  readonly total: Int32Array
  readonly capitalised: Int32Array
  /** In speech. */
  readonly spoken: Int32Array
  /** In narration. */
  readonly narrated: Int32Array
  /** Capitalised, in narration that is probably of the host language. */
  readonly titled: Int32Array
  /** Of `titled`: those that neither begin their sentence nor are all capitals. */
  readonly named: Int32Array
  /** Capitalised, in speech that is surely of the host language, neither first in the sentence nor all capitals. */
  readonly called: Int32Array
  /** Before a capital letter or a number: *von*, *del*, *lat*. */
  readonly leading: Int32Array
}

/** Statistics of the whole story, computed before any candidate is judged. */
export interface Survey {
  /** All printed forms of the story, indexed by `form`. */
  readonly forms: readonly PrintedForm[]
  /** All words of the story, in order. */
  readonly tokens: Tokens
  /** The host's frequency tier of a word; undefined if the host does not know the word. */
  readonly tierOf: (word: PrintedForm) => number | undefined
  /** Log-odds that a word is foreign rather than of the host language, independent of where it stands. */
  readonly wordOdds: (word: PrintedForm) => number
  /** Log-odds that a spelling is of the story's foreign language rather than of the host's. */
  readonly spellingOdds: (key: string) => number
  /** Keys of the words that sentences of the host language use as names. */
  readonly names: ReadonlySet<string>
  /** By key: 1 if it often stands in sentences that are surely of the host language. */
  readonly isFramedKey: Uint8Array
  /** In how many sentences that the survey takes for foreign each key stands; keys with none are left out. */
  readonly foreignCounts: ReadonlyMap<string, number>
  readonly uses: UsageCounts
  /** For each passage, for each sentence: log-odds of being foreign, from its words alone. */
  readonly sentenceOdds: readonly Float64Array[]
}

/** A sentence (`line`), or a single word inside a sentence of the host language (`word`), that may be foreign. */
export interface Candidate extends Place {
  readonly kind: 'line' | 'word'
  /** Index into the passage's sentences. */
  readonly sentence: number
  /** Indices into the passage's words, end exclusive. */
  readonly words: Span
}

/** A candidate that the clues support. */
export interface Finding extends Candidate {
  /** 0..1. */
  readonly confidence: number
  readonly clues: readonly Clue[]
}

/** The data that clues may use. */
export interface ClueContext {
  readonly passages: readonly Passage[]
  readonly host: Host
  readonly survey: Survey
  /** Every place where a gloss may stand, in the order of the text. */
  readonly glossCandidates: readonly GlossCandidate[]
  readonly lexicons: readonly Lexicon[]
  /** Earlier findings: none when lines are judged for the first time; the lines when words are. */
  readonly found: readonly Finding[]
  /** Values derived from the rest of this, by the function that made them (see `memoizePerStory`); one map for each story. */
  readonly cache: Map<unknown, unknown>
}

/** One reason for or against a candidate. */
export interface ClueDefinition {
  readonly name: string
  /** The kinds of candidate it weighs. */
  readonly of: readonly Candidate['kind'][]
  /**
   * Runs once for each story and round. Returns the function that weighs a candidate in constant time, in log-odds (0: no evidence);
   * undefined if the clue has no evidence on any candidate of the story.
   */
  readonly prepare: (context: ClueContext) => ((candidate: Candidate) => number) | undefined
}

/** A place where a convention would put a gloss. It becomes a gloss if there is something that it translates. */
export interface GlossCandidate extends Place {
  /** Name of the convention. */
  readonly convention: string
  /** The translation itself, without its brackets; in the same passage. */
  readonly content: Span
  /** The places it translates; several if a list at the end translates what occurs repeatedly. */
  readonly of: readonly Place[]
  /**
   * `all`: it translates every line or word inside `of`. `before`: it translates what precedes the end of `of`, as brackets do: a word
   * that ends there, otherwise the lines that no other gloss has claimed.
   */
  readonly reach: 'all' | 'before'
  /** How much it reads like the translation of a line, and of a word, in log-odds. */
  readonly odds: {readonly line: number; readonly word: number}
  /** The author marks it as a translation, so it is one however it reads. */
  readonly isDeclared?: true
  /** The word, as printed, whose meaning the author lists here: an entry for the dictionary. */
  readonly headword?: string
}
