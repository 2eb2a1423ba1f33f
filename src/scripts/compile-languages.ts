/**
 * Compiles the common words of each language that fiction quotes into `src/languages/words/`. Run by `npm run compile:languages`.
 *
 * Counts from novels of ELTeC (public domain texts, markup CC BY 4.0) and, for Latin, from the Latin Library (public domain). Names and words of few
 * novels are left out; words are split as recognition splits them (`src/languages/split-word.ts`), respelled as it respells them, and Russian is
 * written in Latin letters.
 *
 *     npx tsx src/scripts/compile-languages.ts [FOLDER_OF_COUNTS]
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gunzipSync} from 'node:zlib'
import {respell} from '../languages/respell.js'
import {GERMAN, LATIN, LIGATURES, RUSSIAN} from '../languages/respellings.js'
import {splitWord} from '../languages/split-word.js'
import type {LanguageData} from '../languages/types.js'
import {fold} from '../prose/folding.js'
import {encodeFront} from '../util/front-coding.js'

interface Recipe {
  readonly name: string
  readonly counts: string
  /** How many words are taken. */
  readonly size: number
  readonly respell?: LanguageData['respell']
}

export const RECIPES: readonly Recipe[] = [
  {name: 'french', counts: 'fr', size: 6500, respell: LIGATURES},
  {name: 'latin', counts: 'la', size: 7000, respell: LATIN},
  {name: 'spanish', counts: 'es', size: 6000, respell: undefined},
  {name: 'german', counts: 'de', size: 5500, respell: GERMAN},
  {name: 'italian', counts: 'it', size: 6000, respell: undefined},
  {name: 'portuguese', counts: 'pt', size: 4000, respell: undefined},
  {name: 'polish', counts: 'pl', size: 4000, respell: undefined},
  {name: 'swedish', counts: 'sv', size: 3500, respell: undefined},
  {name: 'russian', counts: 'ru', size: 3000, respell: RUSSIAN},
]

/** Number of words up to which each tier reaches. */
const TIERS = [20, 60, 150, 400, 1000, 2200, 4000]
/** Share of capitals from which a word is a name, unless it is a German noun: those stand in many novels. */
const CAPITALS = 0.6
const NOVELS_OF_NOUN = 10
/** Words of fewer novels are a book's own. */
const NOVELS = 4

/** Russian in Latin letters. */
const CYRILLIC = 'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya'
const LATIN_OF = new Map([...CYRILLIC.matchAll(/(\p{Script=Cyrillic}) ([a-z]*)/gu)].map(([, letter, latin]) => [letter as string, latin as string]))
const transliterate = (word: string): string => word.replace(/\p{Script=Cyrillic}/gu, (letter) => LATIN_OF.get(letter) ?? letter)

/** Natural log-probability of each word, the most frequent first. */
function frequencies({counts, respell: rules}: Recipe, folder: string): (readonly [word: string, logProbability: number])[] {
  const rows = gunzipSync(readFileSync(join(folder, `${counts}.tsv.gz`)))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
  const sums = new Map<string, number>()
  let all = 0
  for (const row of rows) {
    const [word, count, capitals, novels] = row.split('\t') as [string, string, string, string]
    const isName = Number(capitals) > CAPITALS * Number(count) && (counts !== 'de' || Number(novels) < NOVELS_OF_NOUN)
    if (isName) continue
    for (const part of splitWord(fold(transliterate(word)))) {
      const spelling = respell(part, rules)
      all += Number(count)
      if (Number(novels) < NOVELS || !/^\p{L}+'?$/u.test(spelling)) continue
      sums.set(spelling, (sums.get(spelling) ?? 0) + Number(count))
    }
  }
  return [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word, count]) => [word, Math.log(count / all)] as const)
}

export function compileLanguage(recipe: Recipe, folder: string): string {
  const words = frequencies(recipe, folder).slice(0, recipe.size)
  const lines: string[] = []
  for (const [tier, from] of [0, ...TIERS].entries()) {
    const own = words.slice(from, TIERS[tier] ?? words.length)
    if (own.length === 0) break
    const mean = own.reduce((sum, [, log]) => sum + Math.exp(log), 0) / own.length
    lines.push(`${Math.round(-10 * Math.log(mean))} ${encodeFront(own.map(([word]) => word))}`)
  }
  const source =
    recipe.counts === 'la'
      ? 'Counts of words in the Latin Library (public domain texts)'
      : 'Counts of words in novels of ELTeC (public domain texts, markup CC BY 4.0)'
  return [
    '// Made by compile-languages.ts. Do not edit.',
    '//',
    `// ${source}, compiled for this project.`,
    `export const ${recipe.name.toUpperCase()}_WORDS = ${JSON.stringify(lines.join('\n'))}`,
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const recipe of RECIPES)
    writeFileSync(
      fileURLToPath(new URL(`../languages/words/${recipe.name}-frequencies.ts`, import.meta.url)),
      compileLanguage(recipe, process.argv[2] ?? '../shared/hosts/counts'),
    )
}
