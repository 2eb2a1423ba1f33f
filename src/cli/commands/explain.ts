import {type Command, InvalidArgumentError, Option} from 'commander'
import {examples} from '../help-examples.js'
import type {ExplainOptions, LineColumn} from '../print-explanations.js'
import {readingOptions} from '../reading-options.js'

function placeFrom(text: string): LineColumn {
  const [, line, column] = /^(\d{1,9})(?::(\d{1,9}))?$/u.exec(text) ?? []
  if (line === undefined || line === '0' || column === '0') throw new InvalidArgumentError('It must be a line, or line:column, both from 1.')
  return {line: Number(line), ...(column !== undefined && {column: Number(column)})}
}

export function explain(program: Command): Command {
  const command = program
    .command('explain')
    .summary('why a line, a pairing, a reading is what it is')
    .description(
      'Says in words why a line is taken for one, why a translation is that of its line, and how a word was understood. Ends with 1 if nothing is there.',
    )
    .argument('<story>', 'the file, or - for standard input')
    .argument('[place]', 'line:column, both from 1, or a whole line', placeFrom)
    .optionsGroup('Where, and how:')
    .addOption(new Option('-w, --word <text>', 'every place where this word, or these words, stand'))
    .addOption(new Option('--json', 'print JSON: [{kind, id, start, end, line, column, sentences}]'))
  readingOptions(command).action(async (story: string, place: LineColumn | undefined, options: ExplainOptions) => {
    const [{printExplanations}, {sessionOf}] = await Promise.all([import('../print-explanations.js'), import('../session.js')])
    process.exitCode = await printExplanations(story, place, options, await sessionOf(command))
  })
  return examples(command, [
    ['xenogloss explain story.md 15:30', 'what stands at a place'],
    ['xenogloss explain story.md --word thessa --dictionary vessik.json', 'a word, wherever it stands'],
    ['xenogloss explain story.md 15 --json', 'everything in a line, as data'],
  ])
}
