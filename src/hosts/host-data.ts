import type {DerivationRule} from './derivation.js'
import type {CueList, GlossPatterns, Host, NamingWords} from './types.js'

/** A host's words as compiled by `compileWords`. */
export interface CompiledWords {
  /** `CODING_VERSION` of the release that compiled them. */
  readonly version: number
  /** By list: how rare its words are, on SCOWL's scale from 10 for the commonest to 70. */
  readonly tiers: readonly number[]
  /** How many words there are in all. */
  readonly count: number
  /** How long `lines` is, in UTF-16 code units. */
  readonly length: number
  /** A line for each list. */
  readonly lines: string
}

/** Words apart, separated by white space; keys: lower case, straight apostrophes. */
export type Words = string

/** The words of a host, for functions that compare others with them. */
export interface ListedWords {
  /** Tier of a listed word; undefined for others. */
  readonly tierOf: (key: string) => number | undefined
  /** Calls `visit` with each word up to a tier. */
  readonly forEach: (largestTier: number, visit: (key: string) => void) => void
}

/** What is to be known of a language that stories are told in; `makeHost` makes a `Host` of it. */
export interface HostData {
  /** BCP 47. */
  readonly lang: string
  readonly words: CompiledWords
  /** Function words, verbs of saying and verbs of interpreting by their role: `{the: 'le la les', and: 'et'}`. Every word has its first role. */
  readonly roles: Readonly<Record<string, Words>>
  /** Sounds and calls that are no words of other languages. */
  readonly exclamations: Words
  /** Words that lists leave out: contractions, abbreviations, names of months. */
  readonly supplement?: Words
  /** Interjections, words of chats, units, titles. */
  readonly informal?: Words
  /** Whose full stop ends no sentence; without the stop. */
  readonly abbreviations: Words
  /** Words of one letter. Other single capitals are initials. */
  readonly singles?: Words
  /** Matches a word in the letters of this language's script. Default: Latin letters. */
  readonly script?: RegExp
  /** Matches a letter that words of this language hardly ever have. Default: any outside ASCII. */
  readonly strangeLetter?: RegExp
  /** Matches a word with a vowel. Default: those of Latin letters. */
  readonly vowel?: RegExp
  /** How unlisted words derive from listed ones. */
  readonly derivation?: readonly DerivationRule[]
  /** Share of the words of a novel that the list and its derivations lack, names aside, 0..1. Default: that of English. */
  readonly unknownRate?: number
  /** Whether nouns have capitals. Default: no. */
  readonly hasCapitalNouns?: boolean
  /** What may stand between the parts of compounds: *s*, *en*. */
  readonly compoundLinks?: readonly string[]
  /** By class of word and length: log-odds that a word is foreign. Default: those of lists made from counts in novels. */
  readonly odds?: readonly (readonly number[])[]
  /** A form shared by the inflected forms of a word, for comparing translations. */
  readonly stem: (key: string) => string
  /** The host's inflections that loans take: a word without them, longest first. Default: none. */
  readonly uninflect?: (surface: string) => readonly string[]
  /** The key of the name in a possessive. Default: the key itself. */
  readonly possessor?: (key: string) => string
  /** Whether a key looks like a past tense. Default: never. */
  readonly isPast?: (key: string) => boolean
  readonly speechVerbs: Words
  readonly naming: NamingWords
  readonly cues: CueList
  readonly glossing: GlossPatterns
  /** Makes `Host.likeness`. Default: nothing is alike. */
  readonly likeness?: (words: ListedWords) => Host['likeness']
  /** Which words follow each other, `Host.order`. Default: nothing is known of it. */
  readonly order?: Host['order']
}
