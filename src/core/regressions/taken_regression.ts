/** Reminders of a person who looks after a regression: after the third and the seventh of the workspace's reminder times. */
const remindersAfter: readonly number[] = [3, 7];
/** After so many, nobody looks after it any more, and its owners are asked again. */
const releasedAfter = 14;

/** The next reminder of the person who took it at `takenAt`; null: there are no more. `unitMs`: the workspace's reminder time. */
export function nextTakerReminder(takenAt: Date, now: Date, unitMs: number): Date | null {
  const times = remindersAfter.map((units) => new Date(takenAt.getTime() + units * unitMs));
  return times.find((time) => time > now) ?? null;
}

/** Was it taken so long ago that the owners are asked again? */
export function isTakenTooLong(takenAt: Date, now: Date, unitMs: number): boolean {
  return takenAt.getTime() + releasedAfter * unitMs <= now.getTime();
}
