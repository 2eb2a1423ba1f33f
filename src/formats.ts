/**
 * Reading and writing dictionaries and glossaries.
 *
 * @module xenogloss/formats
 */
export {anki} from './formats/anki.js'
export {type CsvWriteOptions, csv} from './formats/csv/csv.js'
export {tsv} from './formats/csv/tsv.js'
export {type DictdWriteOptions, dictd} from './formats/dictd.js'
export {type EpubWriteOptions, epub} from './formats/epub/epub.js'
export {html} from './formats/html/html.js'
export {hunspell} from './formats/hunspell.js'
export {json} from './formats/json/json.js'
export {lexicanter} from './formats/lexicanter.js'
export {lift} from './formats/lift/lift.js'
export {markdown} from './formats/markdown.js'
export {type OntolexWriteOptions, ontolex} from './formats/ontolex.js'
export {polyglot} from './formats/polyglot/polyglot.js'
export {formats} from './formats/registry.js'
export {type StarDictWriteOptions, stardict} from './formats/stardict/stardict.js'
export {tei} from './formats/tei/tei.js'
export {tmx} from './formats/tmx.js'
export {yomitan} from './formats/yomitan/yomitan.js'
