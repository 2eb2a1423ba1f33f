import type {Host} from '../hosts/types.js'
import {type FormTable, flagForms} from '../prose/form-table.js'
import type {PrintedForm, Tokens} from '../prose/types.js'
import type {Passage} from '../source/types.js'
import {map} from '../util/lists.js'
import {countUses, findNames} from './count-uses.js'
import {collectDeclaredLanguages} from './declared-languages.js'
import {findGrammarFrames} from './grammar-frames.js'
import {countTrainingWords, type StoryFacts, scoreSentences, scoreWords, type TrainingCounts} from './self-training.js'
import type {Survey} from './types.js'
import {buildWordSequence, dropForms, keepDistinctKeys} from './word-sequence.js'

/** Rounds of self-training; a third changed nothing on the development data. */
const ROUNDS = 2

/** Longer function words are of the host language in any context: *the*, *you*, *and* are stronger evidence than the sentence around them. */
const SHORT_WORD = 2

/** Stands for the tier of words that the host does not know. */
const NO_TIER = 255

/** What the host language knows about each printed form. */
function lookUpForms(forms: readonly PrintedForm[], host: Host): {tiers: Uint8Array} & Pick<StoryFacts, 'plainOdds' | 'isUnknown' | 'isGrammar'> {
  const tiers = new Uint8Array(forms.length)
  const plainOdds = new Float64Array(forms.length)
  const isUnknown = new Uint8Array(forms.length)
  const isGrammar = new Uint8Array(forms.length)
  for (const word of forms) {
    const {form, surface, key} = word
    const familiarity = host.familiarity(surface)
    tiers[form] = familiarity.tier ?? NO_TIER
    if (tiers[form] === NO_TIER) isUnknown[form] = 1
    if (key.length > SHORT_WORD && host.functionWords.has(key)) isGrammar[form] = 1
    plainOdds[form] = host.foreignOdds(word, familiarity)
  }
  return {tiers, plainOdds, isUnknown, isGrammar}
}

/**
 * Reads the whole story before anything is decided. Words start with the odds of the host's word lists; the sentences that are then
 * surely foreign become training data for words and letters, and the story is scored again (self-training).
 */
export function surveyStory(
  passages: readonly Passage[],
  {host, forms: {list: forms}, tokens}: {host: Host; forms: Pick<FormTable, 'list'>; tokens: Tokens},
): Survey {
  const {tiers, plainOdds, isUnknown, isGrammar} = lookUpForms(forms, host)
  const sequence = buildWordSequence(passages, tokens, forms)
  const uses = countUses(sequence, forms, plainOdds)
  const names = findNames(forms, uses, host)
  const isNeutral = flagForms(forms, (form) => names.has(form.key) || host.isNeutral(form))
  const oddsIfKnown = plainOdds.slice()
  for (let form = 0; form < forms.length; form++) if (isNeutral[form] || isUnknown[form]) oddsIfKnown[form] = 0
  const distinctWords = keepDistinctKeys(sequence)
  const {hasGrammar, isFramed: isFramedKey} = findGrammarFrames(distinctWords, {isGrammar, oddsIfKnown})
  const facts: StoryFacts = {
    forms,
    plainOdds,
    isUnknown,
    isNeutral,
    isGrammar,
    isFramed: flagForms(forms, ({form, keyIndex}) => isFramedKey[keyIndex] === 1 && isUnknown[form] === 1),
    hasGrammar,
    distinctWords: dropForms(distinctWords, isNeutral),
    declared: collectDeclaredLanguages(passages, {sentenceCount: hasGrammar.length, keyCount: sequence.keys}),
    spelling: host.spelling,
  }

  let counts: TrainingCounts | undefined
  let scores = scoreWords(counts, facts)
  let odds = scoreSentences(scores, counts, facts)
  for (let round = 0; round < ROUNDS; round++) {
    counts = countTrainingWords(odds, facts)
    scores = scoreWords(counts, facts)
    odds = scoreSentences(scores, counts, facts)
  }
  const {wordOdds, spellingOdds} = scores
  const {foreign} = counts as TrainingCounts
  let from = 0
  return {
    forms,
    tokens,
    tierOf: ({form}) => (tiers[form] === NO_TIER ? undefined : tiers[form]),
    wordOdds: ({form}) => wordOdds[form] as number,
    spellingOdds,
    names,
    isFramedKey,
    foreignCounts: new Map(
      map(
        forms.filter(({keyIndex}) => (foreign[keyIndex] as number) > 0),
        ({key, keyIndex}) => [key, foreign[keyIndex] as number],
      ),
    ),
    uses,
    sentenceOdds: map(passages, ({sentences}) => odds.subarray(from, (from += sentences.length))),
  }
}
