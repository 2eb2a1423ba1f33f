import {allParts} from '../annotate/all-parts.js'
import {createAnnotationMessageData} from '../annotate/messages.js'
import {openStory} from '../annotate/open-story.js'
import {analyseStory, prepareStory} from '../annotate/pipeline.js'
import {storyHostTags} from '../annotate/story-host-tags.js'
import type {Options, Stage} from '../annotate/types.js'
import type {HostTag} from '../hosts/recognize-host.js'
import {informativeReading} from '../lexicon/informative-reading.js'
import type {Term} from '../source/annotation-types.js'
import {importHost} from './host-files.js'
import {STAGE_ENDS} from './stage-ends.js'
import type {ThreadRequest, WorkerAnnotation} from './thread-protocol.js'

function collectReadings(terms: readonly Term[]): WorkerAnnotation['readings'] {
  const readings: Record<string, WorkerAnnotation['readings'][string]> = {}
  for (const term of terms) {
    const reading = informativeReading(term)
    if (reading) readings[term.id] = reading
  }
  return readings
}

/**
 * Annotates a story for the other side of a worker.
 *
 * @param report gets the share that is done, 0..1
 * @throws TypeError as `annotate` does
 */
export async function annotateRequest(
  {source, options: {host: tags, ...options}}: Omit<ThreadRequest, 'id'>,
  report: (progress: number) => void,
): Promise<WorkerAnnotation> {
  const chosen = tags === undefined ? storyHostTags(source) : [tags].flat()
  const host = await Promise.all((chosen as HostTag[]).map(importHost))
  report(STAGE_ENDS.hosts)
  const {tree, text, settings: own, problems} = openStory(source, {...(options as Options), host}, allParts)
  report(STAGE_ENDS.parsed)
  const settings = {...own, onStage: (stage: Stage) => report(STAGE_ENDS[stage])}
  const {findings, ...data} = analyseStory(prepareStory(tree, text, settings), settings)
  const messages = createAnnotationMessageData(text, {...data, problems}, settings)
  report(1)
  return {...data, messages, readings: collectReadings(findings.terms)}
}
