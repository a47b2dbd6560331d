/**
 * Says exactly why a browser blocked a cross-origin request, and what to change on the server. Runs in any JavaScript
 * runtime, without Node.js or a page.
 *
 * @module
 */
export type {
  AuditEvidence,
  AuditFinding,
  AuditReport,
  AuditRequest,
  AuditUndecided,
} from './audit/audit-report.ts'
export type { LookUp } from './audit/existence.ts'
export type { NetworkFault, Send, SendOptions, WireRequest, WireResponse } from './check/wire.ts'
export type { DiffItem, DiffReport, DiffSide } from './diff/diff-report.ts'
export type { EngineId } from './engines/engine.ts'
export type { Evidence } from './evidence/fact.ts'
export type { CorsPolicy } from './fix/policy/policy.ts'
export type { WriterId as GeneratorId } from './fix/writers.ts'
export type {
  Browser,
  HarEntry,
  HarRequest,
  HarResponse,
  Initiator,
  Recording,
  SkippedEntry,
  Truncation,
  VendorFields,
} from './har/har-entry.ts'
export { HarFormatError, HarSyntaxError } from './har/har-error.ts'
export type { HarFile } from './har/har-file.ts'
export { type HarSource, type ReadOptions, readHar } from './har/read-har.ts'
export { type AuditOptions, audit } from './library/audit.ts'
export {
  type Check,
  type CheckedRequest,
  type CheckOptions,
  check,
} from './library/check.ts'
export { type DiffOptions, diff } from './library/diff.ts'
export { type ExplainOptions, explain } from './library/explain.ts'
export {
  type ConfigurationFix,
  type Fix,
  type FixOptions,
  fix,
  type SeemingServer,
  type UndecidedFix,
  type UnsupportedFix,
} from './library/fix.ts'
export { type GeneratorInfo, generators } from './library/generators.ts'
export { OptionError } from './library/option-error.ts'
export { type RecognizedMessage, type RecognizeOptions, recognize } from './library/recognize.ts'
export type {
  CauseReport,
  EngineReport,
  ExchangeReport,
  FactReport,
  PolicyReport,
  Report,
  SourceReport,
} from './report/report.ts'
export { version } from './version.ts'
