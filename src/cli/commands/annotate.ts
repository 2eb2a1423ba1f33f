import {type Command, Option} from 'commander'
import {examples} from '../help-examples.js'
import {type ShowingOptions, showingOptions} from '../showing-options.js'

export function annotate(program: Command): Command {
  const command = showingOptions(
    program
      .command('annotate')
      .summary('stories with their lines and words explained, as pages, books, Markdown or data')
      .description('Finds the lines of invented languages in stories, pairs them with their translations, and makes pages, books, Markdown or data of it.')
      .argument('[story...]', 'files, folders, patterns such as "chapters/*.md", or - for standard input (default, unless it is a terminal)'),
  )
  command
    .addOption(new Option('--work <name>', 'what the story is called in the evidence of its glossary (default: its path)'))
    .action(async (args: string[], options: ShowingOptions & {work?: string}) => {
      const [{annotateStories}, {sessionOf}] = await Promise.all([import('../annotate-stories.js'), import('../session.js')])
      process.exitCode = await annotateStories(args, options, await sessionOf(command))
    })
  return examples(command, [
    ['xenogloss annotate story.md > story.html', 'a page that shows what lines and words mean'],
    ['xenogloss annotate chapters --output pages', 'every story in a folder, each as a page'],
    ['xenogloss annotate "chapters/*.md" --output book.epub --title "The salt road"', 'a book of several chapters'],
    ['xenogloss annotate story.md --dictionary vessik.json --to ao3 --output upload/', 'a chapter and its end notes for the Archive of Our Own'],
    ['cat story.txt | xenogloss annotate --format text --to standoff', 'what was found, as JSON, in a pipe'],
  ])
}
