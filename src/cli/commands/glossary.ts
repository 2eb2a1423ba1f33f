import {type Command, Option} from 'commander'
import {addExamples} from '../add-examples.js'
import {commandError, EXIT} from '../command-error.js'
import type {LearnOptions} from '../learn-glossary.js'
import {DICTIONARIES} from '../option-values.js'
import {numberFrom, readingOptions} from '../reading-options.js'
import type {ReviewOptions} from '../review-glossary.js'

const formatOption = () => new Option('-t, --to <format>', 'output format (default: by the extension of --output, else json)').choices(DICTIONARIES)
const outputOption = () => new Option('-o, --output <path>', 'output file, or a folder for files named after the language; - is standard output (default)')
const byteOrderMarkOption = () =>
  new Option('--no-byte-order-mark', 'csv without the mark at its beginning, for programs other than Excel, which misreads letters without it')
const loadActions = () => Promise.all([import('../glossary-files.js'), import('../session.js')])

function addLearnCommand(parent: Command): void {
  const command = parent
    .command('learn', {isDefault: true})
    .summary('learn a glossary from stories (default)')
    .description('Learns a glossary from stories: words, their spellings, forms and meanings, with confidence and evidence.')
    .argument('[story...]', 'files, folders, glob patterns, or - for standard input (default unless it is a terminal)')
    .optionsGroup('Output:')
    .addOption(outputOption())
    .addOption(formatOption())
    .addOption(byteOrderMarkOption())
    .addOption(new Option('--into <file>', 'glossary (JSON) to update: keeps your decisions and the evidence of other stories').conflicts(['output', 'to']))
    .addOption(new Option('--language <tag>', 'language of the glossary (default: the one with the most words)'))
    .addOption(new Option('--name <name>', 'name of the glossary (default: its language)'))
  readingOptions(command).action(async (args: string[], options: LearnOptions) => {
    const [{learnGlossary}, {createSession}] = await Promise.all([import('../learn-glossary.js'), import('../session.js')])
    process.exitCode = await learnGlossary(args, options, await createSession(command))
  })
  addExamples(command, [
    ['xenogloss glossary chapters --output glossary.json', 'learn from all stories in a folder'],
    ['xenogloss glossary learn chapter-12.md --into glossary.json', 'add a new chapter to a glossary that you have corrected'],
    ['xenogloss glossary chapters --to markdown > glossary.md', 'write a readable list'],
  ])
}

function addMergeCommand(parent: Command): void {
  const command = parent
    .command('merge')
    .summary('merge glossaries')
    .description('Merges glossaries and dictionaries of one language, in any format and order. Decisions take precedence over proposals.')
    .argument('<file...>', 'glossaries')
    .optionsGroup('Output:')
    .addOption(outputOption())
    .addOption(formatOption())
    .addOption(byteOrderMarkOption())
    .action(async (files: string[], options: LearnOptions) => {
      const [{mergeGlossaryFiles}, {createSession}] = await loadActions()
      await mergeGlossaryFiles(files, options, await createSession(command))
    })
  addExamples(command, [
    ['xenogloss glossary merge book-1.json book-2.json --output books.json', 'merge the glossaries of two books'],
    ['xenogloss glossary merge glossary.json words.csv --to yomitan --output dictionary/', 'merge a word list, and write a Yomitan dictionary'],
  ])
}

function addExportCommand(parent: Command): void {
  const command = parent
    .command('export')
    .summary('convert a glossary for other programs')
    .description('Converts a glossary or dictionary to a format of another program.')
    .argument('<file>', 'glossary')
    .optionsGroup('Output:')
    .addOption(outputOption())
    .addOption(formatOption())
    .addOption(byteOrderMarkOption())
    .action(async (file: string, options: LearnOptions) => {
      const [{exportGlossaryFile}, {createSession}] = await loadActions()
      await exportGlossaryFile(file, options, await createSession(command))
    })
  addExamples(command, [
    ['xenogloss glossary export glossary.json --output glossary.csv', 'write a spreadsheet'],
    ['xenogloss glossary export glossary.json --to stardict --output dictionary/', 'write a dictionary for GoldenDict and KOReader'],
  ])
}

function addImportCommand(parent: Command): void {
  const command = parent
    .command('import')
    .summary('convert a dictionary of another program')
    .description('Converts a dictionary of another program to a glossary, or applies its decisions to an existing one.')
    .argument('<file>', 'dictionary')
    .optionsGroup('Output:')
    .addOption(outputOption())
    .addOption(
      new Option('--into <file>', 'glossary (JSON) to which the decisions in the dictionary are applied; created if there is none').conflicts('output'),
    )
    .action(async (file: string, options: LearnOptions) => {
      const [{importDictionaryFile}, {createSession}] = await loadActions()
      await importDictionaryFile(file, options, await createSession(command))
    })
  addExamples(command, [
    ['xenogloss glossary import Vessik.ifo --output vessik.json', 'convert a StarDict dictionary'],
    ['xenogloss glossary import glossary.csv --into glossary.json', 'apply the decisions made in a spreadsheet'],
  ])
}

function addReviewCommand(parent: Command): void {
  const command = parent
    .command('review')
    .summary('accept, correct and reject entries in the browser')
    .description(
      'Shows a glossary as a table, on a local address that other machines cannot reach. Entries are accepted, corrected and rejected there, and each decision is written to the file at once. Press Ctrl-C to stop.',
    )
    .argument('<file>', 'glossary (JSON)')
    .optionsGroup('Server:')
    .addOption(new Option('-p, --port <number>', 'port (default: 4322, or the next free one)').argParser(numberFrom(1, 65535, true)))
    .action(async (file: string, options: ReviewOptions) => {
      if (file === '-') throw commandError('Decisions cannot be written to standard input: name a file', EXIT.usage)
      const [{reviewGlossary}, {createSession}] = await Promise.all([import('../review-glossary.js'), import('../session.js')])
      await reviewGlossary(file, options, await createSession(command))
    })
  addExamples(command, [['xenogloss glossary review glossary.json', 'decide what is right of what was learnt']])
}

export function addGlossaryCommand(program: Command): Command {
  const command = program
    .command('glossary')
    .summary('learn a glossary from stories; merge, export, import and review glossaries')
    .description('Learns a glossary from stories, merges glossaries, converts them to and from the formats of other programs, and shows them for review.')
    .usage('[learn|merge|export|import|review] [options]')
  for (const addSubcommand of [addLearnCommand, addMergeCommand, addExportCommand, addImportCommand, addReviewCommand]) addSubcommand(command)
  return addExamples(command, [
    ['xenogloss glossary chapters --output glossary.json', 'learn from all stories in a folder'],
    ['xenogloss glossary learn chapters --into glossary.json', 'update a glossary that you have corrected, keeping your decisions'],
    ['xenogloss glossary review glossary.json', 'accept, correct and reject its entries in the browser'],
    ['xenogloss glossary export glossary.json --output glossary.csv', 'write a spreadsheet'],
    ['xenogloss glossary import glossary.csv --into glossary.json', 'apply the decisions made in a spreadsheet'],
    ['xenogloss glossary merge book-1.json book-2.json --output books.json', 'merge the glossaries of two books'],
  ])
}
