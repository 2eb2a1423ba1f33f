import type {GlossCandidate} from '../../detect/types.js'
import {isGap} from '../../prose/tokenizer.js'
import {flatMap} from '../../util/lists.js'
import type {Convention} from '../types.js'
import {bareContent, oddsOf} from './sites.js'

/** A bracket that is a paragraph by itself, below the one that it translates. */
export const ownParagraph: Convention = {
  name: 'own-paragraph',
  find: (passages, {host}) =>
    flatMap(passages, (passage): GlossCandidate[] => {
      const [bracket] = passage.brackets
      const {text, index} = passage
      if (!bracket || !isGap(text.slice(0, bracket.outer.start)) || !isGap(text.slice(bracket.outer.end))) return []
      const content = bareContent(text, bracket, host)
      const odds = oddsOf(passage, content, content.ledIn, host)
      let before = index - 1
      while (passages[before]?.sentences.length === 0) before--
      const translated = passages[before]
      if (!odds || !translated) return []
      const of = {passage: before, start: 0, end: translated.text.length}
      return [
        {convention: 'own-paragraph', passage: index, ...bracket.outer, content: {start: content.start, end: content.end}, of: [of], reach: 'before', odds},
      ]
    }),
}
