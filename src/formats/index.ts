import type {DictionaryFormat} from '../types.js'
import {json} from './json.js'
import {lift} from './lift.js'
import {tei} from './tei.js'

export {json, lift, tei}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, lift, tei]
