import {createRequire} from 'node:module'
import {Command, CommanderError, Help} from 'commander'
import {addExamples} from './add-examples.js'
import {colorsFor} from './colors.js'
import {EXIT} from './command-error.js'
import {addAnnotateCommand} from './commands/annotate.js'
import {addConcordanceCommand} from './commands/concordance.js'
import {addCorpusCommand} from './commands/corpus.js'
import {addExplainCommand} from './commands/explain.js'
import {addGlossaryCommand} from './commands/glossary.js'
import {addLintCommand} from './commands/lint.js'
import {addLookupCommand} from './commands/lookup.js'
import {addServeCommand} from './commands/serve.js'
import {addWatchCommand} from './commands/watch.js'
import {rejectOnInterruption} from './interruption.js'
import {toCommandError} from './to-command-error.js'

/** All commands, in the order of the help. Each loads its implementation when it runs. */
const commands: readonly ((program: Command) => Command)[] = [
  addAnnotateCommand,
  addGlossaryCommand,
  addLintCommand,
  addExplainCommand,
  addLookupCommand,
  addConcordanceCommand,
  addWatchCommand,
  addServeCommand,
  addCorpusCommand,
]

const EXIT_CODES_HELP = `
Exit codes:
  0    success
  1    problems were found (lint), nothing was found (lookup, concordance, explain, glossary), or some of several stories failed
  2    invalid command, option or configuration; nothing was done
  3    input could not be read, or output could not be written
  130  interrupted by Ctrl-C (143: by SIGTERM); watch and serve exit with 0
`

const CONFIGURATION_HELP = `
Configuration: .xenoglossrc (.json, .yaml, .yml), xenogloss.config.json (.yaml, .yml) or the key "xenogloss" in package.json, in this
folder or the nearest one above. Configuration files that are programs are never run. NO_COLOR and FORCE_COLOR are respected.
`

const readVersion = (): string => (createRequire(import.meta.url)('xenogloss/package.json') as {version: string}).version

/** Creates the command-line parser with all commands. */
export function createProgram(): Command {
  const program = new Command('xenogloss')
    .description('Finds text in invented languages in stories, pairs it with its translations, and learns glossaries from the pairs.')
    .usage('<command> [options]')
    .optionsGroup('Global options:')
    .helpOption('-h, --help', 'show help')
    .option('-V, --version', 'print the version')
    .option('-c, --config <file>', 'configuration file (default: searched for, see below)')
    .option('--no-config', 'ignore configuration files')
    .option('-q, --quiet', 'print nothing but errors to standard error')
    .option('--verbose', 'print stack traces')
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => `\u001b[1m${title}\u001b[22m`,
      visibleOptions(command) {
        return new Help().visibleOptions(command).filter(({long}) => !command.parent || long !== '--help')
      },
    })
    .showSuggestionAfterError()
    .exitOverride()
    .on('option:version', () => {
      process.stdout.write(`${readVersion()}\n`)
      throw new CommanderError(EXIT.success, 'commander.version', '')
    })
  for (const addCommand of commands) addCommand(program)
  addExamples(program, [
    ['xenogloss annotate story.md > story.html', 'write a page that explains foreign lines and words'],
    ['xenogloss glossary chapters --output glossary.json', 'learn a glossary from all stories in a folder'],
    ['xenogloss lookup sorulnu --dictionary glossary.json', 'look up an inflected word'],
    ['xenogloss serve story.md', 'show the story in the browser, and reload it on changes'],
  ])
  return program.addHelpText('after', EXIT_CODES_HELP).addHelpText('after', CONFIGURATION_HELP)
}

/** Prints an error. @returns the exit code */
function reportError(error: unknown, program: Command): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.usage
  // The reader of standard output closed it, as `head` does.
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE') return EXIT.success
  const {message, exitCode, cause, stack} = toCommandError(error)
  const {verbose} = program.opts<{verbose?: true}>()
  process.stderr.write(`${colorsFor(program, 'err').red('error')} ${message}\n`)
  if (verbose) process.stderr.write(`${cause instanceof Error ? cause.stack : stack}\n`)
  return exitCode
}

/** Runs the command that the arguments name, and sets the exit code. */
export async function run(argv: readonly string[]): Promise<void> {
  const program = createProgram()
  let outputError: Error | undefined
  // `session.print` rejects on write errors; for help and version this listener records them.
  process.stdout.on('error', (error) => (outputError ??= error))
  process.stderr.on('error', () => {})
  try {
    await Promise.race([program.parseAsync(argv), rejectOnInterruption()])
  } catch (error) {
    const isHelp = error instanceof CommanderError && error.exitCode === 0
    if (isHelp) await new Promise<void>((resolve) => process.stdout.write('', () => setImmediate(resolve)))
    process.exitCode = reportError((isHelp && outputError) || error, program)
    // Standard input or a server may keep the process alive.
    if (process.exitCode !== EXIT.success && process.exitCode !== EXIT.usage) process.exit()
  }
}
