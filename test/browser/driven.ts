/** A document of a browser under test. */
export interface Driven {
  /** Runs a function in the document, which gets it as text, and returns its result; both sides are JSON. */
  evaluate<Args extends unknown[], Result>(
    work: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>
  /** Runs a script as if the document had it. */
  run(script: string): Promise<void>
}

/** Reports whether a document has an element. */
export const has = (driven: Driven, selector: string): Promise<boolean> =>
  driven.evaluate((selector) => document.querySelector(selector) !== null, selector)

/** Clicks an element as a script would; throws where it is missing. */
export const click = (driven: Driven, selector: string): Promise<void> =>
  driven.evaluate((selector) => {
    const element = document.querySelector(selector)
    if (!(element instanceof HTMLElement)) throw new Error(`There is no ${selector}`)
    element.click()
  }, selector)

/** Chooses an option of a select element by its value. */
export const select = (driven: Driven, selector: string, value: string): Promise<void> =>
  driven.evaluate(
    (selector, value) => {
      const element = document.querySelector<HTMLSelectElement>(selector)
      if (element === null) throw new Error(`There is no ${selector}`)
      element.value = value
      element.dispatchEvent(new Event('change', { bubbles: true }))
    },
    selector,
    value,
  )
