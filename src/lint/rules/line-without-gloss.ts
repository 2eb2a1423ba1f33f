import {flatMap} from '../../util/lists.js'
import {findUntranslated} from '../find-untranslated.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** Confidence from which a line is worth a remark, 0..1. */
const MIN_CONFIDENCE = 0.7

/**
 * Returns the languages that were recognised and no line of which has a translation: of French phrases that an author leaves to his readers there is
 * nothing to remark.
 */
function untranslatedLanguages(utterances: LintContext['standoff']['utterances']): Set<string> {
  const found = new Set(utterances.flatMap(({lang, langConfidence}) => (langConfidence === undefined ? [] : [lang])))
  for (const {lang, translation} of utterances) if (translation !== undefined) found.delete(lang)
  return found
}

/** An utterance without a translation, in a story that translates others. */
export const lineWithoutGloss = {
  name: 'line-without-gloss',
  check: ({standoff, pairings, visibleText}: Pick<LintContext, 'standoff' | 'pairings' | 'visibleText'>): Diagnostic[] => {
    const isUntranslated = findUntranslated({standoff, pairings})
    if (!isUntranslated) return []
    const left = untranslatedLanguages(standoff.utterances)
    return flatMap(standoff.utterances, ({start, end, lang, langConfidence, translation, confidence}) =>
      translation === undefined && (langConfidence === undefined || !left.has(lang)) && confidence >= MIN_CONFIDENCE && isUntranslated({start, end})
        ? [{start, end, values: [visibleText({start, end})]}]
        : [],
    )
  },
} satisfies Rule
