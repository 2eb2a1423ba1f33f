/**
 * Runs the package, bundled for browsers, in Deno, Bun and workerd, and compares what it gives with Node: `npm run test:runtimes`. npx fetches
 * the runtimes, 320 MB, which is why the tests do without; a runtime that cannot be fetched or started is named, and the status is 1.
 */
import {execFileSync} from 'node:child_process'
import {install} from '../support/installed.js'
import {bundleForBrowsers} from '../support/universal-bundle.js'

const RUNTIMES = {deno: 'deno@2.9.6', bun: 'bun@1.4.5', workerd: 'workerd@1.20260426.1'} as const

const project = install()
project.link('markdown-it')
project.put('bundle.js', await bundleForBrowsers(project))
const program = project.put('run.js', `import './bundle.js'\nconsole.log(globalThis.xenoglossResult)`)
const expected = execFileSync(process.execPath, [program], {encoding: 'utf8'}).trim()

// workerd runs the event handler of a test, and fails when it throws.
project.put(
  'worker.js',
  `import './bundle.js'\nexport default {test() { if (globalThis.xenoglossResult !== ${JSON.stringify(expected)}) throw new Error(globalThis.xenoglossResult) }}`,
)
const modules = ['worker.js', 'bundle.js'].map((name) => `(name = "${name}", esModule = embed "${name}")`).join(', ')
const config = project.put(
  'workerd.capnp',
  `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (compatibilityDate = "2025-01-01", modules = [${modules}]))]);`,
)

const parameters: Readonly<Record<keyof typeof RUNTIMES, readonly string[]>> = {
  deno: ['run', '--no-config', '--no-lock', program],
  bun: ['run', program],
  workerd: ['test', config],
}

/** Runs npx outside of this project, whose packages it would search first. */
const npx = (name: keyof typeof RUNTIMES, args: readonly string[]): string =>
  execFileSync('npx', ['--yes', '--package', RUNTIMES[name], '--', name, ...args], {cwd: project.folder, encoding: 'utf8', stdio: 'pipe', timeout: 300_000})

for (const name of Object.keys(RUNTIMES) as (keyof typeof RUNTIMES)[]) {
  try {
    const version = npx(name, ['--version']).trim().split('\n')[0]
    const output = npx(name, parameters[name]).trim()
    if (name !== 'workerd' && output !== expected) throw new Error(`other output: ${output.slice(0, 500)}`)
    console.log(`${name}: the same as Node (${version})`)
  } catch (error) {
    const {stderr, message} = error as Error & {stderr?: string}
    console.log(`${name}: FAILED or not to be had\n${(stderr || message).trim().slice(0, 1000)}`)
    process.exitCode = 1
  }
}
