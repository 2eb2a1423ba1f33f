import {anki} from './anki.js'
import {csv} from './csv/csv.js'
import {tsv} from './csv/tsv.js'
import {dictd} from './dictd.js'
import {epub} from './epub/epub.js'
import {html} from './html/html.js'
import {hunspell} from './hunspell.js'
import {json} from './json/json.js'
import {lexicanter} from './lexicanter.js'
import {lift} from './lift/lift.js'
import {markdown} from './markdown.js'
import {ontolex} from './ontolex.js'
import {polyglot} from './polyglot/polyglot.js'
import {stardict} from './stardict/stardict.js'
import {tei} from './tei/tei.js'
import {tmx} from './tmx.js'
import type {DictionaryFormat} from './types.js'
import {yomitan} from './yomitan/yomitan.js'

/** All file formats for dictionaries and glossaries. */
export const formats: readonly DictionaryFormat[] = [
  json,
  anki,
  csv,
  dictd,
  epub,
  html,
  hunspell,
  lexicanter,
  lift,
  markdown,
  ontolex,
  polyglot,
  stardict,
  tei,
  tmx,
  tsv,
  yomitan,
]
