/** Stories as recognition reads them: what the annotator finds in them, and the language that each finding really is of. */
import {allParts} from '../../annotate/all-parts.js'
import {detectFindings, prepareStory} from '../../annotate/pipeline.js'
import {resolveOptions} from '../../annotate/resolve-options.js'
import {settleHost} from '../../annotate/settle-host.js'
import {quotedWords} from '../../glossary/quoted-words.js'
import type {QuotedPiece} from '../../languages/types.js'
import {sourceFormats} from '../../source/source-formats.js'
import {toSourceSpan} from '../../source/source-span.js'
import type {Passage} from '../../source/types.js'
import {OPEN, type TaggedSpan, type TaggedText} from './tagged-texts.js'

export interface QuotedStory extends Pick<TaggedText, 'name' | 'kind' | 'isHeldOut'> {
  readonly pieces: readonly QuotedPiece[]
  /** BCP 47 tag, `NONE` or `OPEN`, of each piece. */
  readonly answers: readonly string[]
}

/** Finds what is foreign in a text, with the answer for each finding. */
export function readQuotedStory({name, kind, isHeldOut, text, format, spans}: TaggedText): QuotedStory {
  const tree = sourceFormats[format].parse(text)
  const {settings} = settleHost(tree, {...resolveOptions({}, allParts), format: sourceFormats[format]})
  const story = prepareStory(tree, text, settings)
  const {findings} = detectFindings(story, settings)
  const at = new Int32Array(text.length).fill(-1)
  for (const [index, {start, end}] of spans.entries()) at.fill(index, start, end)
  const pieces: QuotedPiece[] = []
  const answers: string[] = []
  for (const finding of findings) {
    const passage = story.passages[finding.passage] as Passage
    const place = toSourceSpan(passage, finding)
    if (!place) continue
    pieces.push({
      kind: finding.kind,
      ...quotedWords(finding, {passages: story.passages, survey: story.survey, host: settings.host}),
    })
    const index = at[place.start] as number
    answers.push(index < 0 ? OPEN : (spans[index] as TaggedSpan).answer)
  }
  return {name, kind, isHeldOut, pieces, answers}
}
