import {judge} from '../detect/judge.js'
import {propose} from '../detect/propose.js'
import {surveyStory} from '../detect/survey.js'
import type {Candidate, Finding, GlossCandidate, Survey} from '../detect/types.js'
import {align} from '../gloss/align.js'
import {collectDeclaredEntries, collectDeclaredTranslations, collectHoverTranslations, dropContradictedCandidates} from '../gloss/declared-translations.js'
import {pair} from '../gloss/pair.js'
import type {Pairing} from '../gloss/types.js'
import {assignLanguages} from '../glossary/assign-languages.js'
import {collectGlossaries, mainGlossary} from '../glossary/collect-glossaries.js'
import {linkStory} from '../glossary/link-story.js'
import {createLexicon} from '../lexicon/create-lexicon.js'
import {createHeadwordFinder} from '../lexicon/phrases.js'
import type {Entry, Lexicon} from '../lexicon/types.js'
import {createWordLookup} from '../lexicon/word-lookup.js'
import {DEFAULT_JOINERS} from '../prose/folding.js'
import type {LinkedStory} from '../source/annotation-types.js'
import {createTermFinder} from '../source/find-terms.js'
import {flatten} from '../source/flatten.js'
import {MARK_START} from '../source/markdown/mark-syntax.js'
import {renderMarksAsSpans} from '../source/marks.js'
import type {Passage, Tree} from '../source/types.js'
import {unweave, weave} from '../source/weave.js'
import {flatMap, map} from '../util/lists.js'
import {toStandoff} from './to-standoff.js'
import type {StorySettings, XenoglossData} from './types.js'

/** The characters that join letters into words in the host language and in every language that may occur. */
const joinersOf = (lexicons: readonly Lexicon[]): string =>
  [...new Set([DEFAULT_JOINERS, ...map(lexicons, ({spelling}) => spelling.joiners ?? '')].join(''))].join('')

/** Adds a lexicon of the words that the author lists with their meanings. */
function withListedWords(
  lexicons: readonly Lexicon[],
  glossCandidates: readonly GlossCandidate[],
  language: string,
  passages: readonly Passage[],
): readonly Lexicon[] {
  const entries = flatMap(glossCandidates, ({headword, passage, content}): Entry[] => {
    const {text} = passages[passage] as Passage
    return headword === undefined ? [] : [{headword, senses: [text.slice(content.start, content.end)], certainty: 'attested'}]
  })
  return entries.length === 0 ? lexicons : [...lexicons, createLexicon({language, entries})]
}

/** More sentences than any passage has, to number a story's sentences. */
const SENTENCES = 2 ** 32

/** Utterances, and the loans outside them, in the order of the text. */
function mergeFindings(lines: readonly Finding[], words: readonly Finding[]): Finding[] {
  const sentences = new Set(map(lines, ({passage, sentence}) => passage * SENTENCES + sentence))
  const loans = words.filter(({passage, sentence}) => !sentences.has(passage * SENTENCES + sentence))
  return [...lines, ...loans].sort((a, b) => a.passage - b.passage || a.start - b.start)
}

/** Pairs the findings that no mark translates; indices are those of all findings. */
function pairUntranslated(findings: readonly Finding[], translated: ReadonlyMap<number, string>, options: Parameters<typeof pair>[1]): Pairing[] {
  if (translated.size === 0) return pair(findings, options)
  const open = [...findings.keys()].filter((index) => !translated.has(index))
  const pairings = pair(
    map(open, (index) => findings[index] as Finding),
    options,
  )
  return map(pairings, ({of, ...pairing}) => ({...pairing, of: map(of, (index) => open[index] as number)}))
}

/** Confidence below which no candidate can be saved by what is found around it. */
const HOPELESS = 0.003

/** A story before anything is decided. */
export interface PreparedStory {
  readonly joiners: string
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly glossCandidates: readonly GlossCandidate[]
}

/**
 * The first half of the pipeline: the passages of a story, the survey of the whole, and where glosses may stand.
 *
 * @param tree what `source` was parsed to; nodes of an earlier run are removed first
 * @param source the text that the positions of the tree count in
 */
