import maxBy from 'lodash-es/maxBy.js'
import type {Finding} from '../detect/types.js'
import type {AlignedGloss} from '../gloss/types.js'
import {meaningFromReadings} from '../lexicon/entry.js'
import {fold, stripApostrophes} from '../prose/folding.js'
import {stripOpaque} from '../prose/opaque.js'
import type {Word} from '../prose/types.js'
import type {LinkedGloss, LinkedStory, LinkedUtterance, Term, WordLink} from '../source/annotation-types.js'
import type {Declaration, Passage} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import type {AssignedLanguage} from './assign-languages.js'
import {collectForeignWords} from './finding-words.js'
import {MEANING_CONFIDENCE} from './induce-links.js'
import {inheritTranslations, withRepeated} from './inherit-translations.js'
import {linkWords, type StatedLink} from './link-words.js'
import type {FindingWords, LinkContext} from './types.js'

const namesLanguage = (declaration: Declaration | undefined): boolean => declaration?.as !== 'term' && Boolean(declaration?.lang)

/** A translation on one line: a line end, with the white space around it, is a blank. */
const joinLines = (text: string): string =>
  text.includes('\n')
    ? map(text.split('\n'), (line) => line.trim())
        .filter((line) => line !== '')
        .join(' ')
    : text

/** Maps each key to its best supported meaning. */
function bestMeanings(links: readonly WordLink[], stated: readonly StatedLink[]): Map<string, string> {
  const support = new Map<string, Map<string, number>>()
  for (const {key, meaning, confidence} of [...links, ...stated]) {
    // A loan that the gloss repeats does not explain itself.
    if (stripApostrophes(fold(meaning)) === key || confidence < MEANING_CONFIDENCE) continue
    let row = support.get(key)
    if (!row) support.set(key, (row = new Map()))
    row.set(meaning, (row.get(meaning) ?? 0) + confidence)
  }
  return new Map(Array.from(support, ([key, row]) => [key, (maxBy([...row], ([, sum]) => sum) as [string, number])[0]] as const))
}

/** Assigns ids to findings and glosses, looks up the words and links them to their translations. */
export function linkStory(findings: readonly Finding[], glosses: readonly AlignedGloss[], context: LinkContext): LinkedStory {
  const {passages, survey, lookUpWord, langs} = context
  const parts = flatMap(glosses, ({candidate: {passage}, parts: glossParts}) => map(glossParts, (part) => withFields(part, {passage})))
  const findingWords = map(findings, (finding): FindingWords => ({finding, words: collectForeignWords(finding, context)}))
  const {links, stated} = linkWords(parts, findingWords, context)
  const meanings = bestMeanings(links, stated)

  const toTerm = (word: Word, {passage, words}: Finding, id: string, {lang: language, langConfidence}: AssignedLanguage): Term => {
    // The dictionary of an invented language does not explain words of a recognised one.
    const found = lookUpWord(word.surface).filter((reading) => langConfidence === undefined || [language, context.lang].includes(reading.language))
    const chosen = found.find((reading) => reading.language === language) ?? found[0]
    const readings = chosen?.readings ?? []
    const meaning = meaningFromReadings(readings) ?? meanings.get(word.key)
    const {start, end, key, surface} = word
    // A language stated by the author or recognised takes precedence over that of a dictionary.
    const isStated = langConfidence !== undefined || namesLanguage((passages[passage] as Passage).wordDeclarations[words.start])
    const lang = isStated ? language : (chosen?.language ?? language)
    const term = {id, passage, start, end, lang, ...(langConfidence !== undefined && {langConfidence}), key, surface, readings}
    return meaning === undefined ? term : {...term, meaning}
  }

  /** The id of each finding: of an utterance for a line, of a term for a word. */
  const ids: string[] = []
  const terms: Term[] = []
  let lines = 0
  for (const [index, {finding, words}] of findingWords.entries()) {
    ids.push(finding.kind === 'line' ? `u${++lines}` : `t${terms.length + 1}`)
    for (const word of words) {
      // A name is not a term, unless a dictionary or a gloss gives it a meaning.
      const isName = finding.kind === 'line' && survey.names.has(word.key) && lookUpWord(word.surface).length === 0 && !meanings.has(word.key)
      if (!isName) terms.push(toTerm(word, finding, `t${terms.length + 1}`, langs[index] as AssignedLanguage))
    }
  }

  const toIds = (of: readonly number[]): string[] => map(of, (index) => ids[index] as string)
  const linkedGlosses = map(
    glosses.filter(({of}) => of.length > 0),
    ({candidate: {passage, start, end, convention}, of, parts: own}, index): LinkedGloss => {
      return {id: `g${index + 1}`, passage, start, end, convention, of: toIds(of), parts: map(own, (part) => ({...part, of: toIds(part.of)}))}
    },
  )
  const translations = new Map<string, {gloss: string; translation: string}>()
  for (const {id: gloss, passage, parts: own} of linkedGlosses) {
    for (const {start, end, of} of own) {
      const translation = joinLines(stripOpaque((passages[passage] as Passage).text.slice(start, end)))
      for (const id of of) if (!translations.has(id)) translations.set(id, {gloss, translation})
    }
  }

  const translationOf = (index: number) => {
    const stated = context.translations.get(index)
    return stated === undefined ? translations.get(ids[index] as string) : {translation: stated}
  }
  const inherited = inheritTranslations(findingWords, (index) => translationOf(index)?.translation)
  const utterances = flatMap(findings, ({kind, passage, start, end, confidence, clues}, index): LinkedUtterance[] => {
    if (kind !== 'line') return []
    const own = {id: ids[index] as string, passage, start, end, ...(langs[index] as AssignedLanguage), confidence}
    const translation = inherited.get(index)
    return [translation === undefined ? {...own, clues, ...translationOf(index)} : {...own, clues: withRepeated(clues), translation}]
  })
  const statedConfidence = new Map<string, number>()
  for (const {key, confidence} of stated) statedConfidence.set(key, Math.max(confidence, statedConfidence.get(key) ?? 0))
  return {utterances, glosses: linkedGlosses, terms, links, statedConfidence}
}
