/** How long it takes, side by side in one run. `report.ts` makes the table of it. */
import {fromMarkdown} from 'mdast-util-from-markdown'
import {bench, describe} from 'vitest'
import {annotate} from 'xenogloss'
import {withIdentifier, withWordList} from './annotators.js'
import {asHtml, asText, novel} from './story.js'

/** UTF-16 code units: a novel of middling length. */
const LENGTH = 650_000
const markdown = novel(LENGTH)
const eighth = novel(LENGTH / 8)
const text = asText(markdown)
const html = asHtml(markdown)

/** A fixed number of runs, since the slowest takes a second; the short ones get more of them. */
const some = {time: 0, iterations: 9, warmupTime: 0, warmupIterations: 2}
const more = {...some, iterations: 27}

describe('speed', () => {
  bench('fromMarkdown alone', () => void fromMarkdown(markdown), some)
  bench('annotate Markdown', () => void annotate(markdown), some)
  bench('annotate text', () => void annotate(text, {format: 'text'}), some)
  bench('annotate HTML', () => void annotate(html, {format: 'html'}), some)
  bench('annotate Markdown, an eighth', () => void annotate(eighth), more)
  bench('annotator A: quotation marks and eld', () => void withIdentifier(markdown), some)
  bench('annotator B: quotation marks and nspell', () => void withWordList(markdown), some)
})
