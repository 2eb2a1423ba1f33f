import type {Sentence} from '../../prose/types.js'
import {isForeign, verdictOf} from '../../source/declarations.js'
import type {Passage} from '../../source/types.js'
import type {ClueDefinition, GlossCandidate} from '../types.js'

/** What the author says outright is more than all other clues together. */
const SAID = 60

/** A mark that translates makes what is said right before it foreign, and what else that voice says likely so. */
const SAME_VOICE = 8

/** Weights of the sentences before a marked translation, by their indices. */
function* beforeMark({text, sentences}: Passage, {start}: GlossCandidate): Generator<[sentence: number, weight: number]> {
  let last = sentences.length - 1
  while (last >= 0 && ((sentences[last] as Sentence).end > start || sentences[last]?.zone === 'narration')) last--
  const spoken = sentences[last]
  if (!spoken) return
  yield [last, /^[\s"'”’»*_]*$/u.test(text.slice(spoken.end, start)) ? SAID : SAME_VOICE]
  for (let i = last - 1; i >= 0 && sentences[i]?.region === spoken.region; i--) yield [i, SAME_VOICE]
}

/** What the author says outright: that a stretch is of some language, or that what follows it is its translation. */
export const declared: ClueDefinition = {
  name: 'declared',
  of: ['line', 'word'],
  prepare: ({passages, sites}) => {
    if (passages.every(({wordDeclarations: said}) => said.length === 0)) return undefined
    const translated = new Map<string, number>()
    /** Where marks stand; a word that ends there is what they translate, unless something was said before. */
    const marks = new Set<string>()
    for (const site of sites) {
      if (site.convention !== 'mark') continue
      const {text} = passages[site.passage] as Passage
      marks.add(`${site.passage}:${text.slice(0, site.start).trimEnd().length}`)
      for (const [sentence, weight] of beforeMark(passages[site.passage] as Passage, site)) {
        const key = `${site.passage}:${sentence}`
        translated.set(key, Math.max(weight, translated.get(key) ?? 0))
      }
    }
    return ({kind, passage, sentence, words, end}) => {
      const {wordDeclarations: said} = passages[passage] as Passage
      if (said.length === 0) return 0
      const declaration = said[words.start]
      const verdict = kind === 'line' ? verdictOf(said, words) : declaration === undefined ? 0 : isForeign(declaration) ? 1 : -1
      if (verdict !== 0) return SAID * verdict
      return kind === 'line' ? (translated.get(`${passage}:${sentence}`) ?? 0) : marks.has(`${passage}:${end}`) ? SAID : 0
    }
  },
}
