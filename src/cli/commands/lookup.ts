import {type Command, Option} from 'commander'
import {addExamples} from '../add-examples.js'
import type {LookupOptions} from '../look-up-words.js'
import {dictionaryOption} from '../reading-options.js'

export function addLookupCommand(program: Command): Command {
  const command = program
    .command('lookup')
    .summary('look words up in dictionaries, with their affixes resolved')
    .description('Looks words up in dictionaries: their meanings, their parts, and the affixes removed to find them. Exits with 1 if a word is not found.')
    .argument('<word...>', 'words as printed')
    .optionsGroup('Dictionaries and output:')
    .addOption(dictionaryOption())
    .addOption(new Option('--fuzzy', 'if a word is not found, list similar words, marked as guesses'))
    .addOption(new Option('--json', 'print JSON: [{word, readings: [{language, entry, parts, steps, score}]}]'))
    .action(async (words: string[], options: LookupOptions) => {
      const [{lookUpWords}, {createSession}] = await Promise.all([import('../look-up-words.js'), import('../session.js')])
      process.exitCode = await lookUpWords(words, options, await createSession(command))
    })
  return addExamples(command, [
    ['xenogloss lookup "na\'ollim" --dictionary vessik.json', 'look up a word and its parts'],
    ['xenogloss lookup kelemta sorul --fuzzy --dictionary vessik.json', 'look up words with uncertain spelling'],
    ['xenogloss lookup sorulnu --json --dictionary Vessik.ifo', 'print JSON, from a StarDict dictionary'],
  ])
}
