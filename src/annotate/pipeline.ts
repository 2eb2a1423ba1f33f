import type {Root} from 'mdast'
import {findByClues} from '../detect/find-by-clues.js'
import {findStretches} from '../detect/find-stretches.js'
import {mergeFindings} from '../detect/findings/merge-findings.js'
import {surveyStory} from '../detect/survey.js'
import type {Finding, GlossCandidate, Survey} from '../detect/types.js'
import {findListedSpans, translationList} from '../gloss/conventions/translation-list.js'
import {verse} from '../gloss/conventions/verse.js'
import {collectDeclaredEntries, collectDeclaredTranslations, collectHoverTranslations, dropContradictedCandidates} from '../gloss/declared-translations.js'
import {outsideOf} from '../gloss/outside-of.js'
import {pairByConventions, proposeSpans} from '../gloss/propose-spans.js'
import {alignStanzas} from '../gloss/stanzas/align-stanzas.js'
import {translate} from '../gloss/translate.js'
import type {AlignedGloss, PairingReport} from '../gloss/types.js'
import {assignLanguages} from '../glossary/assign-languages.js'
import {collectGlossaries, mainGlossary} from '../glossary/collect-glossaries.js'
import {linkStory} from '../glossary/link-story.js'
import {recognizeWord} from '../languages/recognize-word.js'
import {createLexicon} from '../lexicon/create-lexicon.js'
import {createHeadwordFinder} from '../lexicon/phrases.js'
import type {Entry, Lexicon} from '../lexicon/types.js'
import {createWordLookup} from '../lexicon/word-lookup.js'
import {DEFAULT_JOINERS} from '../prose/folding.js'
import {overlapsAny} from '../prose/spans.js'
import type {Place} from '../prose/types.js'
import type {LinkedStory} from '../source/annotation-types.js'
import {createTermFinder} from '../source/find-terms.js'
import {flatten} from '../source/flatten.js'
import {splitInlineSyntax} from '../source/markdown/inline-syntax.js'
import {MARK_START} from '../source/markdown/mark-syntax.js'
import {renderMarksAsSpans} from '../source/marks.js'
import type {Passage, Tree} from '../source/types.js'
import {unweave, weave} from '../source/weave.js'
import {flatMap, groupBy, map} from '../util/lists.js'
import {toPairings, toStandoff} from './to-standoff.js'
import type {StorySettings, XenoglossData} from './types.js'

/** BCP 47: any language. */
const UNDETERMINED = 'und'

/** The characters that join letters into words in the host language and in every language that may occur. */
const joinersOf = (lexicons: readonly Lexicon[]): string =>
  [...new Set([DEFAULT_JOINERS, ...map(lexicons, ({spelling}) => spelling.joiners ?? '')].join(''))].join('')

