import { sleep } from '../../../src/start/chromium/wait-for.ts'
import type { EngineSession } from '../engine-session.ts'
import { startLab } from '../lab/server.ts'
import { runSelfDriven } from '../self-driven.ts'
import { launchMinibrowser } from './launch-minibrowser.ts'
import { webkitVerdict } from './webkit-verdict.ts'

const start = 'https://app.example.test'
const limit = 10_000

/** Returns a session with a fresh WebKitGTK. It makes no recording that an extension could read. */
export async function openWebkit(): Promise<EngineSession> {
  const lab = await startLab()
  const opened = launchMinibrowser(lab.socksPort, `${start}${lab.driver.path}`)
  await opened.catch(lab.close)
  const { version, newLines, ended, close } = await opened
  let died: string | null = null
  void ended.then((why) => {
    died = why
  })
  const at = { origin: start }
  let lines: string[] = []
  const messagesOf = async (mark: string): Promise<readonly string[]> => {
    for (let waited = 0; waited < limit; waited += 2) {
      lines.push(...newLines())
      const end = lines.findIndex((line) => line.includes(`${mark} end`))
      if (end >= 0) {
        const begin = lines.findIndex((line) => line.includes(`${mark} begin`))
        const own = lines.slice(begin + 1, end)
        lines = lines.slice(end + 1)
        return own.filter((line) => line.includes('CONSOLE '))
      }
      if (died !== null) throw new Error(died)
      await sleep(2)
    }
    throw new Error(`WebKit’s console did not come to the end of ${mark}`)
  }
  return {
    version,
    lab,
    run: (cases) => runSelfDriven(lab, { messagesOf, verdictOf: webkitVerdict }, at, cases),
    har: null,
    soak: null,
    liveEntries: async () => [],
    close: async () => {
      await close()
      await lab.close()
    },
  }
}
