/** What runs on the page of a story, apart from the page's own scripts: reads it, has it annotated by the background, and shows tips. */
/// <reference types="chrome" />
import type {AnnotateResponse, PageRequest, PageState} from './protocol.js'
import {showStory} from './show-story.js'
import {isOn} from './site-switch.js'
import {findAnyStory, findKnownStory} from './sites.js'

/** The script may be started twice on one page: by its address, and by a click. */
const STARTED = Symbol.for('xenogloss')
const started = globalThis as {[STARTED]?: true}

function start(): void {
  started[STARTED] = true
  const place = findKnownStory() ?? findAnyStory()
  const {chapter} = place
  const site = location.hostname
  let state: PageState = {site, chapter, status: 'off', found: 0}
  const shown = showStory(place.root, {
    annotate: async (source) => {
      const response = (await chrome.runtime.sendMessage({type: 'annotate', source, chapter})) as AnnotateResponse
      if ('error' in response) throw new Error(response.error)
      return response.annotation
    },
    story: `${chapter.work} ${chapter.chapter}`,
    onState: (status, found, error) => {
      state = {site, chapter, status, found, ...(error !== undefined && {error})}
    },
  })
  chrome.runtime.onMessage.addListener((request: PageRequest, _, answer) => {
    if (request.type === 'toggle') shown.turn(request.isOn)
    answer(state)
  })
  void isOn(chrome.storage.local, site).then((on) => shown.turn(on))
}

if (!started[STARTED]) start()
