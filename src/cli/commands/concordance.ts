import {type Command, Option} from 'commander'
import {addExamples} from '../add-examples.js'
import type {ConcordanceOptions} from '../print-concordance.js'
import {numberFrom, readingOptions} from '../reading-options.js'

export function addConcordanceCommand(program: Command): Command {
  const command = program
    .command('concordance')
    .summary('list every occurrence of a word in its context')
    .description('Lists every occurrence of a word in stories, in any of its forms, with its context and meaning. Exits with 1 if there is none.')
    .argument('<word>', 'the word, or one of its forms')
    .argument('[story...]', 'files, folders, glob patterns, or - for standard input (default unless it is a terminal)')
    .optionsGroup('Output:')
    .addOption(new Option('-w, --width <characters>', 'characters of context on each side').default(40).argParser(numberFrom(0, 1000, true)))
    .addOption(new Option('--json', 'print JSON: [{work, line, column, start, end, before, word, after, translation, meaning}]'))
  readingOptions(command).action(async (word: string, args: string[], options: ConcordanceOptions) => {
    const [{printConcordance}, {createSession}] = await Promise.all([import('../print-concordance.js'), import('../session.js')])
    process.exitCode = await printConcordance(word, args, options, await createSession(command))
  })
  return addExamples(command, [
    ['xenogloss concordance thessa chapters', 'find a word in all stories of a folder'],
    ['xenogloss concordance sorul story.md --dictionary vessik.json --width 60', 'include the inflected forms that a dictionary defines'],
    ['xenogloss concordance thessa story.md --json', 'print JSON'],
  ])
}
