import type {GlossCandidate} from '../../detect/types.js'
import {isWordless} from '../../prose/word-shape.js'
import {flatMap} from '../../util/lists.js'
import {scoreTranslation, trimContent} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** A bracket that is a whole paragraph, below the paragraph that it translates. */
export const ownParagraph: Convention = {
  name: 'own-paragraph',
  find: (passages, {host}) =>
    flatMap(passages, (passage): GlossCandidate[] => {
      const [bracket] = passage.brackets
      const {text, index} = passage
      if (!bracket || !isWordless(text.slice(0, bracket.outer.start)) || !isWordless(text.slice(bracket.outer.end))) return []
      const content = trimContent(text, bracket, host)
      const odds = scoreTranslation(passage, content, content.ledIn, host)
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
