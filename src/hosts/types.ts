import type {PrintedForm} from '../prose/types.js'

/** How well the host language knows a word: `tier` is SCOWL's size (10 is the commonest), absent when it does not. */
export interface Familiarity {
  readonly tier?: number
  /**
   * The rule by which the list was reached, when the word itself is not in it: `clitic`, `stutter`, …; `homograph`, when the author lists it
   * as another language's.
   */
  readonly rule?: string
}

/** How a word and what explains it are joined. */
export interface GlossConnector {
  /** Words, by key, that stand side by side in every such phrase. */
  readonly cues: readonly (readonly string[])[]
  /** What the phrase is known by; anywhere in a text, global. */
  readonly core: RegExp
  /** The whole phrase, right behind the word or quotation. */
  readonly phrase: RegExp
  /** What may stand between a speech and the phrase: who said it. */
  readonly tag?: RegExp
}

/** How a host language introduces a translation; every expression is anchored at the beginning unless it says otherwise. */
export interface GlossPatterns {
  /** What stands before a translation and is none of it: *literally*, *i.e.*, *or*. */
  readonly leadIn: RegExp
  /** What joins a word or quotation to its translation: *, which means*. */
  readonly means: GlossConnector
  /** How goes on what is no translation of a word that somebody *means*. */
  readonly notMeant: RegExp
  /** What joins a word to another name for it: *, or*. */
  readonly or: GlossConnector
  /** How the other member of a true alternative begins. */
  readonly another: RegExp
  /** How a bracket begins that translates nothing. */
  readonly aside: RegExp
  readonly gesture: RegExp
  readonly remark: RegExp
  /** A heading over a list of translations; the whole text. */
  readonly heading: RegExp
  /** A word, whole, after which a noun phrase begins. */
  readonly determiner: RegExp
  /** Where a clause goes on after a noun phrase; anywhere in a text. */
  readonly clause: RegExp
}

/** The language that the story is told in. */
export interface Host {
  /** BCP 47. */
  readonly lang: string
  /** Of any word, as printed. */
  readonly familiarity: (word: string) => Familiarity
  /** Numbers and initials, which belong to no language. */
  readonly isNeutral: (word: PrintedForm) => boolean
  /** Log-odds that a word is foreign rather than of this language, from nothing but the word itself. */
  readonly foreignOdds: (word: PrintedForm, familiarity: Familiarity) => number
  /** Natural log-probability of a word's spelling, given that it is a word of the host language. */
  readonly spelling: (key: string) => number
  /** Words of grammar: articles, pronouns, prepositions, auxiliaries. */
  readonly functionWords: ReadonlySet<string>
  /** The name in a possessive (*Dominic's*); any other key as it is. */
  readonly possessor: (key: string) => string
  /** Abbreviations whose full stop ends no sentence, lower case, without the stop. */
  readonly abbreviations: ReadonlySet<string>
  readonly glossing: GlossPatterns
  /** The form under which inflected forms of one word meet when words are compared across translations. */
  readonly stem: (key: string) => string
}
