import type { AccountRow } from '../simulators/stackone/contract.ts';
import type { OddList } from '../simulators/stackone/index.ts';
import type { Simulators } from '../simulators/start_simulators.ts';
import type { TokenAnswer } from '../simulators/zoom/index.ts';
import type { Changes } from './changes.ts';
import type { FaultSetting, HostName, ListName } from './contract.ts';
import type { Greenroom } from './greenroom.ts';

/** A Zoom app as its Marketplace page shows it. */
export interface MarketplaceApp {
  readonly name: string;
  readonly clientId: string;
  clientSecret: string;
  enabled: boolean;
  ready: boolean;
}

/** Shared by the server's parts: the simulators, the process, and the state of the control panel's switches. */
export interface Sandbox {
  readonly simulators: Simulators;
  readonly greenroom: Greenroom;
  readonly changes: Changes;
  readonly zoomApps: MarketplaceApp[];
  /** Accounts linked here; StackOne's simulator lists them only over its own HTTP. */
  readonly accounts: AccountRow[];
  readonly faults: Record<HostName, FaultSetting>;
  readonly oddLists: Record<ListName, OddList | null>;
  tokenAnswer: TokenAnswer | null;
}

export function newSandbox(simulators: Simulators, greenroom: Greenroom, changes: Changes): Sandbox {
  return {
    simulators,
    greenroom,
    changes,
    zoomApps: [],
    accounts: [],
    faults: { slack: 'fine', zoom: 'fine', stackone: 'fine' },
    oddLists: { profiles: null, accounts: null, actions: null },
    tokenAnswer: null,
  };
}
