import { chromeEntry } from '../make-har.ts'
import type { Driven } from './driven.ts'

/** What a user saw of a file while it was read, frame by frame. */
export interface Seen {
  /** Frames that were drawn, and those in which rows stood in the list while the file was still being read. */
  readonly frames: number
  readonly rowsWhileReading: number
  /** What the bar said last, while it was there. */
  readonly said: string
  /** How many requests were counted at the end, and whether reading had an end. */
  readonly counted: string
  readonly isOver: boolean
}

/** Drops a recording of so many blocked requests with long bodies on the page, which notes in each frame what is to be seen. */
export const dropLarge = (page: Driven, count: number, cancel: boolean): Promise<void> =>
  page.evaluate(
    (entryText, count, cancel) => {
      const seen = { frames: 0, rowsWhileReading: 0, said: '', counted: '', isOver: false }
      Object.assign(window, { seen })
      const body = JSON.stringify('x'.repeat(20_000))
      const parts = ['{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"1"},"entries":[']
      const entry: string = entryText.replace('"BODY"', body)
      for (let i = 0; i < count; i++) parts.push(`${i === 0 ? '' : ','}${entry.replace('NUMBER', String(i))}`)
      parts.push(']}}')
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(parts, 'large.har'))
      let began = false
      const frame = () => {
        const bar = document.querySelector('.reading')
        began ||= bar !== null
        seen.frames++
        if (bar !== null) seen.said = bar.querySelector('span')?.textContent ?? ''
        const hasRows = document.querySelector('.line:not(.head)') !== null
        if (bar !== null && hasRows) seen.rowsWhileReading++
        if (bar !== null && hasRows && cancel) bar.querySelector('button')?.click()
        seen.counted = document.querySelector('.status')?.textContent ?? ''
        seen.isOver = began && bar === null && hasRows
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    JSON.stringify({
      ...chromeEntry({ url: 'https://api.test/items/NUMBER', error: 'net::ERR_FAILED', response: {} }),
      bodies: 'BODY',
    }),
    count,
    cancel,
  )

export const seenOf = (page: Driven): Promise<Seen> =>
  page.evaluate(() => {
    const seen: Seen = Reflect.get(window, 'seen')
    return seen
  })
