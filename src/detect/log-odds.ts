/** Beyond this no evidence counts, in log-odds. */
const LIMIT = 12

/** The log-odds of a probability, from -12 to 12. */
export const logOdds = (p: number): number => Math.max(-LIMIT, Math.min(LIMIT, Math.log((p + 1e-12) / (1 - p + 1e-12))))
