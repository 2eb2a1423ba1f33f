import type {Clue} from '../../source/annotation-types.js'
import {lazy} from '../../util/lazy.js'
import {sizeOf, templates} from './span-templates.js'

/** What speaks for or against a span, by the groups of features that show it. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  place: [
    ...['distance|kind', 'distance|setting|kind', 'distance|left|kind', 'distance|setting|left|whole', 'whole|setting|kind', 'between|near', 'tag|distance'],
    ...[
      'line-whole|span-whole|distance',
      'line|right',
      'route|right',
      'nested',
      'hint',
      'after|distance',
      'stanza',
      'none|note',
      'none|list',
      'none|setting|after',
    ],
  ],
  separator: ['setting|left|right', 'left|beyond', 'right|beyond', 'right|kind|near', 'left|kind|near', 'left|right'],
  cue: ['cue|kind', 'cue|left', 'cue|distance', 'strong-cue|near|kind', 'strong-cue|setting|in-quotes', 'interpreter|distance'],
  length: ['length|kind', 'length|near', 'length|whole', 'words|kind', 'left|length', 'sentences|kind', 'commas', 'none|words|kind'],
  punctuation: ['mood', 'mood|near', 'capital', 'none|mood|kind'],
  names: ['names', 'numbers', 'twice', 'like|kind', 'dictionary', 'holds-loan'],
  order: ['findings|distance', 'lines-left|sentences-left|setting', 'lines-before|sentences-before|setting', 'none|following'],
  convention: ['proposed|relation|kind', 'none|proposed|kind', 'proposed-odds|relation|kind'],
}

/** All other features are about the words of the span. */
const WORDING = 'wording'
/** What the other lines of the story show of the author's arrangements. */
const HABIT = 'habit'

const REASONS: readonly string[] = [...Object.keys(GROUPS), WORDING, HABIT]

/** The index of the reason of each feature. */
const reasonOf = lazy(() => {
  const names = Object.keys(GROUPS)
  const found: number[] = []
  for (const group of templates()) {
    const index = names.findIndex((name) => GROUPS[name]?.includes(group.name))
    for (let i = 0; i < sizeOf(group); i++) found.push(index < 0 ? names.length : index)
  }
  return found
})

/** Reasons of less weight are left out, in log-odds. */
const MIN_WEIGHT = 0.5
const MAX_REASONS = 4

const roundHundredths = (value: number): number => Math.round(100 * value) / 100

/**
 * What tells one option from another, the most important first.
 *
 * @param habit how much more the author's habits speak for the first, in log-odds
 */
export function compareOptions(features: readonly number[], others: readonly number[], weights: Float64Array, habit = 0): Clue[] {
  const sums = new Float64Array(REASONS.length)
  for (const feature of features) sums[reasonOf()[feature] as number]! += weights[feature] as number
  for (const feature of others) sums[reasonOf()[feature] as number]! -= weights[feature] as number
  sums[REASONS.length - 1] = habit
  return Array.from(sums, (sum, i): Clue => ({name: REASONS[i] as string, weight: roundHundredths(sum)}))
    .filter(({weight}) => Math.abs(weight) >= MIN_WEIGHT)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || REASONS.indexOf(a.name) - REASONS.indexOf(b.name))
    .slice(0, MAX_REASONS)
}
