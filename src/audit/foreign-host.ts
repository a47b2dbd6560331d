/**
 * The host that foreign origins of an audit have: a name that nobody can have, so that no list has it.
 * https://www.rfc-editor.org/rfc/rfc6761#section-6.5
 */
export const FOREIGN_HOST = 'whycorsaudit.example'

/** What is put before or into names to make another name of them: letters only, which patterns of names accept. */
export const FOREIGN_LABEL = 'whycorsaudit'

/** The origin of a website that has nothing to do with the API. */
export const STRANGER = `https://${FOREIGN_HOST}`
