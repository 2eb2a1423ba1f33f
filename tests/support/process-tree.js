/** Memory and CPU time of a process and its descendants, on Linux; empty results on other systems. */
import {readdirSync, readFileSync} from 'node:fs'

const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The ids of a process and its descendants. */
export function treeOf(pid) {
  let tasks = []
  try {
    tasks = readdirSync(`/proc/${pid}/task`)
  } catch {
    // The process has ended, or this is not Linux.
  }
  const children = tasks.flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number))
  return [pid, ...children.flatMap(treeOf)]
}

/** Memory of a process tree in megabytes; shared pages count once (`Pss` of proc_pid_smaps(5)). */
export const megabytesOf = (pid) =>
  treeOf(pid).reduce((sum, one) => sum + Number(/^Pss:\s+(\d+) kB/mu.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) / 1024, 0)

/** CPU seconds of all ended child processes of this one (`cutime` and `cstime` of proc_pid_stat(5), in hundredths of a second). */
export function secondsOfChildren() {
  // The field before the last bracket is a name, which may contain spaces.
  const fields = read('/proc/self/stat').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100
}
