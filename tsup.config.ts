import {readFileSync} from 'node:fs'
import {defineConfig, type Options} from 'tsup'

const browser = {format: 'esm', target: 'es2022', treeshake: true, removeNodeProtocol: false} as const satisfies Options

/** What can be imported; the types of each are published with it. */
const modules = {
  index: 'src/index.ts',
  html: 'src/html.ts',
  ao3: 'src/ao3.ts',
  epub: 'src/epub.ts',
  formats: 'src/formats/index.ts',
  files: 'src/files.ts',
  corpus: 'src/corpus/index.ts',
  'markdown-it': 'src/markdown-it.ts',
  lint: 'src/lint.ts',
  explain: 'src/explain.ts',
}

/**
 * What single public names need, in files of their own: a bundler drops whole files that nobody asks for, but of one that it keeps,
 * all that is computed at its top. So who imports one format loads neither the others nor English.
 */
const shelved = [...readFileSync('src/formats/index.ts', 'utf8').matchAll(/from '\.\/(\w+)\.js'/gu)].map(([, name]) => `formats/${name}`)
const parts = Object.fromEntries(
  [
    ...['annotate', 'apply-fixes', 'concordance', 'plugins', 'remark-lint', 'sanitize-schema', 'to-markdown', 'web-annotation'],
    ...['conventions/index', 'lexicon/create-lexicon', 'lexicon/merge-glossaries', 'renderers/index', 'rules/names'],
    ...shelved,
  ].map((name) => [`parts/${name}`, `src/${name}.ts`]),
)

/** The command line: nothing to be imported. */
const command = {cli: 'src/cli.ts'}

/** What other processes run: found beside the module that starts them. */
const processes = {'corpus-worker': 'src/corpus/worker.ts'}

/** What pages load, each a file of its own that needs no other. */
const page = {reader: 'src/reader/index.ts', 'reader-page': 'src/reader/page.ts'}

/** What `xenogloss serve` adds to its page. */
const served = {follow: 'src/reader/follow.ts'}

// The script `build` empties the folder: of two builds at once, each would clean away what the other wrote.
export default defineConfig([
  {
    ...browser,
    entry: {...modules, ...parts, ...command, ...processes, 'ao3-skin': 'src/ao3-skin.css'},
    platform: 'neutral',
    external: [/^node:/],
  },
  {
    ...browser,
    treeshake: false,
    entry: {...page, ...served, style: 'src/reader/reader.css'},
    platform: 'browser',
    minify: true,
    splitting: false,
  },
  // The types of all that can be imported: read by one compiler, not by one for each of the above.
  {...browser, entry: {...modules, ...page}, platform: 'neutral', dts: {only: true}},
])
