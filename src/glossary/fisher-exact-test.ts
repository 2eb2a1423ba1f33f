/** log n!, from a table, beyond it from Stirling's series. */
const factorials: number[] = [0]
function logFactorial(n: number): number {
  if (n > 2000) return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n)
  for (let i = factorials.length; i <= n; i++) factorials.push((factorials[i - 1] as number) + Math.log(i))
  return factorials[n] as number
}
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** Smaller terms of the decreasing sum do not affect the result. */
const NEGLIGIBLE = 1e-18

/**
 * One-sided Fisher's exact test: the probability that two words found in `a` and `b` of `n` pairs occur together in `k` or more by chance. Returns 1
 * if `k` is not above the expected number. Each term is computed from the previous one (hypergeometric distribution); past the mean they decrease.
 */
export function fisherExactTest(k: number, a: number, b: number, n: number): number {
  if (k <= (a * b) / n) return 1
  let term = Math.exp(logChoose(a, k) + logChoose(n - a, b - k) - logChoose(n, b))
  let sum = 0
  for (let i = k; i <= Math.min(a, b) && term > NEGLIGIBLE; i++) {
    sum += term
    term *= ((a - i) * (b - i)) / ((i + 1) * (n - a - b + i + 1))
  }
  return Math.min(1, sum)
}
