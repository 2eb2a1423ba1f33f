/** Checks e-books with epubcheck, if it and Java are installed. */
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {lazy} from '../../src/util/lazy.js'
import {findProgram, runProgram} from './programs.js'

/** Compiles faster, to slower code. */
const JAVA = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
const ALL = fileURLToPath(new URL('EpubCheckAll.java', import.meta.url))

/**
 * Returns a function that yields the reports of books. Java and the schemas take five seconds to start and a book half a second, so one
 * process checks them all, where Java can compile a program of one file. With a runtime only, each book takes its own.
 *
 * @throws if a book has errors
 */
export const epubcheck = (createBooks: () => readonly Uint8Array[]): (() => readonly string[]) =>
  lazy(() => {
    const folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
    const files = createBooks().map((bytes, index) => {
      const file = join(folder, `${index}.epub`)
      writeFileSync(file, bytes)
      return file
    })
    const program = findProgram('epubcheck') as string
    if (!findProgram('javac')) return files.map((file) => runProgram('java', [...JAVA, '-jar', program, file]))
    const reports = runProgram('java', [...JAVA, '-cp', program, ALL, ...files]).split(/^end of report\n/mu)
    if (reports.pop() !== '' || reports.length !== files.length) throw new Error(`Expected ${files.length} reports, got ${reports.length}`)
    return reports
  })
