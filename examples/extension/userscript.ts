/** The same in a userscript, for browsers without the extension: tips on the pages of archives, for stories told in English. Nothing is stored but choices. */
import {createWorkerAnnotator} from 'xenogloss/worker'
import {showStory} from './show-story.js'
import {findKnownStory} from './sites.js'

/** The script of the worker and the style sheet, which build.js puts here. */
declare const THREAD: string
declare const STYLE: string

const place = findKnownStory()
if (place) {
  const style = new CSSStyleSheet()
  style.replaceSync(STYLE)
  document.adoptedStyleSheets.push(style)
  const address = URL.createObjectURL(new Blob([THREAD], {type: 'text/javascript'}))
  const {annotate} = createWorkerAnnotator({worker: () => new Worker(address)})
  const {chapter} = place
  const {turn} = showStory(place.root, {
    annotate: (source) => annotate(source, {format: 'html', host: 'en', work: `${chapter.work} ${chapter.chapter}`}),
    story: `${chapter.work} ${chapter.chapter}`,
    onState: (_, __, error) => {
      if (error !== undefined) console.warn(`xenogloss: ${error}`)
    },
  })
  turn(true)
}
