import { chosenOwners, type ZoomApp } from '../../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../../core/checks/check.ts';
import { markOf } from '../../../ids.ts';
import type { AppChanges } from '../../../usecases/apps/edit_zoom_app.ts';
import { channel, named, people, person, typed, wordList } from '../../blocks/text.ts';
import { managementNames } from '../../messages/product_words.ts';
import type { Banner } from '../view_frame.ts';
import type { EditBasicsState } from './edit_states.ts';

/** The part of a Zoom app that the edit form shows. */
export interface Editable {
  readonly name: string;
  readonly managementType: ManagementType;
  readonly owners: readonly string[];
  readonly purpose: string;
  readonly channelId: string;
}

type Marks = EditBasicsState['marks'];

export function editable(app: ZoomApp): Editable {
  const { name, managementType, purpose, channelId } = app;
  return { name, managementType, owners: chosenOwners(app), purpose, channelId };
}

/** The fields that differ from those when the form was opened. */
export function touched(now: Editable, marks: Marks): AppChanges {
  const changed = (part: keyof Editable): boolean => markOf(now[part]) !== marks[part];
  return {
    ...(changed('name') ? { name: now.name } : {}),
    ...(changed('managementType') ? { managementType: now.managementType } : {}),
    ...(changed('owners') ? { owners: now.owners } : {}),
    ...(changed('purpose') ? { purpose: now.purpose } : {}),
    ...(changed('channelId') ? { channelId: now.channelId } : {}),
  };
}

/** Whether the saved state is what this person submits: a first try that was saved after all is no conflict. */
export function isSaved(current: ZoomApp, userId: string, changes: AppChanges): boolean {
  const now: Editable = editable(current);
  const wanted: Editable = { ...now, ...changes };
  return current.updatedBy === userId && parts.every((part) => markOf(wanted[part]) === markOf(now[part]));
}

const parts = ['name', 'managementType', 'owners', 'purpose', 'channelId'] as const;

/** After a conflict: this person's input where there is any, and the saved values elsewhere. */
export function mergedAfterConflict(
  mine: Editable,
  current: ZoomApp,
  marks: Marks,
): { shown: Editable; banner: Banner } {
  const theirs = editable(current);
  const shown: Editable = { ...theirs, ...touched(mine, marks) };
  const changed = words(touched(theirs, marks));
  const what = changed.length === 0 ? 'its scopes' : wordList(changed);
  return {
    shown,
    banner: {
      level: 'warning',
      text: 'Somebody changed this app while you were editing. Your input is kept below. Save again to replace it.',
      lines: [`${person(current.updatedBy)} changed ${what}.`],
    },
  };
}

function words(changes: AppChanges): string[] {
  const { name, managementType, owners, purpose, channelId } = changes;
  return [
    ...(name === undefined ? [] : [`the name to *${named(name)}*`]),
    ...(managementType === undefined ? [] : [`it to ${managementNames[managementType]}`]),
    ...(owners === undefined ? [] : [`the owners to ${people(owners)}`]),
    ...(purpose === undefined ? [] : [`the purpose to “${typed(purpose, 200)}”`]),
    ...(channelId === undefined ? [] : [`the channel to ${channel(channelId)}`]),
  ];
}
