/** The archive as a command, as thin as can be: `node corpus-run.js '{"glossary": …}' <stories >results`. A folder is `{"folder": …}`. */
import {runCorpus, storiesOf} from 'xenogloss/corpus'

const {folder, progress, ...options} = JSON.parse(process.argv[2] ?? '{}')
const stop = new AbortController()
let status = 0
for (const [name, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(name, () => {
    status = code
    stop.abort()
  })
}
try {
  const input = folder === undefined ? process.stdin : storiesOf(folder)
  const {stopped, ...done} = await runCorpus({input, output: process.stdout, log: process.stderr, signal: stop.signal, ...options})
  console.error(JSON.stringify({...done, stopped}))
  process.exitCode = status || (done.errors > 0 ? 1 : 0)
} catch (error) {
  console.error(`${error.name}: ${error.message}`)
  process.exitCode = 2
}
process.stdin.destroy()
