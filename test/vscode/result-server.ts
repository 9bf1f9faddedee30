import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SuiteResult } from './result';

/** Where a web extension host, which has no disk, sends the suite's result. */
export interface ResultServer {
  readonly url: string;
  /** The result, once it has come. */
  result(): SuiteResult | undefined;
  stop(): Promise<void>;
}

/**
 * Starts to listen on loopback.
 * @returns the server; rejects when it does not start
 */
export async function startResultServer(): Promise<ResultServer> {
  let result: SuiteResult | undefined;
  const server = createServer((request, response) => {
    // The extension host has an origin of its own.
    response.setHeader('access-control-allow-origin', '*');
    const take = async () => {
      if (request.method === 'POST') result = JSON.parse(await text(request)) as SuiteResult;
      response.end();
    };
    take().catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, result: () => result, stop };
}
