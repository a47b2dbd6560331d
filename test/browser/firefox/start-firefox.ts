import { resolve } from 'node:path'
import { launchFirefox, type Preferences } from '../../engines/firefox/launch-firefox.ts'

export interface Firefox {
  /** E.g. `Firefox 153.7.0`. */
  readonly version: string
  /**
   * Runs the body of an async function in the browser's own window, with the browser's rights, and returns its result.
   * The body has its arguments in `args`; both sides are JSON.
   */
  readonly inChrome: <Result>(body: string, ...args: readonly unknown[]) => Promise<Result>
  /** Installs an unpacked extension for this run, or a packed one to stay, and returns its id. */
  readonly install: (path: string) => Promise<string>
  /** Kills the browser, and removes its profile unless that was given. */
  readonly close: () => Promise<void>
}

const forThePanel: Preferences = {
  // The demo's servers listen on 127.0.0.1 alone.
  'network.dns.disableIPv6': true,
  'network.proxy.type': 0,
  // Escape opens the split console below every panel, and takes the focus there, whatever the panel does with the key.
  'devtools.toolbox.splitconsole.enabled': false,
}

/** Returns a Firefox as the scenarios of the panel drive it, with a fresh profile unless one is given. */
export async function startFirefox(
  preferences: Preferences = {},
  profile: string | null = null,
): Promise<Firefox> {
  const { version, marionette, close } = await launchFirefox({ ...forThePanel, ...preferences }, profile)
  try {
    await marionette.send('Marionette:SetContext', { value: 'chrome' })
  } catch (error) {
    await close()
    throw error
  }
  return {
    version,
    inChrome: async (body, ...args) => {
      const { value: text } = (await marionette.send('WebDriver:ExecuteAsyncScript', {
        script: `const [text, done] = arguments
          const args = JSON.parse(text)
          ;(async () => { ${body} })().then(
            (value) => done(JSON.stringify({ value })),
            (error) => done(JSON.stringify({ error: error + '\\n' + error?.stack })),
          )`,
        args: [JSON.stringify(args)],
        sandbox: 'system',
        newSandbox: false,
      })) as { readonly value: string }
      const { value, error } = JSON.parse(text)
      if (error !== undefined) throw new Error(`In Firefox: ${error}`)
      return value
    },
    install: async (place) => {
      const path = resolve(place)
      const temporary = !path.endsWith('.xpi')
      const { value } = (await marionette.send('Addon:Install', { path, temporary })) as {
        readonly value: string
      }
      return value
    },
    close: async () => {
      marionette.close()
      await close()
    },
  }
}
