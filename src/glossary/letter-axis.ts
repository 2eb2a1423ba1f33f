import type {EncodedUtterance, VocabularySize} from './utterance-model.js'

/**
 * Frequencies of letters and letter pairs in each utterance, as square roots of shares, so that distances compare distributions. A sparse matrix with
 * one row per utterance, whose values run from `rowStarts[row]` to `rowStarts[row + 1]`, and one column per letter or pair that occurs.
 */
interface Profiles {
  readonly features: Int32Array
  readonly values: Float64Array
  readonly rowStarts: Int32Array
  readonly columns: number
}

function createProfiles(utterances: readonly EncodedUtterance[], {letters: width}: VocabularySize): Profiles {
  const counts = new Float64Array(width * (width + 1))
  const columns = new Int32Array(counts.length)
  const features: number[] = []
  const values: number[] = []
  const rowStarts = new Int32Array(utterances.length + 1)
  const count = (feature: number) => {
    if (counts[feature]!++ === 0) features.push(feature)
  }
  for (let row = 0; row < utterances.length; row++) {
    let sum = 0
    for (const {letters} of utterances[row] as EncodedUtterance) {
      for (let i = 1; i < letters.length; i++) {
        const next = letters[i] as number
        count(next)
        count(width + (letters[i - 1] as number) * width + next)
        sum += 2
      }
    }
    for (let i = values.length; i < features.length; i++) {
      const feature = features[i] as number
      values.push(Math.sqrt((counts[feature] as number) / sum))
      counts[feature] = 0
      columns[feature] = 1
    }
    rowStarts[row + 1] = features.length
  }
  let column = 0
  for (let feature = 0; feature < columns.length; feature++) if (columns[feature] !== 0) columns[feature] = column++
  for (let i = 0; i < features.length; i++) features[i] = columns[features[i] as number] as number
  return {features: new Int32Array(features), values: new Float64Array(values), rowStarts, columns: column}
}

/** Maximum number of iterations, and the movement below which they stop: two languages separate quickly, and utterances of one language do not converge. */
const POWER_STEPS = 12
const CONVERGED = 0.001

/** Returns the position of each utterance on the axis along which their letters differ most (first principal component, by power iteration). */
export function letterAxis(utterances: readonly EncodedUtterance[], alphabet: VocabularySize): Float64Array {
  const {features, values, rowStarts, columns} = createProfiles(utterances, alphabet)
  const mean = new Float64Array(columns)
  for (let i = 0; i < features.length; i++) mean[features[i] as number]! += (values[i] as number) / utterances.length
  const scores = new Float64Array(utterances.length)
  for (let row = 0; row < scores.length; row++) scores[row] = Math.sin(1.7 * row + 1)
  const next = new Float64Array(utterances.length)
  const direction = new Float64Array(mean.length)
  for (let step = 0, moved = 1; step < POWER_STEPS && moved > CONVERGED; step++) {
    let sum = 0
    for (let row = 0; row < scores.length; row++) sum += scores[row] as number
    for (let i = 0; i < direction.length; i++) direction[i] = -sum * (mean[i] as number)
    for (let row = 0; row < scores.length; row++) {
      const score = scores[row] as number
      for (let i = rowStarts[row] as number; i < (rowStarts[row + 1] as number); i++) direction[features[i] as number]! += (values[i] as number) * score
    }
    let centre = 0
    for (let i = 0; i < direction.length; i++) centre += (mean[i] as number) * (direction[i] as number)
    let squares = 0
    for (let row = 0; row < scores.length; row++) {
      let score = -centre
      for (let i = rowStarts[row] as number; i < (rowStarts[row + 1] as number); i++)
        score += (values[i] as number) * (direction[features[i] as number] as number)
      next[row] = score
      squares += score * score
    }
    const length = Math.sqrt(squares) || 1
    moved = 0
    for (let row = 0; row < scores.length; row++) {
      const score = (next[row] as number) / length
      moved = Math.max(moved, Math.abs(score - (scores[row] as number)))
      scores[row] = score
    }
  }
  return scores
}
