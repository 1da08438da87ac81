/** Something that must be true, and is not. */
export interface Breach {
  /** What must be true, in a few words. */
  readonly rule: string;
  /** The mark of the app it is about; null for the whole. */
  readonly app: string | null;
  readonly words: string;
}
