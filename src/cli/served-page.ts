import {basename} from 'node:path'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'

interface ServedPage {
  /** Path of the story. */
  readonly story: string
  /** Under which the browser stores what the reader chooses. */
  readonly key: string
  /** Path of the file that decisions are written to, if there is one. */
  readonly glossary: string | undefined
  /** What the page's requests must know. */
  readonly token: string
}

/** The page of `serve`; its script loads the story. */
export function renderServedPage({story, key, glossary, token}: ServedPage): string {
  const name = basename(story)
  const head = h('head', [
    h('meta', {charSet: 'utf-8'}),
    h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    h('meta', {name: 'xenogloss-token', content: token}),
    h('title', name),
    h('link', {rel: 'stylesheet', href: '/page.css'}),
    h('script', {type: 'module', src: '/served.js'}),
  ])
  const header = h('header', {className: ['bar']}, h('h1', name))
  const main = h('main', {dataStory: name, dataKey: key, dataGlossary: glossary === undefined ? undefined : basename(glossary)}, [
    h('noscript', h('p', 'This page needs JavaScript.')),
  ])
  return toHtml({type: 'root', children: [{type: 'doctype'}, h('html', {lang: 'en'}, head, h('body', header, main))]})
}
