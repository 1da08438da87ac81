import type { Secret } from '../core/secret.ts';
import type { ProbeVerdict } from './verdict.ts';

export interface Zoom {
  probeCredentials(clientId: string, secret: Secret, redirectUri: string): Promise<ProbeVerdict>;
  close(): Promise<void>;
}
