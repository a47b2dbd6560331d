/**
 * A plugin for esbuild: a package is evaluated when one of its functions is first called, not when the bundle is loaded.
 */
export function loadedWhenCalled(name) {
  const namespace = 'loaded when called'
  return {
    name: `${name}, ${namespace}`,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, ({ kind, resolveDir }) =>
        kind === 'require-call' ? undefined : { path: name, namespace, pluginData: resolveDir },
      )
      onLoad({ filter: /.*/, namespace }, async ({ pluginData: resolveDir }) => {
        const functions = Object.entries(await import(name)).filter(
          ([, value]) => typeof value === 'function',
        )
        const contents = [
          `const load = () => require(${JSON.stringify(name)})`,
          ...functions.map(([one]) => `export const ${one} = (...values) => load().${one}(...values)`),
        ]
        return { contents: contents.join('\n'), resolveDir }
      })
    },
  }
}
