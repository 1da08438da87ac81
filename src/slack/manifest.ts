/** The app manifest. With `url` (https, no path) Slack delivers by HTTP to `<url>/slack/events`, else by Socket Mode. */
export function manifest(options: { url?: string } = {}): Record<string, unknown> {
  void options;
  return {};
}
