// Runs every test: `npm test`. Installs what a fresh clone lacks, and says plainly what it did not run.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** MiniBrowser comes with the driver; it needs a display, and a terminal to write its console to. */
const webkitPackages = ['webkit2gtk-driver', 'xvfb', 'bsdutils']

const results = { passed: 0, failed: 0, skipped: 0 }
const reports = mkdtempSync(join(tmpdir(), 'whycors-test-'))

if (!existsSync('node_modules/vitest')) {
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
}
const chromium = provided(findChromium, 'chromium')
const firefox = provided(findFirefox, 'firefox-esr')
const webkit = provided(findWebkit, ...webkitPackages)
installServers()

stage('formatting and lint', () => run('npx', ['biome', 'ci', '.']))
stage('types', () => run('npm', ['run', '--silent', 'typecheck']))
stage('build', () => run('node', ['build.mjs']))
stage('the add-on, by Firefox’s own linter', () => run('npm', ['run', '--silent', 'lint:firefox']))
stage('units, properties, recordings', () => vitest('units', ['run']))
if (chromium === null)
  missing(
    'The tests in a real browser, and those on real servers, did not run',
    'chromium, or set CHROMIUM_PATH',
  )
else {
  stage('snippets on real servers', () => vitest('servers', ['run', '--config', 'vitest.servers.config.ts']))
  stage('the README’s table of servers', () =>
    run('node', ['test/run-script.mjs', 'test/fix/servers-table.ts', join(reports, 'servers.json')]),
  )
  stage('the panel in real Chromium', () => panelIn('chromium'))
  stage('verdicts against real Chromium', () =>
    run('npm', ['run', '--silent', 'test:engines', '--', '--cases', '300', '--seed', '2026']),
  )
}

if (firefox === null)
  missing('The tests of the panel in real Firefox did not run', 'firefox-esr, or set FIREFOX_PATH')
else stage('the panel in real Firefox', () => panelIn('firefox'))

const otherEngines = [
  { name: 'firefox', title: 'Firefox', found: firefox, install: 'firefox-esr, or set FIREFOX_PATH' },
  { name: 'webkit', title: 'WebKitGTK', found: webkit, install: webkitPackages.join(' ') },
]
for (const { name, title, found, install } of otherEngines) {
  if (!found) missing(`The verdicts were not compared with real ${title}`, install)
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
    ...(firefox === null ? {} : { FIREFOX_PATH: firefox }),
  }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

/** Runs the scenarios of the panel in one browser. */
function panelIn(browser) {
  return vitest(`panel-${browser}`, ['run', '--config', 'vitest.browser.config.ts', '--project', browser])
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

function findFirefox() {
  const named = process.env.FIREFOX_PATH
  const paths = [
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]
  return [named, ...paths].find((path) => path !== undefined && existsSync(path)) ?? null
}

/** Returns whether there is a MiniBrowser, and what it needs to run unseen. */
function findWebkit() {
  const named = process.env.MINIBROWSER_PATH
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64'].filter(existsSync).flatMap((library) => [
    library,
    ...readdirSync(library)
      .filter((name) => name.includes('-linux-gnu'))
      .map((name) => join(library, name)),
  ])
  const found =
    (named !== undefined && existsSync(named)) ||
    versions.some((version) => folders.some((folder) => existsSync(join(folder, version, 'MiniBrowser'))))
  return found && ['/usr/bin/Xvfb', '/usr/bin/script'].every(existsSync)
}

/**
 * Installs the servers that the snippets are put into: those of the operating system, and the JavaScript ones into a
 * folder of their own. What is missing nevertheless fails its test, which says what to install.
 */
function installServers() {
  const folder = 'test/fix/servers'
  const isMissing = (name) =>
    !spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' }).stdout?.includes('install ok installed')
  const packages = JSON.parse(readFileSync(`${folder}/debian-packages.json`, 'utf8')).filter(isMissing)
  if (packages.length > 0) install(...packages)
  const installed = `${folder}/node_modules/.package-lock.json`
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}/package-lock.json`).mtimeMs)
    return
  console.log('── installing the JavaScript servers')
  run('npm', ['ci', '--no-audit', '--no-fund', '--prefix', folder])
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
