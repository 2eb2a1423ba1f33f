import type {Command} from 'commander'

/** Adds examples to the help of a command, each with its purpose. */
export function addExamples(command: Command, list: readonly (readonly [commandLine: string, purpose: string])[]): Command {
  return command.addHelpText('after', `\nExamples:\n${list.map(([commandLine, purpose]) => `  # ${purpose}\n  ${commandLine}\n`).join('\n')}`)
}
