import {judge} from '../detect/judge.js'
import {propose} from '../detect/propose.js'
import {survey as surveyOf} from '../detect/survey.js'
import type {Candidate, Finding, GlossCandidate, Survey} from '../detect/types.js'
import {align} from '../gloss/align.js'
import {pair} from '../gloss/pair.js'
import {hoverTranslations, sitesLeft, statedEntries, statedTranslations} from '../gloss/stated-translations.js'
import type {Pairing} from '../gloss/types.js'
import {attribute} from '../glossary/assign-languages.js'
import {collect, mainOf} from '../glossary/collect.js'
import {link} from '../glossary/link.js'
import {createLexicon} from '../lexicon/create-lexicon.js'
import {reader} from '../lexicon/look-up-word.js'
import {headwordFinder} from '../lexicon/phrases.js'
import type {Entry, Lexicon} from '../lexicon/types.js'
import {DEFAULT_JOINERS} from '../prose/folding.js'
import type {LinkedStory} from '../source/annotation-types.js'
import {termFinder} from '../source/find-terms.js'
import {flatten} from '../source/flatten.js'
import {MARK} from '../source/markdown/mark-syntax.js'
import {dressMarks} from '../source/marks.js'
import type {Format, Passage, Tree} from '../source/types.js'
import {unweave, weave} from '../source/weave.js'
import {flatMap, map} from '../util/lists.js'
import {toStandoff} from './to-standoff.js'
import type {ResolvedOptions, XenoglossData} from './types.js'

/** The characters that join letters to words in the host language and in every language that may occur. */
const joinersOf = ({lexicons}: Pick<ResolvedOptions, 'lexicons'>): string =>
  [...new Set([DEFAULT_JOINERS, ...map(lexicons, ({spelling}) => spelling.joiners ?? '')].join(''))].join('')

/** What the author lists with its meaning is a dictionary too. */
function withListed(lexicons: readonly Lexicon[], sites: readonly GlossCandidate[], language: string, passages: readonly Passage[]): readonly Lexicon[] {
  const entries = flatMap(sites, ({headword, passage, content}): Entry[] => {
    const {text} = passages[passage] as Passage
    return headword === undefined ? [] : [{headword, senses: [text.slice(content.start, content.end)], certainty: 'attested'}]
  })
  return entries.length === 0 ? lexicons : [...lexicons, createLexicon({language, entries})]
}

/** No passage has so many sentences. */
const SENTENCES = 2 ** 32

/** Lines, and the words that stand outside them, in the order of the text. */
function inOrder(lines: readonly Finding[], words: readonly Finding[]): Finding[] {
  const taken = new Set(map(lines, ({passage, sentence}) => passage * SENTENCES + sentence))
  const alone = words.filter(({passage, sentence}) => !taken.has(passage * SENTENCES + sentence))
  return [...lines, ...alone].sort((a, b) => a.passage - b.passage || a.start - b.start)
}

/** Pairs what its author has not translated already. */
function pairOpen(findings: readonly Finding[], translations: ReadonlyMap<number, string>, knowledge: Parameters<typeof pair>[1]): Pairing[] {
  if (translations.size === 0) return pair(findings, knowledge)
  const open = [...findings.keys()].filter((index) => !translations.has(index))
  const pairings = pair(
    map(open, (index) => findings[index] as Finding),
    knowledge,
  )
  return map(pairings, ({of, ...pairing}) => ({...pairing, of: map(of, (index) => open[index] as number)}))
}

/** Confidence below which the company of what has been found saves no candidate. */
const LOST = 0.003

/** How far the tree's offsets lag behind the source's: by the byte order mark, which Markdown parsers leave out. */
const lagOf = (source: string, format: Format): number => (format === 'markdown' && source.startsWith('\ufeff') ? 1 : 0)

/** What a story is before anything is decided. */
export interface PreparedStory {
  readonly joiners: string
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly sites: readonly GlossCandidate[]
}

/**
 * The first half of the street: the words of a story, what the whole of it tells, and where glosses may stand.
 *
 * @param tree what `source` was parsed to; nodes of an earlier run are taken out first
 */
