/** `xenogloss/reader/page`: for pages without scripts of their own. Mounts each story of the page, and knows `<xeno-gloss>`. */
import {define} from './element.js'
import {mount} from './reader.js'

define()
for (const story of document.querySelectorAll<HTMLElement>('.xg-story')) mount(story)
