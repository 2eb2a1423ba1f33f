/**
 * Fits the weights by which translations are found, and writes `gloss/spans/fitted-spans.ts`. Data: passages with their answers drawn in, made stories in all
 * styles, made pieces; the second pass is fitted on what the first gives for authors that it has not seen. Run: `npx tsx src/scripts/fit-glosses.ts [folder …]`
 */
import {writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {sizeOf, templates} from '../gloss/spans/span-templates.js'
import {fitBoth} from './glosses/fit-both.js'
import {trainingStories} from './glosses/training.js'

/** Chosen by `cross-glosses.ts`. */
const PENALTIES = {firstPenalty: 1, secondPenalty: 3}

/** Weights are written in hundredths; smaller ones than this are left out. */
const MIN_WEIGHT = 3

async function main(): Promise<void> {
  const folders = process.argv.length > 2 ? process.argv.slice(2) : ['../shared/eval/data']
  const stories = (await trainingStories(folders)).filter(({gold}) => gold.weight > 0)
  const {first, second} = fitBoth(stories, PENALTIES)
  const lines: string[] = []
  let count = 0
  for (const group of templates()) {
    const list: number[] = []
    for (let i = 0; i < sizeOf(group); i++) {
      const value = Math.round(100 * ((first[group.base + i] as number) + (second[group.base + i] as number)))
      if (Math.abs(value) >= MIN_WEIGHT) list.push(i, value)
    }
    count += list.length / 2
    if (list.length > 0) lines.push(`  '${group.name}': [${list.join(', ')}],`)
  }
  const isMade = (author: string): boolean => author.startsWith('made')
  const names = new Set(stories.filter(({gold}) => !isMade(gold.author)).map(({gold}) => gold.name.replace('*', '')))
  const made = stories.filter(({gold}) => isMade(gold.author)).length
  const head = `// biome-ignore-all format: written by a script
/**
 * Weights of the features by which translations are found, by group: index in the group and weight in hundredths, by turns. Written by
 * \`scripts/fit-glosses.ts\`: ${count} weights, fitted on ${names.size} passages, and on ${made} made stories and pieces and stretches of books.
 */
export const WEIGHTS: Readonly<Record<string, readonly number[]>> = {
`
  writeFileSync(fileURLToPath(new URL('../gloss/spans/fitted-spans.ts', import.meta.url)), `${head}${lines.join('\n')}\n}\n`)
  console.log(count, 'weights')
}

await main()
