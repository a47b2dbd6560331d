import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { Session } from 'node:inspector'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { regexpSteps } from './regexp-steps.ts'

const root = `${process.cwd()}/`

/** Code of `src/`, and how much work a call of it does. */
export interface Counted<Module> {
  readonly module: Module
  /**
   * Returns the work that `action` does: the blocks of code that run, the characters and items that functions of the
   * platform go through, and the steps of regular expressions. It is the same in every run and on every machine.
   */
  work(action: () => unknown): Promise<number>
  close(): void
}

/** Returns the exports of a module of this folder, bundled with what it imports, so that their work can be counted. */
export async function counted<Module>(entry: string): Promise<Counted<Module>> {
  const folder = `${root}node_modules/.cache/whycors`
  mkdirSync(folder, { recursive: true })
  // Scripts are known by their real path.
  const outfile = `${realpathSync(folder)}/${entry}-${process.pid}-${Date.now()}.mjs`
  await build({
    absWorkingDir: root,
    entryPoints: [`${root}test/linear/${entry}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  const session = new Session()
  session.connect()
  const ask = (method: string, params?: object): Promise<{ result?: readonly Script[] }> =>
    new Promise((resolve, reject) =>
      session.post(method, params, (error, answer) =>
        error === null ? resolve(answer as { result?: readonly Script[] }) : reject(error),
      ),
    )
  await ask('Profiler.enable')
  // Only code that is compiled after this is counted block by block.
  await ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const { href } = pathToFileURL(outfile)
  const module: Module = await import(href)
  const { result: scripts = [] } = await ask('Profiler.takePreciseCoverage')
  if (!scripts.some(({ url }) => url === href)) throw new Error(`V8 counts nothing of ${href}`)
  const blocks = async (): Promise<number> => {
    const { result = [] } = await ask('Profiler.takePreciseCoverage')
    const functions = result.find(({ url }) => url === href)?.functions ?? []
    let sum = 0
    for (const { ranges } of functions) for (const { count } of ranges) sum += count
    return sum
  }
  return {
    module,
    async work(action) {
      await blocks()
      const platform = countPlatform()
      try {
        const done = action()
        // Only what takes a while is waited for: meanwhile, what other tests left behind would be counted too.
        if (done instanceof Promise) await done
      } finally {
        platform.restore()
      }
      return platform.count() + (await blocks())
    },
    close() {
      session.disconnect()
      rmSync(outfile)
    },
  }
}

interface Script {
  readonly url: string
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
}

type Method = (this: unknown, ...args: readonly unknown[]) => unknown

/** How far a method of the platform goes, by what it is called on, what with, and what it returns. */
type Extent = (self: unknown, args: readonly unknown[], result: unknown) => number

const lengthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value)
    ? value.length
    : value instanceof Uint8Array
      ? value.length
      : 0

const ofSelf: Extent = (self) => lengthOf(self)
const ofResult: Extent = (_, __, result) => lengthOf(result)
const ofArgument: Extent = (_, [first]) => lengthOf(first)
/** A search that finds something goes no farther. */
const toFound: Extent = (self, [, from], result) =>
  (typeof result === 'number' && result >= 0 ? result : lengthOf(self)) -
  (typeof from === 'number' ? from : 0)

const EXTENTS: readonly (readonly [object, Readonly<Record<string, Extent>>])[] = [
  [
    String.prototype,
    {
      indexOf: toFound,
      ...same(ofSelf, 'includes', 'lastIndexOf', 'search', 'normalize', 'localeCompare'),
      ...same(ofSelf, 'toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd'),
      ...same(ofSelf, 'replace', 'replaceAll', 'split', 'match', 'matchAll'),
      ...same(ofResult, 'repeat', 'padStart', 'padEnd'),
      startsWith: (_, args) => lengthOf(args[0]),
      endsWith: (_, args) => lengthOf(args[0]),
    },
  ],
  [
    Array.prototype,
    {
      indexOf: toFound,
      ...same(ofSelf, 'includes', 'lastIndexOf', 'reverse', 'fill', 'values', 'entries', 'unshift'),
      ...same(ofResult, 'slice', 'concat', 'join', 'toSorted', 'toReversed', 'flat'),
      splice: (self) => lengthOf(self),
    },
  ],
  [JSON, { stringify: ofResult, parse: ofArgument }],
]

function same(extent: Extent, ...names: readonly string[]): Readonly<Record<string, Extent>> {
  return Object.fromEntries(names.map((name) => [name, extent]))
}

/** Counts, until it is restored, what functions of the platform go through. */
function countPlatform(): { count(): number; restore(): void } {
  let count = 0
  let busy = false
  const restored: (() => void)[] = []
  const replace = (of: object, name: PropertyKey, method: (original: Method) => Method): void => {
    const original = Reflect.get(of, name) as Method
    Object.defineProperty(of, name, { value: method(original), configurable: true, writable: true })
    restored.push(() =>
      Object.defineProperty(of, name, { value: original, configurable: true, writable: true }),
    )
  }
  for (const [of, extents] of EXTENTS)
    for (const [name, extent] of Object.entries(extents))
      replace(
        of,
        name,
        (original) =>
          function (...args) {
            const result = Reflect.apply(original, this, args)
            count += Math.max(1, extent(this, args, result))
            return result
          },
      )
  // What is spread, destructured or looped over.
  replace(
    Array.prototype,
    Symbol.iterator,
    (original) =>
      function () {
        count += lengthOf(this)
        return Reflect.apply(original, this, [])
      },
  )
  replace(
    RegExp.prototype,
    'exec',
    (original) =>
      function (text) {
        if (!busy) {
          // The machine that counts has patterns of its own.
          busy = true
          const before = count
          count = before + regexpSteps(this as RegExp, String(text))
          busy = false
        }
        return Reflect.apply(original, this, [text])
      },
  )
  return {
    count: () => count,
    restore() {
      for (const one of restored) one()
    },
  }
}
