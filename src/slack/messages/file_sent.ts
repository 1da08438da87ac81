/** How a document reached a person (responses/send_file.ts). `refused`: Slack takes no direct message to this person, with its error code. */
export type FileSent =
  | { readonly kind: 'file' }
  | { readonly kind: 'text'; readonly messages: number; readonly isCutOff: boolean }
  | { readonly kind: 'refused'; readonly error: string };
