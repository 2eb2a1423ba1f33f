import type {Convention} from '../types.js'
import {apposition} from './apposition.js'
import {roundBrackets, squareBrackets} from './brackets.js'
import {dash} from './dash.js'
import {emphasis} from './emphasis.js'
import {mark} from './mark.js'
import {meaning} from './meaning.js'
import {nearby} from './nearby.js'
import {notes} from './notes.js'
import {ownParagraph} from './own-paragraph.js'
import {repeated} from './repeated.js'
import {reverse} from './reverse.js'
import {separator} from './separator.js'
import {translationList} from './translation-list.js'
import {verse} from './verse.js'

/** All built-in conventions, the most explicit first: what one has claimed is not available to the next. */
export const conventions: readonly Convention[] = [
  mark,
  notes,
  translationList,
  verse,
  roundBrackets,
  squareBrackets,
  ownParagraph,
  meaning,
  apposition,
  dash,
  reverse,
  emphasis,
  repeated,
  separator,
  nearby,
]
