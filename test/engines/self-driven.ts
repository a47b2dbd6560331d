import type { EngineCase } from './engine-case.ts'
import type { JudgedCase } from './engine-session.ts'
import type { Lab } from './lab/server.ts'
import type { PageResult } from './run-in-page.ts'
import type { Verdict } from './verdict.ts'

/** What is read of a browser while it runs cases. */
export interface BrowserConsole<Message> {
  /** Returns the messages between the two marks of a case, once the second one is there. */
  readonly messagesOf: (mark: string, page: PageResult) => Promise<readonly Message[]>
  readonly verdictOf: (
    page: PageResult,
    messages: readonly Message[],
    engineCase: EngineCase,
    arrived: readonly string[],
  ) => Verdict
}

/**
 * Runs cases in a browser that has the lab's driver page open, one after another: only so is it clear which message
 * belongs to which case, since many name neither URL nor request.
 */
export async function runSelfDriven<Message>(
  lab: Lab,
  console: BrowserConsole<Message>,
  at: { origin: string },
  cases: readonly EngineCase[],
): Promise<JudgedCase[]> {
  cases.forEach(lab.add)
  const judged = new Map<string, JudgedCase>()
  for (const origin of new Set(cases.map(({ page }) => page))) {
    if (origin !== at.origin) await lab.driver.goTo(origin)
    at.origin = origin
    for (const engineCase of cases.filter(({ page }) => page === origin)) {
      const mark = `whycors-case-${engineCase.id}-${judged.size}`
      const page = await lab.driver.run(engineCase, mark)
      const messages = await console.messagesOf(mark, page)
      const arrived = lab.seen(engineCase.id).map(({ method, target }) => `${method} ${target}`)
      const verdict = console.verdictOf(page, messages, engineCase, arrived)
      judged.set(engineCase.id, { case: engineCase, verdict })
    }
  }
  return cases.flatMap(({ id }) => judged.get(id) ?? [])
}
