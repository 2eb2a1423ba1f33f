import {type Command, InvalidArgumentError, Option} from 'commander'
import {ruleNames} from '../../lint/rule-names.js'
import {examples} from '../help-examples.js'
import type {LintOptions} from '../lint-stories.js'
import {numberFrom, readingOptions, repeated} from '../reading-options.js'

function ruleFrom(name: string, before?: readonly string[]): readonly string[] {
  if (!(ruleNames as readonly string[]).includes(name)) throw new InvalidArgumentError(`There is no such rule; there are ${ruleNames.join(', ')}.`)
  return repeated(name, before)
}

export function lint(program: Command): Command {
  const command = program
    .command('lint')
    .summary('what a proof-reader would remark')
    .description(
      'Proof-reads stories: lines without a translation, words spelt or glossed in two ways, brackets and quotation marks left open, and more. Ends with 1 if there is a remark.',
    )
    .argument('[story...]', 'files, folders, patterns, or - for standard input (default, unless it is a terminal)')
    .optionsGroup('What is remarked, and how:')
    .addOption(new Option('--fix', 'mend what is certain, in the files; of standard input the mended story is printed'))
    .addOption(new Option('--only <rule>', 'only this rule; may stand several times').argParser(ruleFrom))
    .addOption(new Option('--disable <rule>', 'not this rule; may stand several times').argParser(ruleFrom))
    .addOption(new Option('--max-warnings <number>', 'remarks up to which it ends with 0').default(0).argParser(numberFrom(0, 1e9, true)))
    .addOption(new Option('--explain', 'print with each remark why it is made and what to do'))
    .addOption(new Option('--json', 'print JSON: [{path, messages: [{ruleId, reason, line, column, place, actual, expected, note}]}]'))
    .addHelpText('after', `\nRules, which the configuration turns on and off by name under "rules":\n  ${ruleNames.join('\n  ')}`)
  readingOptions(command).action(async (args: string[], options: LintOptions) => {
    const [{lintStories}, {sessionOf}] = await Promise.all([import('../lint-stories.js'), import('../session.js')])
    process.exitCode = await lintStories(args, options, await sessionOf(command))
  })
  return examples(command, [
    ['xenogloss lint chapters', 'every story in a folder'],
    ['xenogloss lint story.md --dictionary glossary.json --disable unknown-word', 'with what you know of the language, without one rule'],
    ['xenogloss lint story.md --only apostrophe-variant --fix', 'mends one thing'],
    ['xenogloss lint chapters --json --max-warnings 10', 'for other programs'],
  ])
}
