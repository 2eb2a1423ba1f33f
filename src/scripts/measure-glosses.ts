/** Prints how well the checked-in weights translate the lines of a folder's passages, lines given and lines found. Only figures are printed. */
import {decide} from '../gloss/spans/decide.js'
import {weights} from '../gloss/spans/load-weights.js'
import {counts, passageStories, ready, show, tally} from './glosses/cross.js'

async function main(): Promise<void> {
  for (const folder of process.argv.slice(2)) {
    for (const found of [undefined, 1]) {
      const sum = counts()
      for (const gold of await passageStories(folder, found)) {
        const story = ready(gold)
        const taken = new Array(story.choices.length).fill(undefined)
        for (const {list, option} of decide(story.choices, story.context, weights())) taken[list.target.index] = option.candidate
        tally(sum, story, taken)
      }
      console.log(folder, found === undefined ? 'lines given' : 'lines found', show(sum))
    }
  }
}

await main()
