import {firstEndingAfter} from '../../prose/spans.js'
import {isCapitalized} from '../../prose/word-shape.js'
import {createConnectingConvention} from '../connecting-phrase.js'

/** `"Sel davan," which means "I am here."`, `a venna, meaning little sister` */
export const meaning = createConnectingConvention('meaning', 'means', (passage, end, phrase, {glossing}) => {
  const following = passage.text.slice(end + phrase.length, end + phrase.length + 20)
  if (/^\p{L}/u.test(following)) {
    if (glossing.notMeant.test(following)) return undefined
    // What a person or a place meant is no translation of the name.
    const word = passage.words[firstEndingAfter(passage.words, end - 1)]
    if (word?.end === end && isCapitalized(word.surface) && !/\p{Ll}s\s*$/u.test(phrase)) return undefined
  }
  return phrase.length
})
