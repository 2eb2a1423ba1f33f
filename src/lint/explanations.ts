import type {Step} from '../lexicon/types.js'

/** Every sentence of `explain`. Tests check that each clue and each convention has its own. */

/** The clauses for a clue with a positive and with a negative weight. */
interface ClueTexts {
  readonly for: string
  readonly against: string
}

export const CLUE_SENTENCES: Readonly<Record<string, ClueTexts>> = {
  declared: {for: 'the author marks it as foreign', against: 'the author marks it as not foreign'},
  setting: {for: 'lines of another language are common in such places', against: 'lines of another language are rare in such places'},
  words: {for: 'most of its words are not words of the host language', against: 'its words are words of the host language'},
  gloss: {for: 'a likely translation follows it or refers to it', against: 'what follows it does not read like a translation'},
  company: {
    for: 'its neighbors in the same speech or paragraph are in that language',
    against: 'its neighbors in the same speech or paragraph are in the host language',
  },
  kin: {
    for: 'one of its words is related to words of the story’s other lines, by a near spelling, a stem or an affix',
    against: 'none of its words is related to words of the story’s other lines',
  },
  names: {
    for: 'only characters use it, to address each other',
    against: 'it looks like a name or consists of names, and names do not count as foreign words',
  },
  emphasis: {for: 'it is set in italics, as foreign words often are', against: 'it is not set in italics'},
  dictionary: {for: 'a dictionary explains some of its words', against: 'no dictionary explains its words'},
  vocabulary: {
    for: 'the story’s foreign lines use it or a related word',
    against: 'it is a word of the host language, and the story’s foreign lines rarely use it',
  },
  custom: {for: 'the story repeatedly uses it in lower case, as an ordinary word', against: 'the story rarely uses it'},
  spelling: {for: 'it is spelled like the story’s other foreign lines', against: 'it is spelled like the host language'},
}

/** The sentence for what is known of a line from its repetitions. */
const REPEATED = 'The same line is translated elsewhere in the story.'

/** Where a gloss stands, by convention: the clause after “… is identified as the translation of …: ”. */
export const CONVENTION_CLAUSES: Readonly<Record<string, string>> = {
  mark: 'the author marks it as a translation',
  notes: 'it is the note that a reference mark after the line points to',
  'translation-list': 'it stands beside the line in a list of translations',
  verse: 'it is a stanza that follows a stanza with the same number of lines',
  'round-brackets': 'it follows the line in round brackets, and the line has no earlier translation',
  'square-brackets': 'it follows the line in square brackets, and the line has no earlier translation',
  'own-paragraph': 'it is a bracketed paragraph directly after that of the line',
  meaning: 'a phrase such as “which means” connects the two',
  apposition: '“or” introduces it as another name, with one article for both',
  dash: 'it is a second quotation, connected to the first by a dash',
  emphasis: 'it follows the line in italics, as this author’s other translations do',
  reverse: 'the foreign words follow it in brackets',
  repeated: 'the speaker repeats the line in the host language, as other speakers in the story do',
  separator: 'a sign such as “~”, “|”, “=” or “→” connects the two',
  nearby: 'it is near the line, and its length, punctuation and words agree with it',
}

/** What speaks for or against a translation, by the names of the reasons: the clauses after “because”. */
const REASON_CLAUSES: Readonly<Record<string, ClueTexts>> = {
  place: {for: 'translations often stand in such a place', against: 'translations rarely stand in such a place'},
  separator: {for: 'what sets it off is common for translations', against: 'what sets it off is rare for translations'},
  cue: {for: 'a phrase introduces it', against: 'no phrase introduces it'},
  length: {for: 'it is about as long as the line', against: 'its length does not match the line'},
  punctuation: {for: 'it begins and ends as the line does', against: 'it begins or ends differently from the line'},
  names: {for: 'it shares names, numbers or words with the line', against: 'its names, numbers or words do not match the line'},
  order: {for: 'its position among the sentences matches that of the line', against: 'its position among the sentences does not match that of the line'},
  convention: {for: 'it follows a known way of writing translations', against: 'it does not follow a known way of writing translations'},
  wording: {for: 'it is worded like a translation', against: 'it is not worded like a translation'},
  habit: {for: 'the author’s other translations are written this way', against: 'the author’s other translations are written differently'},
}

type StepSentence = (from: string, to: string, affix: string) => string

/** The sentence for each step from the printed word to an entry. */
export const STEP_SENTENCES: Readonly<Record<Step['kind'], StepSentence>> = {
  exact: (from) => `“${from}” is an entry.`,
  fold: (from, to) => `“${from}” is the entry “${to}” except for case or apostrophes.`,
  variant: (from, to) => `“${from}” is listed as another spelling of “${to}”.`,
  form: (from, to) => `“${from}” is listed as a form of “${to}”.`,
  prefix: (from, to, affix) => `Without the prefix ${affix}, “${from}” is “${to}”.`,
  suffix: (from, to, affix) => `Without the suffix ${affix}, “${from}” is “${to}”.`,
  infix: (from, to, affix) => `Without the infix ${affix}, “${from}” is “${to}”.`,
  compound: (from, to) => `“${from}” is a compound of ${to}.`,
  hyphen: (from, to) => `“${from}” consists of ${to}, joined by hyphens.`,
  guess: (from, to) => `“${from}” is in no dictionary, but it is close to the entry “${to}”.`,
}

/** Names for weights in natural log-odds: 1.5 is 4.5 to 1, 4 is 55 to 1, 8 is 3,000 to 1. */
const DEGREES: readonly (readonly [from: number, name: string])[] = [
  [8, 'Conclusive'],
  [4, 'Strong'],
  [1.5, 'Clear'],
  [0, 'Slight'],
]

const degreeOf = (weight: number): string => DEGREES.find(([from]) => Math.abs(weight) >= from)?.[1] ?? 'Slight'

/** Describes a clue and how strong it is. */
export function describeClue({name, weight}: {readonly name: string; readonly weight: number}): string {
  if (name === 'repeated') return REPEATED
  const way = weight > 0 ? 'for' : 'against'
  const texts = Object.hasOwn(CLUE_SENTENCES, name) ? CLUE_SENTENCES[name] : undefined
  return `${degreeOf(weight)} evidence ${way} it: ${texts?.[way] ?? `the custom clue “${name}”`}.`
}

/** Describes why a gloss is identified as the translation of an utterance. */
export const describeConvention = (name: string): string =>
  Object.hasOwn(CONVENTION_CLAUSES, name) ? (CONVENTION_CLAUSES[name] as string) : `it follows the custom convention “${name}”`

/** Describes what speaks for or against a translation, the most important reasons first. */
export const describeReasons = (reasons: readonly {readonly name: string; readonly weight: number}[], way: keyof ClueTexts): string[] =>
  reasons.flatMap(({name, weight}) => (weight > 0 === (way === 'for') && Object.hasOwn(REASON_CLAUSES, name) ? [REASON_CLAUSES[name]?.[way] as string] : []))
