import type {DictionaryFormat} from '../types.js'
import {anki} from './anki.js'
import {csv} from './csv.js'
import {type DictdWriteOptions, dictd} from './dictd.js'
import {hunspell} from './hunspell.js'
import {json} from './json.js'
import {lift} from './lift.js'
import {ontolex} from './ontolex.js'
import {type StarDictWriteOptions, stardict} from './stardict.js'
import {tei} from './tei.js'
import {tmx} from './tmx.js'
import {tsv} from './tsv.js'

export type {DictdWriteOptions, StarDictWriteOptions}
export {anki, csv, dictd, hunspell, json, lift, ontolex, stardict, tei, tmx, tsv}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, csv, tsv, lift, ontolex, tei, tmx, stardict, dictd, hunspell, anki]
