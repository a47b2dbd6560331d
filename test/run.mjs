// Runs every test: `npm test`. Installs what a fresh clone lacks, and says plainly what it did not run.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const results = { passed: 0, failed: 0, skipped: 0 }
const reports = mkdtempSync(join(tmpdir(), 'whycors-test-'))

if (!existsSync('node_modules/vitest')) run('npm', ['ci', '--no-audit', '--no-fund'])
const chromium = findChromium() ?? installChromium()

stage('formatting and lint', () => run('npx', ['biome', 'ci', '.']))
stage('types', () => run('npm', ['run', '--silent', 'typecheck']))
stage('build', () => run('node', ['build.mjs']))
stage('units, properties, recordings', () => vitest('units', ['run']))
if (chromium === null) {
  console.error(
    '\nNo Chromium: the tests in a real browser did not run. Install it (apt-get install chromium)',
  )
  console.error('or set CHROMIUM_PATH.')
  results.failed++
} else {
  stage('against real Chromium', () =>
    run('npm', ['run', '--silent', 'test:engines', '--', '--cases', '300', '--seed', '2026']),
  )
}

console.log(
  `\n${results.passed} passed, ${results.failed} failed${results.skipped > 0 ? `, ${results.skipped} skipped` : ''}`,
)
process.exitCode = results.failed > 0 ? 1 : 0

/** Runs one stage; a stage that is not a test run counts as one test. */
function stage(name, work) {
  console.log(`\n── ${name}`)
  const counted = work()
  if (typeof counted === 'object') {
    for (const key of Object.keys(results)) results[key] += counted[key]
  } else if (counted) results.passed++
  else results.failed++
}

/** Returns whether a command succeeded; what it prints goes to the terminal. */
function run(command, args) {
  const env =
    chromium === undefined || chromium === null ? process.env : { ...process.env, CHROMIUM_PATH: chromium }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

/** Runs vitest and returns how many tests passed, failed and were skipped. */
function vitest(name, args) {
  const file = join(reports, `${name}.json`)
  run('npx', ['vitest', ...args, '--reporter=dot', '--reporter=json', `--outputFile=${file}`])
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(readFileSync(file, 'utf8'))
  const failed = success ? numFailedTests : Math.max(1, numFailedTests)
  return { passed: numPassedTests, failed, skipped: numPendingTests }
}

function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && existsSync(named)) return named
  const paths = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return paths.find(existsSync) ?? null
}

/** Installs Chromium where that needs no question: as root on a Debian system. */
function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log('── installing Chromium')
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'openssl'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
  } catch (error) {
    console.error(String(error))
  }
  return findChromium()
}
