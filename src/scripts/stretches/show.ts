/** Prints what each feature says of the words of a story that match: `npx tsx src/scripts/stretches/show.ts FILE FORMAT WORD`. */
import {readFileSync} from 'node:fs'
import {allParts} from '../../annotate/all-parts.js'
import {prepareStory} from '../../annotate/pipeline.js'
import {resolveOptions} from '../../annotate/resolve-options.js'
import {settleHost} from '../../annotate/settle-host.js'
import {chainStory, readFeatures} from '../../detect/chain/chain-story.js'
import {readOnce} from '../../detect/chain/readings.js'
import {ALL_TEMPLATES, EDGES} from '../../detect/chain/templates.js'
import {chainWeights} from '../../detect/chain/weights.js'
import {sourceFormats} from '../../source/source-formats.js'
import type {Format} from '../../source/types.js'

const [file, format, wanted, most = '5'] = process.argv.slice(2) as [string, Format, string, string]
const text = readFileSync(file, 'utf8')
const tree = sourceFormats[format].parse(text)
const {settings} = settleHost(tree, {...resolveOptions({}, allParts), format: sourceFormats[format], conventions: []})
const {passages, survey} = prepareStory(tree, text, settings)
const story = chainStory(passages, {survey, host: settings.host})
const {first, second} = chainWeights()
const before = readOnce(story, first)
const after = readOnce(story, second, {found: before})
let shown = 0
readFeatures(
  story,
  {
    word: (token, {ids, count}, edges) => {
      const {surface, key} = story.forms[story.tokens.forms[token] as number] as {surface: string; key: string}
      if (key !== wanted || shown >= Number(most)) return
      shown++
      const parts: string[] = []
      let sum = 0
      for (let i = 0; i < count; i++) {
        const id = ids[i] as number
        const {name, offset} = ALL_TEMPLATES.findLast((template) => template.offset <= id) as (typeof ALL_TEMPLATES)[number]
        const weight = second.features[id] as number
        sum += weight
        parts.push(`${name}[${id - offset}] ${weight.toFixed(2)}/${(first.features[id] ?? 0).toFixed(2)}`)
      }
      const around = Array.from({length: 9}, (_, k) => story.forms[story.tokens.forms[token - 4 + k] as number]?.surface).join(' ')
      console.log(
        `\n${surface}: first ${before[token]?.toFixed(3)} second ${after[token]?.toFixed(3)} own odds ${sum.toFixed(2)} (${around}) edges ${EDGES.filter((_, edge) => (edges >> edge) & 1)}\n  ${parts.join('  ')}`,
      )
    },
  },
  before,
)
