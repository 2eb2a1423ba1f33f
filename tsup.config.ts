import {copyFileSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {buildSync} from 'esbuild'
import {defineConfig, type Options} from 'tsup'

const browser = {format: 'esm', target: 'es2022', treeshake: true, removeNodeProtocol: false} as const satisfies Options

/** The file that is named by nothing but the language: `german.ts` beside `german-words.ts`. */
const hostFile = (folder: string): string => `${folder}/${readdirSync(folder).find((name) => !name.includes('-'))}`

/** The languages that stories may be told in, each by itself. */
const hosts = Object.fromEntries(
  readdirSync('src/hosts', {withFileTypes: true}).flatMap((entry) =>
    entry.isDirectory() ? [[`hosts/${entry.name}`, hostFile(`src/hosts/${entry.name}`)]] : [],
  ),
)

/** The entry files; the types of each are published with it. */
const modules = {
  index: 'src/index.ts',
  hosts: 'src/hosts.ts',
  html: 'src/html.ts',
  ao3: 'src/ao3.ts',
  epub: 'src/epub.ts',
  documents: 'src/documents.ts',
  formats: 'src/formats.ts',
  files: 'src/files.ts',
  corpus: 'src/corpus.ts',
  'markdown-it': 'src/markdown-it.ts',
  remark: 'src/remark.ts',
  lint: 'src/lint.ts',
  explain: 'src/explain.ts',
  core: 'src/core.ts',
  worker: 'src/worker.ts',
  dom: 'src/dom.ts',
}

/**
 * Modules behind single public names, built as files of their own. A bundler drops whole files that are not imported, but keeps
 * everything computed at the top of a file that is: this way importing one format loads neither the others nor English.
 */
const formatModules = [...readFileSync('src/formats.ts', 'utf8').matchAll(/from '\.\/(formats\/(?:\w+\/)?\w+)\.js'/gu)].map(([, name]) => name as string)
const parts = Object.fromEntries(
  [
    ...[
      'annotate/annotate',
      'annotate/create-annotator',
      'annotate/front-matter-options',
      'plugins/unified-plugins',
      'annotate/web-annotations',
      'books/annotate-epub',
      'glossary/concordance',
      'glossary/merge-glossaries',
      'lexicon/create-lexicon',
    ],
    ...[
      'detect/clues/index',
      'gloss/conventions/index',
      'languages/recognizers',
      'lint/apply-fixes',
      'lint/remark-lint',
      'lint/rule-names',
      'render/renderers/index',
      'render/sanitize-schema',
      'render/to-epub',
      'source/html/html-source',
      'source/markdown/markdown-source',
      'source/markdown/to-markdown',
      'source/plain-text',
    ],
    ...formatModules,
  ].map((name) => [`parts/${name}`, `src/${name}.ts`]),
)

/** The command line and the language server; they export nothing. */
const command = {cli: 'src/cli.ts', 'language-server': 'src/language-server.ts'}

/** What worker processes and threads run; it must lie beside the module that starts them. */
const processes = {'corpus-worker': 'src/corpus/worker.ts', 'language-server-worker': 'src/language-server/analysis-worker.ts'}

/**
 * What the bundled programs still import: packages without a licence text (saxes, and `format` of the front matter), and what few
 * stories need (mammoth, for .docx); all are dependencies of the library anyway.
 */
const external = ['mammoth', 'mdast-util-frontmatter', 'micromark-extension-frontmatter', 'saxes']

/** The MIT licence, for packages that name it in package.json without shipping its text. */
const mit = (author: string): string =>
  readFileSync('LICENSE', 'utf8')
    .replace(/^[\s\S]*?(?=Permission is hereby granted)/u, `Copyright (c) ${author}\n\n`)
    .split(/\n(?=-{3,}|#)/u)[0] as string

/** The ISC licence (https://opensource.org/license/isc-license-txt), for packages that name it without shipping its text. */
const isc = (author: string): string =>
  [
    `Copyright (c) ${author} and contributors`,
    'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above',
    'copyright notice and this permission notice appear in all copies.',
    'THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF',
    'MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES',
    'WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR',
    'IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.',
  ].join('\n')

/**
 * Packages that decode character references by `decode-named-character-reference`, and those that import them. Its browser build, which bundlers
 * choose for workers, too, touches `document` when it is imported; bundled here with the build that needs none.
 */
const withReferences = [
  'decode-named-character-reference',
  ...['mdast-util-directive', 'mdast-util-from-markdown', 'mdast-util-gfm-footnote', 'mdast-util-to-markdown', 'micromark-extension-directive'],
  'micromark-extension-gfm-footnote',
]

/** Folders of the packages that any build has bundled. */
const bundledFolders = new Set<string>()

/** Publishes the licences of everything that is bundled. */
const licences: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'licences',
  setup({onEnd}) {
    onEnd(({metafile}) => {
      const inputs = Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.entries(output.inputs))
      const folders = inputs.flatMap(([path, {bytesInOutput}]) => (bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(path) ?? []) : []))
      for (const folder of folders) bundledFolders.add(folder)
      const texts = [...bundledFolders].sort().map((folder) => {
        const {licenses, ...described} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<string, string | {name: string}> & {
          licenses?: {type: string}[]
        }
        // Old packages have a list.
        const {name, version, license = licenses?.[0]?.type, author} = described
        const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file))
        if (files.length === 0 && license !== 'MIT' && license !== 'ISC') throw new Error(`${String(name)} has no licence text: add it to \`external\``)
        const licenceTexts =
          files.length > 0
            ? files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim())
            : [(license === 'ISC' ? isc : mit)(typeof author === 'object' ? author.name : String(author))]
        return [`## ${String(name)} ${String(version)}`, ...licenceTexts].join('\n\n')
      })
      writeFileSync('dist/LICENSES.md', `# What the files in dist bring with them\n\n${texts.join('\n\n')}\n`)
    })
  },
}

