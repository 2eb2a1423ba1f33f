import {allParts} from '../annotate/all-parts.js'
import {openStory} from '../annotate/open-story.js'
import {analyseStory, prepareStory} from '../annotate/pipeline.js'
import type {Options} from '../annotate/types.js'
import {proofreadStory} from '../lint/proofread.js'
import type {AnalysedTerm, Remark, StoryAnalysis} from './types.js'

/** Readings of a word that an editor shows. */
const MAX_READINGS = 3

/**
 * Annotates and proofreads a story in one pass.
 *
 * @throws TypeError for wrong options
 */
export function analyseDocument(source: string, options: Options): StoryAnalysis {
  const {tree, text, settings, problems} = openStory(source, options, allParts)
  const story = prepareStory(tree, text, settings)
  const {findings, ...data} = analyseStory(story, settings)
  const messages = proofreadStory(story, data, {source: text, settings, problems})
  const readings = new Map(findings.terms.map((term) => [term.id, term.readings.slice(0, MAX_READINGS)] as const))
  return {
    remarks: messages.map(({reason, ruleId, place, actual, expected, note}): Remark => ({reason, ruleId, place, actual, expected, note})),
    utterances: data.standoff.utterances,
    terms: data.standoff.terms.map((term): AnalysedTerm => ({...term, readings: readings.get(term.id) ?? []})),
    glossaries: data.glossaries,
  }
}
