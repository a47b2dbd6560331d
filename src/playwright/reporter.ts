import { EXPLANATION } from './cors-fixtures.ts'

/** The part of a test that the reporter reads. */
export interface ReportedTest {
  titlePath(): readonly string[]
}

/** The part of a test's result that the reporter reads. */
export interface ReportedResult {
  readonly attachments: readonly { readonly name: string; readonly body?: Uint8Array | undefined }[]
}

/** A Playwright reporter. */
export interface CorsReporter {
  onTestEnd(test: ReportedTest, result: ReportedResult): void
  onEnd(): void
  printsToStdio(): boolean
}

/** The options of the reporter. */
export interface ReporterOptions {
  readonly log?: ((text: string) => void) | undefined
}

/**
 * A Playwright reporter that prints at the end why CORS blocked requests in failing tests, each explanation once with its
 * tests. Use it in addition to another one: `reporter: [['list'], ['whycors/playwright/reporter']]`.
 */
export default function corsReporter({
  log = (text) => void process.stdout.write(`${text}\n`),
}: ReporterOptions = {}): CorsReporter {
  const tests = new Map<string, Set<string>>()
  return {
    onTestEnd: (test, { attachments }) => {
      for (const { name, body } of attachments) {
        if (name !== EXPLANATION || body === undefined) continue
        const text = new TextDecoder().decode(body)
        const title = test
          .titlePath()
          .filter((part) => part !== '')
          .join(' › ')
        tests.set(text, (tests.get(text) ?? new Set()).add(title))
      }
    },
    onEnd: () => {
      for (const [text, titles] of tests) log(`\n${[...titles].join('\n')}\n\n${text.trimEnd()}`)
    },
    printsToStdio: () => false,
  }
}
