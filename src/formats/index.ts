import type {DictionaryFormat} from '../types.js'
import {json} from './json.js'
import {tei} from './tei.js'

export {json, tei}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, tei]
