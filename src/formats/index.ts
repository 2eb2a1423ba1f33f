import type {DictionaryFormat} from '../types.js'
import {epub} from './epub.js'
import {html} from './html.js'
import {json} from './json.js'
import {lift} from './lift.js'
import {markdown} from './markdown.js'
import {ontolex} from './ontolex.js'
import {tei} from './tei.js'
import {tmx} from './tmx.js'
import {yomitan} from './yomitan.js'

export {epub, html, json, lift, markdown, ontolex, tei, tmx, yomitan}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, epub, html, lift, markdown, ontolex, tei, tmx, yomitan]
