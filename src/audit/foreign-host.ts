/**
 * The host of foreign origins in an audit: a name that can't be registered, so it's on no list.
 * https://www.rfc-editor.org/rfc/rfc6761#section-6.5
 */
export const FOREIGN_HOST = 'whycorsaudit.example'

/** What is added to names to change them: only letters, which patterns for names accept. */
export const FOREIGN_LABEL = 'whycorsaudit'

/** The origin of a website that has nothing to do with the API. */
export const STRANGER = `https://${FOREIGN_HOST}`
