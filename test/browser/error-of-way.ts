import type { Way } from '../../src/start/demo/way.ts'
import type { OpenedPanel } from './opened-panel.ts'

/** Returns what the browser itself calls the failure of a way's last call; null if it did not fail. */
export async function errorOfWay({ demo, errorOf }: OpenedPanel, way: Way): Promise<string | null> {
  const call = way.calls.at(-1)
  const urls = [
    ...(call === undefined ? [] : [call]),
    ...way.routes.map(({ at: to, path }) => ({ to, path })),
  ]
  // Firefox tells a failure after a redirect of the URL that it led to.
  for (const { to, path } of urls) {
    const said = await errorOf(demo.at[to] + path)
    if (said !== null) return said
  }
  return null
}
