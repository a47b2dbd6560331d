import { isError, type ResponseSign } from './responders/responder.ts'

/** How the pages that firewalls send in place of a response are recognized. Some are sent with status 200. */
export const firewallPages = {
  /**
   * Imperva also puts its script into pages that it passes on; its own are not to be indexed.
   *
   * https://docs.imperva.com/bundle/cloud-application-security/page/more/error-pages.htm
   */
  imperva: [
    { certainty: 'high', statuses: isError, body: /_Incapsula_Resource|Incapsula incident ID/ },
    { certainty: 'high', body: /Incapsula incident ID|\bnoindex\b[\s\S]{0,300}_Incapsula_Resource/i },
  ],
  /** https://clouddocs.f5.com/bigip-next/latest/waf_management/waf_response_pages.html */
  bigIp: [
    { certainty: 'high', body: /The requested URL was rejected\.[\s\S]{0,120}support ID/i },
    { certainty: 'medium', body: /<title>Request Rejected<\/title>/i },
  ],
} as const satisfies Record<string, readonly ResponseSign[]>
