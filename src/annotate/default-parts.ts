import {clues} from '../detect/clues/index.js'
import {conventions} from '../gloss/conventions/index.js'
import english from '../hosts/en/english.js'
import {recognizers} from '../languages/recognizers.js'
import type {OptionParts} from './annotator-parts.js'

/** What options choose among unless they bring something of their own: English, all conventions, clues and recognisers. */
export const defaultParts: OptionParts = {host: english, conventions, clues, languages: recognizers}
