import type { IncomingMessage } from 'node:http';
import { Err, Ok, type Result } from '../core/result.ts';

/** Bytes of all bodies that are being received at the moment, and are not verified yet. */
export interface ReceivingBytes {
  held: number;
  readonly limit: number;
}

/**
 * The raw bytes. `too_large`: more than `limit`; `busy`: more than may be received at the same moment; `cut`: the sender
 * hung up, or the server's request timeout ended it. Whatever is refused is not kept.
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  receiving: ReceivingBytes,
): Promise<Result<Buffer, 'too_large' | 'busy' | 'cut'>> {
  if (Number(request.headers['content-length']) > limit) return Promise.resolve(Err('too_large'));
  return new Promise((resolve) => {
    let chunks: Buffer[] | null = [];
    let length = 0;
    const end = (result: Result<Buffer, 'too_large' | 'busy' | 'cut'>): void => {
      if (chunks === null) return;
      chunks = null;
      receiving.held -= length;
      resolve(result);
    };
    request.on('data', (chunk: Buffer) => {
      if (chunks === null) return;
      length += chunk.length;
      receiving.held += chunk.length;
      if (length > limit) end(Err('too_large'));
      else if (receiving.held > receiving.limit) end(Err('busy'));
      else chunks.push(chunk);
    });
    request.on('end', () => end(Ok(joined(chunks ?? []))));
    request.on('error', () => end(Err('cut')));
    request.on('close', () => end(Err('cut')));
  });
}

function joined(chunks: readonly Buffer[]): Buffer {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
