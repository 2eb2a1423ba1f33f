import {type Command, Option} from 'commander'
import {examples} from '../help-examples.js'
import type {ConcordanceOptions} from '../print-concordance.js'
import {numberFrom, readingOptions} from '../reading-options.js'

export function concordance(program: Command): Command {
  const command = program
    .command('concordance')
    .summary('every place where a word stands, in its context')
    .description(
      'Shows every occurrence of a word in stories, in whatever form, with what stands around it and what it means there. Ends with 1 if there is none.',
    )
    .argument('<word>', 'the word, or a form of it')
    .argument('[story...]', 'files, folders, patterns, or - for standard input (default, unless it is a terminal)')
    .optionsGroup('How it is shown:')
    .addOption(new Option('-w, --width <characters>', 'how much is shown on each side').default(40).argParser(numberFrom(0, 1000, true)))
    .addOption(new Option('--json', 'print JSON: [{work, line, column, start, end, before, word, after, translation, meaning}]'))
  readingOptions(command).action(async (word: string, args: string[], options: ConcordanceOptions) => {
    const [{printConcordance}, {sessionOf}] = await Promise.all([import('../print-concordance.js'), import('../session.js')])
    process.exitCode = await printConcordance(word, args, options, await sessionOf(command))
  })
  return examples(command, [
    ['xenogloss concordance thessa chapters', 'a word, in all stories of a folder'],
    ['xenogloss concordance sorul story.md --dictionary vessik.json --width 60', 'with its inflected forms, as the dictionary tells them'],
    ['xenogloss concordance thessa story.md --json', 'as data'],
  ])
}
