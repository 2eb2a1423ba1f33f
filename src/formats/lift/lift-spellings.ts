import type {Element} from 'xast'
import {childrenOf, joinPronunciations, textContentOf} from '../shared/xml-elements.js'
import type {ReadOptions} from '../types.js'

/** The spellings of an entry: which of its forms is the headword, and which are pronunciations. */

interface FormText {
  readonly lang: string
  readonly text: string
}

/** Whether a form is a pronunciation (BCP 47, the variants for phonetic alphabets), not a spelling. */
export const isPhonetic = (lang: string): boolean => /-fon(?:ipa|upa|xsamp|napa|kirsh)(?:-|$)/iu.test(lang)
/** Whether the text of a form is the name of a recording (ISO 15924 code for what is not written). */
const isAudio = (lang: string): boolean => /-Zxxx(?:-|$)/iu.test(lang)

/** Returns the tag of pronunciations of a language; variants precede private subtags (RFC 5646, section 2.1). */
export function phoneticTag(language: string): string {
  const at = language.search(/-x-/iu)
  if (at >= 0) return `${language.slice(0, at)}-fonipa${language.slice(at)}`
  return /^x-/iu.test(language) ? `qaa-fonipa-${language}` : `${language}-fonipa`
}

/** Returns the texts of the forms in an element, with their languages. */
export const formTexts = (element: Element | undefined): FormText[] =>
  (element ? childrenOf(element, 'form') : []).flatMap((one) => {
    const text = childrenOf(one, 'text').map(textContentOf).join('')
    return text ? [{lang: one.attributes.lang ?? '', text}] : []
  })

/** Returns the text in a language, else the first text. */
export const textFor = (element: Element | undefined, language: string): string | undefined => {
  const forms = formTexts(element)
  return (forms.find(({lang}) => lang === language) ?? forms[0])?.text
}

/** Returns what an entry is written as, in any language. */
export const spellingsOf = (entry: Element): FormText[] =>
  ['citation', 'lexical-unit'].flatMap((name) => formTexts(childrenOf(entry, name)[0])).filter(({lang}) => !isAudio(lang))

/** Adds the hyphens of an affix, which programs may omit because they state the morph type. */
export function withHyphens(headword: string, type: string | undefined): string {
  const before = (type === 'suffix' || type === 'infix') && !headword.startsWith('-') ? '-' : ''
  const after = (type === 'prefix' || type === 'infix') && !headword.endsWith('-') ? '-' : ''
  return `${before}${headword}${after}`
}

/** The spellings of an entry, one of which is its headword once the language is known. */
export interface HeadwordCandidates {
  readonly spellings: readonly FormText[]
  readonly type: string | undefined
}

/** Returns the spelling in a language, else the first one that is no pronunciation. */
export const headwordIn = ({spellings, type}: HeadwordCandidates, language: string): string | undefined => {
  const found = spellings.find(({lang}) => lang === language) ?? spellings.find(({lang}) => !isPhonetic(lang)) ?? spellings[0]
  return found && withHyphens(found.text, type)
}

/** Returns the pronunciations of an entry, which programs write into elements of their own or as another form of the word. */
export const pronunciationOf = (entry: Element, headword: string): string | undefined => {
  const own = childrenOf(entry, 'pronunciation').flatMap((element) => formTexts(element).filter(({lang}) => !isAudio(lang)))
  const others = spellingsOf(entry).filter(({lang, text}) => isPhonetic(lang) && text !== headword)
  return joinPronunciations([...own, ...others].map(({text}) => text))
}

/** Returns the most frequent language; of several, the first. */
export function mostFrequent(languages: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].reduce<[string, number] | undefined>((best, one) => (best && best[1] >= one[1] ? best : one), undefined)?.[0]
}

/** Chooses the requested language if the file has it, else the one in which most words are written. */
export function chooseWordLanguage(candidates: readonly HeadwordCandidates[], {language}: ReadOptions): string | undefined {
  const languages = candidates.flatMap(({spellings}) => [...new Set(spellings.map(({lang}) => lang))].filter(Boolean))
  const written = languages.filter((lang) => !isPhonetic(lang))
  return languages.find((lang) => lang === language) ?? mostFrequent(written.length > 0 ? written : languages)
}