export function prepareStory(tree: Tree, source: string, settings: ResolvedOptions): PreparedStory {
  const {format, host, lang, terms, ignore, conventions} = settings
  const joiners = joinersOf(settings)
  unweave(tree)
  if (MARK.test(source)) dressMarks(tree)
  const findTerms = termFinder(terms, {lang, joiners, host, ignore})
  const {passages, forms, tokens} = flatten(tree, {source, format, lag: lagOf(source, format), host, joiners, findTerms})
  const survey = surveyOf(passages, {host, forms, tokens})
  const proposed = flatMap(conventions, (convention) => convention.find(passages, {host, survey})).sort((a, b) => a.passage - b.passage || a.start - b.start)
  return {joiners, passages, survey, sites: sitesLeft(proposed, passages)}
}

/** The second half: the lines and words that are found, what translates them, and what the story teaches. */
export function analyseStory({joiners, passages, survey, sites}: PreparedStory, settings: ResolvedOptions): XenoglossData & {readonly findings: LinkedStory} {
  const {host, lang, ignore, threshold, clues, conventions} = settings
  const stated = Array.from(statedEntries(passages), ([tag, entries]) => createLexicon({language: tag || lang, entries}))
  const lexicons = [...stated, ...withListed(settings.lexicons, sites, lang, passages)]
  const candidates = propose(passages, {survey, host, lexicons, sites, ignore})
  const evidence = {passages, host, survey, sites, lexicons, made: new Map()}
  // Everything is judged twice: the second time in the company of what was found the first time.
  const judgeTwice = (kind: Candidate['kind'], found: readonly Finding[]): Finding[] => {
    const own = candidates.filter((candidate) => candidate.kind === kind)
    const first = judge(own, {clues, threshold: Math.min(threshold, LOST), evidence: {...evidence, found}})
    const likely = first.filter(({confidence}) => confidence >= threshold)
    return judge(first, {clues, threshold, evidence: {...evidence, found: [...found, ...likely]}})
  }
  const lines = judgeTwice('line', [])
  const words = judgeTwice('word', lines)
  const findings = inOrder(lines, words)

  const marked = statedTranslations(findings, passages, host)
  const pairings = pairOpen(findings, marked, {passages, sites, conventions})
  const paired = new Set(flatMap(pairings, ({of}) => of))
  const hovers = hoverTranslations(findings, passages, {host, isOpen: (index) => !marked.has(index) && !paired.has(index)})
  const translations = hovers.size === 0 ? marked : new Map([...marked, ...hovers])
  const glosses = align(pairings, {passages, findings})
  const read = reader(lexicons)
  const langs = attribute(findings, {passages, survey, host, read, lang})
  const findPhrase = headwordFinder(
    flatMap(lexicons, ({entries}) => entries),
    joiners,
  )
  const linked = link(findings, glosses, {passages, survey, host, read, findPhrase, langs, ignore, translations})

  const standoff = toStandoff(linked, passages)
  const spellingOf = (language: string) => lexicons.find((lexicon) => lexicon.language === language)?.spelling
  const glossaries = collect(linked, {passages, survey, lang, spellingOf, work: settings.work})
  return {findings: linked, standoff, glossary: mainOf(glossaries), glossaries}
}

/** What stands beside the tree, which is not woven into. */
export function analyseTree(tree: Tree, source: string, settings: ResolvedOptions): XenoglossData {
  const {findings, ...data} = analyseStory(prepareStory(tree, source, settings), settings)
  return data
}

/**
 * The whole street. Puts the findings into `tree` and answers what stands beside it.
 *
 * @param tree what `source` was parsed to; nodes of an earlier run are taken out first
 * @param source the text that the positions of the tree count in
 */
export function annotateTree(tree: Tree, source: string, settings: ResolvedOptions): XenoglossData {
  const story = prepareStory(tree, source, settings)
  const {findings, ...data} = analyseStory(story, settings)
  weave(story.passages, findings, {source, format: settings.format, lag: lagOf(source, settings.format)})
  return data
}
