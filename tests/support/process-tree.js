/** What a process and those that it has started take, as Linux tells it; nothing where it does not. */
import {readdirSync, readFileSync} from 'node:fs'

const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A process, those that it has started, and theirs. */
export function treeOf(pid) {
  let tasks = []
  try {
    tasks = readdirSync(`/proc/${pid}/task`)
  } catch {
    // Over, or no Linux.
  }
  const children = tasks.flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number))
  return [pid, ...children.flatMap(treeOf)]
}

/** Megabytes that a tree of processes holds, what several share counted once (`Pss` of proc_pid_smaps(5)). */
export const megabytesOf = (pid) =>
  treeOf(pid).reduce((sum, one) => sum + Number(/^Pss:\s+(\d+) kB/mu.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) / 1024, 0)

/** Seconds of CPU of all processes that this one has started and that are over (`cutime` and `cstime` of proc_pid_stat(5), in hundredths). */
export function secondsOfChildren() {
  // What stands before the last bracket is a name, which may have spaces.
  const fields = read('/proc/self/stat').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100
}
