import type {VFileMessage} from 'vfile-message'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import type {InputFile} from './find-story-files.js'
import type {Session} from './session.js'

/** Says what of a document is not read. */
export function noteProblems(problems: readonly VFileMessage[] | undefined, {path}: Pick<InputFile, 'path'>, session: Session): void {
  for (const {file, reason} of problems ?? [])
    session.note(`${session.err.yellow('note')} ${escapeForTerminal([path, file, reason].filter(Boolean).join(': '))}`)
}
