/** Stories with lint diagnostics drawn in: `⟦Thesa⟧ beshul` where a rule reports, `⟦Thesa → Thessa⟧` where it also knows the correction. */
import {expect} from 'vitest'
import type {Options} from '../../src/index.js'
import {lint} from '../../src/lint.js'

const MARK = /⟦((?:(?! → )[^⟦⟧])*)(?: → [^⟦⟧]*)?⟧/gu

/** Removes the drawn diagnostics. */
export const undrawDiagnostics = (drawn: string): string => drawn.replace(MARK, '$1')

/** Draws the diagnostics of one rule into a source. */
export function drawDiagnostics(source: string, rule: string, options?: Options): string {
  const places = lint(source, {...options, rules: {[rule]: true, ...options?.rules}}).flatMap(({ruleId, place, expected}) =>
    ruleId === rule && place && 'start' in place ? [{start: place.start.offset as number, end: place.end.offset as number, expected: expected?.[0]}] : [],
  )
  return places.reduceRight((drawn, {start, end, expected}) => {
    const correction = expected === undefined ? '' : ` → ${expected}`
    return `${drawn.slice(0, start)}⟦${drawn.slice(start, end)}${correction}⟧${drawn.slice(end)}`
  }, source)
}

/** Checks that a rule reports exactly what is drawn. */
export const checkDiagnostics = (rule: string, drawn: string, options?: Options): void => {
  expect(drawDiagnostics(undrawDiagnostics(drawn), rule, options)).toBe(drawn)
}

/** A story with more than a dozen translated lines and no diagnostics. */
export const PIER = `“Orreth sulvane, mirrod.” The old ferryman lifted his lamp. (Good evening, traveller.)

“Vennu okresh tal mirrod?” he asked. (Where does the traveller go?) Nobody on the jetty answered him.

“Tal davu harreth,” the woman said at last. (The boat is broken.) “Vennu tal davu?” he asked. (Where is the boat?)

“Tal davu gesht tal orrun,” she said. (The boat lies under the bridge.) He shook his head. “Selka davu harreth vist.” (My boat is broken, too.)

“Vennu tal orrun?” said the boy. (Where is the bridge?) The ferryman pointed. “Tal orrun shemmer.” (The bridge is old.)

“Selka lamma shemmer vist,” said the boy. (My lamp is old, too.) “Harreth tal lamma?” (Is the lamp broken?)

The woman laughed. “Tal lamma okresh,” she told them. (The lamp goes.) “Mirrod okresh.” (A traveller goes.)

“Selka mirrod!” the ferryman cried, and he took off his hat. (My traveller!) “Sulvane, selka mirrod.” (Evening, my traveller.)

`
