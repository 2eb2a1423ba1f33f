/**
 * Compiles the script and the style of glossary pages into src/formats/html/page-assets.ts, with the hashes that their content security policy
 * names. Run by `npm run compile:page`; a test compares the result with the file.
 */
import {createHash} from 'node:crypto'
import {writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const target = new URL('../formats/html/page-assets.ts', import.meta.url)

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

async function bundle(name: string): Promise<string> {
  const entryPoint = fileURLToPath(new URL(`../reader/${name}`, import.meta.url))
  const {outputFiles} = await build({
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2022', 'chrome125'],
    legalComments: 'none',
  })
  return (outputFiles[0]?.text ?? '').trim()
}

/** Returns the text of the module. */
export async function compileGlossaryPage(): Promise<string> {
  const [script, style] = (await Promise.all([bundle('glossary-search.ts'), bundle('glossary-page.css')])) as [string, string]
  const constant = (comment: string, name: string, value: string) => `/** ${comment} */\nexport const ${name} =\n  ${JSON.stringify(value)}\n`
  return [
    '// Compiled from src/reader/glossary-search.ts and glossary-page.css by `npm run compile:page`.\n',
    constant('The script of a glossary page.', 'PAGE_SCRIPT', script),
    constant('The style sheet of a glossary page.', 'PAGE_STYLE', style),
    constant('The content security policy of a page with both.', 'PAGE_POLICY', policyOf(script, style)),
  ].join('\n')
}

const policyOf = (script: string, style: string): string =>
  `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await compileGlossaryPage())
