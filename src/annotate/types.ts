import type * as Mdast from 'mdast'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {ClueDefinition} from '../detect/types.js'
import type {Convention} from '../gloss/types.js'
import type {Host} from '../hosts/types.js'
import type {Dictionary, Entry, Glossary, Lexicon} from '../lexicon/types.js'
import type {Standoff} from '../source/annotation-types.js'
import type {Format, Tree} from '../source/types.js'

/** What `annotate` answers. */
export interface Annotation<T extends Tree = Mdast.Root> {
  /** Mdast for Markdown and plain text, hast for HTML. */
  readonly tree: T
  readonly standoff: Standoff
  /** The glossary of the language that most of the words belong to. */
  readonly glossary: Glossary
  /** One for each language met, in the order of first occurrence; `glossary` is among them. */
  readonly glossaries: readonly Glossary[]
  readonly messages: readonly VFileMessage[]
}

/** What `remarkXenogloss` and `rehypeXenogloss` leave on `file.data.xenogloss`; the tree is the pipeline's own. */
export type XenoglossData = Pick<Annotation, 'standoff' | 'glossary' | 'glossaries'>

declare module 'vfile' {
  interface DataMap {
    xenogloss: XenoglossData
  }
}

/** What `annotate` and all that annotates can be told. Every default is what is best for a story that nobody knows. */
export interface Options {
  /** How the source is written. Default `'markdown'`. */
  readonly format?: Format
  /** Dictionaries of the languages that may occur, as data or as made by `createLexicon`. Default none. */
  readonly dictionaries?: readonly (Dictionary | Lexicon)[]
  /** BCP 47 tag for words that no dictionary claims. Default `'art-x-unknown'`. */
  readonly lang?: string
  /** Words of the story's own language, `lang`, with or without meaning. Default none. */
  readonly terms?: readonly (string | Entry)[]
  /** Words that are never foreign, however they are spelt. Default none. */
  readonly ignore?: readonly string[]
  /** Names of conventions on the shelf, or conventions of your own. Default: the whole shelf. */
  readonly conventions?: readonly (string | Convention)[]
  /** Clues of your own, beside those of the shelf. Default none. */
  readonly clues?: readonly ClueDefinition[]
  /** Confidence, 0..1, below which nothing is said. Default 0.5. */
  readonly threshold?: number
  /** What the story is called in the evidence of its glossary. Default the name of the file, if it has one. */
  readonly work?: string
  /** Which of the rules of proof-reading speak, by their names; `false` silences one. Default all. */
  readonly rules?: Readonly<Record<string, boolean>>
}

/** Options with every default filled in and everything checked. */
export interface ResolvedOptions {
  readonly format: Format
  readonly host: Host
  /** That of the terms first, if there are any. */
  readonly lexicons: readonly Lexicon[]
  readonly lang: string
  readonly terms: readonly Entry[]
  /** Keys. */
  readonly ignore: ReadonlySet<string>
  readonly conventions: readonly Convention[]
  readonly clues: readonly ClueDefinition[]
  readonly threshold: number
  readonly work?: string
  /** Names of the rules that are turned off. */
  readonly silenced: ReadonlySet<string>
}

/** A story: its text, or a file that has it. */
export type Source = string | VFile
