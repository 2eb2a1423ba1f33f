import type {Example} from './labelled-stories.js'

const THRESHOLDS = [0.4, 0.5, 0.6, 0.7]
const percent = (hit: number, all: number): string => ((100 * hit) / Math.max(1, all)).toFixed(1).padStart(5)

/** Prints how right the words are, by kind of story. */
export function report(examples: readonly Example[], found: ReadonlyMap<Example, Float64Array>, verbose = false): void {
  for (const kind of ['passage', 'snippet', 'book', 'made'] as const) {
    const own = examples.filter((one) => one.kind === kind)
    if (own.length === 0) continue
    for (const threshold of THRESHOLDS) {
      const counts = {hit: 0, claimed: 0, actual: 0, loanHit: 0, loans: 0, quiet: 0, quietWords: 0, words: 0, alarms: 0, lines: 0, lineHit: 0}
      for (const one of own) {
        const p = found.get(one) as Float64Array
        const isQuiet = !one.labels.includes(1)
        const {isCapital} = one.story.words
        for (let i = 0; i < p.length; i++) {
          const label = one.labels[i] as number
          if (label === 1) {
            counts.actual++
            if (one.isLoan[i]) counts.loans++
            else counts.lines++
          }
          if (label === 0) counts.words++
          if (isQuiet) counts.quietWords++
          if ((p[i] as number) < threshold || label < 0) continue
          if (kind === 'book' && label === 0 && isCapital[one.story.tokens.forms[i] as number] === 1) continue
          counts.claimed++
          if (label === 1) {
            counts.hit++
            if (one.isLoan[i]) counts.loanHit++
            else counts.lineHit++
          } else {
            counts.alarms++
            if (isQuiet) counts.quiet++
          }
        }
      }
      const {hit, claimed, actual, loanHit, loans, quiet, quietWords, words, alarms, lines, lineHit} = counts
      const f1 = (200 * hit) / (claimed + actual)
      console.log(
        `   ${kind.padEnd(8)} at ${threshold}: P ${percent(hit, claimed)} R ${percent(hit, actual)} F1 ${f1.toFixed(1)}  lines R ${percent(lineHit, lines)}  loans R ${percent(loanHit, loans)}  alarms ${((1e4 * alarms) / words).toFixed(2)} per 10,000, in quiet ${((1e4 * quiet) / Math.max(1, quietWords)).toFixed(2)} of ${quietWords}`,
      )
    }
  }
  if (!verbose) return
  for (const one of examples) {
    if (one.kind !== 'passage') continue
    const p = found.get(one) as Float64Array
    const {tokens, forms} = one.story
    const shown: string[] = []
    for (let i = 0; i < p.length; i++) {
      const label = one.labels[i]
      const is = (p[i] as number) >= 0.5
      const surface = forms[tokens.forms[i] as number]?.surface
      if (label === 1 && !is) shown.push(`-${surface}${one.isLoan[i] ? '°' : ''}(${(p[i] as number).toFixed(2)})`)
      else if (label === 0 && is) shown.push(`+${surface}(${(p[i] as number).toFixed(2)})`)
    }
    if (shown.length > 0) console.log(`${one.name}: ${shown.join(' ')}`)
  }
}
