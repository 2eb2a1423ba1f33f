import type {RuleName} from './rule-names.js'

/** Advice for the messages of each rule, in Markdown; rules/README.md explains the rules in detail. */
export const ADVICE: Readonly<Record<RuleName, string>> = {
  'host-language': 'Give the language that the story is told in as the option `host`; see the README for the languages that there are.',
  'front-matter': 'The invalid setting is ignored; the other settings under `xenogloss` still apply.',
  'line-without-gloss': 'Add a translation, or turn the rule off here if readers are not meant to understand the line.',
  'gloss-without-line': 'Put the mark behind its line, or mark the line with `:line[…]` if it was not recognized.',
  'bracket-without-line':
    'This bracket reads like your translations, but no untranslated line precedes it. Restore the line if it was cut, remove the bracket if the line is translated twice, or mark the line with `:line[…]` if it was not recognized.',
  'unbalanced-quotation': 'Add the missing quotation mark: it determines which words are spoken and which line a translation belongs to.',
  'unbalanced-bracket': 'Add the missing bracket: a translation without both brackets is not recognized.',
  'gloss-length':
    'Check whether a sentence is missing on either side, or whether two lines share the translation. The expected length is computed from the story’s other translations (Gale and Church 1993).',
  'near-spelling': 'If it is a different word, give it its own meaning or add both words to a dictionary; if it is another spelling, list it under `variants`.',
  'apostrophe-variant': 'Use the same apostrophe everywhere: dictionary programs ignore the difference, but readers may see two words.',
  'case-variant': 'Use lower case unless the word is a name here.',
  'strange-spelling': 'If the word is correct, add the letter to `spelling.letters` of the dictionary.',
  'misused-affix':
    'If the word is correct, add it to the dictionary as an entry, or extend the rule that it breaks (`attachesTo`, `slot` and `inflection.slots`, or `seams`).',
  'two-meanings': 'Use one translation, or explain the difference: each of these meanings is stated directly or more than once.',
  'two-words': 'If the words are synonyms, add both to a dictionary and link them with `see`.',
  'unknown-word': 'Translate a line that contains it, or explain it in a gloss or a dictionary.',
  'explained-late': 'Consider moving the explanation to the first use.',
}
