import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly dependencies?: Readonly<Record<string, string>>
        readonly optionalDependencies?: Readonly<Record<string, string>>
      }
    >
  >
}

/** Where npm looks for what a package needs: beside it, then beside each package that it stands in. */
const places = (path: string, name: string): readonly string[] => {
  const inside = path === '' ? [] : path.split(/\/?node_modules\//).slice(1)
  return Array.from({ length: inside.length + 1 }, (_, depth) =>
    [...inside.slice(0, inside.length - depth), name].map((part) => `node_modules/${part}`).join('/'),
  )
}

/** A registry that lacks one platform's package leaves it out of a lockfile, which `npm ci` then refuses. */
test.each(['package-lock.json', 'test/fix/servers/package-lock.json'])(
  '%s has every package that another one in it needs, on any platform',
  (file) => {
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as Lockfile
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !places(path, name).some((place) => place in packages))
        .map((name) => `${name}, needed by ${path}`),
    )
    expect(missing).toEqual([])
  },
)
