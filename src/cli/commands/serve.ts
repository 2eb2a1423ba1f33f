import {type Command, Option} from 'commander'
import {addExamples} from '../add-examples.js'
import {commandError, EXIT} from '../command-error.js'
import {numberFrom, readingOptions} from '../reading-options.js'
import type {ServeOptions} from '../serve-story.js'

export function addServeCommand(program: Command): Command {
  const command = program
    .command('serve')
    .summary('show a story and its words in the browser, and follow the file')
    .description(
      'Shows a story with its translations, its words in a table, remarks, reasons and downloads, on a local address that other machines cannot reach. Follows the files: when the story, its dictionaries or the configuration change, the page shows it at the same position. Words are accepted, corrected and rejected in the table; each decision is written to the file of --glossary at once. Press Ctrl-C to stop.',
    )
    .argument('<story>', 'file')
    .optionsGroup('Server and display:')
    .addOption(new Option('-p, --port <number>', 'port (default: 4321, or the next free one)').argParser(numberFrom(1, 65535, true)))
    .addOption(
      new Option(
        '--glossary <file>',
        'glossary (JSON) that decisions are written to, and that is read as a dictionary; created if there is none (default: decisions are kept until the end)',
      ),
    )
    .addOption(new Option('--gloss <what>', "what happens to the author's own translations (default: kept)").choices(['kept', 'hidden']))
    .addOption(new Option('--title <text>', 'title of the page (default: the first heading)'))
  readingOptions(command).action(async (story: string, options: ServeOptions) => {
    if (story === '-') throw commandError('Standard input cannot be served: name a file', EXIT.usage)
    const [{serveStory}, {createSession}] = await Promise.all([import('../serve-story.js'), import('../session.js')])
    await serveStory(story, options, await createSession(command))
  })
  return addExamples(command, [
    ['xenogloss serve chapter-3.md', 'show a chapter while you write it'],
    ['xenogloss serve chapter-3.md --glossary glossary.json', 'decide about its words, and keep the decisions in a glossary'],
    ['xenogloss serve chapter-3.md --dictionary glossary.json --port 8080', 'use a dictionary, on another port'],
  ])
}
