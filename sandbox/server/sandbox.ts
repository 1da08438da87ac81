import type { OddList, RefusalReport } from '../simulators/stackone/index.ts';
import type { Simulators } from '../simulators/start_simulators.ts';
import type { TokenAnswer } from '../simulators/zoom/index.ts';
import type { Changes } from './changes.ts';
import type { Greenroom } from './greenroom.ts';
import type { FaultSetting, HostName, ListName } from './snapshot/control_panel_seen.ts';

/** A Zoom app as its Marketplace page shows it. */
export interface MarketplaceApp {
  readonly name: string;
  /** Of its Development side, which is the one that people begin with. */
  readonly clientId: string;
  clientSecret: string;
  readonly production: { readonly clientId: string; readonly clientSecret: string };
  /** A third id, without a secret, that looks like the others. */
  readonly publicClientId: string;
  enabled: boolean;
  ready: boolean;
}

/** Shared by the server's parts: the simulators, the process, and the state of the control panel's switches. */
export interface Sandbox {
  readonly simulators: Simulators;
  readonly greenroom: Greenroom;
  readonly changes: Changes;
  readonly zoomApps: MarketplaceApp[];
  readonly faults: Record<HostName, FaultSetting>;
  readonly oddLists: Record<ListName, OddList | null>;
  tokenAnswer: TokenAnswer | null;
  /** Greenroom's StackOne key may make connect sessions. */
  keyWrites: boolean;
  /** StackOne tells Greenroom of changed accounts. */
  webhooks: boolean;
  /** How StackOne reports what Zoom refuses. */
  refusals: RefusalReport;
}

export function newSandbox(simulators: Simulators, greenroom: Greenroom, changes: Changes): Sandbox {
  return {
    simulators,
    greenroom,
    changes,
    zoomApps: [],
    keyWrites: true,
    webhooks: false,
    refusals: 'codes',
    faults: { slack: 'fine', zoom: 'fine', stackone: 'fine' },
    oddLists: { profiles: null, accounts: null, actions: null },
    tokenAnswer: null,
  };
}
