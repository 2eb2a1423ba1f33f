import type {LanguageData} from './types.js'

/** Makes spellings of one word equal. */
export const respell = (part: string, rules: LanguageData['respell'] = []): string =>
  rules.reduce((word, [pattern, replacement]) => word.replace(pattern, replacement), part)
