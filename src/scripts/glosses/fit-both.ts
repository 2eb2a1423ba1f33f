import {shortlist} from '../../gloss/spans/shortlist.js'
import {chainsOf, fitChains} from './chain-fit.js'
import {foldOf, type Ready} from './cross.js'
import {fitLogit, scoresOf} from './logit.js'

/** The chains of a story under weights of the first pass. */
function chainsUnder(s: Ready, weights: Float64Array) {
  const lists = s.choices.map((choice, i) => shortlist(choice, scoresOf(s.options[i]!, weights)))
  const right = lists.map(({options}, i) => {
    const {right: own} = s.options[i]!
    const {candidates} = s.choices[i]!
    const good = own.flatMap((k) => candidates[k] ?? [])
    return options.flatMap(({candidate}, j) => {
      if (!candidate) return own.includes(candidates.length) ? [j] : []
      return good.some((g) => g.passage === candidate.passage && g.from === candidate.from && g.to === candidate.to) ? [j] : []
    })
  })
  return {lists, chains: chainsOf(lists, s.context, right, s.gold.weight)}
}

/** Both passes; the second on what the first gives for stories of authors that it has not seen. */
export function fitBoth(train: readonly Ready[], {firstPenalty, secondPenalty, inner = 3}: {firstPenalty: number; secondPenalty: number; inner?: number}) {
  const fitFirst = (stories: readonly Ready[]) =>
    fitLogit(
      stories.flatMap(({options}) => options).filter(({right}) => right.length > 0),
      firstPenalty,
    )
  const chains = []
  for (let k = 0; k < inner; k++) {
    const isInner = (s: Ready) => foldOf(`${s.gold.author}x`, inner) === k
    const weights = fitFirst(train.filter((s) => !isInner(s)))
    for (const s of train.filter(isInner)) chains.push(...chainsUnder(s, weights).chains)
  }
  return {first: fitFirst(train), second: fitChains(chains, secondPenalty)}
}
