/**
 * A process that runs the built command line again and again, as `command.ts` asks. Starting Node and loading the modules takes ten times
 * as long as most commands. Each run evaluates the entry file anew, in its folder, with its arguments and its own standard streams; the
 * modules behind it are loaded once.
 */
import {Readable, Writable} from 'node:stream'

const [cli] = process.argv.slice(2)
const initial = {argv: process.argv.slice(0, 1), exit: process.exit}
const send = process.send.bind(process)
let runs = 0

/** Collects what is written to a stream. */
function collect() {
  const chunks = []
  const stream = new Writable({
    decodeStrings: true,
    write(chunk, _, done) {
      chunks.push(chunk)
      done()
    },
  })
  return {stream, text: () => Buffer.concat(chunks).toString()}
}

const replace = (name, value) => Object.defineProperty(process, name, {value, configurable: true, writable: true})

async function run({args, cwd, input}) {
  const [out, err] = [collect(), collect()]
  replace('stdout', out.stream)
  replace('stderr', err.stream)
  replace('stdin', Readable.from(input === '' ? [] : [Buffer.from(input, 'base64')], {objectMode: false}))
  process.chdir(cwd)
  process.argv = [...initial.argv, cli, ...args]
  process.exitCode = undefined
  // The last thing that a failed command does.
  process.exit = (code = process.exitCode) => void (process.exitCode = code)
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal)
  runs += 1
  await import(`${new URL(cli, 'file:').href}?run=${runs}`)
  await new Promise((resolve) => setImmediate(resolve))
  return {code: process.exitCode ?? 0, out: out.text(), err: err.text()}
}

process.on('message', async (request) => {
  const result = await run(request).catch((error) => ({crash: String(error?.stack ?? error)}))
  process.exitCode = 0
  send(result)
})
process.on('disconnect', () => initial.exit(0))
