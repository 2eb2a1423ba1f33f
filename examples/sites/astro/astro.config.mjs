import {defineConfig} from 'astro/config'
import {remarkXenogloss} from 'xenogloss'

export default defineConfig({markdown: {remarkPlugins: [[remarkXenogloss, {renderer: 'tooltip'}]]}})
