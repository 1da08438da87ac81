import { commandForm, suggestionForm } from '../forms.ts';
import { answerTo, type Load, type Measured, measureLoad, medianSpeed, type Speed } from '../load.ts';
import type { Section } from '../section.ts';
import { seedZoomApps } from '../seed.ts';
import { startGreenroom, startPlainBolt, workspaceId } from '../servers.ts';
import { type Stage, withStage } from '../stage.ts';
import { figure, ratio, whole } from '../words.ts';

const rounds = 3;
const warmUp = 1_000;
const requests = 3_000;
const atOnce = 50;
/** As a person types them, letter by letter. */
const searches = ['list recordings', 'meeting:read', 'user list'];
const constantFor = 'meeting';

/** A select that asks for suggestions: Greenroom searches its whole catalogue, plain Bolt answers a constant. */
export function measure(): Promise<Section> {
  return withStage(async (stage) => {
    const { stub, keep } = stage;
    const greenroom = await keep(startGreenroom(stub, stage.databaseUrl));
    const { load, constant } = await prepare(stage, greenroom);
    const bolt = await keep(startPlainBolt(stub, { suggestions: constant }));
    const theirs: Measured[] = [];
    const ours: Measured[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const now = round === 0 ? { ...load, requests: warmUp } : load;
      const found = [await measureLoad(bolt, stub, now, true), await measureLoad(greenroom, stub, now, true)];
      if (round === 0) continue;
      theirs.push(...found.slice(0, 1));
      ours.push(...found.slice(1));
    }
    return sectionOf(theirs, ours, JSON.stringify(constant).length);
  });
}

/** The modal is a real one: Greenroom opens it before. */
async function prepare({ stub, db }: Stage, greenroom: Parameters<typeof answerTo>[0]) {
  await seedZoomApps(db, workspaceId, 1);
  const opening = { name: 'scopes', forms: [commandForm('scopes Integration 1', 'U0OWNER')] };
  const opened = await answerTo(greenroom, stub, { ...opening, requests: 1, atOnce: 1 });
  if (!('view' in opened)) throw new Error('the modal for scopes did not open');
  const typed = searches.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
  const loadOf = (texts: readonly string[]): Load => ({
    name: 'type-ahead',
    forms: texts.map((text) => suggestionForm(opened.view, text)),
    requests,
    atOnce,
  });
  const answer = await answerTo(greenroom, stub, loadOf([constantFor]));
  if (!('acknowledgement' in answer)) throw new Error('nothing was suggested');
  return { load: loadOf(typed), constant: answer.acknowledgement };
}

function sectionOf(theirs: readonly Measured[], ours: readonly Measured[], bytes: number): Section {
  const base = medianSpeed(theirs.map(({ acknowledged }) => acknowledged));
  const greenroom = medianSpeed(ours.map(({ acknowledged }) => acknowledged));
  const rowOf = (name: string, { perSecond, p50, p99 }: Speed) => [
    name,
    whole(perSecond),
    ratio(perSecond, base.perSecond),
    figure(p50),
    figure(p99),
  ];
  return {
    title: 'Type-ahead',
    goals: [
      {
        what: 'type-ahead over the whole catalogue, round trips',
        unit: 'requests/s',
        greenroom: greenroom.perSecond,
        beside: base.perSecond,
        besideWhat: 'plain Bolt, answering a constant',
        target: { atLeast: 1 },
      },
    ],
    tables: [
      {
        title: `A letter typed into the select of scopes, ${atOnce} at a time, ${whole(requests)} requests`,
        head: ['server', 'answered/s', 'beside plain Bolt', 'p50 ms', 'p99 ms'],
        rows: [rowOf('plain Bolt, answering a constant', base), rowOf('Greenroom', greenroom)],
      },
    ],
    notes: [
      `${searches.map((text) => `“${text}”`).join(', ')}, typed letter by letter, out of a modal as Slack sends it; medians of ${rounds} rounds.`,
      `The constant is Greenroom's own answer to “${constantFor}” (${whole(bytes)} bytes).`,
    ],
  };
}
