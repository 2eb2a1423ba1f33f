import {visible} from '../prose/visible.js'

/** How long work goes, on a terminal; nothing anywhere else. */
export interface Progress {
  readonly show: (text: string) => void
  readonly clear: () => void
}

/** Erases the line from the cursor on (ECMA-48, EL). */
const ERASE = '\r\u001b[K'

export function progressOn({
  isTTY,
  columns = 80,
  write,
}: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & {readonly write: (text: string) => unknown}): Progress {
  if (!isTTY) return {show: () => {}, clear: () => {}}
  return {
    show: (text) => write(`${ERASE}${visible(text).slice(0, columns - 1)}`),
    clear: () => write(ERASE),
  }
}
