import {brackets} from './brackets.js'

/** `"Sel davan." (I am here.)` */
export const roundBrackets = brackets('round-brackets', 'round')
