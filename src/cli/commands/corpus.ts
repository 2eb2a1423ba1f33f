import {type Command, InvalidArgumentError, Option} from 'commander'
import {addExamples} from '../add-examples.js'
import type {CorpusCommandOptions} from '../corpus-actions.js'
import {numberFrom, readingOptions} from '../reading-options.js'

const FIELDS = ['standoff', 'messages', 'glossaries']

function parseFields(text: string): readonly string[] {
  const names = text.split(',')
  if (names.every((name) => FIELDS.includes(name))) return names
  throw new InvalidArgumentError(`It must be a comma-separated list of ${FIELDS.join(', ')}.`)
}

function parseEvidence(text: string): 'all' | 'none' | number {
  return text === 'all' || text === 'none' ? text : numberFrom(0, 1e9, true)(text)
}

const addProcessingOptions = (command: Command): Command =>
  command
    .optionsGroup('Processing:')
    .addOption(
      new Option('--workers <number>', 'number of worker processes, each of which takes one core; 0 runs in this process (default: number of cores)').argParser(
        numberFrom(0, 1024, true),
      ),
    )
    .addOption(
      new Option('--evidence <number>', 'occurrences that a glossary entry keeps as evidence: all (default), none, or a number').argParser(parseEvidence),
    )
    .addOption(new Option('--max-bytes <number>', 'size limit of one story (default: 16777216)').argParser(numberFrom(1, 2 ** 31)))
    .addOption(new Option('--max-seconds <number>', 'time limit for one story (default: 300)').argParser(numberFrom(0.001, 1e6)))
    .addOption(new Option('--max-megabytes <number>', 'memory limit for one story (default: 2000)').argParser(numberFrom(1, 1e6)))

const loadActions = () => Promise.all([import('../corpus-actions.js'), import('../session.js')])

function addRunCommand(parent: Command): void {
  const command = parent
    .command('run', {isDefault: true})
    .summary('annotate stories (default)')
    .description(
      'Reads stories as NDJSON, one {"id", "text", "format"?, "lang"?} per line, or the files of a folder; writes one result per line, in the same order. A story that cannot be annotated yields a line {"id", "error"} and exit code 1.',
    )
    .argument('[folder]', 'folder of stories (default: NDJSON on standard input)')
    .optionsGroup('Output:')
    .addOption(new Option('--resume <file>', 'continue the results of an earlier run in this file instead of writing to standard output'))
    .addOption(new Option('--glossary <path>', 'path of the merged glossary: a file, whose extension selects the format, or a folder'))
    .addOption(new Option('--fields <list>', 'fields of a result: standoff,messages,glossaries (default: all)').argParser(parseFields))
  readingOptions(addProcessingOptions(command)).action(async (folder: string | undefined, options: CorpusCommandOptions) => {
    const [{annotateCorpus}, {createSession}] = await loadActions()
    process.exitCode = await annotateCorpus(folder, options, await createSession(command))
  })
  addExamples(command, [
    ['xenogloss corpus --resume results.ndjson --glossary words.json < stories.ndjson', 'if it is interrupted, run it again to continue'],
    ['xenogloss corpus stories/ --glossary words.json > results.ndjson', 'annotate the stories in a folder'],
    ['xenogloss corpus --fields standoff --workers 1 < stories.ndjson | gzip > results.ndjson.gz', 'use it as a filter in a pipeline'],
  ])
}

function addMergeCommand(parent: Command): void {
  const command = addProcessingOptions(
    parent
      .command('merge')
      .summary('merge the glossaries of results')
      .description('Merges the glossaries of several result files. The output is the same as that of one run over all stories.')
      .argument('<file...>', 'result files')
      .requiredOption('--glossary <path>', 'path of the merged glossary: a file, whose extension selects the format, or a folder'),
  ).action(async (files: string[], options: CorpusCommandOptions) => {
    const [{mergeCorpusResults}, {createSession}] = await loadActions()
    process.exitCode = await mergeCorpusResults(files, options, await createSession(command))
  })
  addExamples(command, [['xenogloss corpus merge results-*.ndjson --glossary words.json', 'merge the results of a split archive']])
}

export function addCorpusCommand(program: Command): Command {
  const command = program
    .command('corpus')
    .summary('annotate an archive of stories on all cores')
    .description(
      'Annotates an archive of stories and learns one glossary from all of them: on all cores, with bounded memory, and the same output however the input is split.',
    )
    .usage('[run|merge] [options]')
  for (const addSubcommand of [addRunCommand, addMergeCommand]) addSubcommand(command)
  return addExamples(command, [
    ['xenogloss corpus --resume results.ndjson --glossary words.json < stories.ndjson', 'if it is interrupted, run it again to continue'],
    ['xenogloss corpus stories/ --glossary words.json > results.ndjson', 'annotate the stories in a folder'],
    ['xenogloss corpus merge results-*.ndjson --glossary words.json', 'merge the glossaries of a split archive'],
  ])
}
