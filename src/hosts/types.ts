import type {PrintedForm} from '../prose/types.js'

/** How well the host language knows a word. */
export interface Familiarity {
  /** On the scale of SCOWL's sizes, from 10 for the commonest words to 70; absent if the word is unknown. */
  readonly tier?: number
  /**
   * The rule that derived the word from a listed one, if the word itself is not listed: `clitic`, `stutter`, …; `homograph` if the author
   * lists the word as another language's.
   */
  readonly rule?: string
}

/** A phrase that connects a word with its explanation. */
export interface GlossConnector {
  /** Sequences of keys; every such phrase has one of them. */
  readonly cues: readonly (readonly string[])[]
  /** The characteristic part of the phrase; unanchored and global. */
  readonly core: RegExp
  /** The whole phrase, right behind the word or quotation. */
  readonly phrase: RegExp
  /** A speech tag between a quotation and the phrase. */
  readonly tag?: RegExp
}

/** How a host language introduces a translation. Every expression is anchored at the beginning unless it says otherwise. */
export interface GlossPatterns {
  /** A lead-in before a translation and no part of it: *literally*, *i.e.*, *or*. */
  readonly leadIn: RegExp
  /** Connects a word or quotation with its translation: *, which means*. */
  readonly means: GlossConnector
  /** The continuation of *means* that is no translation. */
  readonly notMeant: RegExp
  /** Connects a word with another name for it: *, or*. */
  readonly or: GlossConnector
  /** The beginning of the second member of a true alternative. */
  readonly another: RegExp
  /** The beginning of a bracketed aside. */
  readonly aside: RegExp
  /** The beginning of a bracketed participle that describes a gesture. */
  readonly gesture: RegExp
  /** The beginning of a bracketed sentence of the narrator. */
  readonly remark: RegExp
  /** A heading above a list of translations; matches the whole text. */
  readonly heading: RegExp
  /** A word after which a noun phrase begins; matches the whole word. */
  readonly determiner: RegExp
  /** The continuation of a clause after a noun phrase; unanchored. */
  readonly clause: RegExp
}

/** Words near which a word of another language is named or explained; keys. */
export interface NamingWords {
  /** Right before it, by kind: verbs of naming and saying, prepositions, nouns such as *word*, verbs of meaning. */
  readonly before: readonly (readonly string[])[]
  /** Right behind it. */
  readonly behind: readonly string[]
  /** Near the beginning of a paragraph that reports what was said in the one before. */
  readonly reports: readonly string[]
}

/** Which words follow each other in a language. */
export interface WordOrder {
  /** The number of a word: its own if it is frequent, otherwise that of words with its ending. */
  readonly kindOf: (key: string) => number
  /** How often two kinds stand side by side: 0 hardly ever, 1 less than by chance, 2 as by chance, 3 more. */
  readonly levelOf: (before: number, behind: number) => number
}

/** Phrases that a translation follows: words separated by single spaces, folded. */
export interface CueList {
  /** By what they say: `means`, `that-is`, `or`, `in-english`, `says`, `label`, `literally`, `word-for`. */
  readonly kinds: Readonly<Record<string, readonly string[]>>
  /** What introduces reported speech. */
  readonly reported: readonly string[]
  /** What may stand between a cue and the translation. */
  readonly fillers: readonly string[]
}

/** The language that the story is told in. */
export interface Host {
  /** BCP 47. */
  readonly lang: string
  /** Share of words that only this language's stories have so many of, 0..1: function words. By it a story's language is told. */
  readonly shareOf: (keys: readonly string[]) => number
  /** How well the language knows a word, as printed. */
  readonly familiarity: (word: string) => Familiarity
  /** Whether a word belongs to no language, as numbers and initials do. */
  readonly isNeutral: (word: PrintedForm) => boolean
  /** Log-odds that a word is foreign rather than of this language, from the word alone. */
  readonly foreignOdds: (word: PrintedForm, familiarity: Familiarity) => number
  /** Log-odds to be added for an unknown word: lists that leave out more of a language's words than English ones make an unknown word say less. */
  readonly unknownOdds: number
  /** Natural log-probability of a key's spelling, given that it is a word of this language. */
  readonly spelling: (key: string) => number
  /** Whether a word is printed in letters of this language's script. */
  readonly isOwnScript: (surface: string) => boolean
  /** Whether a key has a letter that this language's own words hardly ever have. */
  readonly hasStrangeLetter: (key: string) => boolean
  /** Whether a key has a vowel, as every word of the language that is not abbreviated has. */
  readonly hasVowel: (key: string) => boolean
  /** Whether nouns have capitals, so that a capital makes no name. */
  readonly hasCapitalNouns: boolean
  /** What a word does in a sentence, by the English word that does it: a role of `roles.ts`. Undefined for most words. */
  readonly roleOf: (key: string) => string | undefined
  /** Whether a key looks like a past tense. */
  readonly isPast: (key: string) => boolean
  /** What a loan may be without the host's inflection, longest first: *hahren* for *hahren’s*. */
  readonly uninflect: (surface: string) => readonly string[]
  /** Function words: articles, pronouns, prepositions, auxiliaries. */
  readonly functionWords: ReadonlySet<string>
  /** The class of a function word, from 1 to 13: of determiners, pronouns, prepositions, auxiliaries, …; 0 for other words. */
  readonly functionWordClass: (key: string) => number
  /** Interjections, words of chats, units, titles and other abbreviations, which word lists leave out; in lower case. */
  readonly informal: ReadonlySet<string>
  /** How similar an unlisted word is to a common one: 2 respelled as in dialect, 1 the same consonants, 0 not. */
  readonly likeness: (key: string) => 0 | 1 | 2
  /** Absent if nothing is known of it. */
  readonly order?: () => WordOrder
  /** The key of the name in a possessive (*Dominic's*); any other key unchanged. */
  readonly possessor: (key: string) => string
  /** Abbreviations whose full stop ends no sentence, in lower case, without the stop. */
  readonly abbreviations: ReadonlySet<string>
  readonly glossing: GlossPatterns
  readonly naming: NamingWords
  /** Verbs of saying in the forms that stand in speech tags (*said*, *asks*); keys. */
  readonly speechVerbs: ReadonlySet<string>
  readonly cues: CueList
  /** A form shared by the inflected forms of a word, for comparing words across translations. */
  readonly stem: (key: string) => string
}
