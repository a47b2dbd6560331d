import { writeFileSync } from 'node:fs'
import { openBrowser } from '../open-browser.ts'
import { type EngineName, engineNames } from '../options.ts'
import {
  examples,
  type Measured,
  type Measurements,
  measuredOf,
  measurementsFile,
  readMeasurements,
} from './measured.ts'
import { pageOf } from './page.ts'

/** `npm run differences`: runs the examples in the three browsers and writes the page; `-- --page` only the page. */
export async function main(args: readonly string[]): Promise<number> {
  const measurements = args.includes('--page') ? readMeasurements() : await measure()
  writeFileSync('src/engines/README.md', pageOf(measurements))
  console.log('src/engines/README.md is written')
  return 0
}

async function measure(): Promise<Measurements> {
  const versions: Record<string, string> = {}
  const measured: Record<string, Record<string, Measured>> = {}
  for (const engine of engineNames) {
    const session = await openBrowser[engine]()
    try {
      versions[engine] = session.version
      for (const judged of await session.run(examples)) {
        measured[judged.case.id] = { ...measured[judged.case.id], [engine]: measuredOf(judged) }
      }
    } finally {
      await session.close()
    }
  }
  const measurements = { versions, examples: measured } as {
    versions: Record<EngineName, string>
    examples: Record<string, Record<EngineName, Measured>>
  }
  writeFileSync(measurementsFile, `${JSON.stringify(measurements, null, 2)}\n`)
  return measurements
}
