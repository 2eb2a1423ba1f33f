import type {NamingWords} from '../types.js'

/** Words of English that introduce a word of another language or report what one means. */
export const naming: NamingWords = {
  before: [
    ['called', 'named', 'call', 'calls', 'termed', 'said', 'say', 'says', 'saying', 'meaning'],
    ['in', 'of'],
    ['word', 'words', 'phrase', 'name', 'term', 'greeting'],
    ['means', 'meant', 'is'],
  ],
  behind: ['that', 'which', 'it', 'literally', 'ie'],
  reports: ['says', 'said', 'asks', 'wants', 'mean', 'translation', 'translated', 'english'],
}
