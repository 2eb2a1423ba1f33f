import type {DictionaryFormat} from '../types.js'
import {epub} from './epub.js'
import {html} from './html.js'
import {json} from './json.js'
import {markdown} from './markdown.js'
import {tei} from './tei.js'
import {yomitan} from './yomitan.js'

export {epub, html, json, markdown, tei, yomitan}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, epub, html, markdown, tei, yomitan]
