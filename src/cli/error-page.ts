import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'

/** The HTML page shown in place of a story that cannot be read; reloads like the page of the story. */
export function renderErrorPage(message: string, script: string): string {
  const head = h('head', h('meta', {charSet: 'utf-8'}), h('title', 'xenogloss'), h('script', {type: 'module', src: script}))
  return toHtml({type: 'root', children: [{type: 'doctype'}, h('html', {lang: 'en'}, head, h('body', h('pre', message)))]})
}
