/**
 * `node examples/reader/build.js`: writes a page without inline scripts or styles to `out/reader/index.html`, with the reader script and style
 * sheet beside it; needs no bundler. Serve the folder (`npx http-server out/reader`) or open the page.
 */
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {annotate} from 'xenogloss'
import {toPage} from 'xenogloss/html'

const story = readFileSync(new URL('the-lamp.md', import.meta.url), 'utf8')
const page = toPage(annotate(story, {lang: 'art-x-olvane'}), {
  title: 'The Lamp at Orun Keth',
  links: {style: 'style.css', script: 'reader-page.js'},
})

mkdirSync('out/reader', {recursive: true})
writeFileSync('out/reader/index.html', page)
copyFileSync(fileURLToPath(import.meta.resolve('xenogloss/reader.css')), 'out/reader/style.css')
copyFileSync(fileURLToPath(import.meta.resolve('xenogloss/reader/page')), 'out/reader/reader-page.js')
console.log('out/reader/index.html')
