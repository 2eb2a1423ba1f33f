/** The names of all rules, in a separate file so that options can be checked without loading the rules. */
export const ruleNames = [
  'front-matter',
  'host-language',
  'line-without-gloss',
  'gloss-without-line',
  'bracket-without-line',
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

/** The `ruleId` of a message. */
export type RuleName = (typeof ruleNames)[number]

/** Rules that are right too seldom to be on unless an author asks for them (see the table in `rules/README.md`). */
export const RULES_OFF_BY_DEFAULT: ReadonlySet<string> = new Set<RuleName>(['unknown-word', 'bracket-without-line'])
