// Builds what is shipped, with esbuild and nothing else:
//   dist/cli/whycors.cjs, dist/cli/explain.cjs, dist/cli/core.cjs  the command line, Node >= 20.12: what starts it, what explains a
//                        file, and the rest; dist/cli.js starts it as an ES module
//   dist/start.js        what `npm start` runs: the demo in a browser, else the command line
//   dist/try-extension.js  what `npm run chrome` and `npm run firefox` run
//   dist/index.js, dist/index.cjs  the library: the same core without the command line; dist/network.js, its HTTP client
//   dist/dev.js, dist/vite.js, dist/playwright.js, dist/playwright-reporter.js, all also .cjs  what runs in dev servers
//                        and in tests, Node >= 20.12
//   dist/chrome/         the extension, unpacked; dist/firefox/ the same with Firefox's manifest
//   dist/web/index.html  the panel as a web page, in one file
// and, with --declarations, dist/types/: the library's types.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildCli } from './extension/build/build-cli.mjs'
import { buildDeclarations } from './extension/build/declarations.mjs'
import { loadedWhenCalled } from './extension/build/loaded-when-called.mjs'
import { thirdPartyNotices } from './extension/build/third-party-notices.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** The panel's styles are in the folder of what they are for; a later file overrides an earlier one. */
const STYLES = [
  'parts/base',
  'parts/choice',
  'parts/menu',
  'parts/tag',
  'parts/tabs',
  'parts/facts',
  'parts/middle-text',
  'frame/frame',
  'toolbar/toolbar',
  'list/list',
  'frame/empty',
  'detail/detail',
  'detail/why/correction',
  'detail/exchange/sequence',
  'detail/exchange/checks',
  'fix/fix',
  'what-if/what-if',
  'trial/trial',
  'detail/copy-menu',
  'detail/narrow',
  'frame/narrow',
]

if (process.argv.includes('--if-needed') && !(await isStale())) process.exit(0)

// A fresh clone has no packages yet, but `npm start` has to work.
if (!existsSync('node_modules/esbuild'))
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
const esbuild = await import('esbuild')

await rm('dist', { recursive: true, force: true })
const shipped = [...(await buildCli(bundle)), ...(await buildLibrary()), ...(await buildForNode())]
await writeNotices('dist', shipped)
if (process.argv.includes('--declarations')) buildDeclarations('dist/types')
await buildStart()
for (const browser of ['chrome', 'firefox']) await buildExtension(browser)
await buildWebPage()

/** Bundles one entry point and returns esbuild's result; nothing is minified, for reviewers read it. */
function bundle(entryPoint, options) {
  return esbuild.build({
    entryPoints: typeof entryPoint === 'string' ? [entryPoint] : entryPoint,
    bundle: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    ...options,
    define: { __WHYCORS_VERSION__: JSON.stringify(version), ...options.define },
  })
}

/** Puts the licenses of what bundles hold of other packages beside them. */
async function writeNotices(directory, bundles) {
  const notices = thirdPartyNotices(bundles.map(({ metafile }) => metafile))
  if (notices !== '') await writeFile(join(directory, 'THIRD-PARTY-NOTICES.txt'), notices)
}

/** Only ever run in a clone, whose packages stay where they are. */
async function buildStart() {
  const options = { format: 'esm', platform: 'node', target: 'node20', packages: 'external' }
  await bundle('src/start/main.ts', { ...options, outfile: 'dist/start.js' })
  await bundle('src/start/try-extension.ts', { ...options, outfile: 'dist/try-extension.js' })
}

/** `require` of an ES module needs Node 22, so that there is a CommonJS module too. */
function buildLibrary() {
  // The HTTP client is a separate file, which bundles for browsers leave out; see "imports" in package.json.
  const plugins = [loadedWhenCalled('tldts')]
  const options = { platform: 'neutral', target: 'node20', external: ['#network'], plugins }
  const client = { format: 'esm', platform: 'node', target: 'node20' }
  return Promise.all([
    bundle('src/network/network.ts', { ...client, outfile: 'dist/network.js' }),
    bundle('src/network/no-network.ts', { ...client, outfile: 'dist/no-network.js' }),
    bundle('src/index.ts', { ...options, format: 'esm', outfile: 'dist/index.js' }),
    bundle('src/index.ts', { ...options, format: 'cjs', outfile: 'dist/index.cjs' }),
  ])
}

/** What runs in somebody's dev server or tests. */
function buildForNode() {
  const options = { platform: 'node', target: 'node20' }
  const modules = {
    dev: 'src/dev/index.ts',
    vite: 'src/dev/vite.ts',
    playwright: 'src/playwright/index.ts',
    'playwright-reporter': 'src/playwright/reporter.ts',
  }
  const shared = { outdir: 'dist', splitting: true, chunkNames: 'shared/[name]-[hash]' }
  return Promise.all([
    bundle(modules, { ...options, ...shared, format: 'esm' }),
    bundle(modules, { ...options, outdir: 'dist', outExtension: { '.js': '.cjs' }, format: 'cjs' }),
  ])
}

