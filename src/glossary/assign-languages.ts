import countBy from 'lodash-es/countBy.js'
import maxBy from 'lodash-es/maxBy.js'
import type {Finding, Survey} from '../detect/types.js'
import type {Host} from '../hosts/types.js'
import type {Read} from '../lexicon/look-up-word.js'
import {numbered} from '../prose/language-tag.js'
import type {Word} from '../prose/types.js'
import {isForeign} from '../source/declarations.js'
import type {Passage} from '../source/types.js'
import {lazy} from '../util/lazy.js'
import {flatMap, map} from '../util/lists.js'
import {type LanguageSplit, splitLanguages} from './split-languages.js'

interface Knowledge {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly host: Host
  readonly read: Read
  /** For words that nothing claims. */
  readonly lang: string
}

/** What is said of a finding's language, and how surely. */
interface Claim {
  readonly language: string
  /** The author says so, or a dictionary explains so much that nothing else need be asked. */
  readonly sure: boolean
}

/** Share of a line's words that a dictionary must explain, or that sure lines must have, to be sure of it; and of a part's lines that must be claimed for the rest to follow. */
const EXPLAINED = 0.5
const FOLLOWED = 0.5
/** So few lines are followed by none. */
const LEAST = 3

/** Log-odds from which a word alone is of the second language. */
const SPELT = 4

/** The language whose dictionary explains most of some words. */
function explained(words: readonly Word[], read: Read): Claim | undefined {
  const counts = new Map<string, number>()
  for (const {surface} of words) for (const {language} of read(surface)) counts.set(language, (counts.get(language) ?? 0) + 1)
  const best = maxBy([...counts], ([, count]) => count)
  return best && {language: best[0], sure: best[1] >= EXPLAINED * words.length}
}

function claimOf({passage, words: {start, end}}: Finding, {passages, read}: Knowledge): Claim | undefined {
  const {wordDeclarations: said, words} = passages[passage] as Passage
  const declaration = said.slice(start, end).find((item) => item && isForeign(item))
  return declaration?.lang && declaration.as !== 'term' ? {language: declaration.lang, sure: true} : explained(words.slice(start, end), read)
}

/** The keys that tell a line's language: no names, no numbers. */
const keysOf = ({passage, words: {start, end}}: Finding, {passages, survey, host}: Knowledge): string[] =>
  map(
    (passages[passage] as Passage).words.slice(start, end).filter((word) => !survey.names.has(word.key) && !host.isNeutral(word)),
    ({key}) => key,
  )

/** The name of each part: what most of its lines are claimed for; else `lang`, and for a second part without a name one that counts on. */
function namesOf(parts: readonly (readonly (Claim | undefined)[])[], lang: string): string[] {
  const claimed = map(parts, (claims) => {
    const counts = new Map<string, number>()
    for (const claim of claims) if (claim?.sure) counts.set(claim.language, (counts.get(claim.language) ?? 0) + 1)
    const best = maxBy([...counts], ([, count]) => count)
    return best && best[1] >= LEAST && best[1] >= FOLLOWED * claims.length ? best[0] : undefined
  })
  let next = 1
  return map(claimed, (name) => {
    if (name !== undefined) return name
    while (claimed.includes(next === 1 ? lang : numbered(lang, next))) next++
    const own = next === 1 ? lang : numbered(lang, next)
    next++
    return own
  })
}

/** For each key, the language of most lines that have it. */
function vocabularyOf(lines: readonly (readonly string[])[], langs: readonly string[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const [index, line] of lines.entries()) {
    for (const key of line) {
      const row = counts.get(key) ?? new Map<string, number>()
      counts.set(key, row.set(langs[index] as string, (row.get(langs[index] as string) ?? 0) + 1))
    }
  }
  return new Map(Array.from(counts, ([key, row]) => [key, (maxBy([...row], ([, count]) => count) as [string, number])[0]] as const))
}

/** Lines that nothing claims and most of whose words sure lines have: of those lines' language. */
function* followed(claims: readonly (Claim | undefined)[], keys: readonly (readonly string[])[]): Generator<[line: number, claim: Claim]> {
  const sure = [...claims.keys()].filter((line) => claims[line]?.sure)
  if (sure.length === 0) return
  const vocabulary = vocabularyOf(
    map(sure, (line) => keys[line] as readonly string[]),
    map(sure, (line) => (claims[line] as Claim).language),
  )
  for (const [line, own] of keys.entries()) {
    if (claims[line]) continue
    const counts = countBy(
      own.filter((key) => vocabulary.has(key)),
      (key) => vocabulary.get(key),
    )
    const best = maxBy(Object.entries(counts), ([, count]) => count)
    if (best && best[1] >= EXPLAINED * own.length) yield [line, {language: best[0], sure: true}]
  }
}

/**
 * The language of every finding: the one that the author names, else the one whose dictionary explains its words, else the one that the
 * lines spelt like it have. Two languages without a name are told apart only where the evidence is clear.
 */
export function attribute(findings: readonly Finding[], knowledge: Knowledge): string[] {
  const lines = flatMap(findings, ({kind}, index) => (kind === 'line' ? [index] : []))
  const keys = map(lines, (index) => keysOf(findings[index] as Finding, knowledge))
  const claims = map(findings, (finding) => claimOf(finding, knowledge))
  for (const [line, claim] of followed(
    map(lines, (index) => claims[index]),
    keys,
  ))
    claims[lines[line] as number] = claim
  const tongues: LanguageSplit | undefined = splitLanguages(keys)
  const partOf = (line: number): number => tongues?.of[line] ?? 0
  const parts = map(tongues ? [0, 1] : [0], (part) => flatMap(lines, (index, line) => (partOf(line) === part ? [claims[index]] : [])))
  const names = namesOf(parts, knowledge.lang)
  // Lines that spelling parts follow their part where a dictionary knows little of them.
  const isSure = (claim: Claim | undefined): claim is Claim => claim !== undefined && (claim.sure || !tongues)
  const langs = map(findings, (_, index) => claims[index]?.language ?? knowledge.lang)
  for (const [line, index] of lines.entries()) {
    const claim = claims[index]
    langs[index] = isSure(claim) ? claim.language : (names[partOf(line)] as string)
  }
  const vocabulary = lazy(() =>
    vocabularyOf(
      keys,
      map(lines, (index) => langs[index] as string),
    ),
  )
  for (const [index, finding] of findings.entries()) {
    if (finding.kind === 'line' || claims[index]) continue
    const [key = ''] = keysOf(finding, knowledge)
    langs[index] = vocabulary().get(key) ?? (names[tongues && tongues.odds(key) > SPELT ? 1 : 0] as string)
  }
  return langs
}
