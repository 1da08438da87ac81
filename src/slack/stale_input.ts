/**
 * What came back in a button or a form is none of ours any more: drawn by an older version, or made up. Thrown where it is
 * read; the person is told that the thing is gone (bolt/bind.ts), and nothing is logged as a failure.
 */
export class Gone extends Error {}
