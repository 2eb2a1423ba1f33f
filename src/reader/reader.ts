/**
 * The behaviour of tooltips in the browser: pointing, tapping and keyboard focus open one shared popover; leaving,
 * Escape and a tap elsewhere close it. Takes pages whose lines and words were rendered by the `tooltip` renderer.
 */

const LINE = '.xg-utterance'
const WORD = '.xg-term:is([data-xg-tip], [data-xg-word])'

/** Milliseconds to move the pointer from a word to its tip over whatever lies between (WCAG 2.2, 1.4.13: hoverable). */
const GRACE = 150
/** Pixels between a word and its tip, and between a tip and the edge of the window. */
const GAP = 6
const EDGE = 8

/** One row of a tip: a word or its analysis, and what it means; or the translation of a line. */
interface Row {
  readonly kind: 'word' | 'line'
  readonly lang: string
  readonly word?: string | undefined
  readonly meaning?: string | undefined
}

type Point = Pick<MouseEvent, 'clientX' | 'clientY'>

/** What is mounted where, so that mounting anew replaces. */
const mounted = new WeakMap<Element, () => void>()
/** Tips made so far, for their ids. */
let tips = 0

const all = (root: HTMLElement, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)]
const letters = (text = '') => text.toLowerCase().replace(/\P{L}+/gu, '')

/** A word says what its whole line means, too: words leave hardly any of a line to point at, and a finger none. */
function wordRows({lang, dataset: {xgWord: word, xgTip: meaning}}: HTMLElement, line: HTMLElement | null): Row[] {
  const translation = line?.dataset.xgTip
  const row = {kind: 'word', lang, word, meaning} as const
  return translation && letters(translation) !== letters(meaning) ? [row, {kind: 'line', lang, meaning: translation}] : [row]
}

/** A line that nobody translated says what is known of its words, of each one once. */
function lineRows(line: HTMLElement): Row[] {
  const {lang, dataset} = line
  if (dataset.xgTip) return [{kind: 'line', lang, meaning: dataset.xgTip}]
  const words = new Map(all(line, WORD).map((word) => [letters(word.textContent ?? ''), word]))
  return [...words.values()].map(({dataset: {xgWord, xgTip}, textContent}) => ({kind: 'word', lang, word: xgWord ?? textContent ?? '', meaning: xgTip}))
}

const rowsOf = (target: HTMLElement) => (target.matches(LINE) ? lineRows(target) : wordRows(target, target.closest<HTMLElement>(LINE)))

function draw({kind, lang, word, meaning = ''}: Row, document: Document): HTMLElement {
  const row = document.createElement('div')
  row.className = `xg-tip-${kind}`
  if (word) {
    const name = document.createElement('b')
    name.lang = lang
    name.textContent = word
    row.append(name, ' ')
  }
  row.append(meaning)
  return row
}

/** Which piece of a wrapped line or word the pointer is on; without a pointer the last one, where reading stops. */
function pieceAt(target: HTMLElement, point?: Point): number {
  const pieces = [...target.getClientRects()]
  const under = ({left, right, top, bottom}: DOMRect, {clientX, clientY}: Point) => left <= clientX && clientX <= right && top <= clientY && clientY <= bottom
  const index = point ? pieces.findIndex((piece) => under(piece, point)) : -1
  return index < 0 ? pieces.length - 1 : index
}

/** Puts the tip below the piece, or above where there is no room or where the rest of the target would be covered. */
function place(tip: HTMLElement, target: HTMLElement, index: number): void {
  const pieces = target.getClientRects()
  const last = pieces.length - 1
  const piece = pieces[Math.min(index, last)]
  if (!piece) return
  const {offsetWidth, offsetHeight} = tip
  const {clientWidth, clientHeight} = tip.ownerDocument.documentElement
  const above = piece.top - GAP - offsetHeight
  const below = piece.bottom + GAP
  const lowest = clientHeight - EDGE - offsetHeight
  const wanted = above >= EDGE && (below > lowest || index < last) ? above : below
  tip.style.left = `${Math.max(EDGE, Math.min(piece.left, clientWidth - EDGE - offsetWidth))}px`
  tip.style.top = `${Math.max(EDGE, Math.min(wanted, lowest))}px`
  // Scrolled away and perhaps back: without its word in sight a tip would only be in the way.
  tip.style.visibility = piece.bottom < 0 || piece.top > clientHeight ? 'hidden' : 'visible'
}

function createTip(document: Document): HTMLElement {
  const tip = document.createElement('div')
  tip.id = `xg-tip-${++tips}`
  tip.className = 'xg-tip'
  tip.setAttribute('role', 'tooltip')
  tip.popover = 'manual'
  return tip
}

