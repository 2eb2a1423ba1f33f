import countBy from 'lodash-es/countBy.js'
import type {GlossCandidate} from '../../detect/types.js'
import {contains, firstEndingAfter, indicesInside} from '../../prose/spans.js'
import {isCapitalised} from '../../prose/tokenizer.js'
import type {Place, Word} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {map} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** An author has translated this many lines in a way before what looks the same is taken for a translation. */
const HABIT = 3
/** A word is of speech that is spoken this often, and this many times as often as told. */
const SPOKEN = 3
const RARELY_TOLD = 10

/** A sentence of its own. */
const SENTENCE = /[.!?…]["'”’»*_]*$/u

/**
 * A translation that nothing before it calls for. Narrators have asides in brackets too; but where a story is told of *him* and *her*, a
 * sentence in brackets that says *I* or *you*, behind a dozen that translate, was meant to translate.
 */
export const glossWithoutLine = {
  name: 'gloss-without-line',
  find: ({standoff: {glosses}, passages, sites, survey, host, sourceAt, placeAt, printed}: LintContext): Remark[] => {
    const habits = countBy(glosses, 'convention')
    const claimed = [...glosses].sort((a, b) => a.start - b.start)
    const glossed = countBy(glosses.flatMap((gloss) => map(wordsIn(placeAt(gloss), passages), ({keyIndex}) => keyIndex)))
    const spokenIn = ({key, keyIndex}: Word): boolean => {
      const spoken = (survey.uses.spoken[keyIndex] as number) + (glossed[keyIndex] ?? 0)
      return host.functionWords.has(key) && spoken >= SPOKEN && spoken >= RARELY_TOLD * (survey.uses.told[keyIndex] as number)
    }
    return sites.flatMap((site): Remark[] => {
      const passage = passages[site.passage] as Passage
      const at = site.reach === 'before' ? sourceAt(site) : undefined
      const gloss = at && claimed[firstEndingAfter(claimed, at.start)]
      if (!at || (gloss && gloss.start < at.end)) return []
      const isMarked = site.convention === 'mark'
      return isMarked || ((habits[site.convention] ?? 0) >= HABIT && isSaid(site, passage, spokenIn)) ? [{...at, about: [printed(at)]}] : []
    })
  },
} satisfies Rule

const wordsIn = (place: Place | undefined, passages: readonly Passage[]): readonly Word[] => {
  if (!place) return []
  const {words} = passages[place.passage] as Passage
  const {start, end} = indicesInside(words, place)
  return words.slice(start, end)
}

/** Whether a bracket holds a sentence in the words of somebody who speaks. */
function isSaid({content}: GlossCandidate, {text, words, quotations, heading}: Passage, isSpoken: (word: Word) => boolean): boolean {
  const around = quotations[firstEndingAfter(quotations, content.start)]
  if (heading || (around && contains(around, content)) || !SENTENCE.test(text.slice(content.start, content.end))) return false
  const {start, end} = indicesInside(words, content)
  return isCapitalised(words[start]?.surface ?? '') && words.slice(start, end).some(isSpoken)
}
