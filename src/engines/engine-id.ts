/** Which rules apply: the standard's, or an engine's. */
export type EngineId = 'spec' | 'chromium' | 'firefox' | 'webkit'
