import type {DictionaryFormat} from '../types.js'
import {html} from './html.js'
import {json} from './json.js'
import {markdown} from './markdown.js'
import {tei} from './tei.js'
import {yomitan} from './yomitan.js'

export {html, json, markdown, tei, yomitan}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, html, markdown, tei, yomitan]
