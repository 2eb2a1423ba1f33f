import {type Command, InvalidArgumentError, Option} from 'commander'
import {addExamples} from '../add-examples.js'
import type {ExplainOptions} from '../print-explanations.js'
import {readingOptions} from '../reading-options.js'
import type {StoryPlace} from '../story-document.js'

function parsePlace(text: string): StoryPlace {
  const [, file, line, column] = /^(?:(.*[^\d:]):)?(\d{1,9})(?::(\d{1,9}))?$/u.exec(text) ?? []
  if (line === undefined || line === '0' || column === '0') throw new InvalidArgumentError('It must be line or line:column, both starting at 1.')
  return {...(file !== undefined && {file}), line: Number(line), ...(column !== undefined && {column: Number(column)})}
}

export function addExplainCommand(program: Command): Command {
  const command = program
    .command('explain')
    .summary('explain why text is annotated as it is')
    .description(
      'Explains why text was recognized as foreign, why a translation was paired with it, and how a word was understood. Exits with 1 if nothing is annotated there.',
    )
    .argument('<story>', 'file, or - for standard input')
    .argument('[place]', 'line:column, or line for a whole line, both starting at 1; of an e-book chapter.xhtml:line:column', parsePlace)
    .optionsGroup('Selection and output:')
    .addOption(new Option('-w, --word <text>', 'explain every occurrence of this word or phrase'))
    .addOption(new Option('--json', 'print JSON: [{kind, id, start, end, line, column, sentences}]'))
  readingOptions(command).action(async (story: string, place: StoryPlace | undefined, options: ExplainOptions) => {
    const [{printExplanations}, {createSession}] = await Promise.all([import('../print-explanations.js'), import('../session.js')])
    process.exitCode = await printExplanations(story, place, options, await createSession(command))
  })
  return addExamples(command, [
    ['xenogloss explain story.md 15:30', 'explain the annotation at a place'],
    ['xenogloss explain story.md --word thessa --dictionary vessik.json', 'explain every occurrence of a word'],
    ['xenogloss explain story.md 15 --json', 'explain a whole line, as JSON'],
  ])
}
