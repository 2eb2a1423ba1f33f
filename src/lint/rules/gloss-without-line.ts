import {findUnpaired} from '../find-unpaired.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** A mark of a translation, `:gloss[…]`, without an utterance before it. */
export const glossWithoutLine = {
  name: 'gloss-without-line',
  check: (context: LintContext): Diagnostic[] => findUnpaired(context, ({isDeclared}) => isDeclared === true),
} satisfies Rule
