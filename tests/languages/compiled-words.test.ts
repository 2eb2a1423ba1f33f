import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {compileLanguage, RECIPES} from '../../src/scripts/compile-languages.js'
import {hasShared, shared} from '../support/shared.js'

test.skipIf(!hasShared).each(RECIPES)('the compiled words of $name are current', (recipe) => {
  const file = readFileSync(new URL(`../../src/languages/words/${recipe.name}-frequencies.ts`, import.meta.url), 'utf8')
  expect(file).toBe(compileLanguage(recipe, shared('hosts/counts')))
})
