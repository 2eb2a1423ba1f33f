import {basename} from 'node:path'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {Glossary} from '../lexicon/types.js'

/** The page of `glossary review`; its script loads the glossary. */
export function renderReviewPage({file, glossary, token}: {readonly file: string; readonly glossary: Glossary; readonly token: string}): string {
  const title = glossary.name ?? glossary.language
  const head = h('head', [
    h('meta', {charSet: 'utf-8'}),
    h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    h('meta', {name: 'xenogloss-token', content: token}),
    h('title', `${title} – review`),
    h('link', {rel: 'stylesheet', href: '/review.css'}),
    h('script', {type: 'module', src: '/review.js'}),
  ])
  const header = h('header', [h('h1', title), h('p', {id: 'saved', role: 'status'}, basename(file))])
  const main = h('main', {id: 'review', dataFile: basename(file)}, [h('noscript', h('p', 'This page needs JavaScript.'))])
  return toHtml({type: 'root', children: [{type: 'doctype'}, h('html', {lang: 'en'}, head, h('body', header, main))]})
}
