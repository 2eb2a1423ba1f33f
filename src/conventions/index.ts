import type {Convention} from '../types.js'
import {apposition, dash, meaning} from './explained.js'
import {notes} from './notes.js'
import {ownParagraph} from './own-paragraph.js'
import {repeated} from './repeated.js'
import {reverse} from './reverse.js'
import {roundBrackets} from './round-brackets.js'
import {squareBrackets} from './square-brackets.js'
import {translationList} from './translation-list.js'

/** The shelf: every way of writing a gloss that is known here, the most explicit first: what one has claimed the next leaves. */
export const conventions: readonly Convention[] = [
  notes,
  translationList,
  roundBrackets,
  squareBrackets,
  ownParagraph,
  meaning,
  apposition,
  dash,
  reverse,
  repeated,
]
