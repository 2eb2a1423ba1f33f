import type {Stage} from '../annotate/types.js'

/** Shares of the time when stages end, in a long story with many lines. */
export const STAGE_ENDS: Readonly<Record<Stage | 'hosts' | 'parsed', number>> = {
  hosts: 0.01,
  parsed: 0.03,
  flattened: 0.08,
  surveyed: 0.15,
  stretches: 0.25,
  found: 0.35,
  translated: 0.65,
  linked: 0.95,
}