/** One manifest serves both browsers, but for what only one of them knows. */
async function buildExtension(browser) {
  const directory = `dist/${browser}`
  const options = { ...inBrowsers(), outdir: directory }
  // Both pages need most of the core; they share it in one file.
  const entryPoints = {
    devtools: 'src/panel/browser/devtools.ts',
    panel: 'src/panel/main.tsx',
    allow: 'src/panel/browser/allow.ts',
  }
  const shared = { ...options, format: 'esm', splitting: true, chunkNames: 'shared-[hash]' }
  // Firefox's background is a classic script.
  const background = { background: 'src/panel/browser/background.ts' }
  await writeNotices(directory, [
    await bundle(entryPoints, shared),
    await bundle(background, { ...options, format: 'iife' }),
  ])
  for (const file of ['devtools.html', 'panel.html', 'allow.html', 'allow.css', '_locales'])
    await cp(join('extension', file), join(directory, file), { recursive: true })
  await cp('LICENSE', join(directory, 'LICENSE'))
  await writeFile(join(directory, 'panel.css'), await panelStyle())
  for (const size of [16, 32, 48, 64, 96, 128])
    await cp(`extension/icons/${size}.png`, join(directory, `icons/${size}.png`))
  const manifest = JSON.parse(await readFile('manifest.json', 'utf8'))
  delete manifest[browser === 'chrome' ? 'browser_specific_settings' : 'minimum_chrome_version']
  manifest.background =
    browser === 'chrome' ? { service_worker: 'background.js' } : { scripts: ['background.js'] }
  await writeFile(join(directory, 'manifest.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`)
}

/** Returns the panel's style sheet. */
async function panelStyle() {
  const parts = await Promise.all(STYLES.map((name) => readFile(`src/panel/${name}.css`, 'utf8')))
  return parts.join('\n')
}

/** The page's policy allows its own script and style by their hashes, and no connection at all. */
async function buildWebPage() {
  const bundles = await Promise.all(
    ['src/web/main.tsx', 'src/web/judging/judge-worker.ts'].map((entry) =>
      bundle(entry, { ...inBrowsers(), write: false }),
    ),
  )
  const [script, judge] = bundles.map(({ outputFiles: [{ text }] }) => inElement(text))
  const own = await Promise.all(['site', 'print'].map((name) => readFile(`src/web/${name}.css`, 'utf8')))
  const style = [await panelStyle(), ...own].join('\n')
  const sample = (await readFile('src/cli/sample.har', 'utf8')).replaceAll('<', '\\u003c')
  const icon = await readFile('extension/icons/32.png', 'base64')
  const parts = {
    __icon__: `data:image/png;base64,${icon}`,
    '__style-hash__': hash(style),
    '__script-hash__': hash(script),
    '"__sample__"': sample,
    '/*__style__*/': style,
    '/*__script__*/': script,
    '/*__judge__*/': judge,
    // Two hyphens would end the comment that holds it.
    __notices__: thirdPartyNotices(bundles.map(({ metafile }) => metafile)).replace(/-{2,}/g, (line) =>
      '\u2013'.repeat(line.length),
    ),
  }
  let page = await readFile('extension/index.html', 'utf8')
  for (const [place, part] of Object.entries(parts)) page = page.replace(place, () => part)
  await mkdir('dist/web')
  await writeFile('dist/web/index.html', page)
}

/** What looks like the end of the element would end it, and two characters would hide it from view. */
function inElement(script) {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
}

function inBrowsers() {
  return {
    format: 'iife',
    platform: 'browser',
    target: ['chrome120', 'firefox142', 'safari17'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // The policies of the extension and of the page don't allow it.
    define: { WebAssembly: 'undefined' },
    plugins: [{ name: 'without innerHTML', setup: withoutInnerHtml }],
  }
}

/**
 * Takes the one statement out of preact that writes HTML. The panel has no use for it, and without it no header or
 * URL of a recording can ever become markup, whatever a component does.
 */
function withoutInnerHtml({ onLoad }) {
  onLoad({ filter: /[\\/]preact[\\/]dist[\\/]preact\.mjs$/ }, async ({ path }) => {
    const parts = (await readFile(path, 'utf8')).split(/\b\w+\.innerHTML=\w+\.__html\b/)
    if (parts.length !== 2) throw new Error(`${path} does not write innerHTML in exactly one place`)
    return { contents: parts.join('0'), loader: 'js' }
  })
}

function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** Whether a source is newer than the last build. */
async function isStale() {
  if (!existsSync('dist/web/index.html')) return true
  const built = statSync('dist/web/index.html').mtimeMs
  const sources = await Promise.all(
    ['src', 'extension'].map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((file) => join(folder, file)),
    ),
  )
  return ['package.json', 'build.mjs', 'manifest.json', ...sources.flat()].some(
    (file) => statSync(file).mtimeMs > built,
  )
}
