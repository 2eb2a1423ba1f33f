import type {DictionaryFormat} from '../types.js'
import {json} from './json.js'
import {lift} from './lift.js'
import {ontolex} from './ontolex.js'
import {tei} from './tei.js'
import {tmx} from './tmx.js'

export {json, lift, ontolex, tei, tmx}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, lift, ontolex, tei, tmx]
