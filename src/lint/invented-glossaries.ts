import type {Glossary} from '../lexicon/types.js'
import type {LintContext} from './types.js'

/**
 * Returns the glossaries without those of languages that were only recognised, such as `fr`: the author of a story does not decide how French is spelled, nor
 * does a reader need him to explain each of its words.
 */
export function inventedGlossaries({standoff: {terms}, glossaries}: Pick<LintContext, 'standoff' | 'glossaries'>): readonly Glossary[] {
  const recognized = new Set(terms.flatMap(({lang, langConfidence}) => (langConfidence === undefined ? [] : [lang])))
  for (const {lang, langConfidence} of terms) if (langConfidence === undefined) recognized.delete(lang)
  return recognized.size === 0 ? glossaries : glossaries.filter(({language}) => !recognized.has(language))
}
