import type {Finding, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {FindPhrase} from '../lexicon/phrases.js'
import type {EvidencePlace, Reading} from '../lexicon/types.js'
import type {WordLookup} from '../lexicon/word-lookup.js'
import type {Place, Spelling, Word} from '../prose/types.js'
import type {Term} from '../source/annotation-types.js'
import type {Passage} from '../source/types.js'
import type {AssignedLanguage} from './assign-languages.js'

/** The story that a glossary is made from. */
export interface GlossaryContext {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  /** Language of the empty glossary of a story without terms. */
  readonly lang: string
  /** BCP 47, of the meanings. */
  readonly hostLanguage: string
  /** Returns the spelling of a language, if a dictionary states it. */
  readonly spellingOf: (language: string) => Spelling | undefined
  /** How sure the meanings are that follow from translations stated in marks, by key: 0..1. */
  readonly statedConfidence: ReadonlyMap<string, number>
  /** Name of the story in the evidence. */
  readonly work?: string | undefined
}

/** One occurrence of a word. */
export interface WordUse {
  readonly term: Term
  readonly place: EvidencePlace
  /** Its reading; `undefined` if no entry explains it or if it is a compound of entries. */
  readonly reading: Reading | undefined
  /** Its translation, if there is a link. */
  readonly target: Place | undefined
}

export interface LinkContext {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly host: Host
  readonly lookUpWord: WordLookup
  /** Finds multi-word headwords. */
  readonly findPhrase: FindPhrase
  /** The language of each finding. */
  readonly langs: readonly AssignedLanguage[]
  /** Language of words that are listed with their meanings in the story. */
  readonly lang: string
  /** Keys of words that are never foreign. */
  readonly ignore: ReadonlySet<string>
  /** Translations that the author states, by index of the finding. */
  readonly translations: ReadonlyMap<number, string>
}

/** A finding and its foreign words. */
export interface FindingWords {
  readonly finding: Finding
  readonly words: readonly Word[]
}
