/** Pages for the browser tests. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {toPage} from '../../src/html.js'
import {annotate, type Dictionary} from '../../src/index.js'
import type {ShowOptions} from '../../src/types.js'

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

const vessik = JSON.parse(read('dictionaries/vessik.json')) as Dictionary
const links = {style: '/style.css', script: '/reader-page.js'}

/** The example story, annotated with its dictionary. */
export const saltRoad = (options: ShowOptions & {links?: {style?: string; script?: string}} = {}): string =>
  toPage(annotate(read('examples/story/salt-road.md'), {dictionaries: [vessik]}), {title: 'The Salt Road', links, ...options})
