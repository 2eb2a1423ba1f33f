import type {VFileMessage} from 'vfile-message'
import type {AnnotatorParts} from '../../annotate/annotator-parts.js'
import {openStory} from '../../annotate/open-story.js'
import {analyseStory, prepareStory} from '../../annotate/pipeline.js'
import type {Annotation, Options} from '../../annotate/types.js'
import {proofreadStory} from '../../lint/proofread.js'
import type {Tree} from '../../source/types.js'
import {weave} from '../../source/weave.js'
import {STAGE_ENDS} from '../../worker/stage-ends.js'

/**
 * What `annotate` and `lint` give, from one run: lint's messages are among the others.
 *
 * @param report gets the share that is done, 0..1
 * @throws TypeError for wrong options
 */
export function annotateAndProofread(
  source: string,
  options: Options,
  parts: AnnotatorParts,
  report: (share: number) => void = () => {},
): Annotation<Tree> & {messages: VFileMessage[]} {
  const {tree, text, settings: own, problems} = openStory(source, options, parts)
  report(STAGE_ENDS.parsed)
  const settings = {...own, onStage: (stage: keyof typeof STAGE_ENDS) => report(STAGE_ENDS[stage])}
  const story = prepareStory(tree, text, settings)
  const {findings, ...data} = analyseStory(story, settings)
  const messages = proofreadStory(story, data, {source: text, settings, problems})
  weave(story.passages, findings, {source: text, format: settings.format})
  return {tree, ...data, messages}
}
