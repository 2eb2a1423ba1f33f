import type {Dictionary} from '../lexicon/types.js'
import type {AnnotatedStory} from '../source/annotation-types.js'

/** Files by name. */
export type Files = Readonly<Record<string, Uint8Array>>

/** What a format writes: text, the bytes of one file, or several files. */
export type Written = string | Uint8Array | Files

/** What every reading takes. */
export interface ReadOptions {
  /** Name of the file, for what is said of its errors. */
  readonly file?: string | undefined
  /** BCP 47, where the file does not say of what language it is. Default `'art-x-unknown'`. */
  readonly language?: string | undefined
  /** BCP 47, of the definitions that are taken where the file has them in several languages, or does not say. Default the commonest, else `'en'`. */
  readonly definitionLanguage?: string | undefined
}

/** What every writing takes. */
export interface WriteOptions {
  /** The stories that it quotes. Default none. */
  readonly stories?: readonly AnnotatedStory[] | undefined
  /** What the dictionary is called, where it has no name of its own; file names are made of it. Default its language. */
  readonly name?: string | undefined
}

/**
 * A file format of dictionaries and glossaries. The output is the same on every machine; entries and senses that are `rejected` are
 * written by formats that can say so, and by no other.
 */
export interface DictionaryFormat {
  readonly name: string
  /** Extension of its files, without the dot; of the main one, where there are several. */
  readonly extension: string
  /** Those of all files that a dictionary may consist of, where there are several: of one stem, in one folder. */
  readonly extensions?: readonly string[] | undefined
  /** IANA media type of the main file. */
  readonly mediaType: string
  /**
   * @param input text, bytes, or all files of a dictionary that consists of several
   * @throws TypeError that names the file, the entry and the reason
   */
  readonly read?: (input: Written, options?: ReadOptions) => Dictionary
  /** Absent of what is only read. */
  readonly write?: (dictionary: Dictionary, options?: WriteOptions) => Written
}
