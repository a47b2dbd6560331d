import { hasDisplay } from './has-display.ts'
import { openDemo } from './open-demo.ts'
import { runCli } from './run-cli.ts'
import { whereThingsLie } from './where-things-lie.ts'

process.exitCode = await start(process.argv.slice(2))

/**
 * What `npm start` does: with arguments, it explains the given recordings; without, it shows the demo in a browser if
 * there is one and a display, else in the terminal.
 */
async function start(args: readonly string[]): Promise<number> {
  if (args.length > 0) return explain(args)
  let why = 'There is no display here to open a browser on'
  if (hasDisplay(process.platform, process.env)) {
    try {
      await openDemo()
      return 0
    } catch (error) {
      why = `No browser could be opened (${error instanceof Error ? error.message : error})`
    }
  }
  const code = explain(['explain', '--sample'])
  console.log(`\n${why}, so this was the recording that comes with WhyCORS.\n\n${whereThingsLie()}`)
  return code
}

/** A blocked request is the expected result, so npm shouldn't report a failure. */
function explain(args: readonly string[]): number {
  const code = runCli(args)
  return code === 1 ? 0 : code
}
