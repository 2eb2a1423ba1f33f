import {join} from 'node:path'
import {OWN_PASSAGES} from '../own-passages.js'
import {asFound, labelledBrackets, madeStories, passageStories, type Ready, ready} from './cross.js'
import {madePieces} from './made.js'

const DATA = '../shared/eval/data'

/** The stories that the weights are fitted on: passages of the given folders with lines as given and as found, made stories, and brackets of books. */
export async function trainingStories(folders: readonly string[]): Promise<Ready[]> {
  const stories = []
  for (const folder of [OWN_PASSAGES, ...folders.map((data) => join(data, 'passages'))])
    stories.push(...(await passageStories(folder)), ...(await passageStories(folder, 0.5)))
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
