import {type Command, InvalidArgumentError, Option} from 'commander'
import {ruleNames} from '../../lint/rule-names.js'
import {addExamples} from '../add-examples.js'
import type {LintOptions} from '../lint-stories.js'
import {numberFrom, readingOptions, repeated} from '../reading-options.js'

function parseRule(name: string, before?: readonly string[]): readonly string[] {
  if (!(ruleNames as readonly string[]).includes(name)) throw new InvalidArgumentError(`Unknown rule; the rules are ${ruleNames.join(', ')}.`)
  return repeated(name, before)
}

export function addLintCommand(program: Command): Command {
  const command = program
    .command('lint')
    .summary('find mistakes in stories')
    .description(
      'Finds lines without a translation, words with inconsistent spellings or translations, unclosed brackets and quotation marks, and more. Exits with 1 if there are warnings.',
    )
    .argument('[story...]', 'files, folders, glob patterns, or - for standard input (default unless it is a terminal)')
    .optionsGroup('Rules and output:')
    .addOption(new Option('--fix', 'apply safe fixes to the files; the fixed text of standard input is printed'))
    .addOption(new Option('--only <rule>', 'run only this rule; repeatable').argParser(parseRule))
    .addOption(new Option('--disable <rule>', 'disable this rule; repeatable').argParser(parseRule))
    .addOption(new Option('--max-warnings <number>', 'number of warnings to allow before exiting with 1').default(0).argParser(numberFrom(0, 1e9, true)))
    .addOption(new Option('--explain', 'explain each warning and how to resolve it'))
    .addOption(new Option('--json', 'print JSON: [{path, messages: [{ruleId, reason, line, column, place, actual, expected, note}]}]'))
    .addHelpText('after', `\nRules, which the configuration enables and disables under "rules":\n  ${ruleNames.join('\n  ')}`)
  readingOptions(command).action(async (args: string[], options: LintOptions) => {
    const [{lintStories}, {createSession}] = await Promise.all([import('../lint-stories.js'), import('../session.js')])
    process.exitCode = await lintStories(args, options, await createSession(command))
  })
  return addExamples(command, [
    ['xenogloss lint chapters', 'check every story in a folder'],
    ['xenogloss lint story.md --dictionary glossary.json --disable unknown-word', 'use a dictionary, and disable a rule'],
    ['xenogloss lint story.md --only apostrophe-variant --fix', 'apply the fixes of one rule'],
    ['xenogloss lint chapters --json --max-warnings 10', 'print JSON, and allow ten warnings'],
  ])
}
