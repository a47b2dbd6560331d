import { firewallPages } from '../../knowledge/firewall-pages.ts'
import { code, text } from '../../text/text.ts'
import { refusal } from './refusal.ts'

const isHtml = { 'Content-Type': /^text\/html/i }

/**
 * Imperva (Incapsula) responds with its own page.
 *
 * Example: 403, "Request unsuccessful. Incapsula incident ID: …".
 */
export const imperva = refusal({
  id: 'imperva-blocked',
  source: 'https://docs.imperva.com/bundle/cloud-application-security/page/more/error-pages.htm',
  configuration: 'comes second',
  signs: [
    ...firewallPages.imperva,
    {
      certainty: 'medium',
      statuses: [403, 503],
      headers: { ...isHtml, 'X-Iinfo': /./ },
    },
    { certainty: 'medium', statuses: [403, 503], headers: { ...isHtml, 'X-CDN': /^(Imperva|Incapsula)/i } },
  ],
  summary: ({ isPreflight, status, host }) =>
    text`Imperva blocked the ${isPreflight ? 'preflight' : 'request'} in front of ${host} (${status}).`,
  detail: () =>
    text`Look the incident ID of the page up under Security Events in Imperva's console, and add an exception for the API's path to the rule that it names, for ${code('OPTIONS')} too. The application never saw the request, so no CORS setting of the application changes this.`,
})

/**
 * A rule of AWS WAF blocks the request at CloudFront or a load balancer.
 *
 * Example: 403 of CloudFront with "Request blocked.".
 */
export const awsWaf = refusal({
  id: 'aws-waf-blocked',
  source: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-actions.html',
  configuration: 'comes second',
  signs: [
    { certainty: 'high', statuses: [403], headers: { Server: /^CloudFront$/i }, body: /Request blocked\./ },
    { certainty: 'medium', statuses: [403], headers: { Server: /^awselb\//i, ...isHtml } },
    { certainty: 'high', statuses: [403], headers: { 'X-Amzn-ErrorType': /^WAFFilteredException/i } },
  ],
  summary: ({ isPreflight, status, host }) =>
    text`AWS WAF blocked the ${isPreflight ? 'preflight' : 'request'} in front of ${host} (${status}).`,
  detail: ({ isPreflight }) =>
    text`Find the rule in the sampled requests of the web ACL. Then set it to Count for this path or narrow it${
      isPreflight ? text`; ${code('OPTIONS')} needs its own exception` : ''
    }. A custom response of the rule can carry ${code('Access-Control-Allow-Origin')}, so that the page can read the refusal. The application never saw the request.`,
})

/**
 * The firewall of Azure Front Door or Application Gateway blocks the request.
 *
 * Example: 403 with `Server: Microsoft-Azure-Application-Gateway/v2`.
 */
export const azureWaf = refusal({
  id: 'azure-waf-blocked',
  source: 'https://learn.microsoft.com/azure/application-gateway/http-response-codes',
  configuration: 'comes second',
  signs: [
    { certainty: 'high', statuses: [403], headers: { Server: /^Microsoft-Azure-Application-Gateway/i } },
    { certainty: 'high', statuses: [403], body: /<center>Microsoft-Azure-Application-Gateway/ },
    {
      certainty: 'high',
      statuses: [403],
      headers: { 'X-Azure-Ref': /./ },
      body: /The request is blocked\./,
    },
  ],
  summary: ({ isPreflight, status, host }) =>
    text`Azure's firewall blocked the ${isPreflight ? 'preflight' : 'request'} in front of ${host} (${status}).`,
  detail: () =>
    text`In Prevention mode the WAF policy of Application Gateway or Front Door refuses what a rule matches. Find the rule in the firewall log, and add an exclusion or turn it off for the API's path, for ${code('OPTIONS')} too. The application never saw the request.`,
})

/**
 * A policy of BIG-IP (Advanced WAF, ASM) blocks the request. Its page has status 200 unless somebody changed that.
 *
 * Example: "The requested URL was rejected. Please consult with your administrator. Your support ID is: …".
 */
export const bigIpAsm = refusal({
  id: 'big-ip-asm-blocked',
  source: 'https://clouddocs.f5.com/bigip-next/latest/waf_management/waf_response_pages.html',
  configuration: 'comes second',
  signs: firewallPages.bigIp,
  summary: ({ isPreflight, status, host }) =>
    text`F5 BIG-IP blocked the ${isPreflight ? 'preflight' : 'request'} in front of ${host} (${status}).`,
  detail: () =>
    text`Look the support ID of the page up under Security, Event Logs, Application, Requests. Then allow what the violation names for the API's path, for ${code('OPTIONS')} too: a policy may refuse that method. The application never saw the request.`,
})
