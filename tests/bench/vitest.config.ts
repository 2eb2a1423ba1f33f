import {defineConfig} from 'vitest/config'

export default defineConfig({
  // What a user's Node picks; without this, parsers come in their builds for development, which are slower.
  ssr: {resolve: {conditions: ['node', 'import', 'module', 'default'], externalConditions: ['node', 'import', 'default']}},
  test: {
    benchmark: {include: ['tests/bench/*.bench.ts']},
    // What is measured is what is published, untouched by vitest.
    server: {deps: {external: [/\/dist\//, /\/node_modules\//]}},
    fileParallelism: false,
  },
})
