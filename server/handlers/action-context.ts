import { PROJECT_FILE } from '../config/read-config';
import type { ActionContext, LevelTarget } from '../features/code-actions';
import { globForFile } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { parentsOf, pathOfUri } from '../uri';

/** What code actions for a document depend on besides it. */
export function actionContext(
  { client, options }: Session,
  { doc, settings }: OpenDocument,
  only: readonly string[] | undefined,
): ActionContext {
  return {
    only,
    settings: settings.rules,
    levels: levelTarget(doc.uri, settings.project, client),
    canExplain: options.canExplainRules ?? false,
    canConvert: options.canConvert ?? false,
    canEditText: options.canEditText ?? false,
  };
}

/** The project's file; where there is none, one in the workspace folder, if this client can make files. */
function levelTarget(
  uri: string,
  project: OpenDocument['settings']['project'],
  { capabilities, folderUris }: Session['client'],
): LevelTarget | undefined {
  if (project) return { uri: project.uri, text: project.text, glob: globBelow(uri, project.uri) };
  const { documentChanges, resourceOperations } = capabilities.workspace?.workspaceEdit ?? {};
  if (!documentChanges || !resourceOperations?.includes('create')) return undefined;
  const parents = parentsOf(uri);
  const folder = parents.find((parent) => folderUris.includes(parent)) ?? parents[0];
  if (folder === undefined) return undefined;
  const own = `${folder}/${PROJECT_FILE}`;
  return { uri: own, text: undefined, glob: globBelow(uri, own) };
}

/** A glob without a slash would stand for files of that name in every folder. */
function globBelow(uri: string, projectUri: string): string {
  const folder = pathOfUri(projectUri).slice(0, -PROJECT_FILE.length);
  const relative = globForFile(pathOfUri(uri).slice(folder.length));
  return relative.includes('/') ? relative : `./${relative}`;
}
