import type {Run} from './types.js'

/** Where a stretch of a text stands in the source. */
type Stretch = Pick<Run, 'start' | 'end' | 'source'>

const isEven = ({start, end, source}: Stretch): boolean => end - start === source.end - source.start

/** Adds a stretch to the runs before it; what goes on side by side in both coordinates is one run. */
export function addRun(runs: Run[], stretch: Stretch): void {
  const last = runs.at(-1)
  const goesOn = last && last.end === stretch.start && last.source.end === stretch.source.start && isEven(last) && isEven(stretch)
  if (goesOn) runs[runs.length - 1] = {...last, end: stretch.end, source: {start: last.source.start, end: stretch.source.end}}
  else runs.push(stretch)
}
