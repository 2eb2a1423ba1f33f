/**
 * The reader in the browser. Pointing, tapping and keyboard focus open one shared popover; leaving, Escape and a tap elsewhere close it; a
 * button opens the glossary. Works on pages of the `tooltip` renderer. The style sheet positions the popover next to `.xg-at`.
 */
import {type Choices, loadChoices, saveChoices} from './choices.js'
import {createElement, queryAll} from './dom.js'
import {englishLabels, type Labels} from './labels.js'
import {openPanel} from './panel.js'
import {countReached, highlight, TARGET, TERM, TRANSLATION, tabStops, UTTERANCE, utteranceStops} from './story-elements.js'
import {createActions} from './term-actions.js'
import {termContent, utteranceContent} from './tooltip-content.js'
import {watchStory} from './watch-story.js'

/** Delay in milliseconds that lets the pointer cross other words on its way to the tooltip (WCAG 2.2, 1.4.13: hoverable). */
const HOVER_DELAY = 150
/** Id of the tooltip's content, for `aria-describedby`; a page shows one tooltip at a time. */
const CONTENT_ID = 'xg-tip'
/** Elements in a tooltip that the arrow keys move between. */
const TIP_STOPS = '.xg-word, a, input, button'

/** Options of `mount`. */
export interface MountOptions {
  /** Key under which the reader's choices are stored. Default `data-xg-story` of the element, else the page's path. */
  readonly story?: string
  /** Element that gets the glossary button as its first child; `null` for no button. Default the story. */
  readonly panel?: HTMLElement | null
  /** Defaults of the choices. */
  readonly choices?: Partial<Choices>
  /** Labels of the user interface. Default English. */
  readonly labels?: Partial<Labels>
}

/** What an event refers to: `target` is the term, utterance or translated words around `origin`, in this story's text or tooltip. */
type EventContext = [origin: HTMLElement, target?: HTMLElement | null, inTip?: boolean]

/** Unmount functions by mounted element. */
export const unmounters = new WeakMap<EventTarget, () => void>()
/** Hides the open tooltip, whichever story it belongs to. */
let hideOpenTip = () => {}

/**
 * Adds tooltips to the utterances and terms inside `root`. Utterances, and terms outside them, become tab stops; arrow keys move from an
 * utterance to its terms, Enter into the tooltip, and arrow keys between its buttons and translated words. Works on any element, also in
 * a shadow tree that has the style sheet, and on what is added to it later. Mounting an element again resets it; of nested ones, the innermost
 * handles events.
 *
 * @returns a function that unmounts
 */
