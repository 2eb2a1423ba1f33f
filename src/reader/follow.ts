/** For `xenogloss serve`: follows the author. Loads the page anew when the story has changed, at the same place; shows what is wrong with it. */

const KEY = 'xenogloss place'

/** Where the reader is: the first paragraph in sight, by its number and words, and how far above the edge it begins, in CSS pixels. */
interface Place {
  readonly index: number
  readonly text: string
  readonly top: number
}

/** What the reader adds stays in sight, wherever the reader is. */
const blocks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.xg-story > :not(.xg-open, .xg-tip, .xg-panel)')]

function leave(): void {
  const all = blocks()
  const index = all.findIndex((block) => block.getBoundingClientRect().bottom > 0)
  const block = all[index]
  if (!block) return
  const place: Place = {index, text: block.textContent ?? '', top: block.getBoundingClientRect().top}
  sessionStorage.setItem(KEY, JSON.stringify(place))
}

/** The paragraph of the same words that is nearest to where it was, else the one that stands there now. */
function find({index, text}: Place): HTMLElement | undefined {
  const all = blocks()
  const same = [...all.keys()].filter((at) => all[at]?.textContent === text)
  const nearest = same.sort((a, b) => Math.abs(a - index) - Math.abs(b - index))[0] ?? Math.min(index, all.length - 1)
  return all[nearest]
}

function comeBack(): void {
  const left = sessionStorage.getItem(KEY)
  if (left === null) return
  sessionStorage.removeItem(KEY)
  const place = JSON.parse(left) as Place
  const block = find(place)
  if (block) scrollTo({top: scrollY + block.getBoundingClientRect().top - place.top, behavior: 'instant'})
}

/** Styles by way of the object model: the page allows nothing inline. */
const STYLE = {
  position: 'fixed',
  inset: 'auto 0 0 0',
  margin: '0',
  padding: '0.6em 1em',
  background: '#8b1a1a',
  color: '#fff',
  whiteSpace: 'pre-wrap',
  zIndex: '9',
}

let shown: HTMLElement | undefined
function show(problem: string): void {
  shown?.remove()
  shown = undefined
  if (problem === '') return
  shown = document.createElement('div')
  shown.setAttribute('role', 'alert')
  shown.textContent = problem
  Object.assign(shown.style, STYLE)
  document.body.append(shown)
}

/** Which version of the story the page shows stands behind the address of its script. */
const own = new URL(document.querySelector<HTMLScriptElement>('script[src*="?"]')?.src ?? location.href).search.slice(1)

history.scrollRestoration = 'manual'
comeBack()

const news = new EventSource('/events')
news.addEventListener('version', ({data}: MessageEvent<string>) => {
  if (JSON.parse(data) === own) return
  leave()
  location.reload()
})
news.addEventListener('problem', ({data}: MessageEvent<string>) => show(JSON.parse(data) as string))
