import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, relative, sep } from 'node:path';
import { quietSettings } from './user-settings';
import { ensureWebInstall, oldestVersion } from './web-install';

/** A VS Code that is nothing but files in a browser, on a workspace that is on no disk. */
export interface WebHost {
  /** The page that is VS Code. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Folders of this machine. */
export interface WebTarget {
  /** The extension under development. */
  readonly extension: string;
  /** The extension that serves the workspace `memfs:/workspace`. */
  readonly files: string;
  /** The file inside the extension that exports `run()`. */
  readonly tests: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Serves the oldest supported VS Code on loopback; downloads it first where it is not cached.
 * @param target what it is to load
 * @returns the running server; rejects when it does not start
 */
export async function startWebHost(target: WebTarget): Promise<WebHost> {
  const { extension, files } = target;
  const tests = `/extension/${relative(extension, target.tests).replaceAll('\\', '/')}`;
  const folders: Record<string, string> = { extension, files, vscode: await ensureWebInstall() };
  const server = createServer((request, response) => {
    const [, name = '', ...rest] = decodeURIComponent(new URL(request.url ?? '/', 'http://a').pathname).split(
      '/',
    );
    if (name === '') send(response, '.html', page(request.headers.host ?? '', tests));
    else sendFile(response, folders[name], rest.join(sep)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address, stop };
}

async function sendFile(response: ServerResponse, folder: string | undefined, path: string): Promise<void> {
  const file = folder === undefined ? undefined : join(folder, normalize(`${sep}${path}`));
  const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (content === undefined) response.writeHead(404).end();
  else send(response, extname(path), content);
}

function send(response: ServerResponse, ending: string, content: string | Buffer): void {
  response.writeHead(200, { 'content-type': types[ending] ?? 'application/octet-stream' }).end(content);
}

/** The page that starts the workbench, as that version wants to be started. */
function page(host: string, tests: string): string {
  const origin = `http://${host}`;
  const uri = (path: string) => ({ scheme: 'http', authority: host, path });
  const options = {
    productConfiguration: { version: oldestVersion, nameShort: 'VS Code', nameLong: 'VS Code for the web' },
    additionalBuiltinExtensions: [uri('/files')],
    developmentOptions: { extensions: [uri('/extension')], extensionTestsPath: uri(tests) },
    configurationDefaults: quietSettings,
  };
  return `<!doctype html>
<html>
  <head><meta charset="utf-8"><link rel="stylesheet" href="/vscode/out/vs/workbench/workbench.web.main.css"></head>
  <body>
    <script src="/vscode/out/vs/loader.js"></script>
    <script src="/vscode/out/vs/webPackagePaths.js"></script>
    <script>
      const paths = Object.entries(self.webPackagePaths)
        .map(([name, path]) => [name, '${origin}/vscode/node_modules/' + name + '/' + path]);
      require.config({ baseUrl: '${origin}/vscode/out', paths: Object.fromEntries(paths) });
    </script>
    <script src="/vscode/out/vs/workbench/workbench.web.main.nls.js"></script>
    <script src="/vscode/out/vs/workbench/workbench.web.main.js"></script>
    <script>
      require(['vs/workbench/workbench.web.main'], ({ create, URI }) => {
        const folderUri = URI.from({ scheme: 'memfs', path: '/workspace' });
        const workspaceProvider = { workspace: { folderUri }, trusted: true, payload: [], open: async () => false };
        create(document.body, { ...${JSON.stringify(options)}, workspaceProvider });
      });
    </script>
  </body>
</html>
`;
}
