import type {RuleName} from './rule-names.js'

/** What there is to say of a rule beyond its sentence, in Markdown; README.md beside this file says it at length. */
export const ADVICE: Readonly<Record<RuleName, string>> = {
  'front-matter': 'What is wrong here is passed over; everything else under `xenogloss` holds.',
  'line-without-gloss': 'Readers are left with the sound of it. If that is what you want, turn the rule off around it.',
  'gloss-without-line':
    'The sentence in brackets speaks as your characters do, and you translate in such brackets; but nothing before it is left to translate. Has the line been cut, or translated twice? If it is there and was not recognised, mark it: `:line[…]`.',
  'unbalanced-quotation': 'Where speech ends decides which words are the character’s, and which line a translation belongs to.',
  'unbalanced-bracket': 'A translation whose bracket is not a pair is no translation for xenogloss, and puzzles readers as well.',
  'gloss-length':
    'The lengths of this story’s translations follow those of its lines (after Gale and Church 1993), but not here. Has a sentence been cut on one side, or do two lines share the translation?',
  'near-spelling':
    'If it is another word, give it a meaning of its own, or list both as entries of a dictionary; if it is another spelling of one, list it under `variants`.',
  'apostrophe-variant': 'Programs that look words up take both for one word; readers may take them for two.',
  'case-variant': 'A capital makes it look like a name.',
  'strange-spelling': 'If the word is right, add the letter to `spelling.letters` of the dictionary.',
  'misused-affix':
    'The rules are those of the dictionary: `attachesTo`, `slot` and `inflection.slots`, `seams`. If the word is right, make it an entry, or the rule wider.',
  'two-meanings': 'Both are said outright, or more than once. Readers who keep a glossary will stumble over it.',
  'two-words': 'If they are synonyms, list them as entries of a dictionary, with `see`.',
  'unknown-word': 'It stands in no line that is translated, and nothing explains it.',
  'explained-late': 'Readers meet it again and again before they are told. Consider moving the explanation to its first place.',
}