export function mount(root: HTMLElement, options: MountOptions = {}): () => void {
  // Browsers without popovers (before 2024) get the page as the author wrote it.
  if (!root.showPopover) return () => {}
  unmounters.get(root)?.()
  const labels = {...englishLabels, ...options.labels}
  // All content should be inside a landmark. Scripts may replace it.
  const getContainer = () => root.querySelector('main') ?? root
  const {story = root.dataset.xgStory ?? location.pathname, panel = getContainer()} = options
  let choices = loadChoices(story, {
    tips: true,
    words: 'every',
    gloss: !root.querySelector('[data-xg-hidden]'),
    spoilers: false,
    unknown: false,
    known: [],
    far: 0,
    ...options.choices,
  })

  // Pressing the tooltip must not move the focus, which would close it.
  const tip = createElement('div', {className: 'xg-tip', popover: 'manual', tabIndex: -1, onmousedown: (event) => event.preventDefault()})
  /** Has the writing mode of the window, or Firefox 153 misplaces the tooltip in a vertical story. */
  const holder = createElement('div', {className: 'xg-holder'}, tip)
  /** A tooltip closes by itself when its story is moved in the page. */
  const isOpen = () => tip.matches(':popover-open')
  /** Terms without tooltips. */
  let muted = new Set<Element>()
  let current: HTMLElement | undefined
  /** Opened by tap or key: stays open wherever the pointer moves. */
  let pinned = false
  let handledEvent: Event | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const hide = () => {
    clearTimeout(timer)
    visibility.disconnect()
    current?.removeAttribute('aria-describedby')
    current?.classList.remove('xg-at')
    current = undefined
    pinned = false
    highlight(root)
    // Removed from the document, so that the page's text is the author's alone.
    holder.remove()
  }
  const show = (target: HTMLElement, pin = false) => {
    clearTimeout(timer)
    if (target !== current || !isOpen()) {
      hideOpenTip()
      hideOpenTip = hide
      current = target
      updateProgress()
      const {xgEntry} = target.dataset
      const content = (target.matches(UTTERANCE) ? utteranceContent : termContent)(root, target, labels)
      tip.replaceChildren(
        createElement('div', {id: CONTENT_ID}, ...content),
        xgEntry ? createActions(root, target, xgEntry, {choices, labels, goTo, change, open}) : '',
      )
      holder.style.writingMode = getComputedStyle(document.documentElement).writingMode
      tip.classList.toggle('xg-beside', /^[vs]/u.test(getComputedStyle(target).writingMode))
      getContainer().append(holder)
      target.classList.add('xg-at')
      target.setAttribute('aria-describedby', CONTENT_ID)
      visibility.observe(target)
      tip.showPopover()
      const stops = queryAll(tip, TIP_STOPS)
      // Enter moves into the tooltip; Tab skips it, or the user could not tab past it.
      for (const stop of stops) stop.tabIndex = -1
      // A tooltip must not hold focusable content (ARIA Authoring Practices, tooltip pattern): with any, it is a non-modal dialog.
      tip.role = stops[0] || tip.scrollHeight > tip.clientHeight ? 'dialog' : 'tooltip'
      tip.ariaLabel = tip.querySelector('p')?.textContent ?? ''
    }
    highlight(root, target)
    pinned = pin
  }
  const contextOf = (event: Event): EventContext => {
    const path = event.composedPath()
    const origin = path[0] as HTMLElement
    // Of nested stories, only the innermost handles the event.
    if (!choices.tips || path.find((element) => unmounters.has(element)) !== root) return [origin]
    const term = origin.closest<HTMLElement>(TERM)
    const target = term && !muted.has(term) ? term : origin.closest<HTMLElement>(`${UTTERANCE}, ${TRANSLATION}`)
    return [origin, target, path.includes(tip)]
  }
  const showOrHide = (target?: HTMLElement | null, pin?: boolean) => {
    if (pinned && !pin && isOpen()) return
    if (target && !target.matches(TRANSLATION)) show(target, pin)
    else {
      hide()
      highlight(root, target)
    }
  }

  const focusOn = (target: HTMLElement) => {
    // Sets `tabindex` only now: screen readers treat focusable words as separate objects, and an utterance should be read in one go.
    target.tabIndex += 0
    target.focus()
  }
  const goTo = (term: HTMLElement) => {
    term.scrollIntoView({block: 'center'})
    focusOn(term)
    show(term, true)
  }
  const change = (changed: Partial<Choices>) => {
    choices = {...choices, ...changed}
    saveChoices(story, choices)
    applyChoices()
    return choices
  }
  const updateProgress = () => {
    const far = countReached(root, choices.far)
    if (far !== choices.far) saveChoices(story, (choices = {...choices, far}))
  }
  const open = () => {
    hide()
    updateProgress()
    openPanel(root, getContainer(), {choices, labels, change, goTo})
  }
  const applyChoices = () => {
    const {words, known} = choices
    const mutedEntries = new Set(words === 'unknown' ? known : [])
    const stops = new Set(choices.tips ? tabStops(root) : [])
    muted = new Set()
    root.classList.toggle('xg-hide', !choices.gloss)
    for (const target of queryAll(root, TARGET)) {
      const {xgEntry} = target.dataset
      if (xgEntry && mutedEntries.has(xgEntry)) muted.add(target)
      else if (xgEntry && words === 'first') mutedEntries.add(xgEntry)
      if (stops.has(target) && !muted.has(target)) target.tabIndex = 0
      // The current target may have the focus, and would lose it.
      else if (target !== current) target.removeAttribute('tabindex')
    }
  }

  /** Closes the tooltip of an element that is no longer displayed. */
  const visibility = new IntersectionObserver(([entry]) => entry?.boundingClientRect.width || hide())
  /** Makes tab stops, and adds the glossary button. */
  const refresh = () => {
    applyChoices()
    if (!opener.isConnected && root.querySelector('[data-xg-entry]')) panel?.prepend(opener)
  }

  /** Also registered on the document, to notice pointing and tapping elsewhere. */
  const listeners = {
    pointerover: ({pointerType, buttons}: PointerEvent, ...[, target, inTip]: EventContext) => {
      // Touch and pen may be about to scroll; a pressed button may be selecting text.
      if (pointerType !== 'mouse' || buttons > 0) return
      clearTimeout(timer)
      if (inTip) highlight(root, target ?? current)
      // The pointer may cross other words on its way to the open tooltip.
      else if (current) timer = setTimeout(showOrHide, HOVER_DELAY, target)
      else showOrHide(target)
    },
    pointerup: ({button}: PointerEvent, ...[origin, target, inTip]: EventContext) => {
      if (inTip) highlight(root, target ?? current)
      // A drag that selects text opens nothing; links and controls in the text only do what they are for.
      else if (button === 0 && getSelection()?.type !== 'Range')
        showOrHide((pinned && target === current) || origin.closest('a[href], button, label, summary') ? null : target, true)
    },
    focusin: (_: FocusEvent, ...[origin, target, inTip]: EventContext) => {
      if (inTip) highlight(root, target ?? current)
      else if (origin.matches(':focus-visible')) origin === target ? show(origin, true) : hide()
    },
    keydown: (event: KeyboardEvent, ...[origin, target, inTip]: EventContext) => {
      const {key, altKey, ctrlKey, metaKey} = event
      const utterance = target?.closest<HTMLElement>(UTTERANCE)
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
      if (altKey || ctrlKey || metaKey) return
      if (inTip && /Escape|Tab/u.test(key)) {
        event.preventDefault()
        current?.focus()
      }
      if (key === 'Escape') hide()
      // Links inside an utterance keep their own keys.
      else if (!inTip && origin !== target) return
      else if (key === 'Enter' && !inTip) {
        event.preventDefault()
        if (origin === current) focusOn(tip.querySelector('input, button') ?? tip.querySelector(TIP_STOPS) ?? tip)
        else show(origin, true)
      } else if (step && (inTip || utterance)) {
        event.preventDefault()
        const stops = inTip ? queryAll(tip, TIP_STOPS) : utteranceStops(root, utterance as HTMLElement).filter((stop) => !muted.has(stop))
        const forward = origin.matches(':dir(rtl)') ? -step : step
        focusOn(stops.at((stops.indexOf(origin) + forward) % stops.length) ?? origin)
      }
    },
    scrollend: updateProgress,
  }

  const controller = new AbortController()
  const opener = createElement('button', {type: 'button', className: 'xg-open', ariaLabel: labels.glossary, onclick: open})
  // The document does not see events inside a shadow tree (DOM, 2.9: retargeting), so listeners go on the tree too, where they run first.
  const tree = root.getRootNode()
  for (const node of new Set([tree, document])) {
    for (const [type, listener] of Object.entries(listeners)) {
      const handle = (event: Event) => {
        if (event !== handledEvent) (listener as (event: Event, ...context: EventContext) => void)(event, ...contextOf(event))
        handledEvent = event
      }
      node.addEventListener(type, handle, {signal: controller.signal, capture: node === tree})
    }
  }
  refresh()
  const endWatch = watchStory(root, () => current?.isConnected === false && hide(), refresh)

  const unmount = () => {
    if (controller.signal.aborted) return
    unmounters.delete(root)
    hide()
    endWatch()
    controller.abort()
    opener.remove()
    root.querySelector('.xg-panel')?.remove()
    choices = {...choices, tips: false, gloss: true}
    applyChoices()
  }
  unmounters.set(root, unmount)
  return unmount
}
