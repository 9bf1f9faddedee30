import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureRegistryInstall } from '../host/registry-install';
import type { ServerCommand } from './lsp-process';

/** Our server, as the extension starts it. */
export function ourServer(dist: string): ServerCommand {
  return {
    name: 'ours',
    script: join(dist, 'server.js'),
    languageId: 'realtime-json',
    initializationOptions: {},
    prepare: () => undefined,
  };
}

/**
 * VS Code's own JSON server, given the bundled schema of one kind for all `*.realtime.json` files, and the
 * settings that VS Code sends by default.
 */
export async function vscodeServer(dist: string, kind: string): Promise<ServerCommand & { version: string }> {
  const { folder, version } = await ensureRegistryInstall();
  const server = ['extensions', 'json-language-features', 'server', 'dist', 'node', 'jsonServerMain.js'];
  const schema: unknown = JSON.parse(readFileSync(join(dist, 'schemas', `${kind}.schema.json`), 'utf8'));
  const association = { uri: `urn:realtime-config:${kind}`, fileMatch: ['*.realtime.json'], schema };
  return {
    name: 'VS Code',
    version,
    script: join(folder, ...server),
    languageId: 'json',
    initializationOptions: { provideFormatter: true, handledSchemaProtocols: ['file'] },
    prepare: (connection) => {
      const json = { validate: { enable: true }, format: { enable: true } };
      void connection.sendNotification('workspace/didChangeConfiguration', { settings: { json } });
      void connection.sendNotification('json/schemaAssociations', [association]);
    },
  };
}
