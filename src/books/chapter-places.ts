import {location} from 'vfile-location'
import {firstEndingAfter} from '../prose/spans.js'
import type {BookChapter} from './types.js'

interface JoinedChapters {
  readonly source: string
  readonly chapters: readonly BookChapter[]
}

/** The chapter that an offset of the joined text stands in. */
const chapterAt = (chapters: readonly BookChapter[], offset: number): BookChapter | undefined => chapters[firstEndingAfter(chapters, offset)] ?? chapters.at(-1)

/** A place in a chapter: its path, and line and column in its file, from 1. */
export interface ChapterPlace {
  readonly path: string
  readonly line: number
  readonly column: number
}

/** Creates a function that finds the place of an offset of the joined text. */
export function createChapterPlaces({source, chapters}: JoinedChapters): (offset: number) => ChapterPlace {
  const points = location(source)
  return (offset) => {
    const {path, start} = chapterAt(chapters, offset) as BookChapter
    const [here, first] = [points.toPoint(offset), points.toPoint(start)]
    const line = (here?.line ?? 1) - (first?.line ?? 1) + 1
    return {path, line, column: here?.column ?? 1}
  }
}

/** The same as text: `OEBPS/chapter-2.xhtml:12:3`. */
export function formatChapterPlaces(book: JoinedChapters): (offset: number) => string {
  const placeOf = createChapterPlaces(book)
  return (offset) => {
    const {path, line, column} = placeOf(offset)
    return `${path}:${line}:${column}`
  }
}
