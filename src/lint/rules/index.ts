import type {Rule} from '../types.js'
import {apostropheVariant} from './apostrophe-variant.js'
import {bracketWithoutLine} from './bracket-without-line.js'
import {caseVariant} from './case-variant.js'
import {explainedLate} from './explained-late.js'
import {glossLength} from './gloss-length.js'
import {glossWithoutLine} from './gloss-without-line.js'
import {lineWithoutGloss} from './line-without-gloss.js'
import {misusedAffix} from './misused-affix.js'
import {nearSpelling} from './near-spelling.js'
import {strangeSpelling} from './strange-spelling.js'
import {twoMeanings} from './two-meanings.js'
import {twoWords} from './two-words.js'
import {unbalancedBracket} from './unbalanced-bracket.js'
import {unbalancedQuotation} from './unbalanced-quotation.js'
import {unknownWord} from './unknown-word.js'

/** All proofreading rules. */
export const rules: readonly Rule[] = [
  lineWithoutGloss,
  glossWithoutLine,
  bracketWithoutLine,
  unbalancedQuotation,
  unbalancedBracket,
  glossLength,
  nearSpelling,
  apostropheVariant,
  caseVariant,
  strangeSpelling,
  misusedAffix,
  twoMeanings,
  twoWords,
  unknownWord,
  explainedLate,
]
