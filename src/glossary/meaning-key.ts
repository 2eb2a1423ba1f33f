import {fold} from '../prose/folding.js'

/** Articles of English, in which most definitions are written; glossaries are merged without knowing the host language. */
const ARTICLE = /^(?:an?|the)\s+(?=\S)/u

/** Returns what two spellings of one meaning have in common: case and a leading article are no difference (*A lamp*, *lamp*). */
export const meaningKey = (definition: string): string => fold(definition).replace(ARTICLE, '')

/** Whether a meaning begins with an article. */
export const hasArticle = (definition: string): boolean => ARTICLE.test(fold(definition))
