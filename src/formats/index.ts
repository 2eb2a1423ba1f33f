import type {DictionaryFormat} from '../types.js'
import {json} from './json.js'

export {json}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json]
