import {type Command, InvalidArgumentError, Option} from 'commander'
import type {CorpusCommandOptions} from '../corpus-runs.js'
import {examples} from '../help-examples.js'
import {numberFrom, readingOptions} from '../reading-options.js'

const FIELDS = ['standoff', 'messages', 'glossaries']

function fieldsFrom(text: string): readonly string[] {
  const names = text.split(',')
  if (names.every((name) => FIELDS.includes(name))) return names
  throw new InvalidArgumentError(`It must be a list of ${FIELDS.join(', ')}, with commas between.`)
}

function evidenceFrom(text: string): 'all' | 'none' | number {
  return text === 'all' || text === 'none' ? text : numberFrom(0, 1e9, true)(text)
}

/** How the work is done. */
const working = (command: Command): Command =>
  command
    .optionsGroup('How it is done:')
    .addOption(
      new Option('--workers <number>', 'processes beside this one, each of which takes one core (default: one for each core; 0: none)').argParser(
        numberFrom(0, 1024, true),
      ),
    )
    .addOption(new Option('--evidence <number>', 'how many places an entry of the glossary keeps: all (default), none, or a number').argParser(evidenceFrom))
    .addOption(new Option('--max-bytes <number>', 'of one story; larger ones are an error line (default: 16777216)').argParser(numberFrom(1, 2 ** 31)))
    .addOption(new Option('--max-seconds <number>', 'for one story (default: 300)').argParser(numberFrom(0.001, 1e6)))
    .addOption(new Option('--max-megabytes <number>', 'of memory for one story (default: 2000)').argParser(numberFrom(1, 1e6)))

const loaded = () => Promise.all([import('../corpus-runs.js'), import('../session.js')])

function running(parent: Command): void {
  const command = parent
    .command('run', {isDefault: true})
    .summary('stories in, results out (default)')
    .description(
      'A strict filter: stories as NDJSON, one {"id", "text", "format"?, "lang"?} a line, or the files of a folder; a line of results for each, in the same order. A story that cannot be annotated is a line {"id", "error"}. Ends with 1 if there is one.',
    )
    .argument('[folder]', 'a folder of stories (default: NDJSON on standard input)')
    .optionsGroup('What comes of it:')
    .addOption(new Option('--resume <file>', 'write the results behind those that an earlier run has left in this file, instead of to standard output'))
    .addOption(new Option('--glossary <path>', 'where the glossary of all stories goes: a file, its format told by its end, or a folder'))
    .addOption(new Option('--fields <list>', 'what results carry: standoff,messages,glossaries (default: all)').argParser(fieldsFrom))
  readingOptions(working(command)).action(async (folder: string | undefined, options: CorpusCommandOptions) => {
    const [{runOver}, {sessionOf}] = await loaded()
    process.exitCode = await runOver(folder, options, await sessionOf(command))
  })
  examples(command, [
    ['xenogloss corpus --resume results.ndjson --glossary words.json < stories.ndjson', 'killed, it goes on where it stopped: run it again'],
    ['xenogloss corpus stories/ --glossary words.json > results.ndjson', 'the stories of a folder'],
    ['xenogloss corpus --fields standoff --workers 1 < stories.ndjson | gzip > results.ndjson.gz', 'a filter in a pipe'],
  ])
}

function merging(parent: Command): void {
  const command = working(
    parent
      .command('merge')
      .summary('one glossary of results')
      .description('Makes the glossary of results that lie in several files: the same bytes as of one run over all stories.')
      .argument('<file...>', 'files of results')
      .requiredOption('--glossary <path>', 'where it goes: a file, its format told by its end, or a folder'),
  ).action(async (files: string[], options: CorpusCommandOptions) => {
    const [{mergeOver}, {sessionOf}] = await loaded()
    process.exitCode = await mergeOver(files, options, await sessionOf(command))
  })
  examples(command, [['xenogloss corpus merge results-*.ndjson --glossary words.json', 'of an archive that was split']])
}

export function corpus(program: Command): Command {
  const command = program
    .command('corpus')
    .summary("an archive's worth of stories, on every core")
    .description('Annotates an archive of stories, and learns one glossary from all: on every core, in bounded memory, with the same bytes for any split.')
    .usage('[run|merge] [options]')
  for (const add of [running, merging]) add(command)
  return examples(command, [
    ['xenogloss corpus --resume results.ndjson --glossary words.json < stories.ndjson', 'killed, it goes on where it stopped: run it again'],
    ['xenogloss corpus stories/ --glossary words.json > results.ndjson', 'the stories of a folder'],
    ['xenogloss corpus merge results-*.ndjson --glossary words.json', 'the glossary of an archive that was split'],
  ])
}
