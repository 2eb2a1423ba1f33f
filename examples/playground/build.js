/**
 * `node examples/playground/build.js`: writes the playground to `out/playground`, a folder that works from any host, or opened as a file. The page
 * and its worker come from the built package; only the worker of a page that is opened as a file, which can load nothing later, is made here.
 */
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'dist')
const read = (path) => readFileSync(join(root, path), 'utf8')

/** @param folder is emptied first */
export async function buildPlayground(folder = join(root, 'out/playground'), {withWorkerInOne = true} = {}) {
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  // The pages of `serve` and `glossary review` need the command.
  const names = readdirSync(join(dist, 'playground')).filter((name) => !/^(?:review|served)/u.test(name))
  for (const name of names) cpSync(join(dist, 'playground', name), join(folder, name))
  cpSync(join(dist, 'worker-hosts'), join(folder, 'worker-hosts'), {recursive: true})
  if (!withWorkerInOne) return folder
  const texts = {READER_STYLE: read('dist/style.css'), READER_SCRIPT: read('dist/reader-page.js'), EXAMPLE_STORY: read('examples/story/salt-road.md')}
  const {outputFiles} = await build({
    entryPoints: [join(root, 'src/playground/background/worker-in-one.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    conditions: ['worker'],
    charset: 'utf8',
    legalComments: 'none',
    define: {...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)])), 'import.meta.url': '""'},
  })
  // The page makes a worker of this function's text.
  writeFileSync(join(folder, 'worker-in-one.js'), `globalThis.xenoglossWorker = function () {\n${outputFiles[0].text}}\n`)
  return folder
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(join(await buildPlayground(), 'index.html'))
