import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/temporary.ts'],
    setupFiles: ['tests/seed.ts'],
    typecheck: {enabled: true, include: ['tests/**/*.test-d.ts'], tsconfig: 'tsconfig.json'},
    testTimeout: 60_000,
    // By itself vitest leaves a core to whoever watches.
    maxWorkers: '100%',
  },
})
