/**
 * Proof-reading.
 *
 * @module xenogloss/lint
 */
export type {Options as LintOptions} from './annotate/types.js'
export {applyFixes} from './lint/apply-fixes.js'
export {lint, proofread} from './lint/lint.js'
export type {LintInput} from './lint/proofread.js'
export {type RemarkLintOptions, remarkLintXenogloss, type Severity} from './lint/remark-lint.js'
export {type RuleName, ruleNames} from './lint/rule-names.js'
