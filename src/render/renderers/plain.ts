import {h} from 'hastscript'
import type {Renderer} from '../types.js'

/** Nothing but the language of each line and word: survives any sanitizer, and speech synthesis heeds it. */
export const plain: Renderer = {
  name: 'plain',
  render: (node, children) => ('lang' in node ? [h('span', {lang: node.lang}, children)] : children),
}
