import {brackets} from './brackets.js'

/** `"Sel davan." [I am here.]` */
export const squareBrackets = brackets('square-brackets', 'square')
