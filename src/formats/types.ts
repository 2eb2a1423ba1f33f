import type {Dictionary} from '../lexicon/types.js'
import type {AnnotatedStory} from '../source/annotation-types.js'

/** The contents of several files, by name. */
export type FileMap = Readonly<Record<string, Uint8Array>>

/** The output of a format: text, the bytes of one file, or several files. */
export type FormatOutput = string | Uint8Array | FileMap

/** Options for reading any format. */
export interface ReadOptions {
  /** File name, for error messages. */
  readonly file?: string | undefined
  /** Language of the words (BCP 47) if the file does not state it. Default `'art-x-unknown'`. */
  readonly language?: string | undefined
  /** Language of the definitions to read (BCP 47) if the file has several or does not state it. Default: the most frequent one, else `'en'`. */
  readonly definitionLanguage?: string | undefined
  /** Receives a sentence about each thing that reading passes over. Default: nobody is told. */
  readonly onMessage?: ((message: string) => void) | undefined
}

/** Options for writing any format. */
export interface WriteOptions {
  /** The stories to quote. Default: none. */
  readonly stories?: readonly AnnotatedStory[] | undefined
  /** Title for a dictionary without a name; also used for file names. Default: its language. */
  readonly name?: string | undefined
}

/**
 * A file format for dictionaries and glossaries. The output is the same on every machine. Only formats that can express the status write
 * entries and senses that are `rejected`.
 */
export interface DictionaryFormat {
  readonly name: string
  /** Extension of the file, or of the main file if there are several, without the dot. */
  readonly extension: string
  /** Extensions of all files of a dictionary, if it may have several: they share a folder and a name without extension. */
  readonly extensions?: readonly string[] | undefined
  /** Media type of the main file (IANA). */
  readonly mediaType: string
  /**
   * Parses a dictionary. Absent from write-only formats.
   *
   * @param input text, bytes, or all files of a dictionary that consists of several
   * @throws TypeError that names the file, the entry and the reason
   */
  readonly read?: (input: FormatOutput, options?: ReadOptions) => Dictionary
  /** Serializes a dictionary. Absent from read-only formats. */
  readonly write?: (dictionary: Dictionary, options?: WriteOptions) => FormatOutput
}
