import type {ClueDefinition} from '../detect/types.js'
import type {Convention} from '../gloss/types.js'
import type {Host} from '../hosts/types.js'
import type {LanguageRecognizer} from '../languages/types.js'
import type {SourceFormat} from '../source/format-types.js'
import type {Problem} from './problem.js'
import type {Options} from './types.js'

/** Reads the options in a story's front matter. @param text the YAML, without its fences; places of problems count in it */
export type FrontMatterReader = (text: string) => {readonly options: Options; readonly problems: readonly Problem[]}

/** What the options of an annotator choose among. */
export interface OptionParts {
  /** The language that stories are told in, or several of which each story is told in one. */
  readonly host: Host | readonly Host[]
  /** Ways of writing a gloss. */
  readonly conventions: readonly Convention[]
  readonly clues: readonly ClueDefinition[]
  /** Real languages that are recognised in what stories quote. Default none. */
  readonly languages?: readonly LanguageRecognizer[]
}

/** What reads the options of a story that is parsed. */
export interface TreeParts extends OptionParts {
  /** Reads options in front matter; without it front matter is skipped. */
  readonly frontMatter?: FrontMatterReader
}

/** What an annotator is made of. A bundle carries what is named here. */
export interface AnnotatorParts extends TreeParts {
  /** The formats that stories may have; the first is the default. */
  readonly formats: readonly SourceFormat[]
}
