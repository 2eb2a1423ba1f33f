/**
 * The features of the chain: each template is a table with a weight for each combination of its values. A feature's number is the
 * template's offset plus the place of the combination.
 */

import {layOutTables, type Table} from '../tables.js'

export interface Template extends Table {
  /** Name of the clue under which `explain` sums it up. */
  readonly clue: string
}

/** Number of word classes, of coarse classes, of bins. */
const CLASSES = 22
export const COARSE = 7
export const LENGTHS = 6
export const KINDS = 6
export const AFTER = 11
/** Classes of function words; none. */
export const GRAMMAR = 14

type Definition = readonly [clue: string, ...dimensions: number[]]

/** What is known of a word and its place before anything is found in the story. */
const FIRST = {
  bias: ['setting', 1],
  classLength: ['words', CLASSES, LENGTHS],
  classKind: ['words', CLASSES, KINDS],
  spelling: ['spelling', 3, 8],
  language: ['words', 2, 5],
  languageCount: ['words', 2, 4],
  nameMark: ['names', 3],
  letters: ['spelling', 2, 6],
  count: ['custom', COARSE, 5, 3],
  caseUse: ['names', COARSE, 4],
  nameUse: ['names', COARSE, 8],
  leading: ['names', COARSE, 2],
  respelt: ['words', 4],
  framed: ['words', 2, 5],
  toldUse: ['custom', COARSE, 3, 4],
  repeated: ['words', COARSE, 3],
  zone: ['setting', COARSE, 8],
  emphasis: ['emphasis', COARSE, 6, 5],
  emphasisKind: ['emphasis', COARSE, 3, KINDS],
  quotationShare: ['company', COARSE, 6, 5],
  quotationOdds: ['company', COARSE, 8],
  sentenceShare: ['company', COARSE, 6, 4],
  sentenceOdds: ['company', COARSE, 8],
  capital: ['names', COARSE, 6],
  nextGap: ['setting', COARSE, 10],
  previousGap: ['setting', COARSE, 10],
  nextClass: ['company', COARSE, COARSE + 1],
  previousClass: ['company', COARSE, COARSE + 1],
  afterWord: ['gloss', COARSE, AFTER],
  afterUnit: ['gloss', COARSE, AFTER],
  beforeCue: ['gloss', COARSE, 5],
  sharedLanguage: ['company', 3, 3],
  ownLine: ['setting', COARSE, 4],
  oddMarks: ['setting', COARSE, 4],
  bracketed: ['setting', COARSE, 4],
  order: ['words', COARSE, 5, 5],
  orderMean: ['company', COARSE, 6, 4],
  unitOrder: ['company', COARSE, 6, AFTER],
  dialect: ['words', COARSE, 5],
  grammarBefore: ['setting', COARSE, GRAMMAR],
  grammarBehind: ['setting', COARSE, GRAMMAR],
  unitRepeats: ['words', COARSE, 3, 3],
} as const satisfies Record<string, Definition>

/** What the first reading of the story has found adds. */
const SECOND = {
  firstReading: ['words', 9, 3],
  foundElsewhere: ['vocabulary', COARSE, 9],
  foundSure: ['vocabulary', COARSE, 4],
  foundStem: ['kin', COARSE, 4],
  foundSpelling: ['spelling', 3, 8, 3],
  storyForeign: ['company', COARSE, 5, 3],
  unitForeign: ['company', COARSE, 6],
  sentenceForeign: ['company', COARSE, 6],
  passageForeign: ['company', COARSE, 4],
  emphasisHabit: ['emphasis', COARSE, 5],
  glossHabit: ['gloss', COARSE, 5, 3],
  languageHabit: ['words', 3, 5],
  neighbourForeign: ['company', COARSE, 5],
  storyRuns: ['company', COARSE, 4, 3],
} as const satisfies Record<string, Definition>

function layOut<Name extends string>(definitions: Readonly<Record<Name, Definition>>, from: number) {
  const clues = (Object.keys(definitions) as Name[]).map((name) => definitions[name][0])
  const sizes = Object.fromEntries(Object.entries<Definition>(definitions).map(([name, [, ...dimensions]]) => [name, dimensions])) as Record<Name, number[]>
  const {tables, at, end} = layOutTables(sizes, from)
  return {templates: tables.map((table, index): Template => ({...table, clue: clues[index] as string})), at, end}
}

const first = layOut(FIRST, 0)
const second = layOut(SECOND, first.end)

/** Offsets by name. */
export const F = first.at
export const S = second.at
export const FIRST_TEMPLATES: readonly Template[] = first.templates
export const ALL_TEMPLATES: readonly Template[] = [...first.templates, ...second.templates]
export const FIRST_COUNT = first.end
export const ALL_COUNT = second.end

/** What may stand between two words, for the transitions of the chain; several may hold at once. */
export const EDGES = ['join', 'comma', 'pause', 'stop', 'quotation', 'bracket', 'emphasis', 'line', 'odd', 'paragraph'] as const
export const EDGE_COUNT = EDGES.length
/** From the host's language to a foreign one, back, and on in a foreign one. */
export const MOVES = ['begin', 'end', 'stay'] as const
export const TRANSITIONS = EDGE_COUNT * MOVES.length
