import type {SourceSpan, Spelling} from '../prose/types.js'

/** How sure a meaning is: a gloss says so; somebody concluded it; nobody knows. */
export type Certainty = 'attested' | 'inferred' | 'unknown'

/**
 * Who answers for it: a program proposes; a person accepts or rejects. Absent where a person wrote it, which is acceptance. What is
 * `proposed` decides nothing, and what is `rejected` is kept so that it is not proposed again.
 */
export type Status = 'proposed' | 'accepted' | 'rejected'

/** One meaning of an entry. */
export interface Sense {
  readonly definition: string
  readonly certainty?: Certainty | undefined
  readonly status?: Status | undefined
}

/** An inflected form of a headword. */
export interface InflectedForm {
  readonly form: string
  readonly meaning?: string | undefined
}

/** Where a person can read the word; numbers, never the sentence. */
export interface Attestation {
  readonly work?: string | undefined
  readonly chapter?: number | undefined
  readonly paragraph?: number | undefined
}

/** Where the annotator met the word, in the source as given. */
export interface EvidencePlace extends SourceSpan {
  /** The story, where more than one is spoken of. */
  readonly work?: string | undefined
  /** As printed, where that is not the headword. */
  readonly form?: string | undefined
  /** What the headword or a spelling of it was translated by, as printed but for a capital at the beginning of a sentence. */
  readonly meaning?: string | undefined
  /** Of the meaning, 0..1. */
  readonly confidence?: number | undefined
  /** The translated words, where a link was drawn. */
  readonly translation?: SourceSpan | undefined
}

/** An entry as people write it. A headword that begins or ends with `-` is an affix. */
export interface Entry {
  readonly headword: string
  readonly kind?: 'word' | 'name' | undefined
  /** `noun`, `v`, …; what stands behind a colon or space refines it: `noun:animate` is a `noun`. */
  readonly partOfSpeech?: string | undefined
  /** Meanings, the commonest first; a string is a sense with nothing but its definition. */
  readonly senses?: readonly (string | Sense)[] | undefined
  readonly forms?: readonly (string | InflectedForm)[] | undefined
  /** Other spellings of the headword; of an affix, its other shapes, hyphens included. */
  readonly variants?: readonly string[] | undefined
  readonly certainty?: Certainty | undefined
  readonly notes?: string | undefined
  /** Headwords of related entries. */
  readonly see?: readonly string[] | undefined
  readonly attestations?: readonly Attestation[] | undefined
  /** Headwords of the entries that it is built of, in order, affixes with their hyphens. */
  readonly parts?: readonly string[] | undefined
  /** Parts of speech that an affix attaches to; any, where absent. */
  readonly attachesTo?: readonly string[] | undefined
  /** Part of speech of what an affix makes; that of the stem, where absent. */
  readonly gives?: string | undefined
  /** Which of the dictionary's slots an affix stands in. */
  readonly slot?: string | undefined
  /** Changes of spelling where this affix meets its stem, see `Inflection`. */
  readonly seams?: readonly string[] | undefined
  readonly status?: Status | undefined
  /** Learnt: how often the word was met. */
  readonly count?: number | undefined
  /** Learnt: where. */
  readonly evidence?: readonly EvidencePlace[] | undefined
}

/** How the words of a language are inflected; the affixes themselves are entries. */
export interface Inflection {
  /** The order of affixes, from the stem outwards: two of one slot exclude each other. An affix without a slot may stand anywhere. */
  readonly slots?: readonly string[] | undefined
  /**
   * Changes of spelling where two parts meet, `left+right=written`: `y+s=ies`, `n+b=mb`, `a+a=a`; `<vowel>` is any letter of a class, the
   * same wherever its name stands.
   */
  readonly seams?: readonly string[] | undefined
  /** Whether words are compounded without a hyphen. Default: they are where headwords are. */
  readonly compounds?: boolean | undefined
}

/** One invented language, written by a person. */
export interface Dictionary {
  readonly $schema?: string | undefined
  /** BCP 47; private languages as `art-x-…`, at most eight characters a subtag. */
  readonly language: string
  /** BCP 47, of definitions, notes and what forms mean. Default `'en'`. */
  readonly definitionLanguage?: string | undefined
  readonly name?: string | undefined
  readonly licence?: string | undefined
  readonly source?: string | undefined
  readonly spelling?: Spelling | undefined
  readonly inflection?: Inflection | undefined
  readonly entries: readonly Entry[]
}

/** One way to undo a step from the surface to an entry. */
export interface Step {
  readonly kind: 'exact' | 'fold' | 'variant' | 'form' | 'prefix' | 'suffix' | 'infix' | 'compound' | 'hyphen' | 'guess'
  readonly from: string
  readonly to: string
}

/** One way to understand a word. `parts` are all entries that it is built of, affixes too, in order. */
export interface Reading {
  readonly entry: Entry
  readonly parts: readonly Entry[]
  readonly steps: readonly Step[]
  /** 0..1; 1 is the headword itself, as printed. */
  readonly score: number
}

/** How a word is looked up. */
export interface LookupOptions {
  /** Whether a word that is not found is answered with near ones, each with a step `guess`. Default false. */
  readonly fuzzy?: boolean | undefined
}

/** A dictionary that can be asked, as `createLexicon` makes it. */
export interface Lexicon {
  readonly language: string
  readonly entries: readonly Entry[]
  readonly spelling: Spelling
  readonly inflection?: Inflection | undefined
  /** Readings, best first; none for a word that the dictionary does not account for. */
  readonly lookup: (word: string, options?: LookupOptions) => readonly Reading[]
}

/** What one story yields: a dictionary whose entries carry counts and evidence. */
export type Glossary = Dictionary
