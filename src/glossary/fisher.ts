/** log n!, by table, then by Stirling's series. */
const factorials: number[] = [0]
function logFactorial(n: number): number {
  if (n > 2000) return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n)
  for (let i = factorials.length; i <= n; i++) factorials.push((factorials[i - 1] as number) + Math.log(i))
  return factorials[n] as number
}
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** A term of a falling sum that is so small changes no digit that matters. */
const NEGLIGIBLE = 1e-18

/**
 * One-sided Fisher: the chance that words of `a` and `b` of `n` pairs meet in `k` of them or more. As often as chance has it, or
 * less, is no news: 1. Each term follows from the one before (hypergeometric distribution), and past the mean they fall.
 */
export function fisher(k: number, a: number, b: number, n: number): number {
  if (k <= (a * b) / n) return 1
  let term = Math.exp(logChoose(a, k) + logChoose(n - a, b - k) - logChoose(n, b))
  let sum = 0
  for (let i = k; i <= Math.min(a, b) && term > NEGLIGIBLE; i++) {
    sum += term
    term *= ((a - i) * (b - i)) / ((i + 1) * (n - a - b + i + 1))
  }
  return Math.min(1, sum)
}
