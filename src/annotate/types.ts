import type * as Mdast from 'mdast'
import type {InferInput} from 'valibot'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {ClueDefinition} from '../detect/types.js'
import type {Convention} from '../gloss/types.js'
import type {Host} from '../hosts/types.js'
import type {LanguageRecognizer} from '../languages/types.js'
import type {Entry, Glossary, Lexicon} from '../lexicon/types.js'
import type {Standoff, StandoffPairing} from '../source/annotation-types.js'
import type {TreeFormat} from '../source/format-types.js'
import type {Tree} from '../source/types.js'
import type {optionsSchema} from './options-schema.js'

/** The result of `annotate`. */
export interface Annotation<T extends Tree = Mdast.Root> {
  /** Mdast for Markdown and plain text, hast for HTML. */
  readonly tree: T
  readonly standoff: Standoff
  /** The glossary of the language that most of the words belong to; of a recognised language, such as `fr`, only if there is no other. */
  readonly glossary: Glossary
  /** One for each language found, in the order of first occurrence; `glossary` is among them. */
  readonly glossaries: readonly Glossary[]
  /** BCP 47 tag of the language that the story is told in, and with it its translations; `und` if it is told in none of the hosts. */
  readonly hostLanguage: string
  /** Why each utterance or loan has its translation, or none. */
  readonly pairings: readonly StandoffPairing[]
  readonly messages: readonly VFileMessage[]
}

/** What `remarkXenogloss` and `rehypeXenogloss` put on `file.data.xenogloss`. */
export type XenoglossData = Pick<Annotation, 'standoff' | 'glossary' | 'glossaries' | 'hostLanguage' | 'pairings'>

declare module 'vfile' {
  interface DataMap {
    xenogloss: XenoglossData
  }
}

/** Lists may be read-only. */
type WithReadonlyLists<T> = {readonly [Name in keyof T]: T[Name] extends (infer Item)[] | undefined ? readonly Item[] | undefined : T[Name]}

/** The options of `annotate` and of everything that annotates. */
export interface Options extends Omit<WithReadonlyLists<InferInput<typeof optionsSchema>>, 'terms' | 'host'> {
  /** The language that the story is told in, or several of them. Default English. Give all that your stories may be told in; each story’s own is recognised. */
  readonly host?: Host | readonly Host[] | undefined
  /** Words of that language, as a list of words and entries or as a map from words to meanings. Default `[]`. Use it for words that look English. */
  readonly terms?: readonly (string | Entry)[] | Readonly<Record<string, Meaning>> | undefined
}

/** What a word means, in a map of words: nothing, one meaning, several, or the other fields of an entry. */
export type Meaning = string | null | NonNullable<Entry['senses']> | Omit<Entry, 'headword'>

/** Checked options with every default filled in. */
export interface ResolvedOptions {
  /** The languages that stories may be told in; at least one. */
  readonly hosts: readonly Host[]
  /** The lexicon of the terms, if there are any, comes first. */
  readonly lexicons: readonly Lexicon[]
  readonly lang: string
  /** Languages that are recognised in what the story quotes. */
  readonly languages: readonly LanguageRecognizer[]
  readonly terms: readonly Entry[]
  /** Keys. */
  readonly ignore: ReadonlySet<string>
  readonly conventions: readonly Convention[]
  /** What the learned model weighs the proposals of; the user's own are believed. */
  readonly builtInConventions: readonly Convention[]
  /** Built-in clues, and the user's own. */
  readonly clues: readonly ClueDefinition[]
  readonly ownClues: readonly ClueDefinition[]
  readonly threshold: number
  readonly work?: string
  /** Names of the rules that are turned off. */
  readonly disabledRules: ReadonlySet<string>
}

/** Resolved options, and how the tree of the story is to be read. */
export interface StorySettings extends ResolvedOptions {
  /** The language that this story is told in. */
  readonly host: Host
  /** Whether it is; otherwise nothing is found. */
  readonly isHostSpoken: boolean
  readonly format: TreeFormat
  /** Called when a stage of the pipeline has ended; a story told in no host language skips some. */
  readonly onStage?: (stage: Stage) => void
}

/** Stages of the pipeline, in their order: the text is read, what the whole story shows, stretches that may be foreign, lines and words, their translations, word links. */
export type Stage = 'flattened' | 'surveyed' | 'stretches' | 'found' | 'translated' | 'linked'

/** A story: its text, or a file that contains it. */
export type Source = string | VFile
