import type {VFileMessage} from 'vfile-message'
import type {Problem} from './front-matter.js'
import {messagesOf, pointer, printer, type Said, saidOf} from './messages.js'
import type {Story} from './pipeline.js'
import {ADVICE} from './rules/advice.js'
import {rules} from './rules/index.js'
import type {RuleName} from './rules/names.js'
import {sourceOf} from './text/locate.js'
import {placeIn} from './text/place-in.js'
import type {Annotation, Galley, Passage, Settings, Tree} from './types.js'

/** What proof-reading needs of an annotation. */
export type Proof = Pick<Annotation<Tree>, 'standoff' | 'glossaries'>

/** A story as it stands on the page, and how it was asked to be read. */
interface Given {
  readonly source: string
  readonly settings: Settings
  /** Of its front matter. */
  readonly problems: readonly Problem[]
}

/** What every rule that is not silenced has to say of a story that was annotated, in the order of the text. */
export function proofreadStory({passages, survey, sites}: Story, {standoff, glossaries}: Proof, {source, settings, problems}: Given): VFileMessage[] {
  const galley: Galley = {
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
  const said: Said[] = speaking.flatMap(({name, find}) => find(galley).map((remark) => ({...remark, ruleId: name as RuleName})))
  const ofFrontMatter = settings.silenced.has('front-matter') ? [] : saidOf(problems)
  return messagesOf(source, [...ofFrontMatter, ...said], (ruleId) => ADVICE[ruleId]).map((message) => Object.assign(message, {fatal: false}))
}
