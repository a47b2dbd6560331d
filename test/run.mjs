// Runs every test: `npm test`. Installs what a fresh clone lacks, and says plainly what it did not run.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const results = { passed: 0, failed: 0, skipped: 0 }
const reports = mkdtempSync(join(tmpdir(), 'whycors-test-'))

if (!existsSync('node_modules/vitest')) {
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
}
const chromium = provided(findChromium, 'chromium')
const servers = ['nginx', 'python3-fastapi', 'python3-uvicorn']
const serversReady = provided(haveServers, ...servers)

stage('formatting and lint', () => run('npx', ['biome', 'ci', '.']))
stage('types', () => run('npm', ['run', '--silent', 'typecheck']))
stage('build', () => run('node', ['build.mjs']))
stage('units, properties, recordings', () => vitest('units', ['run']))
if (serversReady)
  stage('snippets on real servers', () => vitest('servers', ['run', '--config', 'vitest.servers.config.ts']))
else missing('The snippets did not run on real servers', servers.join(' '))
if (chromium === null) missing('The tests in a real browser did not run', 'chromium, or set CHROMIUM_PATH')
else {
  stage('the panel in real Chromium', () =>
    vitest('browser', ['run', '--config', 'vitest.browser.config.ts']),
  )
  stage('verdicts against real Chromium', () =>
    run('npm', ['run', '--silent', 'test:engines', '--', '--cases', '300', '--seed', '2026']),
  )
}

console.log(
  `\n${results.passed} passed, ${results.failed} failed${results.skipped > 0 ? `, ${results.skipped} skipped` : ''}`,
)
process.exitCode = results.failed > 0 ? 1 : 0

/** What cannot run is a failure, and says how to have it run. */
function missing(what, packages) {
  console.error(`\n${what}: install ${packages}`)
  results.failed++
}

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
  // Colours would bury the words in a log.
  const env = {
    ...process.env,
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
  }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

/** Runs vitest and returns how many tests passed, failed and were skipped. */
function vitest(name, args) {
  const file = join(reports, `${name}.json`)
  run('npx', ['vitest', ...args, '--reporter=default', '--reporter=json', `--outputFile=${file}`])
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

function haveServers() {
  const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx', '/usr/local/bin/nginx'].some(
    existsSync,
  )
  const imports = (python) => spawnSync(python, ['-c', 'import fastapi, uvicorn']).status === 0
  return nginx && (imports('/usr/bin/python3') || imports('python3'))
}

/** Returns what `find` finds, after an attempt to install it where it finds nothing. */
function provided(find, ...packages) {
  const found = find()
  if (found) return found
  install(...packages)
  return find()
}

/** Installs Debian packages where that needs no question: as root on a Debian system. */
function install(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`── installing ${packages.join(' ')}`)
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const stdio = ['ignore', 'ignore', 'inherit']
    execFileSync('apt-get', ['update', '-qq'], { stdio, env })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio, env })
  } catch (error) {
    console.error(String(error))
  }
}
