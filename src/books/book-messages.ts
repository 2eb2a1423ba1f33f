import {VFileMessage} from 'vfile-message'

/** Problems of the files of a book as messages. */
export const toBookMessages = (problems: readonly {readonly path: string; readonly reason: string}[]): VFileMessage[] =>
  problems.map(({path, reason}) => Object.assign(new VFileMessage(reason, {ruleId: 'epub', source: 'xenogloss'}), {file: path, name: path}))
