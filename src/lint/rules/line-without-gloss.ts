import {flatMap} from '../../util/lists.js'
import {findUntranslated} from '../find-untranslated.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** Confidence from which a line is worth a remark, 0..1. */
const MIN_CONFIDENCE = 0.7

/**
 * Returns the languages that were recognised and most of whose lines have no translation: of a French phrase that its author leaves to the reader there is
 * nothing to remark, as long as that is what he does.
 */
function untranslatedLanguages(utterances: LintContext['standoff']['utterances']): Set<string> {
  const balance = new Map<string, number>()
  for (const {lang, langConfidence, translation} of utterances)
    if (langConfidence !== undefined) balance.set(lang, (balance.get(lang) ?? 0) + (translation === undefined ? -1 : 1))
  return new Set([...balance].flatMap(([lang, lines]) => (lines < 0 ? [lang] : [])))
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
