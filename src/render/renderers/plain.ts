import {h} from 'hastscript'
import type {Renderer} from '../types.js'

/** Only marks the language of utterances and terms, which speech synthesis uses; survives any sanitizer. */
export const plain: Renderer = {
  name: 'plain',
  render: (node, children) => ('lang' in node ? [h('span', {lang: node.lang}, children)] : children),
}
