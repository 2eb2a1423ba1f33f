/** Pages of sites: what of them is the story. */
import {expect, test} from 'vitest'
import {annotate} from '../../src/index.js'

const story = `<p>Mira came over the ridge before dawn, and the wind pulled at her coat.</p>
<p>“Orreth sulvane, mirrod,” said the guard. (Good evening, traveller.)</p>
<p>“Sel davan tal,”<sup><a href="#n1">1</a></sup> she said, and wept for a long time at the gate.</p>`
const note = '<p id="n1">1. I am here now.</p>'
const menu = '<nav>Home</nav><header><p>Sign in to read more, or search the archive.</p></header>'
const comments = '<div id="comments"><p>“Vashk orril menta!” (Write more of this!)</p></div>'
const page = (body: string): string => `<!doctype html><html lang="en"><head><title>A page</title></head><body>${body}</body></html>`

const readIn = (source: string) => {
  const {standoff} = annotate(source, {format: 'html'})
  return standoff.utterances.map(({start, end, translation}) => [source.slice(start, end), translation])
}
const whole = [
  ['Orreth sulvane, mirrod,', 'Good evening, traveller.'],
  ['Sel davan tal,', 'I am here now.'],
]

test.each([
  [
    'a work on the Archive of Our Own',
    `${menu}<div id="workskin"><div class="userstuff">${story}</div><div class="end notes"><blockquote class="userstuff">${note}</blockquote></div></div>${comments}`,
  ],
  [
    'a download of it',
    `<div id="preface"><p>Posted originally on an archive.</p><dl><dt>Tags:</dt><dd>Sulvane davan orril</dd></dl></div><div id="chapters" class="userstuff">${story}</div><div id="afterword"><div id="endnotes"><p>Notes</p><blockquote class="userstuff">${note}</blockquote></div></div>`,
  ],
  ['FanFiction.net', `${menu}<div><div id="storytext">${story}${note}</div></div>${comments}`],
  ['Royal Road', `${menu}<div class="chapter-inner chapter-content">${story}</div><div class="portlet author-note">${note}</div>${comments}`],
  ['another site', `${menu}<main><h1>One</h1>${story}${note}</main><aside>${comments}</aside>`],
  ['notes beside the main part, to which marks lead', `${menu}<main>${story}</main><section class="notes">${note}</section>${comments}`],
  [
    'notes in the container of a Markdown processor',
    `${menu}<article>${story.replace('#n1', '#')}</article><div class="footnotes"><p>1. I am here now.</p></div>${comments}`,
  ],
  ['a link that is no note mark', `${menu}<main>${story}${note}<p><a href="#comments">2 comments</a></p></main>${comments}`],
  ['a blog', `${menu}<article class="post">${story}${note}</article><article class="comment">${comments}</article>`],
])('%s: the story and its notes', (_, body) => {
  expect(readIn(page(body))).toEqual(whole)
})

test('a page without such parts, and a fragment, are read as a whole', () => {
  const all = [...whole, ['Vashk orril menta!', 'Write more of this!']]
  expect(readIn(page(`${story}${note}${comments}`))).toEqual(all)
  expect(readIn(`<div id="storytext">${story}${note}</div>${comments}`)).toEqual(all)
  // A main part that has little of the text is not the story.
  expect(readIn(page(`<main><p>Read on.</p></main>${story}${note}${comments}`))).toEqual(all)
})