/** What stands in a list before its author's remark: *sleep! (the bossy form)*, *hot tea. Don't.* */
function firstSentence(text: string): string {
  const end = /[.!?]["”']?\s+\p{Lu}/u.exec(text)?.index
  return end === undefined || end === 0 ? text : text.slice(0, end)
}

/** Adds a lexicon of the words that the author lists with their meanings. */
function withListedWords(
  lexicons: readonly Lexicon[],
  glossCandidates: readonly GlossCandidate[],
  language: string,
  passages: readonly Passage[],
): readonly Lexicon[] {
  const entries = flatMap(glossCandidates, ({headword, passage, content}): Entry[] => {
    const {text} = passages[passage] as Passage
    return headword === undefined ? [] : [{headword, senses: [firstSentence(text.slice(content.start, content.end))], certainty: 'attested'}]
  })
  return entries.length === 0 ? lexicons : [...lexicons, createLexicon({language, entries})]
}

/** A story before anything is decided. */
export interface PreparedStory {
  readonly joiners: string
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly glossCandidates: readonly GlossCandidate[]
  /** The entries of lists of translations. */
  readonly listed: readonly Place[]
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
  if (format.name === 'markdown') splitInlineSyntax(tree as Root, source)
  const findTerms = createTermFinder(terms, {lang, joiners, host, ignore})
  const {passages, forms, tokens} = flatten(tree, {source, format, host, joiners, findTerms})
  settings.onStage?.('flattened')
  const survey = surveyStory(passages, {host, forms, tokens})
  const proposed = flatMap(conventions, (convention) => convention.find(passages, {host, survey})).sort((a, b) => a.passage - b.passage || a.start - b.start)
  // Lists none of whose entries is said elsewhere explain nothing.
  const listed = proposed.some(({convention}) => convention === translationList.name) ? findListedSpans(passages, host) : []
  settings.onStage?.('surveyed')
  return {joiners, passages, survey, glossCandidates: dropContradictedCandidates(proposed, passages), listed}
}

/** Clue findings of less confidence are no evidence for what the chain proposes. */
const LEAST_OF_CLUES = 0.2

/** Utterances and loans of a story. */
function detect(
  {passages, survey, glossCandidates, listed}: PreparedStory,
  lexicons: {given: readonly Lexicon[]; listed: readonly Lexicon[]},
  settings: StorySettings,
): Finding[] {
  const {host, ignore, threshold} = settings
  const stretches = findStretches(passages, {
    ...lexicons,
    survey,
    host,
    glossCandidates,
    ignore,
    clues: settings.ownClues,
  })
  settings.onStage?.('stretches')
  const byClues = findByClues(passages, {...settings, survey, glossCandidates, lexicons: [...lexicons.given, ...lexicons.listed], lowest: LEAST_OF_CLUES})
  const findings = mergeFindings(stretches, byClues, {
    passages,
    survey,
    host,
    glossCandidates,
    threshold,
    unknownOdds: host.unknownOdds,
    recognize: (key) => recognizeWord(key, settings.languages),
  })
  if (listed.length === 0) return findings
  const listedIn = groupBy(listed, ({passage}) => passage)
  return findings.filter((finding) => !overlapsAny(listedIn.get(finding.passage) ?? [], finding))
}

/** Utterances and loans, and the lexicons that were used: `given` without what the story lists. */
export function detectFindings(
  story: PreparedStory,
  settings: StorySettings,
): {findings: readonly Finding[]; lexicons: readonly Lexicon[]; given: readonly Lexicon[]} {
  if (!settings.isHostSpoken) return {findings: [], lexicons: settings.lexicons, given: settings.lexicons}
  const {passages, glossCandidates} = story
  const {lang} = settings
  const declared = Array.from(collectDeclaredEntries(passages), ([tag, entries]) => createLexicon({language: tag || lang, entries}))
  const given = [...declared, ...settings.lexicons]
  const lexicons = withListedWords(given, glossCandidates, lang, passages)
  return {findings: detect(story, {given, listed: lexicons.slice(given.length)}, settings), lexicons, given}
}

/**
 * The glosses of a story, and translations that stand beside it. Marks, conventions of the user's own and hover texts take precedence;
 * what they leave is decided by the learned model, to which the built-in conventions make proposals.
 */
function findGlosses(
  findings: readonly Finding[],
  ofStanzas: readonly AlignedGloss[],
  {passages, survey, glossCandidates}: PreparedStory,
  {host, conventions, builtInConventions}: StorySettings,
): {glosses: AlignedGloss[]; translations: ReadonlyMap<number, string>; reports: readonly PairingReport[]} {
  const marked = collectDeclaredTranslations(findings, passages, host)
  const own = conventions.filter((convention) => convention.name === 'mark' || !builtInConventions.includes(convention))
  const declared = pairByConventions(findings, {passages, glossCandidates, conventions: own, isOpen: (index) => !marked.has(index)})
  const paired = new Set(flatMap(declared, ({of}) => of))
  const hovers = collectHoverTranslations(findings, passages, {host, isOpen: (index) => !marked.has(index) && !paired.has(index)})
  const isOpen = (index: number): boolean => !marked.has(index) && !paired.has(index)
  const builtIn = conventions.filter((convention) => builtInConventions.includes(convention) && convention.name !== 'mark')
  const linesIn = groupBy(
    findings.filter(({kind}) => kind === 'line'),
    ({passage}) => passage,
  )
  // What holds a line is no translation.
  const proposed = pairByConventions(findings, {passages, glossCandidates, conventions: builtIn, isOpen}).filter(
    ({candidate: {passage, content}}) => !overlapsAny(linesIn.get(passage) ?? [], content),
  )
  const proposals = proposeSpans(proposed, passages, survey.tokens)
  const names = new Set(map(builtIn, ({name}) => name))
  const isOutside = outsideOf(declared)
  const stanzas = ofStanzas.filter(({of, candidate: {passage, content}}) => of.every(isOpen) && isOutside(passage, content))
  const inStanza = new Set(flatMap(stanzas, ({of}) => of))
  const learned =
    builtIn.length === 0
      ? {glosses: [], reports: []}
      : translate(findings, {
          passages,
          survey,
          host,
          // A hover text is a translation unless the text itself has one.
          isOpen: (index) => isOpen(index) && !inStanza.has(index) && (!hovers.has(index) || proposals.has(index)),
          isEnabled: (name) => names.has(name),
          isFree: outsideOf([...declared, ...stanzas]),
          proposals,
        })
  const glosses = [...declared, ...stanzas, ...learned.glosses].sort(
    (a, b) => a.candidate.passage - b.candidate.passage || a.candidate.start - b.candidate.start,
  )
  for (const {of} of learned.glosses) for (const index of of) hovers.delete(index)
  return {glosses, translations: hovers.size === 0 ? marked : new Map([...marked, ...hovers]), reports: learned.reports}
}

/** The second half of the pipeline: utterances and loans, their translations, word links, and the glossaries. */
export function analyseStory(story: PreparedStory, settings: StorySettings): XenoglossData & {readonly findings: LinkedStory} {
  const {joiners, passages, survey} = story
  const {host, lang, languages, ignore, work} = settings
  const {findings: detected, lexicons, given} = detectFindings(story, settings)
  settings.onStage?.('found')
  const hasVerse = settings.conventions.includes(verse)
  const {findings, glosses: ofStanzas} = hasVerse ? alignStanzas(detected, {passages, survey, host}) : {findings: detected, glosses: []}
  const {glosses, translations, reports} = findGlosses(findings, ofStanzas, story, settings)
  settings.onStage?.('translated')

  const lookUpWord = createWordLookup(lexicons, host.uninflect)
  const entriesOf = (same: readonly Lexicon[]) => flatMap(same, (lexicon) => lexicon.entries)
  const findPhrasesOf = (own: readonly Lexicon[]) =>
    new Map(
      Array.from(
        groupBy(own, ({language}) => language),
        ([language, same]) => [language, createHeadwordFinder(entriesOf(same), joiners)],
      ),
    )
  const findPhrases = findPhrasesOf(lexicons)
  const ofGiven =
    given.length === lexicons.length ? {lookUpWord, findPhrases} : {lookUpWord: createWordLookup(given, host.uninflect), findPhrases: findPhrasesOf(given)}
  const langs = assignLanguages(findings, {passages, survey, host, lookUpWord, findPhrases, given: ofGiven, recognizers: languages, lang})
  const findPhrase = createHeadwordFinder(entriesOf(lexicons), joiners)
  const linked = linkStory(findings, glosses, {passages, survey, host, lookUpWord, findPhrase, langs, lang, ignore, translations})

  settings.onStage?.('linked')

  const standoff = toStandoff(linked, passages)
  const spellingOf = (language: string) => lexicons.find((lexicon) => lexicon.language === language)?.spelling
  const quoted = new Set(langs.flatMap((own) => (own.langConfidence === undefined ? [] : [own.lang])))
  const glossaries = collectGlossaries(linked, {passages, survey, lang, hostLanguage: host.lang, spellingOf, work})
  const glossary = mainGlossary(glossaries, quoted)
  const hostLanguage = settings.isHostSpoken ? host.lang : UNDETERMINED
  return {findings: linked, standoff, glossary, glossaries, hostLanguage, pairings: toPairings(reports, findings, passages)}
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
