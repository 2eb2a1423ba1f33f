import {defineConfig} from 'tsup'

/** What can be imported; the types of each are published with it. */
const modules = {
  index: 'src/index.ts',
  html: 'src/html.ts',
  formats: 'src/formats/index.ts',
  files: 'src/files.ts',
  'markdown-it': 'src/markdown-it.ts',
  reader: 'src/reader/reader.ts',
}

export default defineConfig({
  entry: {...modules, style: 'src/reader/reader.css'},
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  external: [/^node:/],
  dts: {entry: modules},
  clean: true,
  treeshake: true,
})
