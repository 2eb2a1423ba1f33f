import {type Command, Option} from 'commander'
import {addExamples} from '../add-examples.js'
import {commandError, EXIT} from '../command-error.js'
import {numberFrom, readingOptions} from '../reading-options.js'
import type {ServeOptions} from '../serve-reader.js'

export function addServeCommand(program: Command): Command {
  const command = program
    .command('serve')
    .summary('show a story in the browser, and reload it on changes')
    .description(
      'Shows a story in the reader, on a local address that other machines cannot reach. Reloads the page, at the same position, when the story, its dictionaries or the configuration change. Press Ctrl-C to stop.',
    )
    .argument('<story>', 'file')
    .optionsGroup('Server and display:')
    .addOption(new Option('-p, --port <number>', 'port (default: 4321, or the next free one)').argParser(numberFrom(1, 65535, true)))
    .addOption(new Option('--gloss <what>', "what happens to the author's own translations (default: kept)").choices(['kept', 'hidden']))
    .addOption(new Option('--title <text>', 'title of the page (default: the first heading)'))
  readingOptions(command).action(async (story: string, options: ServeOptions) => {
    if (story === '-') throw commandError('Standard input cannot be served: name a file', EXIT.usage)
    const [{serveReader}, {createSession}] = await Promise.all([import('../serve-reader.js'), import('../session.js')])
    await serveReader(story, options, await createSession(command))
  })
  return addExamples(command, [
    ['xenogloss serve chapter-3.md', 'show a chapter while you write it'],
    ['xenogloss serve chapter-3.md --dictionary glossary.json --port 8080', 'use a dictionary, on another port'],
  ])
}
