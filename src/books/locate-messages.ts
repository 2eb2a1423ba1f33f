import type {Point} from 'unist'
import type {VFileMessage} from 'vfile-message'
import {createChapterPlaces} from './chapter-places.js'
import type {BookChapter} from './types.js'

/** Turns the places of messages in the joined text into places in the files of chapters; changes the messages. */
export function locateMessages(
  messages: readonly VFileMessage[],
  book: {readonly source: string; readonly chapters: readonly BookChapter[]},
): readonly VFileMessage[] {
  const placeOf = createChapterPlaces(book)
  for (const message of messages) {
    if (!message.place || !('start' in message.place)) continue
    const {start, end} = message.place
    const own = placeOf(start.offset as number)
    const {start: from} = book.chapters.find(({path}) => path === own.path) as BookChapter
    const toOwn = (point: Point): Point => ({...placeOf(point.offset as number), offset: (point.offset as number) - from})
    const [first, last] = [toOwn(start), toOwn(end)].map(({line, column, offset}) => ({line, column, offset: offset as number}))
    message.place = {start: first as Point, end: last as Point}
    message.file = own.path
    message.line = own.line
    message.column = own.column
    message.name = `${own.path}:${own.line}:${own.column}-${last?.line}:${last?.column}`
  }
  return messages
}
