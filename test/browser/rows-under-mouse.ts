import type { Driven } from './driven.ts'

/** What a frame showed under the mouse, and where each row was: written down whenever the former changes. */
export interface Shown {
  /** In milliseconds since the mouse came to rest. */
  readonly at: number
  readonly under: string
  readonly listTop: number
  readonly scrollTop: number
  /** The words above the list. */
  readonly notices: readonly string[]
  readonly rows: readonly string[]
}

/** Rests the mouse on the last problem in view, and looks at what is under it in every frame. */
export const restMouse = (panel: Driven): Promise<void> =>
  panel.evaluate(() => {
    const list = document.querySelector('.list')
    const bottom = list?.getBoundingClientRect().bottom ?? 0
    const rows = [...document.querySelectorAll('.line.problem')]
    const row = rows.findLast((one) => one.getBoundingClientRect().bottom < bottom - 4)
    const { left = 0, top = 0, height = 0 } = row?.getBoundingClientRect() ?? {}
    const place = { clientX: left + 80, clientY: top + height / 2 }
    for (const type of ['pointerenter', 'pointermove'])
      list?.dispatchEvent(new PointerEvent(type, { ...place, bubbles: type === 'pointermove' }))
    const seen: Shown[] = []
    Object.assign(window, { seen })
    const begun = performance.now()
    const wordsOf = (line: Element | null | undefined): string =>
      ['.col-reason', '.col-host'].map((part) => line?.querySelector(part)?.textContent ?? '').join(' ')
    const look = (): void => {
      const under = wordsOf(document.elementFromPoint(place.clientX, place.clientY)?.closest('.line'))
      if (seen.at(-1)?.under !== under) {
        const rows = [...document.querySelectorAll('.line')].map(
          (line) => `${line.getBoundingClientRect().top} ${line.className} ${wordsOf(line)}`,
        )
        seen.push({
          at: Math.round(performance.now() - begun),
          under,
          listTop: list?.getBoundingClientRect().top ?? 0,
          scrollTop: list?.scrollTop ?? 0,
          notices: [...document.querySelectorAll('.failure, .trial-bar')].map(
            ({ textContent }) => textContent,
          ),
          rows,
        })
      }
      requestAnimationFrame(look)
    }
    look()
  })

/** Returns what has been under the mouse. */
export const rowsUnderMouse = (panel: Driven): Promise<readonly Shown[]> =>
  panel.evaluate(() => Reflect.get(window, 'seen'))
