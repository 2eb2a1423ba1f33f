/** `node examples/markdown-it/render.js`: uses the markdown-it plugin, which also works in VitePress and Eleventy. */
import MarkdownIt from 'markdown-it'
import {markdownItXenogloss} from 'xenogloss/markdown-it'

const md = new MarkdownIt().use(markdownItXenogloss, {lang: 'art-x-olvane'})

console.log(md.render('“Sael harra na,” he said, and bowed. *(The light keep you.)*\n\n“Na harra sael,” said Ilse. (And you keep the light.)'))
