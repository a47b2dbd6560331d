// Everything that isn't needed for --help and --version.
export { progressLine } from './progress-line.ts'
export { run } from './run.ts'
