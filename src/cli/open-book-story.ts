import {toBookMessages} from '../books/book-messages.js'
import {formatChapterPlaces} from '../books/chapter-places.js'
import {locateMessages} from '../books/locate-messages.js'
import {openEpub} from '../books/open-epub.js'
import {readBook} from '../books/read-book.js'
import type {BookChapter} from '../books/types.js'
import {writeBook} from '../books/write-book.js'
import {findLine} from './find-line.js'
import type {StoryDocument, StoryPlace} from './story-document.js'

/**
 * Opens an EPUB as a story.
 *
 * @param work name of the book in the evidence of its glossaries
 * @throws TypeError that names the file and the reason
 */
export function openBookStory(bytes: Uint8Array, {name, work}: {readonly name: string; readonly work: string}): StoryDocument {
  const book = openEpub(bytes, name)
  const story = readBook(book)
  const {source, chapters, format} = story
  const formatPlace = formatChapterPlaces(story)
  const findPlace = (place: StoryPlace) => {
    const named = chapters.filter(({path}) => place.file !== undefined && `/${path}`.endsWith(`/${place.file}`))
    const [chapter] = named
    if (chapter === undefined || named.length > 1) return `name one of the chapters, as in ${examplePlace(chapters, place)}`
    const span = findLine(source.slice(chapter.start, chapter.end), place)
    return typeof span === 'string' ? span : {start: span.start + chapter.start, end: span.end + chapter.start}
  }
  return {
    kind: 'epub',
    source,
    format,
    title: book.pack.title,
    language: book.pack.language,
    problems: toBookMessages(book.problems),
    formatPlace: ({start}) => formatPlace(start),
    findPlace,
    locateMessages: (messages) => locateMessages(messages, story),
    book: {
      chapters,
      write: (annotation, options) => {
        const {bytes: written, problems} = writeBook(book, story, {...annotation, work}, options)
        return {bytes: written, problems: toBookMessages(problems)}
      },
    },
  }
}

const examplePlace = ([chapter]: readonly BookChapter[], {line, column}: StoryPlace): string =>
  `${chapter?.path ?? ''}:${line}${column === undefined ? '' : `:${column}`}`
