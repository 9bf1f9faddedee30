import { kindById } from '../kinds/catalogue';
import { documentInfoRequest, schemaRequest, serverCommands } from '../protocol';
import { schemaOfKind } from '../schema/bundle';
import type { Session } from '../session';
import type { WorkspaceCheck } from './check-workspace';
import { listConversions, runConvert } from './convert';
import { documentInfo } from './document-info';
import { listForms, runEmit } from './emit';
import { runFindServerError } from './find-server-error';
import { runInsertDefault } from './insert-default';
import { runPasteConfig } from './paste-config';
import { runFillDefaults, runRemoveDefaults, runSortKeys } from './rewrite';
import { runInsertTool, runPasteTools, runToolRoom } from './tools';

type Run = (session: Session, args: unknown) => Promise<unknown>;

/** Every command of `workspace/executeCommand`; each takes one object. */
const commandsWith = (workspace: WorkspaceCheck): Readonly<Record<string, Run>> => ({
  [serverCommands.insertDefault]: runInsertDefault,
  [serverCommands.fillDefaults]: runFillDefaults,
  [serverCommands.removeDefaults]: runRemoveDefaults,
  [serverCommands.sortKeys]: runSortKeys,
  [serverCommands.convert]: runConvert,
  [serverCommands.conversions]: listConversions,
  [serverCommands.emit]: runEmit,
  [serverCommands.forms]: listForms,
  [serverCommands.toolRoom]: runToolRoom,
  [serverCommands.insertTool]: runInsertTool,
  [serverCommands.pasteTools]: runPasteTools,
  [serverCommands.findServerError]: runFindServerError,
  [serverCommands.pasteConfig]: runPasteConfig,
  [serverCommands.checkWorkspace]: workspace.run,
});

/** Answers commands, and what only our own clients ask for. */
export function answerCommands(session: Session, workspace: WorkspaceCheck): void {
  const { connection } = session;
  const commands = commandsWith(workspace);
  connection.onExecuteCommand(({ command, arguments: args }) =>
    Object.hasOwn(commands, command) ? commands[command]?.(session, args?.[0]) : undefined,
  );
  connection.onRequest(documentInfoRequest, async ({ uri }: { uri: string }) => {
    const found = await session.open(uri);
    return found ? documentInfo(found) : null;
  });
  connection.onRequest(schemaRequest, ({ kind }: { kind: string }) => {
    const schema = kindById(kind) && schemaOfKind(kind);
    return schema ? `${JSON.stringify(schema, null, 2)}\n` : null;
  });
}
