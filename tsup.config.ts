import {defineConfig} from 'tsup'

/** What can be imported; the types of each are published with it. */
const modules = {
  index: 'src/index.ts',
  html: 'src/html.ts',
  ao3: 'src/ao3.ts',
  epub: 'src/epub.ts',
  formats: 'src/formats/index.ts',
  files: 'src/files.ts',
  'markdown-it': 'src/markdown-it.ts',
  reader: 'src/reader/reader.ts',
}

export default defineConfig({
  entry: {...modules, style: 'src/reader/reader.css', 'ao3-skin': 'src/ao3-skin.css'},
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  external: [/^node:/],
  dts: {entry: modules},
  clean: true,
  treeshake: true,
})
