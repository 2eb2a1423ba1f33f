/** Material that lies beside the project and is not part of it. Tests that need it are skipped, with a line, where it is absent. */
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/', import.meta.url))

export const hasShared = existsSync(`${folder}eval/gold/memoirs-103.json`)
export const shared = (path: string): string => `${folder}${path}`
if (!hasShared) console.log('The material in ../shared is absent: tests on the chapter and the exam are skipped.')
