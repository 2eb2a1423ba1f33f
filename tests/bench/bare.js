/** A process of its own: annotates the stories of an archive one after the other, and does nothing with what comes of it. */
import {performance} from 'node:perf_hooks'
import {createInterface} from 'node:readline'
import {annotate} from 'xenogloss'

const began = performance.now()
for await (const line of createInterface({input: process.stdin})) {
  const {id, text, format} = JSON.parse(line)
  annotate(text, {format, work: id})
}
const {userCPUTime, systemCPUTime} = process.resourceUsage()
console.error(JSON.stringify({cost: {seconds: (performance.now() - began) / 1e3, cpu: (userCPUTime + systemCPUTime) / 1e6}}))
