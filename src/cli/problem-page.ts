import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'

/** A page in the place of a story that cannot be shown; it follows the author as the story's own does. @returns HTML */
export function problemPage(problem: string, script: string): string {
  const head = h('head', h('meta', {charSet: 'utf-8'}), h('title', 'xenogloss'), h('script', {type: 'module', src: script}))
  return toHtml({type: 'root', children: [{type: 'doctype'}, h('html', {lang: 'en'}, head, h('body', h('pre', problem)))]})
}
