import {VFileMessage} from 'vfile-message'
import {createParagraphPlaces} from '../documents/paragraph-places.js'
import {readDocx} from '../documents/read-docx.js'
import {readFb2} from '../documents/read-fb2.js'
import {readOdt} from '../documents/read-odt.js'
import type {DocumentKind} from '../formats/shared/recognize-document.js'
import {html as htmlFormat} from '../source/html/html-source.js'
import type {StoryDocument} from './story-document.js'

const READERS = {docx: readDocx, odt: readOdt, fb2: readFb2}

/**
 * Opens a document of a word processor as a story.
 *
 * @throws TypeError that names the file and the reason
 */
export async function openTextDocument(kind: Exclude<DocumentKind, 'epub'>, bytes: Uint8Array, {name}: {readonly name: string}): Promise<StoryDocument> {
  const {html, title, language, messages} = await READERS[kind](bytes, {file: name})
  const places = createParagraphPlaces(html)
  return {
    kind,
    source: html,
    format: {...htmlFormat, formatPlaces: () => (offset) => places.format({start: offset, end: offset})},
    title,
    language,
    problems: messages.map((reason) => new VFileMessage(reason, {ruleId: kind, source: 'xenogloss'})),
    formatPlace: places.format,
    findPlace: ({file, line, column}) =>
      (file === undefined && column === undefined ? places.find(line) : undefined) ??
      'name a paragraph by its number, from 1; headings are counted, empty ones are not',
    locateMessages: (found) =>
      found.map((message) => {
        const {place} = message
        if (!place || !('start' in place)) return message
        const words = places.format({start: place.start.offset as number, end: place.end.offset as number})
        return Object.assign(new VFileMessage(`${words}: ${message.reason}`, {ruleId: message.ruleId, source: 'xenogloss'}), {
          actual: message.actual,
          expected: message.expected,
          note: message.note,
          fatal: false,
        })
      }),
  }
}
