import type {VFileMessage} from 'vfile-message'
import type {Problem} from '../annotate/apply-front-matter.js'
import {frontMatterMessages, type LocatedMessage, messagesOf, pointer, printer} from '../annotate/messages.js'
import type {PreparedStory} from '../annotate/pipeline.js'
import type {Annotation, ResolvedOptions} from '../annotate/types.js'
import {sourceOf} from '../source/locate.js'
import {placeIn} from '../source/place-in.js'
import type {Passage, Tree} from '../source/types.js'
import {ADVICE} from './advice.js'
import type {RuleName} from './rule-names.js'
import {rules} from './rules/index.js'
import type {LintContext} from './types.js'

/** What proof-reading needs of an annotation. */
export type Proof = Pick<Annotation<Tree>, 'standoff' | 'glossaries'>

/** A story as it stands on the page, and how it was asked to be read. */
interface Given {
  readonly source: string
  readonly settings: ResolvedOptions
  /** Of its front matter. */
  readonly problems: readonly Problem[]
}

/** What every rule that is not silenced has to say of a story that was annotated, in the order of the text. */
export function proofreadStory({passages, survey, sites}: PreparedStory, {standoff, glossaries}: Proof, {source, settings, problems}: Given): VFileMessage[] {
  const galley: LintContext = {
    source,
    standoff,
    glossaries,
    lexicons: settings.lexicons,
    host: settings.host,
    passages,
    survey,
    sites,
    printed: printer(source, settings.format),
    sourceAt: (place) => sourceOf(passages[place.passage] as Passage, place),
    placeAt: placeIn(passages),
    pointAt: pointer(source),
  }
  const speaking = rules.filter(({name}) => !settings.silenced.has(name))
  const said: LocatedMessage[] = speaking.flatMap(({name, find}) => find(galley).map((remark) => ({...remark, ruleId: name as RuleName})))
  const ofFrontMatter = settings.silenced.has('front-matter') ? [] : frontMatterMessages(problems)
  return messagesOf(source, [...ofFrontMatter, ...said], (ruleId) => ADVICE[ruleId]).map((message) => Object.assign(message, {fatal: false}))
}
