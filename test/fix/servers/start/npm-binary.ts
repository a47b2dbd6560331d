import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('../node_modules', import.meta.url))

/**
 * Returns the path of a program that an npm package brings for this platform, or fails with how to install it. Not
 * what is in `.bin`: where install scripts did not run that is a script, which would not end what it started.
 */
export function npmBinary(name: 'bun' | 'deno' | 'workerd'): string {
  const [scope, path] = PLACES[name]
  const folder = `${modules}/${scope}`
  const found = [
    ...(existsSync(folder) ? readdirSync(folder) : []).map((package_) => `${folder}/${package_}/${path}`),
    `${modules}/${MOVED[name]}`,
  ].find((file) => existsSync(file))
  if (found === undefined)
    throw new Error(`${name} is not installed: npm ci --no-audit --no-fund --prefix test/fix/servers`)
  return found
}

const PLACES = {
  bun: ['@oven', 'bin/bun'],
  deno: ['@deno', 'deno'],
  workerd: ['@cloudflare', 'bin/workerd'],
} as const

/** Where a package's install script puts the binary. */
const MOVED = { bun: 'bun/bin/bun.exe', deno: 'deno/deno', workerd: 'workerd/bin/workerd' } as const
