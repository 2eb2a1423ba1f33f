import {lazy} from '../../util/lazy.js'
import type {WordOrder} from '../types.js'
import {ENDINGS, endingOf} from './english-endings.js'
import {FREQUENT, PAIRS} from './english-pairs.js'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Unpacks what `compile-pairs.ts` wrote: three levels a character. */
function decode(): WordOrder {
  const frequent = FREQUENT.split(' ')
  const numbers = new Map(frequent.map((word, index) => [word, index]))
  const size = frequent.length + ENDINGS
  const levels = new Uint8Array(3 * PAIRS.length)
  for (let i = 0; i < PAIRS.length; i++) {
    const packed = DIGITS.indexOf(PAIRS[i] as string)
    levels[3 * i] = packed & 3
    levels[3 * i + 1] = (packed >> 2) & 3
    levels[3 * i + 2] = packed >> 4
  }
  return {
    kindOf: (key) => numbers.get(key) ?? frequent.length + endingOf(key),
    levelOf: (before, behind) => levels[before * size + behind] as number,
  }
}

/** Which words follow each other in English. */
export const englishOrder: () => WordOrder = lazy(decode)
