import type {DictionaryFormat} from '../types.js'
import {csv} from './csv.js'
import {dictd} from './dictd.js'
import {json} from './json.js'
import {stardict} from './stardict.js'
import {tsv} from './tsv.js'

export {csv, dictd, json, stardict, tsv}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, csv, tsv, stardict, dictd]
