/** The names of all messages; the options know them without loading the rules. */
export const ruleNames = [
  'front-matter',
  'line-without-gloss',
  'gloss-without-line',
  'unbalanced-quotation',
  'unbalanced-bracket',
  'gloss-length',
  'near-spelling',
  'apostrophe-variant',
  'case-variant',
  'strange-spelling',
  'misused-affix',
  'two-meanings',
  'two-words',
  'unknown-word',
  'explained-late',
] as const

/** By what a message is told: its `ruleId`. */
export type RuleName = (typeof ruleNames)[number]
