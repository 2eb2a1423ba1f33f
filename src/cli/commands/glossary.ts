import {type Command, Option} from 'commander'
import {examples} from '../help-examples.js'
import type {LearnOptions} from '../learn.js'
import {DICTIONARIES} from '../option-values.js'
import {readingOptions} from '../reading-options.js'

const to = () => new Option('-t, --to <format>', 'its format (default: as --output ends, else json)').choices(DICTIONARIES)
const output = () => new Option('-o, --output <path>', 'a file, or a folder for files called after the language; - is standard output (default)')
/** What runs, loaded when it does. */
const loaded = () => Promise.all([import('../glossary-files.js'), import('../session.js')])

function learning(parent: Command): void {
  const command = parent
    .command('learn', {isDefault: true})
    .summary('from stories (default)')
    .description('Learns a glossary from stories: words, their spellings and forms, what they mean, how sure that is, and where they stand.')
    .argument('[story...]', 'files, folders, patterns, or - for standard input (default, unless it is a terminal)')
    .optionsGroup('Where it goes:')
    .addOption(output())
    .addOption(to())
    .addOption(
      new Option('--into <file>', 'a glossary (JSON) to bring up to date: your decisions stay, these stories are learnt anew, others are kept').conflicts([
        'output',
        'to',
      ]),
    )
    .addOption(new Option('--language <tag>', 'which language (default: the one with most words)'))
    .addOption(new Option('--name <name>', 'what the glossary is called (default: its language)'))
  readingOptions(command).action(async (args: string[], options: LearnOptions) => {
    const [{learn}, {sessionOf}] = await Promise.all([import('../learn.js'), import('../session.js')])
    process.exitCode = await learn(args, options, await sessionOf(command))
  })
  examples(command, [
    ['xenogloss glossary chapters --output glossary.json', 'what all stories in a folder teach'],
    ['xenogloss glossary learn chapter-12.md --into glossary.json', 'a new chapter, into the glossary that you have corrected'],
    ['xenogloss glossary chapters --to markdown > glossary.md', 'as a list to read'],
  ])
}

function merging(parent: Command): void {
  const command = parent
    .command('merge')
    .summary('glossaries into one')
    .description('Joins glossaries and dictionaries of one language, of any format. The order does not matter: decisions win over proposals.')
    .argument('<file...>', 'glossaries')
    .optionsGroup('Where it goes:')
    .addOption(output())
    .addOption(to())
    .action(async (files: string[], options: LearnOptions) => {
      const [{mergeFiles}, {sessionOf}] = await loaded()
      await mergeFiles(files, options, await sessionOf(command))
    })
  examples(command, [
    ['xenogloss glossary merge book-1.json book-2.json --output books.json', 'one glossary of two books'],
    ['xenogloss glossary merge glossary.json words.csv --to yomitan --output dictionary/', 'with a list of words, for Yomitan'],
  ])
}

function exporting(parent: Command): void {
  const command = parent
    .command('export')
    .summary('for other programs')
    .description('Writes a glossary or dictionary in a format that other programs load.')
    .argument('<file>', 'the glossary')
    .optionsGroup('Where it goes:')
    .addOption(output())
    .addOption(to())
    .action(async (file: string, options: LearnOptions) => {
      const [{exportFile}, {sessionOf}] = await loaded()
      await exportFile(file, options, await sessionOf(command))
    })
  examples(command, [
    ['xenogloss glossary export glossary.json --output glossary.csv', 'for a spreadsheet'],
    ['xenogloss glossary export glossary.json --to stardict --output dictionary/', 'for GoldenDict and KOReader'],
  ])
}

function importing(parent: Command): void {
  const command = parent
    .command('import')
    .summary('from other programs')
    .description('Reads a dictionary of another program, and makes a glossary of it or brings one up to date.')
    .argument('<file>', 'the dictionary')
    .optionsGroup('Where it goes:')
    .addOption(output())
    .addOption(new Option('--into <file>', 'a glossary (JSON) that takes over the decisions in the dictionary').conflicts('output'))
    .action(async (file: string, options: LearnOptions) => {
      const [{importFile}, {sessionOf}] = await loaded()
      await importFile(file, options, await sessionOf(command))
    })
  examples(command, [
    ['xenogloss glossary import Vessik.ifo --output vessik.json', 'a StarDict dictionary'],
    ['xenogloss glossary import glossary.csv --into glossary.json', 'what was decided in a spreadsheet'],
  ])
}

export function glossary(program: Command): Command {
  const command = program
    .command('glossary')
    .summary('learn a glossary from stories; merge, export, import')
    .description('Learns a glossary from stories, joins glossaries, and brings them to other programs and back.')
    .usage('[learn|merge|export|import] [options]')
  for (const add of [learning, merging, exporting, importing]) add(command)
  return examples(command, [
    ['xenogloss glossary chapters --output glossary.json', 'what all stories in a folder teach'],
    ['xenogloss glossary learn chapters --into glossary.json', 'the same after you have corrected it: your decisions stay'],
    ['xenogloss glossary export glossary.json --output glossary.csv', 'for a spreadsheet'],
    ['xenogloss glossary import glossary.csv --into glossary.json', 'and back'],
    ['xenogloss glossary merge book-1.json book-2.json --output books.json', 'of two books'],
  ])
}
