import {escapeForTerminal} from '../util/escape-for-terminal.js'

/** A progress line on a terminal; does nothing elsewhere. */
export interface Progress {
  readonly show: (text: string) => void
  readonly clear: () => void
}

/** Erases the line from the cursor on (ECMA-48, EL). */
const ERASE = '\r\u001b[K'

export function createProgress({
  isTTY,
  columns = 80,
  write,
}: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & {readonly write: (text: string) => unknown}): Progress {
  if (!isTTY) return {show: () => {}, clear: () => {}}
  return {
    show: (text) => write(`${ERASE}${escapeForTerminal(text).slice(0, columns - 1)}`),
    clear: () => write(ERASE),
  }
}
