import { type Hub, hearOfRefusal, type ZoomAddress } from './hub.ts';
import type { RefusalReport } from './refusal_reports.ts';
import {
  type AttemptResult,
  beginAttempt,
  type ConnectSessionRow,
  endAttempt,
  sessionOf,
} from './sessions.ts';

export interface SessionControl {
  /** In the order of their making. */
  connectSessions(): readonly ConnectSessionRow[];
  /** Somebody opens the link, and this becomes of it: another attempt, the latest from now on. */
  endConnectAttempt(sessionId: string | number, result: AttemptResult): void;
  /** The link opens nothing from now on. */
  expireConnectSession(sessionId: string | number): void;
  /** StackOne knows the session no more: 404. */
  forgetConnectSession(sessionId: string | number): void;
  /** The pages of a link go on to this Zoom; without one they end. */
  signInAt(zoom: ZoomAddress): void;
  /** Zoom has refused on its own page; `state` is what StackOne sent along. */
  refusedByZoom(state: string, code: string | null, words: string): void;
  /** How StackOne reports what did not go well: Zoom's codes and words in the beginning. */
  reportRefusals(how: RefusalReport): void;
  /** Where people reach the pages of a link; its own URL in the beginning. */
  showPagesAt(url: string): void;
  pagesUrl(): string;
}

export function controlSessions(hub: Hub, pages: { url: string }): SessionControl {
  const { sessions } = hub;
  const { rows: all, project } = sessions;
  return {
    connectSessions: () => [...all],
    endConnectAttempt: (id, result) => {
      const session = sessionOf(sessions, id);
      endAttempt(sessions, session, beginAttempt(sessions, session), result);
    },
    expireConnectSession: (id) => {
      sessionOf(sessions, id).expiresAt = project.now();
    },
    forgetConnectSession: (id) => void all.splice(all.indexOf(sessionOf(sessions, id)), 1),
    signInAt: (zoom) => {
      hub.zoom = zoom;
    },
    refusedByZoom: (state, code, words) => hearOfRefusal(hub, state, code, words),
    reportRefusals: (how) => {
      hub.report = how;
    },
    showPagesAt: (url) => {
      pages.url = url;
    },
    pagesUrl: () => pages.url,
  };
}
