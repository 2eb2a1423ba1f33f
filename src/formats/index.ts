import type {DictionaryFormat} from '../types.js'
import {anki} from './anki.js'
import {csv} from './csv.js'
import {type DictdWriteOptions, dictd} from './dictd.js'
import {hunspell} from './hunspell.js'
import {json} from './json.js'
import {type StarDictWriteOptions, stardict} from './stardict.js'
import {tsv} from './tsv.js'

export type {DictdWriteOptions, StarDictWriteOptions}
export {anki, csv, dictd, hunspell, json, stardict, tsv}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, csv, tsv, stardict, dictd, hunspell, anki]
