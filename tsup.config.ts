import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {defineConfig, type Options} from 'tsup'

const browser = {format: 'esm', target: 'es2022', treeshake: true, removeNodeProtocol: false} as const satisfies Options

/** What can be imported; the types of each are published with it. */
const modules = {
  index: 'src/index.ts',
  html: 'src/html.ts',
  ao3: 'src/ao3.ts',
  epub: 'src/epub.ts',
  formats: 'src/formats.ts',
  files: 'src/files.ts',
  corpus: 'src/corpus.ts',
  'markdown-it': 'src/markdown-it.ts',
  lint: 'src/lint.ts',
  explain: 'src/explain.ts',
}

/**
 * What single public names need, in files of their own: a bundler drops whole files that nobody asks for, but of one that it keeps,
 * all that is computed at its top. So who imports one format loads neither the others nor English.
 */
const shelved = [...readFileSync('src/formats.ts', 'utf8').matchAll(/from '\.\/(formats\/(?:\w+\/)?\w+)\.js'/gu)].map(([, name]) => name as string)
const parts = Object.fromEntries(
  [
    ...['annotate/annotate', 'annotate/plugins', 'annotate/web-annotation', 'glossary/concordance', 'glossary/merge-glossaries', 'lexicon/create-lexicon'],
    ...[
      'gloss/conventions/index',
      'lint/apply-fixes',
      'lint/remark-lint',
      'lint/rule-names',
      'render/renderers/index',
      'render/sanitize-schema',
      'source/markdown/to-markdown',
    ],
    ...shelved,
  ].map((name) => [`parts/${name}`, `src/${name}.ts`]),
)

/** The command line: nothing to be imported. */
const command = {cli: 'src/cli.ts'}

/** What other processes run: found beside the module that starts them. */
const processes = {'corpus-worker': 'src/corpus/worker.ts'}

/**
 * What the processes go on importing from where it is installed: what the command line alone uses, which is loaded when it is needed, and
 * what comes with a package that has no text of its licence (`format`, `eastasianwidth`).
 */
const apart = ['chokidar', 'commander', 'lilconfig', 'mdast-util-frontmatter', 'micromark-extension-frontmatter', 'picocolors', 'tinyglobby', 'vfile-reporter']

/** The licences of all that is bundled are published with it. */
const licences: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'licences',
  setup({onEnd}) {
    onEnd(({metafile}) => {
      const inputs = Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.entries(output.inputs))
      const folders = inputs.flatMap(([path, {bytesInOutput}]) => (bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(path) ?? []) : []))
      const texts = [...new Set(folders)].sort().map((folder) => {
        const {name, version} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {name: string; version: string}
        const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file))
        if (files.length === 0) throw new Error(`${name} has no text of its licence: leave it apart`)
        return [`## ${name} ${version}`, ...files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim())].join('\n\n')
      })
      writeFileSync('dist/LICENSES.md', `# What dist/cli.js and dist/corpus-worker.js bring with them\n\n${texts.join('\n\n')}\n`)
    })
  },
}

/** What pages load, each a file of its own that needs no other. */
const page = {reader: 'src/reader.ts', 'reader-page': 'src/reader-page.ts'}

/** What `xenogloss serve` adds to its page. */
const served = {follow: 'src/reader/follow.ts'}

// The script `build` empties the folder: of two builds at once, each would clean away what the other wrote.
export default defineConfig([
  {
    ...browser,
    entry: {...modules, ...parts, 'ao3-skin': 'src/render/ao3-skin.css'},
    platform: 'neutral',
    external: [/^node:/],
  },
  // With what they need: to find and read four hundred small files takes longer than a short story does.
  {
    ...browser,
    entry: {...command, ...processes},
    platform: 'neutral',
    external: [/^node:/, ...apart],
    noExternal: [new RegExp(`^(?!node:|(?:${apart.join('|')})$)`, 'u')],
    esbuildPlugins: [licences],
    treeshake: false,
    // Names stay, for traces of what went wrong.
    esbuildOptions: (options) => void Object.assign(options, {minifyWhitespace: true, minifySyntax: true}),
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
