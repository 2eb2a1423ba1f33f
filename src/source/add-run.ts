import type {Run} from './types.js'

/** A run without `torn`. */
type PlainRun = Pick<Run, 'start' | 'end' | 'source'>

const hasEqualLengths = ({start, end, source}: PlainRun): boolean => end - start === source.end - source.start

/** Appends a run, or extends the last one if the two are contiguous in both coordinate systems. */
export function addRun(runs: Run[], run: PlainRun): void {
  const last = runs.at(-1)
  const isContiguous = last && last.end === run.start && last.source.end === run.source.start && hasEqualLengths(last) && hasEqualLengths(run)
  if (isContiguous) runs[runs.length - 1] = {...last, end: run.end, source: {start: last.source.start, end: run.source.end}}
  else runs.push(run)
}
