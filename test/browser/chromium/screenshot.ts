import { writeFileSync } from 'node:fs'
import type { Frame, Page } from 'puppeteer-core'
import { sleep } from '../../../src/start/chromium/wait-for.ts'

/** Writes a PNG of the DevTools window, or of one panel's frame in it. */
export async function takeScreenshot(
  frontend: Page,
  path: string,
  panel: Frame | null = null,
): Promise<void> {
  const box = panel ? await (await panel.frameElement())?.boundingBox() : null
  const clip = box ? { x: box.x, y: box.y, width: box.width, height: box.height, scale: 1 } : null
  // Raw CDP with a time limit: with docked DevTools on a busy machine the command now and then never answers, and
  // puppeteer's own screenshot(), which waits its turn behind the hanging one, would then wait for ever.
  const session = await frontend.createCDPSession()
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      const capture = session.send('Page.captureScreenshot', { format: 'png', ...(clip ? { clip } : {}) })
      const image = await Promise.race([capture.catch(() => null), sleep(3000).then(() => null)])
      if (image) return writeFileSync(path, Buffer.from(image.data, 'base64'))
      await drawAFrame(frontend)
    }
  } finally {
    await session.detach().catch(() => {})
  }
  throw new Error(`No screenshot of DevTools after 5 attempts: ${path}`)
}

async function drawAFrame(frontend: Page): Promise<void> {
  await frontend.evaluate(() => {
    document.body.style.opacity = '0.999'
    requestAnimationFrame(() => document.body.style.removeProperty('opacity'))
  })
}
