/**
 * The value of a button or a form is not one of ours: drawn by an older version, or forged. Thrown where it is read; the person
 * gets an error text (dispatch/dispatch.ts), and nothing is logged as a failure.
 */
export class Gone extends Error {}
