/** Prints how well the checked-in weights translate the lines of made stories, by style. */
import {decide} from '../gloss/spans/decide.js'
import {weights} from '../gloss/spans/load-weights.js'
import {counts, ready, show, tally} from './glosses/cross.js'
import {madeStories} from './glosses/gold.js'

const byStyle = new Map<string, ReturnType<typeof counts>>()
const verbose = process.argv[2]
for (const gold of await madeStories('../shared/eval/data', 1)) {
  const style = gold.name.replace(/^.*?-/u, '')
  const sum = byStyle.get(style) ?? counts()
  byStyle.set(style, sum)
  const story = ready(gold)
  const taken = new Array(story.choices.length).fill(undefined)
  for (const {list, option} of decide(story.choices, story.context, weights())) taken[list.target.index] = option.candidate
  const {wrong, missed} = tally(sum, story, taken)
  if (verbose === style) {
    const text = (key: string) => {
      const numbers = key.split(',').map(Number)
      const p = gold.story.passages[Math.floor(numbers[0]! / 2 ** 20)]!
      return p.text.slice(Math.max(0, p.words[numbers[0]! % 2 ** 20]!.start - 20), p.words[numbers.at(-1)! % 2 ** 20]!.end + 20)
    }
    for (const m of missed) console.log('missed', JSON.stringify(m.split('|').map(text).reverse()))
    for (const m of wrong) console.log('wrong ', JSON.stringify(m.split('|').map(text).reverse()))
  }
}
for (const [style, sum] of byStyle) console.log(style, show(sum))