export function prepareStory(tree: Tree, source: string, settings: StorySettings): PreparedStory {
  const {format, host, lang, terms, ignore, conventions} = settings
  const joiners = joinersOf(settings.lexicons)
  unweave(tree)
  if (MARK_START.test(source)) renderMarksAsSpans(tree)
  const findTerms = createTermFinder(terms, {lang, joiners, host, ignore})
  const {passages, forms, tokens} = flatten(tree, {source, format, host, joiners, findTerms})
  const survey = surveyStory(passages, {host, forms, tokens})
  const proposed = flatMap(conventions, (convention) => convention.find(passages, {host, survey})).sort((a, b) => a.passage - b.passage || a.start - b.start)
  return {joiners, passages, survey, glossCandidates: dropContradictedCandidates(proposed, passages)}
}

/** Utterances and loans. Each kind is judged twice, the second time with what the first time found. */
function detect({passages, survey, glossCandidates}: PreparedStory, lexicons: readonly Lexicon[], settings: StorySettings): Finding[] {
  const {host, ignore, threshold, clues} = settings
  const candidates = propose(passages, {survey, host, lexicons, glossCandidates, ignore})
  const context = {passages, host, survey, glossCandidates, lexicons, cache: new Map()}
  const judgeTwice = (kind: Candidate['kind'], found: readonly Finding[]): Finding[] => {
    const own = candidates.filter((candidate) => candidate.kind === kind)
    const first = judge(own, {clues, threshold: Math.min(threshold, HOPELESS), context: {...context, found}})
    const likely = first.filter(({confidence}) => confidence >= threshold)
    return judge(first, {clues, threshold, context: {...context, found: [...found, ...likely]}})
  }
  const lines = judgeTwice('line', [])
  return mergeFindings(lines, judgeTwice('word', lines))
}

/** The second half of the pipeline: utterances and loans, their translations, word links, and the glossaries. */
export function analyseStory(story: PreparedStory, settings: StorySettings): XenoglossData & {readonly findings: LinkedStory} {
  const {joiners, passages, survey, glossCandidates} = story
  const {host, lang, ignore, conventions, work} = settings
  const declared = Array.from(collectDeclaredEntries(passages), ([tag, entries]) => createLexicon({language: tag || lang, entries}))
  const lexicons = [...declared, ...withListedWords(settings.lexicons, glossCandidates, lang, passages)]
  const findings = detect(story, lexicons, settings)

  const marked = collectDeclaredTranslations(findings, passages, host)
  const pairings = pairUntranslated(findings, marked, {passages, glossCandidates, conventions})
  const paired = new Set(flatMap(pairings, ({of}) => of))
  const hovers = collectHoverTranslations(findings, passages, {host, isOpen: (index) => !marked.has(index) && !paired.has(index)})
  const translations = hovers.size === 0 ? marked : new Map([...marked, ...hovers])
  const glosses = align(pairings, {passages, findings})

  const lookUpWord = createWordLookup(lexicons)
  const langs = assignLanguages(findings, {passages, survey, host, lookUpWord, lang})
  const entries = flatMap(lexicons, (lexicon) => lexicon.entries)
  const findPhrase = createHeadwordFinder(entries, joiners)
  const linked = linkStory(findings, glosses, {passages, survey, host, lookUpWord, findPhrase, langs, ignore, translations})

  const standoff = toStandoff(linked, passages)
  const spellingOf = (language: string) => lexicons.find((lexicon) => lexicon.language === language)?.spelling
  const glossaries = collectGlossaries(linked, {passages, survey, lang, spellingOf, work})
  return {findings: linked, standoff, glossary: mainGlossary(glossaries), glossaries}
}

/** Annotates beside the tree, which stays as it is but for nodes of an earlier run. */
export function analyseTree(tree: Tree, source: string, settings: StorySettings): XenoglossData {
  const {findings, ...data} = analyseStory(prepareStory(tree, source, settings), settings)
  return data
}

/**
 * The whole pipeline. Puts the findings into `tree` and returns what stands beside it.
 *
 * @param tree what `source` was parsed to; nodes of an earlier run are removed first
 * @param source the text that the positions of the tree count in
 */
export function annotateTree(tree: Tree, source: string, settings: StorySettings): XenoglossData {
  const story = prepareStory(tree, source, settings)
  const {findings, ...data} = analyseStory(story, settings)
  weave(story.passages, findings, {source, format: settings.format})
  return data
}
