// Draws the icons from icon.svg: CHROMIUM_PATH=/path/to/chromium node extension/icons/draw.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import puppeteer from 'puppeteer-core'

const svg = readFileSync(new URL('icon.svg', import.meta.url), 'base64')
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const size of [16, 32, 48, 64, 96, 128]) {
  await page.setViewport({ width: size, height: size })
  // The Chrome Web Store asks for 96 pixels of drawing and 16 of transparent padding at each side of the largest.
  const padding = size === 128 ? 16 : 0
  await page.setContent(
    `<style>body{margin:${padding}px;background:transparent}img{display:block;width:${size - 2 * padding}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
  )
  const png = await page.screenshot({ omitBackground: true })
  writeFileSync(new URL(`${size}.png`, import.meta.url), png)
}
await browser.close()
