/** Random stories are the same in every run; `SEED=7 npm test` tries others. */
import fc from 'fast-check'

fc.configureGlobal({seed: Number(process.env.SEED ?? 1)})
