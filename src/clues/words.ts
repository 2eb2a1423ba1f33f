import type {ClueMaker} from '../types.js'

/** Words of one line are not independent of each other, so a long line may not say more than this. */
const LIMIT = 12

/** What the words of a line say: the sum of their log-odds, as the survey of the story left them. */
export const words: ClueMaker = {
  name: 'words',
  of: ['line'],
  prepare:
    ({survey}) =>
    ({passage, sentence}) =>
      Math.max(-LIMIT, Math.min(LIMIT, survey.sentenceOdds[passage]?.[sentence] ?? 0)),
}
