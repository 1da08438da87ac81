import { Writable } from 'node:stream';
import { createLog, type Log } from '../../src/log.ts';

export const quietLog: Log = createLog({ level: 'silent' });

/** A log whose lines (JSON, as they would be written) can be read back. */
export function recordedLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk).trim());
      done();
    },
  });
  return { log: createLog({ level: 'debug', destination }), lines };
}
