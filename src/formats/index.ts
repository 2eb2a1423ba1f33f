import type {DictionaryFormat} from '../types.js'
import {html} from './html.js'
import {json} from './json.js'
import {markdown} from './markdown.js'
import {yomitan} from './yomitan.js'

export {html, json, markdown, yomitan}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, html, markdown, yomitan]
