import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Returns what a command says, or fails with how to install what it needs. */
export function installed(command: readonly [string, ...string[]], packages: readonly string[]): string {
  const [program, ...args] = command
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0)
    throw new Error(
      `\`${command.join(' ')}\` does not run here; install it: apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    )
  return `${stdout}${stderr}`.trim()
}

/** Returns the version of an npm package that is installed here. */
export function versionOfPackage(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
  return version
}
