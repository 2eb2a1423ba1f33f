import type {Page} from 'playwright-core'

/** What the picture of the playground shows: the example story with a tip, beside its words. */
export async function playPlaygroundScene(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', {name: 'Try the example story'}).click()
  await page.locator('.story .xg-term', {hasText: 'marrudh'}).first().click()
  await page.locator('.xg-tip dfn').waitFor()
}
