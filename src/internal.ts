export { type Bug, bugsOf } from './bug.ts'
export {
  type DiagnoseOptions,
  type Diagnosis,
  type DiagnosisMemory,
  diagnose,
  diagnoseInSteps,
  emptyMemory,
  showingAs,
} from './diagnose.ts'
export type { EngineId } from './engines/engine.ts'
export { engines } from './engines/index.ts'
export { maxAgeLimit } from './engines/max-age-limit.ts'
export { pathOf } from './evidence/address.ts'
export { type Exchange, entryOf, exchangeId } from './evidence/exchange.ts'
export type { Evidence, Fact } from './evidence/fact.ts'
export { isPreflight } from './evidence/is-preflight.ts'
export type { PageReport, WatchedCall, WatchedOutcome } from './evidence/page-report.ts'
export { type Check, type CheckState, checksOf } from './explain/check-list.ts'
export { curlOf, quoteForShell } from './explain/curl.ts'
export { type Demand, demandsOf } from './explain/demands.ts'
export { engineCode } from './explain/engine-code.ts'
export { type Explanation, explanationOf } from './explain/explanation.ts'
export { textToMarkdown, toMarkdown } from './explain/markdown.ts'
export { keptFromPage, messageWords } from './explain/message-text.ts'
export { type OriginParts, originParts } from './explain/origin-parts.ts'
export { policyGroups } from './explain/policy-groups.ts'
export { type Problem, problemKey, problemsOf } from './explain/problems.ts'
export { type Item, type PolicyGroup, type Section, type SectionId, wordsOf } from './explain/section.ts'
export type { HeaderLine, Message } from './explain/sequence.ts'
export { servedText } from './explain/served-text.ts'
export { FOLDED, usuallyAllowedLines } from './explain/usually-allowed-text.ts'
export { WORTH_A_LOOK, worthALookLines } from './explain/worth-a-look.ts'
export { originOf } from './fetch/origin.ts'
export type { CurlCheck } from './fix/generators/curl-checks.ts'
export type { Generator, Snippet } from './fix/generators/generator.ts'
export { type GeneratorId, generators } from './fix/generators/index.ts'
export { type Proof, proofWords } from './fix/generators/proof.ts'
export type { Unsupported } from './fix/generators/unsupported.ts'
export { type FrameworkGuess, guessFramework } from './fix/guess-framework.ts'
export { type GuessedGenerator, guessedGenerator } from './fix/guessed-generator.ts'
export { outermost, type PlanLayer } from './fix/layer-of.ts'
export { notYourServer } from './fix/not-your-server.ts'
export type { Plan } from './fix/plan.ts'
export { beyond } from './fix/policy/beyond.ts'
export {
  editPolicy,
  type InvalidEdit,
  type PolicyEdit,
  type PolicyKey,
  parsePolicyEdit,
  policyEditOf,
} from './fix/policy/edit-policy.ts'
export { merge } from './fix/policy/merge.ts'
export { type MergedPolicy, mergePolicies } from './fix/policy/merge-policies.ts'
export type { LeftOut } from './fix/policy/own-wishes.ts'
export type { CorsPolicy } from './fix/policy/policy.ts'
export { policyLines } from './fix/policy/policy-lines.ts'
export { sharedWith } from './fix/policy/shared-with.ts'
export { type GrantedTo, whoAsked } from './fix/policy/who-asked.ts'
export type { Wish } from './fix/policy/wish.ts'
export { type ProxyId, proxies } from './fix/proxies/index.ts'
export { type ProxiedApi, proxiedApis } from './fix/proxies/proxied-api.ts'
export type { Moved, ProxyKind, ProxySnippet } from './fix/proxies/proxy.ts'
export { type Shortcut, type ShortcutId, shortcuts } from './fix/shortcuts.ts'
export { writerNamed, writers } from './fix/writers.ts'
export type { HarEntry, Recording, SkippedEntry, Truncation } from './har/har-entry.ts'
export { HarFormatError, HarSyntaxError } from './har/har-error.ts'
export { isSkipped, parseEntry } from './har/parse-entry.ts'
export { readingHar } from './har/read-har.ts'
export { describeRecording } from './har/recording.ts'
export { CUT } from './har/scan/kept-of-har.ts'
export type { InSteps } from './in-steps.ts'
export { examine } from './library/examine.ts'
export { parseUrl } from './parse-url.ts'
export { type Neighbor, neighborOf } from './recognize/neighbors.ts'
export { type Recognized, recognize } from './recognize/recognize.ts'
export { recognizedText } from './recognize/recognized-text.ts'
export { rulePage } from './recognize/rule-page.ts'
export { escapeControl } from './redact/escape-control.ts'
export { redactHarEntry } from './redact/redact-har-entry.ts'
export { type Redaction, redacting, redactText, showingSecrets } from './redact/redact-text.ts'
export { type RecordingRedaction, redactionFor } from './redact/redaction-for.ts'
export { isListed } from './report/is-listed.ts'
export { redactEvidence } from './report/redact-evidence.ts'
export type { ExchangeReport, Report } from './report/report.ts'
export { reportLines, reportPieces } from './report/report-pieces.ts'
export {
  type Examined,
  exchangeReports,
  type ReportOptions,
  reportHead,
  toReport,
} from './report/to-report.ts'
export { allRules } from './rules/index.ts'
export { plain } from './text/plain.ts'
export { plural } from './text/plural.ts'
export { code, type Inline, list, type Text, text } from './text/text.ts'
export { failingChecks, nextFailingChecks } from './verdict/failing-checks.ts'
export { isUsuallyAllowed } from './verdict/is-usually-allowed.ts'
export { notCorsReason } from './verdict/not-cors-reason.ts'
export type { Verdict, VerdictType } from './verdict/verdict.ts'
export { version } from './version.ts'
