// Runs every test: `npm test`. Installs what a fresh clone lacks, and says plainly what it did not run: in CI (the
// environment variable CI is set) that counts as failed, elsewhere as skipped.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, findFirefox, findWebkit } from './run/find-browsers.mjs'
import { absentServers, provided, provideJavaScriptServers } from './run/install.mjs'

/** MiniBrowser comes with the driver; it needs a display, and a terminal to write its console to. */
const webkitPackages = ['webkit2gtk-driver', 'xvfb', 'bsdutils']

const inCi = !['', '0', 'false', undefined].includes(process.env.CI)
const results = { passed: 0, failed: 0, skipped: 0 }
const reports = mkdtempSync(join(tmpdir(), 'whycors-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
/** What did not run here, and how to have it run. */
const notRun = []

if (!existsSync('node_modules/vitest')) {
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
}
const chromium = provided(findChromium, 'chromium')
const firefox = provided(findFirefox, 'firefox-esr')
const webkit = provided(findWebkit, ...webkitPackages)
// For recordings of a whole fleet.
const fleet = provided(
  () => (['parallel', 'jq'].every((name) => existsSync(`/usr/bin/${name}`)) ? 'there' : null),
  'parallel',
  'jq',
)
const absent = absentServers()
const hasJavaScriptServers = provideJavaScriptServers()
const getChromium = 'install chromium, or set CHROMIUM_PATH'
const getJavaScriptServers = 'npm ci --prefix test/fix/servers'

stage('formatting and lint', () => run('npx', ['biome', 'ci', '.']))
stage('types', () => run('npm', ['run', '--silent', 'typecheck']))
stage('build', () => run('node', ['build.mjs']))
stage('the add-on, by Firefox’s own linter', () => run('npm', ['run', '--silent', 'lint:firefox']))
stage('units, properties, recordings', () => vitest('units', ['run']))
stage('30,000 hostile inputs', () => run('npm', ['run', '--silent', 'fuzz']))
stage('the packages, as they are installed', () => {
  const without = []
  if (chromium === null)
    without.push(
      ...left('The package in a page and in a worker', getChromium, ['test/package/browser.test.ts']),
    )
  if (fleet === null)
    without.push(
      ...left('A fleet of recordings', 'install parallel jq', ['test/package/many-recordings.test.ts']),
    )
  if (!hasJavaScriptServers)
    without.push(
      ...left('The package in Deno and Bun', getJavaScriptServers, ['test/package/other-runtimes.test.ts']),
    )
  return vitest('package', ['run', '--config', 'vitest.package.config.ts', ...without])
})
if (chromium === null) missing('The tests in a real browser, and those on real servers', getChromium)
else {
  if (!hasJavaScriptServers) missing('The snippets on real servers', getJavaScriptServers)
  else {
    stage('snippets on real servers', () => {
      const without = absent.flatMap(({ packages, tests }) =>
        left(
          tests.map((test) => test.replace('test/fix/', '')).join(', '),
          `install ${packages.join(' ')}`,
          tests,
        ),
      )
      return vitest('servers', ['run', '--config', 'vitest.servers.config.ts', ...without])
    })
    // What did not run here says nothing of its version.
    if (absent.length === 0 || inCi)
      stage('the README’s table of servers', () =>
        run('node', ['test/run-script.mjs', 'test/fix/servers-table.ts', join(reports, 'servers.json')]),
      )
  }
  stage('the panel in real Chromium', () => panelIn('chromium'))
  stage('verdicts against real Chromium', () =>
    run('npm', ['run', '--silent', 'test:engines', '--', '--cases', '300', '--seed', '2026']),
  )
  stage('whycors check against real Chromium', () => checkIn('chromium', '300'))
  stage('many requests to one URL, in real Chromium', () => soakIn('chromium'))
  stage('situations in real Chromium', () => situationsIn('chromium'))
}

if (firefox === null)
  missing('The tests of the panel in real Firefox', 'install firefox-esr, or set FIREFOX_PATH')
else {
  stage('the panel in real Firefox', () => panelIn('firefox'))
  stage('whycors check against real Firefox', () => checkIn('firefox', '100'))
  stage('many requests to one URL, in real Firefox', () => soakIn('firefox'))
  stage('situations in real Firefox', () => situationsIn('firefox'))
}

const otherEngines = [
  { name: 'firefox', title: 'Firefox', found: firefox, install: 'install firefox-esr, or set FIREFOX_PATH' },
  { name: 'webkit', title: 'WebKitGTK', found: webkit, install: `install ${webkitPackages.join(' ')}` },
]
for (const { name, title, found, install } of otherEngines) {
  if (!found) missing(`The comparison with real ${title}`, install)
  else {
    stage(`verdicts against real ${title}`, () =>
      run('npm', [
        'run',
        '--silent',
        'test:engines',
        '--',
        '--engine',
        name,
        '--cases',
        '150',
        '--seed',
        '2026',
      ]),
    )
  }
}

for (const { what, how } of notRun) console.log(`\n${what} did not run: ${how}`)
console.log(
  `\n${results.passed} passed, ${results.failed} failed${results.skipped > 0 ? `, ${results.skipped} skipped` : ''}`,
)
process.exitCode = results.failed > 0 ? 1 : 0

/** Notes what cannot run here, and how to have it run. */
function missing(what, how) {
  notRun.push({ what, how })
  results[inCi ? 'failed' : 'skipped']++
}

/** Notes test files that cannot run here, and returns what has vitest leave them out. In CI they run, and fail. */
function left(what, how, files) {
  if (inCi) return []
  missing(what, how)
  return files.map((file) => `--exclude=${file}`)
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

/** Reports whether a command succeeded; what it prints goes to the terminal. */
function run(command, args) {
  // Colors would bury the words in a log.
  const env = {
    ...process.env,
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
    ...(firefox === null ? {} : { FIREFOX_PATH: firefox }),
  }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

/** Runs the scenarios of the panel in one browser. */
function panelIn(browser) {
  return vitest(`panel-${browser}`, ['run', '--config', 'vitest.browser.config.ts', '--project', browser])
}

/** Reports whether what is said of many requests to one URL is what one browser did with them. */
function soakIn(browser) {
  const args = ['--engine', browser, '--seeds', '3', '--seed', '2026']
  return run('npm', ['run', '--silent', 'test:soak', '--', ...args])
}

/** Reports whether `whycors check` sends and says what one browser does. */
function checkIn(browser, cases) {
  return run('npm', ['run', '--silent', 'test:check', '--', '--engine', browser, '--cases', cases])
}

/** Reports whether what is said of the hand-written situations is what one browser did in them. */
function situationsIn(browser) {
  return run('npm', ['run', '--silent', 'test:situations', '--', '--browser', browser])
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
