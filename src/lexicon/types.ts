import type {SourceSpan, Spelling} from '../prose/types.js'

/** How certain a meaning is: `attested` by a gloss, `inferred`, or `unknown`. */
export type Certainty = 'attested' | 'inferred' | 'unknown'

/**
 * The review status: programs propose, people accept or reject. Absent on what a person wrote, which counts as accepted. Proposals do not affect
 * results; rejected items are kept so that they are not proposed again.
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

/** A place where people can find the word, in numbers; it does not quote the text. */
export interface Attestation {
  readonly work?: string | undefined
  readonly chapter?: number | undefined
  readonly paragraph?: number | undefined
}

/** A place where the annotator found the word, in the source as given. */
export interface EvidencePlace extends SourceSpan {
  /** The story, if there are several. */
  readonly work?: string | undefined
  /** As printed, if different from the headword. */
  readonly form?: string | undefined
  /** The translation of the word there, as printed, but without the capital of the beginning of a sentence. */
  readonly meaning?: string | undefined
  /** Confidence in the meaning, 0..1. */
  readonly confidence?: number | undefined
  /** The translated words, if there is a link. */
  readonly translation?: SourceSpan | undefined
}

/** An entry as people write it. A headword that begins or ends with `-` is an affix. */
export interface Entry {
  readonly headword: string
  readonly kind?: 'word' | 'name' | undefined
  /** `noun`, `v`, …; a refinement follows a colon or space: `noun:animate` is a `noun`. */
  readonly partOfSpeech?: string | undefined
  /** How the headword is pronounced, usually in the International Phonetic Alphabet; several ways are separated by commas. */
  readonly pronunciation?: string | undefined
  /** Meanings, most common first; a string is a sense that has only a definition. */
  readonly senses?: readonly (string | Sense)[] | undefined
  readonly forms?: readonly (string | InflectedForm)[] | undefined
  /** Other spellings of the headword; for an affix, its other shapes, with hyphens. */
  readonly variants?: readonly string[] | undefined
  /** Whether the word is only found in this case; default: that of the language. */
  readonly caseSensitive?: boolean | undefined
  readonly certainty?: Certainty | undefined
  readonly notes?: string | undefined
  /** Headwords of related entries. */
  readonly see?: readonly string[] | undefined
  readonly attestations?: readonly Attestation[] | undefined
  /** Headwords of the entries that it is built of, in order; affixes have their hyphens. */
  readonly parts?: readonly string[] | undefined
  /** Parts of speech that an affix attaches to. Default: any. */
  readonly attachesTo?: readonly string[] | undefined
  /** Part of speech of the result of adding an affix. Default: that of the stem. */
  readonly gives?: string | undefined
  /** The dictionary's slot that an affix belongs to. */
  readonly slot?: string | undefined
  /** Changes of spelling where this affix meets its stem, see `Inflection`. */
  readonly seams?: readonly string[] | undefined
  readonly status?: Status | undefined
  /** Learned: number of occurrences. */
  readonly count?: number | undefined
  /** Learned: places of occurrence. */
  readonly evidence?: readonly EvidencePlace[] | undefined
}

/** How the words of a language are inflected; the affixes themselves are entries. */
export interface Inflection {
  /** The order of affixes, from the stem outward; two affixes of one slot exclude each other. An affix without a slot may stand anywhere. */
  readonly slots?: readonly string[] | undefined
  /**
   * Changes of spelling where two parts meet, `left+right=written`: `y+s=ies`, `n+b=mb`, `a+a=a`. `<vowel>` is any letter of a class, the same one at
   * each mention.
   */
  readonly seams?: readonly string[] | undefined
  /** Whether words are compounded without a hyphen. Default: if headwords are. */
  readonly compounds?: boolean | undefined
}

/** A dictionary of one language, written by a person. */
export interface Dictionary {
  readonly $schema?: string | undefined
  /** BCP 47; private languages as `art-x-…`, with at most eight characters per subtag. */
  readonly language: string
  /** BCP 47, language of definitions, notes and meanings of forms. Default `'en'`. */
  readonly definitionLanguage?: string | undefined
  readonly name?: string | undefined
  readonly licence?: string | undefined
  readonly source?: string | undefined
  readonly spelling?: Spelling | undefined
  readonly inflection?: Inflection | undefined
  readonly entries: readonly Entry[]
}

/** One step from the printed word to an entry. */
export interface Step {
  readonly kind: 'exact' | 'fold' | 'variant' | 'form' | 'prefix' | 'suffix' | 'infix' | 'compound' | 'hyphen' | 'guess'
  readonly from: string
  readonly to: string
}

/** One way to understand a word. `parts` are all entries that it is built of, including affixes, in order. */
export interface Reading {
  readonly entry: Entry
  readonly parts: readonly Entry[]
  readonly steps: readonly Step[]
  /** 0..1; 1 is the headword itself, as printed. */
  readonly score: number
}

/** Options of a look-up. */
export interface LookupOptions {
  /** Whether a word that is not found returns near words, each with a step `guess`. Default false. */
  readonly fuzzy?: boolean | undefined
}

/** A dictionary prepared for look-up by `createLexicon`. */
export interface Lexicon {
  readonly language: string
  readonly entries: readonly Entry[]
  readonly spelling: Spelling
  readonly inflection?: Inflection | undefined
  /** Returns readings, best first; an empty array if the dictionary does not explain the word. */
  readonly lookup: (word: string, options?: LookupOptions) => readonly Reading[]
}

/** The glossary of a story: a dictionary whose entries have counts and evidence. */
export type Glossary = Dictionary
