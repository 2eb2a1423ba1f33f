import type {Command} from 'commander'

/** Adds examples to the help of a command: what is typed, and what it is for. */
export function examples(command: Command, list: readonly (readonly [typed: string, what: string])[]): Command {
  return command.addHelpText('after', `\nExamples:\n${list.map(([typed, what]) => `  # ${what}\n  ${typed}\n`).join('\n')}`)
}
