import {createLexicon} from './lexicon/create-lexicon.js'
import {align} from './stages/align.js'
import {collect} from './stages/collect.js'
import {flatten} from './stages/flatten.js'
import {judge} from './stages/judge.js'
import {link} from './stages/link.js'
import {pair} from './stages/pair.js'
import {propose} from './stages/propose.js'
import {survey as surveyOf} from './stages/survey.js'
import {unweave, weave} from './stages/weave.js'
import {toStandoff} from './standoff.js'
import {DEFAULT_JOINERS} from './text/folding.js'
import type {Candidate, Entry, Finding, GlossSite, Host, Lexicon, Passage, Settings, Tree, XenoglossData} from './types.js'

/** Asks once for each word. */
function once<T>(ask: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>()
  return (word) => {
    let answer = answers.get(word)
    if (answer === undefined) answers.set(word, (answer = ask(word)))
    return answer
  }
}

/** The characters that join letters to words in the host language and in every language that may occur. */
const joinersOf = ({lexicons}: Pick<Settings, 'lexicons'>): string =>
  [...new Set([DEFAULT_JOINERS, ...lexicons.map(({spelling}) => spelling.joiners ?? '')].join(''))].join('')

/** What the author lists with its meaning is a dictionary too. */
function withListed(lexicons: readonly Lexicon[], sites: readonly GlossSite[], language: string, passages: readonly Passage[]): readonly Lexicon[] {
  const entries = sites.flatMap(({headword, passage, content}): Entry[] => {
    const {text} = passages[passage] as Passage
    return headword === undefined ? [] : [{headword, senses: [text.slice(content.start, content.end)], certainty: 'attested'}]
  })
  return entries.length === 0 ? lexicons : [...lexicons, createLexicon({language, entries})]
}

/** Lines, and the words that stand outside them, in the order of the text. */
function inOrder(lines: readonly Finding[], words: readonly Finding[]): Finding[] {
  const taken = new Set(lines.map(({passage, sentence}) => `${passage}:${sentence}`))
  const alone = words.filter(({passage, sentence}) => !taken.has(`${passage}:${sentence}`))
  return [...lines, ...alone].sort((a, b) => a.passage - b.passage || a.start - b.start)
}

/**
 * The whole street. Puts the findings into `tree` and answers what stands beside it.
 *
 * @param tree what `source` was parsed to; nodes of an earlier run are taken out first
 * @param source the text that the positions of the tree count in
 */
export function annotateTree(tree: Tree, source: string, settings: Settings): XenoglossData {
  // The host is asked for the same words again and again, but what it was asked is forgotten with the story.
  const host: Host = {...settings.host, familiarity: once(settings.host.familiarity)}
  const {format, lang, threshold, clues, conventions} = settings
  const lag = format === 'markdown' && source.startsWith('\ufeff') ? 1 : 0
  unweave(tree)
  const {passages, forms, tokens} = flatten(tree, {source, format, lag, host, joiners: joinersOf(settings)})
  const survey = surveyOf(passages, {host, forms, tokens})
  const sites = conventions.flatMap((convention) => convention.find(passages, {host, survey})).sort((a, b) => a.passage - b.passage || a.start - b.start)

  const lexicons = withListed(settings.lexicons, sites, lang, passages)
  const candidates = propose(passages, {survey, lexicons, sites, tokens})
  const evidence = {passages, host, survey, sites, lexicons}
  // Everything is judged twice: the second time in the company of what was found the first time.
  const judgeTwice = (kind: Candidate['kind'], found: readonly Finding[]): Finding[] => {
    const own = candidates.filter((candidate) => candidate.kind === kind)
    const first = judge(own, {clues, threshold, evidence: {...evidence, found}})
    return judge(own, {clues, threshold, evidence: {...evidence, found: [...found, ...first]}})
  }
  const lines = judgeTwice('line', [])
  const words = judgeTwice('word', lines)
  const findings = inOrder(lines, words)

  const pairings = pair(findings, {passages, sites, conventions})
  const glosses = align(pairings, {passages, findings})
  const linked = link(findings, glosses, {passages, survey, host, lexicons, lang})

  const standoff = toStandoff(linked, passages)
  const glossary = collect(linked, {passages, survey, lang})
  weave(passages, linked, {source, format, lag})
  return {standoff, glossary}
}
