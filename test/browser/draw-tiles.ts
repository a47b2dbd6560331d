import { readFileSync } from 'node:fs'
import puppeteer from 'puppeteer-core'
import { findChromium } from '../../src/start/chromium/find-chromium.ts'

const dataUrl = (path: string, type: string): string =>
  `data:${type};base64,${readFileSync(path).toString('base64')}`
const icon = dataUrl('extension/icons/icon.svg', 'image/svg+xml')
const panel = dataUrl('extension/screenshots/panel-light.png', 'image/png')
const style = `
  * { box-sizing: border-box; margin: 0 }
  body { font-family: system-ui, sans-serif; color: #fff; background: #1b3a6b; overflow: hidden;
         width: 100vw; height: 100vh; display: flex; align-items: center }
  h1 { font-weight: 700; letter-spacing: -.02em } p { line-height: 1.35; color: #cfe0ff }`

const tiles = [
  {
    name: 'tile-440x280.png',
    size: { width: 440, height: 280 },
    html: `<div style="padding:0 36px"><div style="display:flex;align-items:center;gap:18px">
      <img src="${icon}" width="72" style="border-radius:16px;box-shadow:0 0 0 2px #ffffff40"><h1 style="font-size:48px">WhyCORS</h1></div>
      <p style="font-size:23px;margin-top:22px">Why CORS blocked a request, and what to change.</p></div>`,
  },
  {
    name: 'tile-1400x560.png',
    size: { width: 1400, height: 560 },
    html: `<div style="padding-left:72px;width:580px;flex:none"><div style="display:flex;align-items:center;gap:22px">
      <img src="${icon}" width="92" style="border-radius:20px;box-shadow:0 0 0 2px #ffffff40"><h1 style="font-size:64px">WhyCORS</h1></div>
      <p style="font-size:32px;margin-top:30px">Why CORS blocked a request, which header to change, and the configuration for your server.</p></div>
      <img src="${panel}" width="1060" style="align-self:flex-start;margin:48px 0 0 60px;border-radius:12px;box-shadow:0 12px 60px #0008">`,
  },
]

/** Draws the promo tiles of the Chrome Web Store. */
export async function main(): Promise<number> {
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  for (const { name, size, html } of tiles) {
    await page.setViewport(size)
    await page.setContent(`<style>${style}</style>${html}`)
    await page.screenshot({ path: `extension/store/${name}` })
  }
  await browser.close()
  return 0
}
