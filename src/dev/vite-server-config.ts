/** The part of Vite's configuration that CORS depends on. */
export interface ViteServerConfig {
  readonly cors?: unknown
  readonly proxy?: Readonly<Record<string, unknown>> | undefined
}
