import { patternsSource, splitOrigins } from '../policy/origin-pattern.ts'
import { go } from './quote/go.ts'

/** Returns the body of a Go function that reports whether its parameter `origin` is allowed. */
export function goComparison(origins: readonly string[], env: string | null): readonly string[] {
  const { exact, patterns } = splitOrigins(origins)
  const listed =
    env === null
      ? ['switch origin {', `case ${exact.map(go.literal).join(',\n\t\t')}:`, '\treturn true', '}']
      : [
          `for _, allowed := range strings.Split(os.Getenv("${env}"), ",") {`,
          '\tif origin != "" && origin == strings.TrimSpace(allowed) {',
          '\t\treturn true',
          '\t}',
          '}',
        ]
  return [
    ...(exact.length === 0 ? [] : listed),
    patterns.length === 0
      ? 'return false'
      : `return regexp.MustCompile(\`^${patternsSource(patterns)}$\`).MatchString(origin)`,
  ].map((line) => `\t${line}`)
}
