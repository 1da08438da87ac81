import type { EditedPart } from '../deliveries/messages/message_facts.ts';
import type { ZoomApp } from './zoom_app.ts';

/** Which parts of an app an edit has changed. */
export function editedParts(before: ZoomApp, after: ZoomApp): EditedPart[] {
  const parts: [EditedPart, unknown, unknown][] = [
    ['name', before.name, after.name],
    ['management_type', before.managementType, after.managementType],
    ['owners', [...before.owners].sort().join(), [...new Set(after.owners)].sort().join()],
    ['channel', before.channelId, after.channelId],
    ['purpose', before.purpose, after.purpose],
    ['scopes', scopeList(before), scopeList(after)],
    ['scope_description', before.scopeDescription, after.scopeDescription],
  ];
  return parts.filter(([, old, now]) => old !== now).map(([part]) => part);
}

function scopeList(app: ZoomApp): string {
  return app.scopes
    .map((one) => one.scope)
    .sort()
    .join(' ');
}

/** Scopes that were declared and withdrawn by an edit. */
export function scopeChanges(before: ZoomApp, after: ZoomApp): { added: string[]; removed: string[] } {
  const old = new Set(before.scopes.map((one) => one.scope));
  const now = new Set(after.scopes.map((one) => one.scope));
  return {
    added: [...now].filter((scope) => !old.has(scope)),
    removed: [...old].filter((scope) => !now.has(scope)),
  };
}