/**
 * Makes the lines and words inside `root` show their meanings. What has something to say becomes a tab stop: lines, and
 * words outside lines; the arrow keys lead from a line to its words. Works on any element; on the same one again, it
 * starts afresh, and the innermost of nested ones answers.
 *
 * @returns takes everything away again
 */
export function mount(root: HTMLElement): () => void {
  // Before popovers (2024) the page stays as the author wrote it.
  if (!('popover' in root)) return () => {}
  mounted.get(root)?.()
  const document = root.ownerDocument
  const stop = new AbortController()
  const tip = createTip(document)
  for (const target of all(root, `${LINE}, ${WORD}`)) {
    if (rowsOf(target).length > 0 && !target.parentElement?.closest(LINE)) target.tabIndex = 0
  }

  let shown: HTMLElement | undefined
  let piece = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const hide = () => {
    clearTimeout(timer)
    shown?.removeAttribute('aria-describedby')
    shown?.classList.remove('xg-shown')
    shown = undefined
    // Out of the document, so that its text is the author's alone.
    tip.remove()
  }
  const show = (target: HTMLElement, point?: Point) => {
    clearTimeout(timer)
    if (target === shown) return
    hide()
    const rows = rowsOf(target)
    if (rows.length === 0) return
    shown = target
    piece = pieceAt(target, point)
    tip.replaceChildren(...rows.map((row) => draw(row, document)))
    // All content belongs into a landmark.
    const home = root.querySelector('main') ?? root
    home.append(tip)
    tip.showPopover()
    target.setAttribute('aria-describedby', tip.id)
    target.classList.add('xg-shown')
    place(tip, target, piece)
  }
  const follow = () => shown && place(tip, shown, piece)
  /** Keyboard focus keeps its tip wherever the pointer goes. */
  const leave = () => shown?.matches(':focus-visible') || hide()
  const find = (event: Event): HTMLElement | undefined => {
    const path = event.composedPath() as Element[]
    if (path.find((element) => mounted.has(element)) !== root) return undefined
    const [at] = path
    return at?.closest<HTMLElement>(WORD) ?? at?.closest<HTMLElement>(LINE) ?? undefined
  }
  const inTip = (event: Event) => event.composedPath().includes(tip)
  const point = (event: PointerEvent) => {
    // A finger or pen that comes over a word may be about to scroll, a pressed button about to select.
    if (event.pointerType !== 'mouse' || event.buttons > 0) return
    clearTimeout(timer)
    if (inTip(event)) return
    const target = find(event)
    timer = setTimeout(() => (target ? show(target, event) : leave()), GRACE)
  }
  const tap = (event: PointerEvent) => {
    if (inTip(event)) return
    const target = find(event)
    if (target) show(target, event)
    else hide()
  }
  const focus = (event: FocusEvent) => {
    const target = find(event)
    if (target?.matches(':focus-visible')) show(target)
  }
  /** After a tap the focus follows, and the line that loses it is no longer the one that is shown. */
  const blur = (event: FocusEvent) => {
    if (event.target === shown) hide()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide()
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const from = find(event)
    const line = from?.closest<HTMLElement>(LINE)
    if (step === 0 || !from || !line || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const stops = [line, ...all(line, WORD)]
    const to = stops.at((stops.indexOf(from) + step) % stops.length) as HTMLElement
    event.preventDefault()
    // Given only now: a focusable word is a thing apart for screen readers, and a line should be read in one go.
    if (to !== line) to.tabIndex = -1
    to.focus()
  }

  const {signal} = stop
  // A press on the tip takes no focus away, which would close it.
  tip.addEventListener('mousedown', (event) => event.preventDefault(), {signal})
  root.addEventListener('pointerover', point, {signal})
  root.addEventListener('pointerleave', point, {signal})
  root.addEventListener('focusin', focus, {signal})
  root.addEventListener('focusout', blur, {signal})
  document.addEventListener('pointerup', tap, {signal})
  document.addEventListener('keydown', press, {signal})
  document.addEventListener('scroll', follow, {signal, passive: true, capture: true})
  document.defaultView?.addEventListener('resize', follow, {signal})

  const unmount = () => {
    if (mounted.get(root) !== unmount) return
    mounted.delete(root)
    hide()
    stop.abort()
    for (const target of all(root, `${LINE}, ${WORD}`)) target.removeAttribute('tabindex')
  }
  mounted.set(root, unmount)
  return unmount
}
