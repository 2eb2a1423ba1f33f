import type {Step} from '../lexicon/types.js'

/** Every sentence of `explain`. Tests hold that each clue and each convention of the shelves has its own. */

/** What a clue says when it speaks for a line or word, and against it. */
interface Voices {
  readonly for: string
  readonly against: string
}

export const CLUES: Readonly<Record<string, Voices>> = {
  declared: {for: 'the author says so outright', against: 'the author says outright that it is not'},
  setting: {
    for: 'lines of another language are common in such places',
    against: 'lines of another language are rare in such places, before anything else is known',
  },
  words: {
    for: 'most of its words are none that the language of the story has, as far as all of the story shows',
    against: 'its words are such as the language of the story has',
  },
  gloss: {for: 'something that reads like its translation follows, or points at it', against: 'what follows reads like no translation'},
  company: {
    for: 'what stands beside it, in the same mouth or paragraph, is of that language',
    against: 'what stands beside it, in the same mouth or paragraph, is of the language of the story',
  },
  kin: {
    for: 'a word of it is akin to words of the story’s other lines: a near spelling, a stem, an affix',
    against: 'none of its words is akin to words of the story’s other lines',
  },
  names: {
    for: 'it is what characters call each other, and nobody else',
    against: 'names are no words of a language, and it looks like one, or is made of them',
  },
  emphasis: {for: 'it is set in italics, as foreign words are', against: 'it is not set in italics'},
  dictionary: {for: 'a dictionary explains words of it', against: 'no dictionary explains its words'},
  vocabulary: {
    for: 'the story’s lines have it too, or a word akin to it',
    against: 'the language of the story has this word, and the story’s lines do not carry it enough',
  },
  custom: {for: 'the story keeps using it, in small letters, as a word of its own', against: 'the story hardly uses it'},
  spelling: {for: 'it is spelt as the story’s other lines are', against: 'it is spelt as the language of the story is'},
}

/** Where a gloss stands, by its convention: the end of “… translates …”. */
export const CONVENTIONS: Readonly<Record<string, string>> = {
  mark: 'the author marks it as a translation',
  notes: 'it is the note that a mark behind the line refers to',
  'translation-list': 'it stands beside it in a list of translations',
  verse: 'it is a stanza behind a stanza, with as many lines',
  'round-brackets': 'it stands in round brackets behind it, and no translation before has claimed it',
  'square-brackets': 'it stands in square brackets behind it, and no translation before has claimed it',
  'own-paragraph': 'it is a paragraph in brackets, right behind that of the line',
  meaning: 'words such as “which means” lead from one to the other',
  apposition: '“or” gives it as another name, with one article for both',
  dash: 'it is a second quotation, joined to the first by a dash',
  emphasis: 'it stands in emphasis behind it, as this author writes translations',
  reverse: 'what is foreign stands in brackets behind it',
  repeated: 'the speaker says it again in the language of the story, as this author lets speakers do',
}

type Named = (from: string, to: string, affix: string) => string

/** How a word was reached from what is printed, step by step. */
export const STEPS: Readonly<Record<Step['kind'], Named>> = {
  exact: (from) => `“${from}” is an entry, as printed.`,
  fold: (from, to) => `“${from}” is the entry “${to}”, in another case or with another apostrophe.`,
  variant: (from, to) => `“${from}” is listed as another spelling of “${to}”.`,
  form: (from, to) => `“${from}” is listed as a form of “${to}”.`,
  prefix: (from, to, affix) => `Without the prefix ${affix}, “${from}” is “${to}”.`,
  suffix: (from, to, affix) => `Without the suffix ${affix}, “${from}” is “${to}”.`,
  infix: (from, to, affix) => `Without the infix ${affix}, “${from}” is “${to}”.`,
  compound: (from, to) => `“${from}” is built of ${to}.`,
  hyphen: (from, to) => `In “${from}” hyphens join ${to}.`,
  guess: (from, to) => `“${from}” is in no dictionary; “${to}” is, and near enough to guess.`,
}

/** A weight in natural log-odds as people say it: 1 is nearly 3 to 1, 4 is 55 to 1, 8 is 3,000 to 1. */
const DEGREES: readonly (readonly [from: number, word: string])[] = [
  [8, 'beyond doubt'],
  [4, 'strongly'],
  [1.5, 'clearly'],
  [0, 'slightly'],
]

const degreeOf = (weight: number): string => DEGREES.find(([from]) => Math.abs(weight) >= from)?.[1] ?? 'slightly'

/** What one clue says, and how loudly. */
export function sayClue({name, weight}: {readonly name: string; readonly weight: number}): string {
  const way = weight > 0 ? 'for' : 'against'
  const voices = Object.hasOwn(CLUES, name) ? CLUES[name] : undefined
  return `${way === 'for' ? 'For' : 'Against'} it, ${degreeOf(weight)}: ${voices?.[way] ?? `the clue “${name}”, which is not of the shelf, speaks ${way} it`}.`
}

/** Why a gloss is taken for the translation of what it stands by. */
export const sayConvention = (name: string): string =>
  Object.hasOwn(CONVENTIONS, name) ? (CONVENTIONS[name] as string) : `the convention “${name}”, which is not of the shelf, says so`
