import { useEffect, useState } from 'preact/hooks';
import type { Entry } from './offers.ts';

export interface Offers {
  readonly entries: readonly Entry[];
  readonly state: 'idle' | 'loading' | 'here';
}

const PAUSE_MS = 120;
const NOTHING: Offers = { entries: [], state: 'idle' };

/** The options for what is typed; a response that arrives after the next request is dropped. */
export function useOffers(
  load: (typed: string) => Promise<Entry[]>,
  typed: string | null,
  least: number,
): Offers {
  const [offers, setOffers] = useState<Offers>(NOTHING);
  useEffect(() => {
    if (typed === null || typed.length < least) {
      setOffers(NOTHING);
      return;
    }
    let isCurrent = true;
    setOffers((before) => ({ ...before, state: 'loading' }));
    const ask = async () => {
      const entries = await load(typed);
      if (isCurrent) setOffers({ entries, state: 'here' });
    };
    const timer = setTimeout(() => void ask(), typed === '' ? 0 : PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // `load` is another function at every rendering; only the words count.
  }, [typed, least]);
  return offers;
}
