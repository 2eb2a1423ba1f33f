import type {Command} from 'commander'
import pico from 'picocolors'

/** Functions that style text if the stream supports colors. */
export type Colors = ReturnType<typeof pico.createColors>

/**
 * Colors for a stream, if it is a terminal that supports them; respects NO_COLOR and FORCE_COLOR, as commander does for the help. The
 * detection of picocolors is not used: it knows one stream only, and treats a file as a terminal when CI is set.
 */
export function colorsFor(command: Command, stream: 'out' | 'err'): Colors {
  const {getOutHasColors, getErrHasColors} = command.configureOutput()
  return pico.createColors((stream === 'out' ? getOutHasColors : getErrHasColors)?.() ?? false)
}
