/** Where "now" comes from. The real one is `systemClock` in src/clock.ts; tests pass a literal. */
export interface Clock {
  now(): Date;
}
