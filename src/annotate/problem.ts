import type {SourceSpan} from '../prose/types.js'

/** An error in front matter or with a story's language, and where it is in the source. */
export interface Problem {
  readonly at: SourceSpan
  readonly reason: string
  /** Default `front-matter`. */
  readonly ruleId?: 'host-language' | 'front-matter'
}
