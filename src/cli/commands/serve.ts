import {type Command, Option} from 'commander'
import {EXIT, failure} from '../command-failure.js'
import {examples} from '../help-examples.js'
import {numberFrom, readingOptions} from '../reading-options.js'
import type {ServeOptions} from '../serve-reader.js'

export function serve(program: Command): Command {
  const command = program
    .command('serve')
    .summary('a story in the browser, following its author')
    .description(
      'Shows a story in the reader, at an address of this machine that no other can reach. The page loads anew when the story, its dictionaries or the configuration change, and keeps the place. Ctrl-C ends it.',
    )
    .argument('<story>', 'the file')
    .optionsGroup('Where and how it is shown:')
    .addOption(new Option('-p, --port <number>', 'the port (default: 4321, or the next that is free)').argParser(numberFrom(1, 65535, true)))
    .addOption(new Option('--gloss <what>', "what becomes of the author's own translations (default: kept)").choices(['kept', 'hidden']))
    .addOption(new Option('--title <text>', 'of the page (default: the first heading)'))
  readingOptions(command).action(async (story: string, options: ServeOptions) => {
    if (story === '-') throw failure('Standard input cannot be served: name a file', EXIT.usage)
    const [{serveReader}, {sessionOf}] = await Promise.all([import('../serve-reader.js'), import('../session.js')])
    await serveReader(story, options, await sessionOf(command))
  })
  return examples(command, [
    ['xenogloss serve chapter-3.md', 'the chapter while you write it'],
    ['xenogloss serve chapter-3.md --dictionary glossary.json --port 8080', 'with what you know of the language, at an address of your choice'],
  ])
}
