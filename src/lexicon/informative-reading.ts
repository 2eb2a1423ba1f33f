import type {Reading} from './types.js'

/** The best reading, if it differs from the printed term: another spelling or inflection, or affixes. */
export const informativeReading = ({readings: [best]}: {readonly readings: readonly Reading[]}): Reading | undefined =>
  best?.steps.some(({kind}) => kind !== 'exact' && kind !== 'fold') ? best : undefined
