import { signal } from '@preact/signals';
import type { HostName } from '../../../server/snapshot/control_panel_seen.ts';
import { panel } from '../state/store.ts';

/** The part of the control panel to look at now; it lights up once. */
export const spotlight = signal<{ readonly host: HostName; readonly nth: number } | null>(null);

/** Addresses of consoles that sections of the control panel stand in for. */
export function simulatorAt(url: string): HostName | null {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (host.endsWith('zoom.us') && !host.startsWith('developers')) return 'zoom';
  return host === 'app.stackone.com' ? 'stackone' : null;
}

/** On a narrow screen the control panel is closed. */
export function showSlack(): void {
  if (matchMedia('(max-width: 820px)').matches) panel.value = 'none';
}

export function showInPanel(host: HostName): void {
  panel.value = 'control';
  spotlight.value = { host, nth: (spotlight.value?.nth ?? 0) + 1 };
}
