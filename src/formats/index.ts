/**
 * Reading and writing dictionaries and glossaries.
 *
 * @module xenogloss/formats
 */
import type {DictionaryFormat} from '../types.js'
import {anki} from './anki.js'
import {csv} from './csv.js'
import {type DictdWriteOptions, dictd} from './dictd.js'
import {type EpubWriteOptions, epub} from './epub.js'
import {html} from './html.js'
import {hunspell} from './hunspell.js'
import {json} from './json.js'
import {lift} from './lift.js'
import {markdown} from './markdown.js'
import {type OntolexWriteOptions, ontolex} from './ontolex.js'
import {type StarDictWriteOptions, stardict} from './stardict.js'
import {tei} from './tei.js'
import {tmx} from './tmx.js'
import {tsv} from './tsv.js'
import {yomitan} from './yomitan.js'

export type {DictdWriteOptions, EpubWriteOptions, OntolexWriteOptions, StarDictWriteOptions}
export {anki, csv, dictd, epub, html, hunspell, json, lift, markdown, ontolex, stardict, tei, tmx, tsv, yomitan}

/** The shelf: every file format of dictionaries that is known here. */
export const formats: readonly DictionaryFormat[] = [json, anki, csv, dictd, epub, html, hunspell, lift, markdown, ontolex, stardict, tei, tmx, tsv, yomitan]