/** What pages load; each is a single file. */
const page = {reader: 'src/reader.ts', 'reader-page': 'src/reader-page.ts'}

/** What `xenogloss/worker` starts, and the languages that it loads beside English: each a single file. */
const thread = {
  'worker-thread': 'src/worker/thread.ts',
  ...Object.fromEntries(Object.entries(hosts).flatMap(([name, file]) => (name === 'hosts/en' ? [] : [[`worker-${name}`, file]]))),
}

/** What the pages of `xenogloss serve` and of `glossary review` load. */
const served = {'playground/served': 'src/playground/served.ts', 'playground/review': 'src/playground/review.ts'}

/** The styles of the pages that people work in. */
const playgroundStyles = {'playground/review-style': 'src/playground/review.css', 'playground/page': 'src/playground/page.css'}

/** Texts that the playground's worker contains: the reader for pages that it makes, and the example story. */
function readPageTexts(): Record<string, string> {
  const bundle = (file: string): string =>
    buildSync({entryPoints: [file], bundle: true, minify: true, write: false, format: 'esm', target: 'es2022'}).outputFiles[0]?.text ?? ''
  const texts = {
    READER_STYLE: bundle('src/reader/reader.css'),
    READER_SCRIPT: bundle('src/reader-page.ts'),
    EXAMPLE_STORY: readFileSync('examples/story/salt-road.md', 'utf8'),
  }
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)]))
}

// The script `build` empties the folder first: several builds at once would delete each other's files.
export default defineConfig([
  {
    ...browser,
    entry: {...modules, ...hosts, ...parts, 'ao3-skin': 'src/render/ao3-skin.css'},
    platform: 'neutral',
    external: [/^node:/],
    // Words of other alphabets take a third of the room.
    esbuildOptions: (options) => void Object.assign(options, {charset: 'utf8'}),
    noExternal: withReferences,
    esbuildPlugins: [licences],
  },
  // Bundled with dependencies: reading four hundred small files takes longer than annotating a short story.
  {
    ...browser,
    entry: {...command, ...processes},
    platform: 'neutral',
    // CommonJS packages in the bundle call `require` for modules of Node.
    banner: {js: "import {createRequire as createRequireOfNode} from 'node:module'\nconst require = createRequireOfNode(import.meta.url)"},
    external: [/^node:/, ...builtinModules, ...external],
    noExternal: [new RegExp(`^(?!node:|(?:${[...builtinModules, ...external].join('|')})$)`, 'u')],
    esbuildPlugins: [licences],
    treeshake: false,
    // Names are kept for stack traces.
    esbuildOptions: (options) => void Object.assign(options, {charset: 'utf8', minifyWhitespace: true, minifySyntax: true, mainFields: ['module', 'main']}),
  },
  {
    ...browser,
    treeshake: false,
    entry: {...page, ...served, style: 'src/reader/reader.css', ...playgroundStyles},
    platform: 'browser',
    minify: true,
    splitting: false,
  },
  {
    ...browser,
    entry: thread,
    treeshake: false,
    platform: 'neutral',
    splitting: false,
    noExternal: [/./u],
    esbuildPlugins: [licences],
    minify: true,
    esbuildOptions: (options) => void Object.assign(options, {charset: 'utf8', mainFields: ['module', 'main']}),
    // Minifying drops the comments by which bundlers leave an import alone.
    onSuccess: async () => {
      const [script, ...others] = readFileSync('dist/worker-thread.js', 'utf8').split(/(?<=[^\w.$]import\()(?=\w+\))/u)
      if (others.length !== 1) throw new Error('worker-thread.js: expected one import of a host')
      writeFileSync('dist/worker-thread.js', [script, ...others].join('/* webpackIgnore: true */ /* @vite-ignore */ '))
    },
  },
  // The playground's page is a classic script, so that it runs when it is opened as a file.
  {
    ...browser,
    format: 'iife',
    entry: {'playground/page': 'src/playground/page.ts'},
    treeshake: false,
    platform: 'browser',
    minify: true,
    splitting: false,
    outExtension: () => ({js: '.js'}),
    onSuccess: async () => copyFileSync('src/playground/index.html', 'dist/playground/index.html'),
  },
  // Its worker: exporters and readers of books are files of their own, which load when they are needed.
  {
    ...browser,
    entry: {'playground/worker': 'src/playground/background/story-worker.ts'},
    treeshake: false,
    platform: 'browser',
    splitting: true,
    noExternal: [/./u],
    esbuildPlugins: [licences],
    minify: true,
    define: readPageTexts(),
    esbuildOptions: (options) =>
      void Object.assign(options, {charset: 'utf8', conditions: ['worker'], mainFields: ['browser', 'module', 'main'], chunkNames: 'playground/[name]-[hash]'}),
  },
  // All types in one compiler run.
  {...browser, entry: {...modules, ...hosts, ...page, 'worker-thread': 'src/worker/thread.ts'}, platform: 'neutral', dts: {only: true}},
])
