import {EDGE_COUNT, MOVES} from './templates.js'

/** Working space of the chain for the longest passage so far. */
export interface ChainRoom {
  alpha: Float64Array
  beta: Float64Array
}

export const chainRoom = (): ChainRoom => ({alpha: new Float64Array(128), beta: new Float64Array(128)})

/** Beyond this difference the smaller of two logarithms adds nothing. */
const FAR = 30

function addLogs(a: number, b: number): number {
  const difference = a - b
  if (difference > FAR) return a
  if (difference < -FAR) return b
  return difference > 0 ? a + Math.log1p(Math.exp(-difference)) : b + Math.log1p(Math.exp(difference))
}

/** The three moves over each combination of edges, sums of the weights of its edges. Few combinations occur, each is asked for again and again. */
export function moveTable(transitions: Float64Array): Float64Array {
  const table = new Float64Array(MOVES.length << EDGE_COUNT)
  for (let edges = 1; edges < 1 << EDGE_COUNT; edges++) {
    const last = 31 - Math.clz32(edges)
    const others = edges ^ (1 << last)
    for (let move = 0; move < MOVES.length; move++)
      table[edges * MOVES.length + move] = (table[others * MOVES.length + move] as number) + (transitions[last * MOVES.length + move] as number)
  }
  return table
}

/**
 * The probability that each word of a passage is foreign, given all its words: forward-backward over two labels (Rabiner 1989), in logarithms.
 *
 * @param odds log-odds of each word, from `from` on
 * @param edges bits of the edges before each word
 * @param moves from `moveTable`
 * @param found to be filled, from `from` on
 */
export function readChain(
  odds: Float64Array,
  edges: Uint16Array,
  from: number,
  count: number,
  moves: Float64Array,
  found: Float64Array,
  room: ChainRoom,
): void {
  if (room.alpha.length < 2 * count) {
    room.alpha = new Float64Array(4 * count)
    room.beta = new Float64Array(4 * count)
  }
  const {alpha, beta} = room
  let host = 0
  let foreign = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    const at = 3 * (edges[from + i] as number)
    const nextHost = addLogs(host, foreign + (moves[at + 1] as number))
    const nextForeign = addLogs(host + (moves[at] as number), foreign + (moves[at + 2] as number)) + (odds[from + i] as number)
    alpha[2 * i] = host = nextHost
    alpha[2 * i + 1] = foreign = nextForeign
  }
  beta[2 * count - 2] = beta[2 * count - 1] = 0
  for (let i = count - 1; i > 0; i--) {
    const at = 3 * (edges[from + i] as number)
    const later = (beta[2 * i + 1] as number) + (odds[from + i] as number)
    beta[2 * i - 2] = addLogs(beta[2 * i] as number, (moves[at] as number) + later)
    beta[2 * i - 1] = addLogs((moves[at + 1] as number) + (beta[2 * i] as number), (moves[at + 2] as number) + later)
  }
  for (let i = 0; i < count; i++) {
    const difference = (alpha[2 * i] as number) + (beta[2 * i] as number) - (alpha[2 * i + 1] as number) - (beta[2 * i + 1] as number)
    found[from + i] = 1 / (1 + Math.exp(difference))
  }
}
