/** Prints how well the checked-in weights translate the lines of a folder's passages, lines given and lines found. Only figures are printed. */
import {decide} from '../gloss/spans/decide.js'
import {weights} from '../gloss/spans/load-weights.js'
import {counts, ready, show, tally} from './glosses/cross.js'
import {asFound, passageStories} from './glosses/gold.js'

async function main(): Promise<void> {
  for (const folder of process.argv.slice(2)) {
    const stories = await passageStories(folder)
    for (const isFound of [false, true]) {
      const sum = counts()
      for (const gold of stories) {
        const story = ready(isFound ? asFound(gold, 1) : gold)
        const taken = new Array(story.choices.length).fill(undefined)
        for (const {list, option} of decide(story.choices, story.context, weights())) taken[list.target.index] = option.candidate
        tally(sum, story, taken)
      }
      console.log(folder, isFound ? 'lines found' : 'lines given', show(sum))
    }
  }
}

await main()
