import type {Renderer} from '../types.js'

/** Nothing but the language of each line and word: survives any sanitizer, and speech synthesis heeds it. */
export const plain: Renderer = {
  name: 'plain',
  render: (node) => ({tagName: 'span', properties: node.type === 'utterance' || node.type === 'term' ? {lang: node.lang} : {}}),
}
