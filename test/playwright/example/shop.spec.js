import { startShop } from './shop.js'
import { expect, test } from './test.js'

const ALLOWED = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'PUT',
  'Access-Control-Allow-Headers': 'content-type',
}

test('an API with CORS', async ({ page }) => {
  const shop = await startShop(ALLOWED)
  await page.goto(shop.url)
  await expect(page.locator('#state')).toHaveText('saved 200')
  await expect(page).toHaveNoCorsFailures()
  shop.close()
})

test('an API that lacks a method, which the matcher notices', async ({ page }) => {
  const shop = await startShop({ ...ALLOWED, 'Access-Control-Allow-Methods': 'GET' })
  await page.goto(shop.url)
  await expect(page).toHaveNoCorsFailures()
  shop.close()
})

test('an API that lacks a header, in a test that fails at something else', async ({ page }) => {
  const shop = await startShop({ ...ALLOWED, 'Access-Control-Allow-Headers': 'x-other' })
  await page.goto(shop.url)
  await expect(page.locator('#state')).toHaveText('saved 200', { timeout: 1500 })
  shop.close()
})

test('a failure that has nothing to do with CORS', async ({ page }) => {
  const shop = await startShop(ALLOWED)
  await page.goto(shop.url)
  await expect(page.locator('h1')).toHaveText('Market', { timeout: 1000 })
  shop.close()
})

test('a blocked request that a test expects', async ({ page }) => {
  const shop = await startShop({})
  await page.goto(shop.url)
  await expect(page).not.toHaveNoCorsFailures()
  shop.close()
})
