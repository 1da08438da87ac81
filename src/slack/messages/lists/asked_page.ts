/** What a person asked a list for: the words typed, and the cursor of the page; without one it is the first page. */
export interface AskedPage {
  readonly words: string;
  readonly after?: string;
}
