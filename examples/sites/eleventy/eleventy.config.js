import {markdownItXenogloss} from 'xenogloss/markdown-it'

export default function configure(eleventy) {
  eleventy.amendLibrary('md', (md) => md.use(markdownItXenogloss, {renderer: 'tooltip'}))
  eleventy.addPassthroughCopy({
    'node_modules/xenogloss/dist/style.css': 'style.css',
    'node_modules/xenogloss/dist/reader-page.js': 'reader-page.js',
  })
}
