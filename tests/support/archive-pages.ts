/** Pages in the markup of archives, with stories of our own. */

/** A chapter in which a ferry woman speaks her own language. */
const FIRST = [
  'The ferry was late, and the old woman sat on the last step with her feet in the water.',
  '“Tovash beru kel,” she said to the boy. (The water is deep today.)',
  '“Tovash beru,” he said after her, because he liked the sound of it. (Deep water.)',
  'She laughed, and showed him how to hold the pole. “Sessel om tarrin,” she told him. (The boat knows the way.)',
  'They crossed without another word, and the lamps on the far side came out one by one.',
]
const SECOND = [
  'In the morning the boat was gone, and so was the old woman.',
  '“Sessel om beru!” the boy called over the river. (The boat is in deep water!)',
  'Nobody answered. He found the pole in the reeds, and a string tied around it. “Kel tarrin, ollan,” somebody had scratched into the wood. (Today the way, little one.)',
]
export const CHAPTERS = {first: FIRST, second: SECOND}

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('\n')

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`

export const ao3 = (lines: readonly string[], title = 'The Ferry'): string =>
  page(
    `${title} - Chapter 1`,
    `<div id="outer" class="wrapper"><ul id="header"><li>“Sessel om tarrin” <button>Menu</button></li></ul><div id="workskin"><div class="preface group"><h2 class="title heading"> ${title} </h2></div>
<div id="chapters" role="article"><div class="chapter"><div class="userstuff module" role="article"><h3 class="landmark heading">Chapter Text</h3>${paragraphs(lines)}</div></div></div></div>
<div id="comments_placeholder"><p>“Tovash beru kel,” somebody wrote. (The water is deep today.)</p></div></div>`,
  )

export const fanfiction = (lines: readonly string[]): string =>
  page(
    'The Ferry Chapter 1',
    `<div id="content_wrapper_inner"><div id="profile_top"><b class="xcontrast_txt">The Ferry</b></div><div class="storytextp"><div class="storytext xcontrast_txt nocopy" id="storytext">${paragraphs(lines)}</div></div></div>`,
  )

export const royalRoad = (lines: readonly string[]): string =>
  page(
    'Chapter 1 - The Ferry | Royal Road',
    `<div class="fic-header"><h1 class="font-white">Chapter 1</h1><h2 class="font-white">The Ferry</h2></div><div class="portlet"><div class="chapter-inner chapter-content">${paragraphs(lines)}</div></div>`,
  )

/** Wattpad adds the rest of a chapter when the reader scrolls. */
export const wattpad = (lines: readonly string[]): string =>
  page(
    'The Ferry - Chapter 1 - Wattpad',
    `<header><a href="/story/77-the-ferry">The Ferry</a></header><main id="parts-container-new"><div class="page"><h1>Chapter 1</h1><div class="panel panel-reading"><pre>${lines
      .map((line, i) => `<p data-p-id="${i}">${line}</p>`)
      .join('')}</pre></div></div></main>`,
  )

export const plain = (lines: readonly string[]): string => page('A page', `<article>${paragraphs(lines)}</article><aside><p>Nothing else.</p></aside>`)
