/** A document for one person (responses/send_file.ts). */
export interface FileToSend {
  /** With its ending, for example `manifest.json`. */
  readonly filename: string;
  /** One plain line. */
  readonly title: string;
  readonly text: string;
  /** What stands above it, as mrkdwn: what typed parts it has must be escaped. */
  readonly comment: string;
}

/** How it reached the person. `refused`: Slack takes no direct message to this person, with its error code. */
export type FileSent =
  | { readonly kind: 'file' }
  | { readonly kind: 'text'; readonly messages: number; readonly isCutOff: boolean }
  | { readonly kind: 'refused'; readonly error: string };

/** `what`: what is not there now, with its article. */
export function noDirectMessage(error: string, what: string): string {
  const code = error.replace(/[^a-z0-9_]/gi, '');
  return `Slack takes no direct message from Greenroom to you (\`${code}\`), so ${what} could not be sent. Open Greenroom under *Apps* once, then ask again.`;
}
