/**
 * Finding the lines of invented languages, and what they mean; dictionaries and glossaries.
 *
 * @module xenogloss
 */
export {annotate} from './annotate/annotate.js'
export type {Annotation, Meaning, Options, Source, XenoglossData} from './annotate/types.js'
export {toWebAnnotations, type WebAnnotation, type WebAnnotationOptions} from './annotate/web-annotations.js'
export type {Candidate, ClueContext, ClueDefinition, Finding, GlossCandidate, Survey, UsageCounts} from './detect/types.js'
export type {DictionaryFormat, FileMap, FormatOutput, ReadOptions, WriteOptions} from './formats/types.js'
export {conventions} from './gloss/conventions/index.js'
export type {Convention} from './gloss/types.js'
export {type ConcordanceStory, concordance, type Occurrence} from './glossary/concordance.js'
export {extractDecisions, mergeGlossaries} from './glossary/merge-glossaries.js'
export type {CueList, Familiarity, GlossConnector, GlossPatterns, Host, NamingWords, WordOrder} from './hosts/types.js'
export type {LanguageRecognizer} from './languages/types.js'
export {createLexicon} from './lexicon/create-lexicon.js'
export type {
  Attestation,
  Certainty,
  Dictionary,
  Entry,
  EvidencePlace,
  Glossary,
  InflectedForm,
  Inflection,
  Lexicon,
  LookupOptions,
  Reading,
  Sense,
  Status,
  Step,
} from './lexicon/types.js'
export type {PluginOptions} from './plugins/types.js'
export {rehypeXenogloss, remarkXenogloss} from './plugins/unified-plugins.js'
export type {Bracket, Place, PrintedForm, Quotation, Sentence, SourceSpan, Span, Spelling, Tokens, Word, Zone} from './prose/types.js'
export type {
  AnnotatedStory,
  Clue,
  GlossFields,
  GlossNode,
  Standoff,
  StandoffGloss,
  StandoffLink,
  StandoffPairing,
  StandoffTerm,
  StandoffUtterance,
  TermFields,
  TermNode,
  TranslationFields,
  TranslationNode,
  UtteranceFields,
  UtteranceNode,
  XenoglossFields,
  XenoglossNode,
} from './source/annotation-types.js'
export {xenoglossToMarkdown} from './source/markdown/to-markdown.js'
export type {Block, Declaration, Format, HoverText, MarkName, Passage, Piece, Reference, Run, Tree, TreeNode, TreeParent} from './source/types.js'
