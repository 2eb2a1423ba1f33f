import type {Command} from 'commander'
import {addExamples} from '../add-examples.js'
import {commandError, EXIT} from '../command-error.js'
import {addDisplayOptions, type DisplayOptions} from '../display-options.js'

export function addWatchCommand(program: Command): Command {
  const command = addDisplayOptions(
    program
      .command('watch')
      .summary('annotate stories, and again on every change')
      .description(
        'Works like `annotate`, and runs again when a story, a dictionary or the configuration changes. Errors in a story do not end it. Press Ctrl-C to stop.',
      )
      .argument('<story...>', 'files, folders, or glob patterns'),
  )
  command.action(async (args: string[], options: DisplayOptions) => {
    if (options.output === undefined || options.output === '-') throw commandError('Specify a file or folder for the results with --output', EXIT.usage)
    if (args.includes('-')) throw commandError('Standard input cannot be watched: name a file or a folder', EXIT.usage)
    const [{watchStories}, {createSession}] = await Promise.all([import('../watch-stories.js'), import('../session.js')])
    await watchStories(args, options, await createSession(command))
  })
  return addExamples(command, [
    ['xenogloss watch chapters --output pages', 'keep a page for every story in a folder up to date'],
    ['xenogloss watch "chapters/*.md" --output book.epub --dictionary glossary.json', 'keep an e-book up to date'],
  ])
}
