import type {VFileMessage} from 'vfile-message'
import {createPositionFormatter, createTextExtractor, problemDiagnostics, type RuleDiagnostic, toMessages} from '../annotate/messages.js'
import type {PreparedStory} from '../annotate/pipeline.js'
import type {Problem} from '../annotate/problem.js'
import type {Annotation, StorySettings} from '../annotate/types.js'
import {createPlaceFinder} from '../source/place-finder.js'
import {toSourceSpan} from '../source/source-span.js'
import type {Passage, Tree} from '../source/types.js'
import {ADVICE} from './advice.js'
import {inventedGlossaries} from './invented-glossaries.js'
import type {RuleName} from './rule-names.js'
import {rules} from './rules/index.js'
import type {LintContext} from './types.js'

/** The parts of an annotation that proofreading uses. */
export type LintInput = Pick<Annotation<Tree>, 'standoff' | 'glossaries'> & Partial<Pick<Annotation<Tree>, 'pairings'>>

/** A story and its settings. */
interface ProofreadOptions {
  readonly source: string
  readonly settings: StorySettings
  /** Problems in its front matter. */
  readonly problems: readonly Problem[]
}

/** Runs all enabled rules on an annotated story; messages in text order. */
export function proofreadStory(
  {passages, survey, glossCandidates}: PreparedStory,
  {standoff, glossaries, pairings = []}: LintInput,
  {source, settings, problems}: ProofreadOptions,
): VFileMessage[] {
  const context: LintContext = {
    source,
    standoff,
    pairings,
    glossaries: inventedGlossaries({standoff, glossaries}),
    lexicons: settings.lexicons,
    host: settings.host,
    passages,
    survey,
    glossCandidates,
    visibleText: createTextExtractor(source, settings.format),
    toSourceSpan: (place) => toSourceSpan(passages[place.passage] as Passage, place),
    toPlace: createPlaceFinder(passages),
    formatPosition: settings.format.formatPlaces?.(source) ?? createPositionFormatter(source),
  }
  const enabledRules = rules.filter(({name}) => !settings.disabledRules.has(name))
  const fromRules: RuleDiagnostic[] = enabledRules.flatMap(({name, check}) => check(context).map((diagnostic) => ({...diagnostic, ruleId: name as RuleName})))
  return toMessages(source, [...problemDiagnostics(problems, settings), ...fromRules], (ruleId) => ADVICE[ruleId]).map((message) =>
    Object.assign(message, {fatal: false}),
  )
}
