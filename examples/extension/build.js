/**
 * `node examples/extension/build.js`: writes the extension to `out/extension/` (load it unpacked) and the userscript to `out/xenogloss.user.js`.
 */
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const {version} = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('xenogloss/package.json')), 'utf8'))
const source = (name) => fileURLToPath(new URL(name, import.meta.url))
const published = (name) => fileURLToPath(import.meta.resolve(name))

/** The pages of stories. On other pages the reader clicks. */
const STORIES = [
  'https://archiveofourown.org/works/*',
  'https://archiveofourown.org/collections/*/works/*',
  'https://www.fanfiction.net/s/*',
  'https://www.royalroad.com/fiction/*/chapter/*',
  'https://www.wattpad.com/*',
]

const MANIFEST = {
  manifest_version: 3,
  name: 'xenogloss',
  version,
  description: 'What the lines and words of invented languages mean, in tips on the page of the story. Nothing is sent anywhere.',
  minimum_chrome_version: '125',
  permissions: ['activeTab', 'storage'],
  // Asked for when the reader first clicks on a page that is no archive's. It brings no further access.
  optional_permissions: ['scripting'],
  background: {service_worker: 'background.js', type: 'module'},
  content_scripts: [{matches: STORIES, js: ['content.js'], css: ['reader.css']}],
  action: {default_popup: 'popup.html', default_title: 'xenogloss'},
  content_security_policy: {extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"},
}

const shared = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: 'chrome125',
  // The package says which of its files may be left out; in a userscript nothing lies beside the script.
  logOverride: {'ignored-bare-import': 'silent', 'empty-import-meta': 'silent'},
}
const bundle = async (entry, format, options = {}) => {
  const {outputFiles} = await build({...shared, entryPoints: [entry], format, write: false, ...options})
  return outputFiles[0].text
}

mkdirSync('out/extension', {recursive: true})
for (const [name, format] of Object.entries({background: 'esm', popup: 'esm', content: 'iife'}))
  writeFileSync(`out/extension/${name}.js`, await bundle(source(`${name}.ts`), format))
for (const name of ['popup.html', 'popup.css']) copyFileSync(source(name), `out/extension/${name}`)
copyFileSync(published('xenogloss/reader.css'), 'out/extension/reader.css')
writeFileSync('out/extension/manifest.json', JSON.stringify(MANIFEST, null, 2))
console.log('out/extension/manifest.json')

// Userscripts are one file: the worker's script and the style sheet are texts in it.
const texts = {THREAD: await bundle(published('xenogloss/worker/thread'), 'iife'), STYLE: readFileSync(published('xenogloss/reader.css'), 'utf8')}
const define = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)]))
const HEADER = `// ==UserScript==
// @name         xenogloss
// @version      ${version}
// @description  ${MANIFEST.description}
${STORIES.map((match) => `// @match        ${match}`).join('\n')}
// @grant        none
// ==/UserScript==
`
writeFileSync('out/xenogloss.user.js', `${HEADER}${await bundle(source('userscript.ts'), 'iife', {define})}`)
console.log('out/xenogloss.user.js')
