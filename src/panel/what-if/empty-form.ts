/** The name under which the edits of the form that starts empty are kept. */
export const EMPTY_FORM = 'empty'
