import { installed } from './installed.ts'
import { type Running, start } from './start.ts'

/** The operating system's Python: another one on the PATH does not see its packages. */
const PYTHON = '/usr/bin/python3'

/** Returns what a Python expression says here, or fails with how to install what it needs. */
export const pythonHere = (imports: string, expression: string, packages: readonly string[]): string =>
  installed([PYTHON, '-c', `import ${imports}; print(${expression})`], ['gunicorn', ...packages])

/** Starts gunicorn with a WSGI application, named as it wants it: `module:name`. */
export const startGunicorn = (
  files: Readonly<Record<string, string>>,
  application: string,
): Promise<Running> =>
  start({
    files: () => files,
    command: ({ port }) => [
      PYTHON,
      '-m',
      'gunicorn',
      '--bind',
      `127.0.0.1:${port}`,
      '--workers',
      '1',
      '--threads',
      '4',
      application,
    ],
  })
