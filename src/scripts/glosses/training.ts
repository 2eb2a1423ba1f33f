import {join} from 'node:path'
import {OWN_PASSAGES} from '../own-passages.js'
import {type Ready, ready} from './cross.js'
import {asFound, type GoldStory, labelledBrackets, madeStories, passageStories} from './gold.js'
import {madePieces} from './made.js'

const DATA = '../shared/eval/data'

/** Begins the names of the authors of passages that were written for fitting. */
export const OWN = 'own:'

/**
 * The stories that the weights are fitted on: passages of the given folders with lines as given and as found, made stories, and brackets of books.
 *
 * @param own what the passages written for fitting weigh: nothing by default, for with them translations of unseen authors came out worse
 */
export async function trainingStories(folders: readonly string[], own = 0): Promise<Ready[]> {
  const stories: GoldStory[] = []
  const add = async (folder: string, weight: number, prefix = '') => {
    for (const story of await passageStories(folder, prefix)) stories.push({...story, weight}, asFound(story, weight / 2))
  }
  await add(OWN_PASSAGES, own, OWN)
  for (const data of folders) await add(join(data, 'passages'), 1)
  const made = await madeStories(DATA, 0.6)
  const pieces = await madePieces(DATA, 400, 0.15)
  stories.push(
    ...made,
    ...made.map((story) => asFound(story, 0.5)),
    ...pieces,
    ...pieces.map((story) => asFound(story, 0.1)),
    ...labelledBrackets(DATA, 0.15),
    ...labelledBrackets(DATA, 0.7, false),
  )
  return stories.map(ready)
}
