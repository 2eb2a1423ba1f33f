import {expect} from 'vitest'

/** Waits up to ten seconds for a condition. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 400 && !(await condition()); waited++) await new Promise((resolve) => setTimeout(resolve, 25))
  expect(await condition()).toBe(true)
}
