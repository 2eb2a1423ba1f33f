import type {Command} from 'commander'
import {EXIT, failure} from '../command-failure.js'
import {examples} from '../help-examples.js'
import {type ShowingOptions, showingOptions} from '../showing-options.js'

export function watch(program: Command): Command {
  const command = showingOptions(
    program
      .command('watch')
      .summary('annotate, again and again as stories are written')
      .description(
        'Does what `annotate` does, and does it again when a story, a dictionary or the configuration changes. A broken story does not end it; Ctrl-C does.',
      )
      .argument('<story...>', 'files, folders, or patterns'),
  )
  command.action(async (args: string[], options: ShowingOptions) => {
    if (options.output === undefined || options.output === '-') throw failure('Name a file or folder for the results with --output', EXIT.usage)
    if (args.includes('-')) throw failure('Standard input cannot be watched: name a file or a folder', EXIT.usage)
    const [{watchStories}, {sessionOf}] = await Promise.all([import('../watch-stories.js'), import('../session.js')])
    await watchStories(args, options, await sessionOf(command))
  })
  return examples(command, [
    ['xenogloss watch chapters --output pages', 'a page for every story in a folder, always up to date'],
    ['xenogloss watch "chapters/*.md" --output book.epub --dictionary glossary.json', 'a book'],
  ])
}
