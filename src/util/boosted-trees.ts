/** Gradient-boosted regression trees (Friedman 2001, Greedy Function Approximation): their sum is a score in log-odds. */

/**
 * A tree as numbers in the order of a walk from its root, the branch of smaller values first: for an inner node the index of its feature and the
 * bound below which a value goes to the first branch, for a leaf -1 and its score.
 */
export type Tree = readonly number[]

/** Trees in one list, for fast reading: for each node its feature or -1, its bound or score, and where its second branch begins. */
export interface Forest {
  readonly roots: Int32Array
  readonly feature: Int16Array
  readonly value: Float64Array
  readonly second: Int32Array
}

/** Reads trees as they are written. @throws RangeError if one is cut off */
export function readForest(trees: readonly Tree[]): Forest {
  const count = trees.reduce((sum, tree) => sum + tree.length / 2, 0)
  const forest = {roots: new Int32Array(trees.length), feature: new Int16Array(count), value: new Float64Array(count), second: new Int32Array(count)}
  let node = 0
  for (const [index, tree] of trees.entries()) {
    forest.roots[index] = node
    const base = node
    /** Returns the node behind a branch. */
    const read = (at: number): number => {
      const feature = tree[2 * (at - base)]
      const value = tree[2 * (at - base) + 1]
      if (feature === undefined || value === undefined) throw new RangeError('A tree is cut off')
      forest.feature[at] = feature
      forest.value[at] = value
      if (feature < 0) return at + 1
      forest.second[at] = read(at + 1)
      return read(forest.second[at] as number)
    }
    node = read(base)
  }
  return forest
}

/** The sum of the scores of all trees, in log-odds. */
export function scoreByForest({roots, feature, value, second}: Forest, features: ArrayLike<number>): number {
  let sum = 0
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number
    for (let split = feature[node] as number; split >= 0; split = feature[node] as number) {
      node = (features[split] as number) < (value[node] as number) ? node + 1 : (second[node] as number)
    }
    sum += value[node] as number
  }
  return sum
}
