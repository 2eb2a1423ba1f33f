import {type Command, Option} from 'commander'
import {addExamples} from '../add-examples.js'
import type {LookupOptions} from '../look-up-words.js'
import {dictionaryOption} from '../reading-options.js'

const AFFIX_HINT = 'To look up an affix, write it behind “--”: xenogloss lookup --dictionary <file> -- -nu'

export function addLookupCommand(program: Command): Command {
  const command = program
    .command('lookup')
    .summary('look words up in dictionaries, with their affixes resolved')
    .description('Looks words up in dictionaries: their meanings, their parts, and the affixes removed to find them. Exits with 1 if a word is not found.')
    .argument('<word...>', 'words as printed; affixes with their hyphens, behind --')
    .optionsGroup('Dictionaries and output:')
    .addOption(dictionaryOption())
    .addOption(new Option('--fuzzy', 'if a word is not found, list similar words, marked as guesses'))
    .addOption(new Option('--json', 'print JSON: [{word, readings: [{language, entry, parts, steps, score}]}]'))
    .action(async (words: string[], options: LookupOptions) => {
      const [{lookUpWords}, {createSession}] = await Promise.all([import('../look-up-words.js'), import('../session.js')])
      process.exitCode = await lookUpWords(words, options, await createSession(command))
    })
  // An affix such as -ath looks like an option.
  command.configureOutput({outputError: (message, print) => print(/unknown option '-[^-]/u.test(message) ? `${message}${AFFIX_HINT}\n` : message)})
  return addExamples(command, [
    ['xenogloss lookup "na\'ollim" --dictionary vessik.json', 'look up a word and its parts'],
    ['xenogloss lookup kelemta sorul --fuzzy --dictionary vessik.json', 'look up words with uncertain spelling'],
    ['xenogloss lookup --dictionary vessik.json -- -nu', 'look up an affix; words behind -- are not taken for options'],
    ['xenogloss lookup sorulnu --json --dictionary Vessik.ifo', 'print JSON, from a StarDict dictionary'],
  ])
}
