/** log n!, by table, then by Stirling's series. */
const factorials: number[] = [0]
function logFactorial(n: number): number {
  if (n > 2000) return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n)
  for (let i = factorials.length; i <= n; i++) factorials.push((factorials[i - 1] as number) + Math.log(i))
  return factorials[n] as number
}
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** One-sided Fisher: the chance that words of `a` and `b` of `n` pairs meet in `k` of them or more. */
export function fisher(k: number, a: number, b: number, n: number): number {
  let sum = 0
  const all = logChoose(n, b)
  for (let i = k; i <= Math.min(a, b); i++) {
    if (b - i > n - a) continue
    sum += Math.exp(logChoose(a, i) + logChoose(n - a, b - i) - all)
  }
  return Math.min(1, sum)
}
