/** For `xenogloss serve`: reloads the page at the same scroll position when the story changes, and shows errors in it. */

const STORAGE_KEY = 'xenogloss place'

/** Scroll position: the first visible paragraph, by number and text, and its distance from the upper edge of the window in CSS pixels. */
interface ScrollPosition {
  readonly index: number
  readonly text: string
  readonly top: number
}

/** The blocks of the story, without elements that the reader adds. */
const storyBlocks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.xg-story > :not(.xg-open, .xg-holder, .xg-panel)')]

function savePosition(): void {
  const blocks = storyBlocks()
  const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0)
  const block = blocks[index]
  if (!block) return
  const position: ScrollPosition = {index, text: block.textContent ?? '', top: block.getBoundingClientRect().top}
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(position))
}

/** Finds the nearest block with the same text, else the block that is now at the same index. */
function findBlock({index, text}: ScrollPosition): HTMLElement | undefined {
  const blocks = storyBlocks()
  const matches = [...blocks.keys()].filter((at) => blocks[at]?.textContent === text)
  const nearest = matches.sort((a, b) => Math.abs(a - index) - Math.abs(b - index))[0] ?? Math.min(index, blocks.length - 1)
  return blocks[nearest]
}

function restorePosition(): void {
  const saved = sessionStorage.getItem(STORAGE_KEY)
  if (saved === null) return
  sessionStorage.removeItem(STORAGE_KEY)
  const position = JSON.parse(saved) as ScrollPosition
  const block = findBlock(position)
  if (block) scrollTo({top: scrollY + block.getBoundingClientRect().top - position.top, behavior: 'instant'})
}

/** Set through the object model, since the page's content security policy forbids inline styles. */
const ERROR_STYLE = {
  position: 'fixed',
  inset: 'auto 0 0 0',
  margin: '0',
  padding: '0.6em 1em',
  background: '#8b1a1a',
  color: '#fff',
  whiteSpace: 'pre-wrap',
  zIndex: '9',
}

let errorBox: HTMLElement | undefined
/** Shows an error, or none for an empty text. */
function showError(message: string): void {
  errorBox?.remove()
  errorBox = undefined
  if (message === '') return
  errorBox = document.createElement('div')
  errorBox.setAttribute('role', 'alert')
  errorBox.textContent = message
  Object.assign(errorBox.style, ERROR_STYLE)
  document.body.append(errorBox)
}

/** The version of the story in this page is the query of its script's URL. */
const currentVersion = new URL(document.querySelector<HTMLScriptElement>('script[src*="?"]')?.src ?? location.href).search.slice(1)

history.scrollRestoration = 'manual'
restorePosition()

const events = new EventSource('/events')
events.addEventListener('version', ({data}: MessageEvent<string>) => {
  if (JSON.parse(data) === currentVersion) return
  savePosition()
  location.reload()
})
events.addEventListener('problem', ({data}: MessageEvent<string>) => showError(JSON.parse(data) as string))
