/** An argument of a tool, in JSON Schema. */
interface Parameter {
  readonly type: 'string' | 'integer' | 'boolean'
  readonly description: string
  readonly enum?: readonly string[]
}

/** The validated arguments of a call. */
export interface Arguments {
  readonly [name: string]: string | number | boolean | undefined
}

/** A tool for coding agents: a command with a few of its options. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly required: readonly string[]
  /** Whether it sends requests, which may change something. */
  readonly changes?: true
  /** Returns the command line for a call. */
  readonly args: (given: Arguments) => readonly string[]
  /** Returns the result from the command's output. Default: standard output, then standard error. */
  readonly answer?: (out: string, err: string) => string
}

/** Returns what is wrong with the arguments of a call, in one sentence; null if nothing is. */
export function wrongArgument({ parameters, required }: Tool, given: Arguments): string | null {
  const missing = required.find((name) => given[name] === undefined)
  if (missing !== undefined) return `The argument ${missing} is missing.`
  for (const [name, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (parameter === undefined)
      return `There is no argument ${JSON.stringify(name.slice(0, 40))}; the arguments are ${Object.keys(parameters).join(', ')}.`
    const isRight =
      parameter.type === 'integer'
        ? typeof value === 'number' && Number.isInteger(value) && value > 0
        : typeof value === parameter.type && value !== ''
    if (!isRight) return `The argument ${name} must be a ${WORDS[parameter.type]}.`
    if (value === '-') return `The argument ${name} can't be standard input.`
    const isUrl = /^https?:\/\//i.test(String(value))
    if (name === 'path' && isUrl) return 'The argument path must be a file; check_url calls a URL.'
    if (name === 'url' && !isUrl) return 'The argument url must begin with http:// or https://.'
    if (parameter.enum !== undefined && !parameter.enum.includes(String(value)))
      return `The argument ${name} must be one of ${parameter.enum.join(', ')}.`
  }
  return null
}

const WORDS = {
  string: 'text that is not empty',
  integer: 'whole number from 1',
  boolean: 'boolean',
} as const
