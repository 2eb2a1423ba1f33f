import {type Command, Option} from 'commander'
import {sensesOf} from '../../lexicon/entry.js'
import type {Dictionary, Entry, Reading} from '../../lexicon/types.js'
import {visible} from '../../prose/visible.js'
import {EXIT, failure} from '../command-failure.js'
import {examples} from '../help-examples.js'
import {dictionariesOf, dictionaryOption, dictionaryPaths} from '../reading-options.js'
import type {Session} from '../session.js'

interface LookupOptions {
  readonly dictionary?: readonly string[]
  readonly fuzzy?: boolean
  readonly json?: boolean
}

interface Answer {
  readonly language: string
  readonly readings: readonly Reading[]
}

const meanings = (entry: Entry): string =>
  sensesOf(entry)
    .map(({definition}) => definition)
    .join('; ')
const saying = (entry: Entry): string => `${entry.headword} “${meanings(entry) || '?'}”`

/** A reading, as a person reads it: the entry, what the word is built of, and how it was reached. */
function shown({entry, parts, steps, score}: Reading, language: string, {out}: Session): string {
  const kind = entry.partOfSpeech === undefined ? '' : `, ${entry.partOfSpeech}`
  const chain = steps.filter(({kind: step}) => step !== 'exact').map(({kind: step, from, to}) => `${from} → ${to} (${step})`)
  const lines = [
    `  ${out.bold(visible(entry.headword))}  ${visible(meanings(entry) || '(meaning unknown)')}  ${out.dim(visible(`${language}${kind}, ${Math.round(100 * score)} %`))}`,
    ...(parts.length > 1 ? [`    ${visible(parts.map(saying).join(' + '))}`] : []),
    ...chain.map((step) => `    ${out.dim(visible(step))}`),
    ...(entry.notes === undefined ? [] : [`    ${visible(entry.notes)}`]),
  ]
  return lines.join('\n')
}

const text = (word: string, answers: readonly Answer[], session: Session): string => {
  const readings = answers.flatMap(({language, readings: own}) => own.map((reading) => shown(reading, language, session)))
  return `${session.out.underline(visible(word))}\n${readings.length > 0 ? readings.join('\n') : '  not found'}\n`
}

async function run(words: readonly string[], {dictionary, fuzzy = false, json}: LookupOptions, session: Session): Promise<number> {
  const dictionaries: readonly Dictionary[] = await dictionariesOf(dictionary, session)
  if (dictionaries.length === 0) throw failure('No dictionary: name one with --dictionary, or in the configuration under `dictionaries`', EXIT.usage)
  const {createLexicon} = await import('../../lexicon/create-lexicon.js')
  const paths = dictionaryPaths(dictionary, session.configured)
  const lexicons = dictionaries.map((own, index) => {
    try {
      return createLexicon(own)
    } catch (error) {
      throw error instanceof TypeError ? failure(visible(`${paths[index]}: ${error.message}`), EXIT.usage, error) : error
    }
  })
  const found = words.map((word) => ({word, answers: lexicons.map(({language, lookup: look}): Answer => ({language, readings: look(word, {fuzzy})}))}))
  const flat = found.map(({word, answers}) => ({
    word,
    readings: answers.flatMap(({language, readings}) => readings.map((reading) => ({language, ...reading}))),
  }))
  await session.print(json ? `${JSON.stringify(flat, null, 2)}\n` : found.map(({word, answers}) => text(word, answers, session)).join('\n'))
  return flat.every(({readings}) => readings.length > 0) ? EXIT.done : EXIT.found
}

export function lookup(program: Command): Command {
  const command = program
    .command('lookup')
    .summary('words in dictionaries, with their affixes undone')
    .description('Looks words up in dictionaries: what they mean, what they are built of, and how they were reached. Ends with 1 if one is not found.')
    .argument('<word...>', 'words as they are printed')
    .optionsGroup('Where, and how:')
    .addOption(dictionaryOption())
    .addOption(new Option('--fuzzy', 'answer a word that is not found with near ones, each marked as a guess'))
    .addOption(new Option('--json', 'print JSON: [{word, readings: [{language, entry, parts, steps, score}]}]'))
    .action(async (words: string[], options: LookupOptions) => {
      const {sessionOf} = await import('../session.js')
      process.exitCode = await run(words, options, await sessionOf(command))
    })
  return examples(command, [
    ['xenogloss lookup "na\'ollim" --dictionary vessik.json', 'a word and what it is built of'],
    ['xenogloss lookup kelemta sorul --fuzzy --dictionary vessik.json', 'words whose spelling is not sure'],
    ['xenogloss lookup sorulnu --json --dictionary Vessik.ifo', 'as data, from a StarDict dictionary'],
  ])
}
