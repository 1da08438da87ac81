import { nameKey } from '../../../core/apps/app_name.ts';
import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import { manifestDocument } from '../../../core/manifest/zoom_manifest.ts';
import { checking } from '../../../core/scopes/verdict/check_scopes.ts';
import { runInChunks } from '../../../event_loop.ts';
import { named } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import type { FileToSend } from '../../messages/file_sent.ts';
import { manifestRefused, manifestSent } from '../../messages/manifest/manifest_sent.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { sendFile } from '../../responses/send_file.ts';
import { nameAndKind, theApp } from './named_app.ts';

/** `/zoom-app manifest <app> [development|production]`: Zoom has one manifest for both environments, so the word changes nothing. */
export async function appManifest(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<void> {
  const { name } = await nameAndKind(context, request, rest);
  const card = await theApp(context, request, name, 'manifest');
  if (card === null) return;
  const { app } = card;
  if (app.archivedAt !== null) return request.reply(errorTexts.archived());
  const confirmed = app.scopes.filter(({ confirmedBy }) => confirmedBy !== null).map(({ scope }) => scope);
  const report = await runInChunks(
    checking(
      app.scopes.map(({ scope }) => scope),
      app.managementType,
      new Set(confirmed),
    ),
  );
  if (!report.passes) return request.reply(manifestRefused(app, report));
  await request.reply(manifestSent(app, await sendFile(context, request.person, fileOf(app))));
}

function fileOf(app: ZoomApp): FileToSend {
  return {
    filename: `${nameKey(app.name).replaceAll(' ', '-') || 'zoom-app'}-manifest.json`,
    title: `Zoom manifest of ${app.name}`,
    text: manifestDocument(app),
    comment: `The Zoom manifest of *${named(app.name)}*, as it is registered with Greenroom:`,
  };
}
