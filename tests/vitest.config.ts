import {availableParallelism} from 'node:os'
import {defineConfig} from 'vitest/config'
import {LongestFirst} from './support/longest-first.js'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/temporary.ts'],
    setupFiles: ['tests/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What the files share is loaded once for all that run in a worker, which is a sixth of the time; none of them changes anything global.
    isolate: false,
    // One more than cores: a quarter of the time tests wait for browsers and other processes.
    maxWorkers: availableParallelism() + 1,
    sequence: {sequencer: LongestFirst},
  },
})
