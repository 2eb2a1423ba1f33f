import type {Command} from 'commander'
import pico from 'picocolors'

/** How a text is shown, on a stream that shows colours, or as it is. */
export type Colours = ReturnType<typeof pico.createColors>

/**
 * Colours for a stream, if it is a terminal that has some; NO_COLOR and FORCE_COLOR are obeyed, as commander does for the help.
 * What picocolors finds out by itself is passed over: it knows one stream, and takes a file for a terminal where CI is set.
 */
export function coloursOf(command: Command, stream: 'out' | 'err'): Colours {
  const {getOutHasColors, getErrHasColors} = command.configureOutput()
  return pico.createColors((stream === 'out' ? getOutHasColors : getErrHasColors)?.() ?? false)
}
