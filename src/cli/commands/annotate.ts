import {type Command, Option} from 'commander'
import {addExamples} from '../add-examples.js'
import {addDisplayOptions, type DisplayOptions} from '../display-options.js'

export function addAnnotateCommand(program: Command): Command {
  const command = addDisplayOptions(
    program
      .command('annotate')
      .summary('annotate stories as pages, e-books, Markdown or data')
      .description('Finds text in invented languages in stories, pairs it with its translations, and writes pages, e-books, Markdown or data.')
      .argument('[story...]', 'files, folders, glob patterns such as "chapters/*.md", or - for standard input (default unless it is a terminal)'),
  )
  command
    .addOption(new Option('--work <name>', "name of the story in the glossary's evidence (default: its path)"))
    .action(async (args: string[], options: DisplayOptions & {work?: string}) => {
      const [{annotateStories}, {createSession}] = await Promise.all([import('../annotate-stories.js'), import('../session.js')])
      process.exitCode = await annotateStories(args, options, await createSession(command))
    })
  return addExamples(command, [
    ['xenogloss annotate story.md > story.html', 'write a page that explains foreign lines and words'],
    ['xenogloss annotate chapters --output pages', 'write a page for every story in a folder'],
    ['xenogloss annotate "chapters/*.md" --output book.epub --title "The salt road"', 'write an e-book of several chapters'],
    ['xenogloss annotate story.md --dictionary vessik.json --to ao3 --output upload/', 'write a chapter and its end notes for the Archive of Our Own'],
    ['cat story.txt | xenogloss annotate --format text --to standoff', 'print the annotations as JSON'],
  ])
}
