import {createRequire} from 'node:module'
import {Command, CommanderError, Help} from 'commander'
import {coloursOf} from './colours.js'
import {EXIT} from './command-failure.js'
import {annotate} from './commands/annotate.js'
import {concordance} from './commands/concordance.js'
import {corpus} from './commands/corpus.js'
import {explain} from './commands/explain.js'
import {glossary} from './commands/glossary.js'
import {lint} from './commands/lint.js'
import {lookup} from './commands/lookup.js'
import {serve} from './commands/serve.js'
import {watch} from './commands/watch.js'
import {failureOf} from './failure-of.js'
import {examples} from './help-examples.js'
import {interruption} from './interruption.js'

/** The shelf: every command, in the order of the help. A command loads what it needs when it runs. */
const commands: readonly ((program: Command) => Command)[] = [annotate, glossary, lint, explain, lookup, concordance, watch, serve, corpus]

const CODES = `
Exit codes:
  0    done
  1    something was found (lint) or not found (lookup, concordance, explain, glossary), or some of several stories failed; the others are done
  2    wrong command, option or configuration; nothing was done
  3    what was asked for could not be read or written
  130  interrupted by Ctrl-C (143: by SIGTERM); watch and serve end so, with 0
`

const CONFIGURATION = `
Configuration: .xenoglossrc (.json, .yaml, .yml), xenogloss.config.json (.yaml, .yml) or the key "xenogloss" of package.json, in this
folder or the next above that has one. It is data: no program is run for it. NO_COLOR and FORCE_COLOR are obeyed.
`

const version = (): string => (createRequire(import.meta.url)('xenogloss/package.json') as {version: string}).version

/** The whole command line. */
export function programOf(): Command {
  const program = new Command('xenogloss')
    .description('Finds the lines of invented languages in stories, pairs them with their translations, and learns the language from them.')
    .usage('<command> [options]')
    .optionsGroup('Options of every command:')
    .helpOption('-h, --help', 'this help')
    .option('-V, --version', 'the version')
    .option('-c, --config <file>', 'the configuration (default: looked for, see below)')
    .option('--no-config', 'no configuration, whatever lies about')
    .option('-q, --quiet', 'nothing on standard error but what went wrong')
    .option('--verbose', 'with errors, where in the program they arose')
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
      process.stdout.write(`${version()}\n`)
      throw new CommanderError(EXIT.done, 'commander.version', '')
    })
  for (const add of commands) add(program)
  examples(program, [
    ['xenogloss annotate story.md > story.html', 'a page that shows what lines and words mean'],
    ['xenogloss glossary chapters --output glossary.json', 'what the stories in a folder teach of their language'],
    ['xenogloss lookup sorulnu --dictionary glossary.json', 'a word, with its affixes undone'],
    ['xenogloss serve story.md', 'the story in the browser, following its author'],
  ])
  return program.addHelpText('after', CODES).addHelpText('after', CONFIGURATION)
}

/** Tells what went wrong, and how the command ends. */
function report(error: unknown, program: Command): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  // Whoever read our results has read enough, as `head` does.
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE') return EXIT.done
  const {message, exitCode, cause, stack} = failureOf(error)
  const {verbose} = program.opts<{verbose?: true}>()
  process.stderr.write(`${coloursOf(program, 'err').red('error')} ${message}\n`)
  if (verbose) process.stderr.write(`${cause instanceof Error ? cause.stack : stack}\n`)
  return exitCode
}

/** Runs the command that the arguments name, and sets the exit code. */
export async function run(argv: readonly string[]): Promise<void> {
  const program = programOf()
  let refused: Error | undefined
  // Results tell of their errors themselves; help and version do not.
  process.stdout.on('error', (error) => (refused ??= error))
  process.stderr.on('error', () => {})
  try {
    await Promise.race([program.parseAsync(argv), interruption()])
  } catch (error) {
    const isHelp = error instanceof CommanderError && error.exitCode === 0
    if (isHelp) await new Promise<void>((resolve) => process.stdout.write('', () => setImmediate(resolve)))
    process.exitCode = report((isHelp && refused) || error, program)
    // Something may still wait for its turn: standard input, a server.
    if (process.exitCode !== EXIT.done && process.exitCode !== EXIT.usage) process.exit()
  }
}
