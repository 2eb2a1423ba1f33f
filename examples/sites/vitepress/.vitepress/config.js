import {defineConfig} from 'vitepress'
import {markdownItXenogloss} from 'xenogloss/markdown-it'

export default defineConfig({title: 'Tollen', markdown: {config: (md) => md.use(markdownItXenogloss, {renderer: 'tooltip'})}})
