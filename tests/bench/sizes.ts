/** How large the parts of the package are as a browser loads them: bundled, minified, gzipped. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {build} from 'tsup'

/** Everything that is imported by the name of a package. */
const PACKAGES = /^[^./]/u
const ENGLISH = /\/host\//u
/** What the English resources stand on. */
const HOUSE = /^\.\.\//u

interface Part {
  readonly name: string
  readonly entry: string
  /** Imports that are left out. */
  readonly without: readonly RegExp[]
  /** Bytes that it should stay below. */
  readonly limit?: number
}

const own = (name: string, entry: string): readonly Part[] => [
  {name: `${name}, own code`, entry, without: [PACKAGES, ENGLISH]},
  {name: `${name}, with dependencies and English`, entry, without: []},
]

const PARTS: readonly Part[] = [
  {name: 'the English resources', entry: 'src/host/english.ts', without: [PACKAGES, HOUSE], limit: 200_000},
  {name: 'xenogloss, own code', entry: 'src/index.ts', without: [PACKAGES, ENGLISH], limit: 40_000},
  {name: 'xenogloss, with dependencies', entry: 'src/index.ts', without: [ENGLISH]},
  {name: 'xenogloss, with dependencies and English', entry: 'src/index.ts', without: []},
  ...own('xenogloss/html', 'src/html.ts'),
  ...own('xenogloss/formats', 'src/formats/index.ts'),
  {name: 'xenogloss/markdown-it, own code', entry: 'src/markdown-it.ts', without: [PACKAGES, ENGLISH]},
  {name: 'xenogloss/reader', entry: 'src/reader/index.ts', without: [], limit: 4096},
  {name: 'xenogloss/reader/page', entry: 'src/reader/page.ts', without: [], limit: 4096},
  {name: 'xenogloss/reader.css', entry: 'src/reader/reader.css', without: [], limit: 2560},
]

async function bytesOf({entry, without}: Part): Promise<number> {
  const outDir = mkdtempSync(join(tmpdir(), 'sizes-'))
  try {
    await build({
      config: false,
      entry: {part: entry},
      outDir,
      format: 'esm',
      target: 'es2022',
      platform: 'browser',
      minify: true,
      treeshake: true,
      splitting: false,
      silent: true,
      external: [...without],
      noExternal: without.includes(PACKAGES) ? [] : [PACKAGES],
    })
    return gzipSync(readFileSync(join(outDir, `part${extname(entry) === '.css' ? '.css' : '.js'}`)), {level: 9}).length
  } finally {
    rmSync(outDir, {recursive: true})
  }
}

export interface Size {
  readonly name: string
  readonly bytes: number
  readonly limit: number | undefined
}

export async function sizes(): Promise<Size[]> {
  const found: Size[] = []
  for (const part of PARTS) found.push({name: part.name, bytes: await bytesOf(part), limit: part.limit})
  return found
}
