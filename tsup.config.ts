import {defineConfig} from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    html: 'src/html.ts',
    formats: 'src/formats/index.ts',
    'markdown-it': 'src/markdown-it.ts',
    reader: 'src/reader/reader.ts',
    style: 'src/reader/reader.css',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  dts: {
    entry: {
      index: 'src/index.ts',
      html: 'src/html.ts',
      formats: 'src/formats/index.ts',
      'markdown-it': 'src/markdown-it.ts',
      reader: 'src/reader/reader.ts',
    },
  },
  clean: true,
  treeshake: true,
})
